"""Split a county file into tables with their keys and comments, and write values as TOML."""

import json
import tomllib
from datetime import date
from typing import Any

import attrs


@attrs.define(kw_only=True)
class Key:
    """A key with its value, as written and as read."""

    name: str
    value: Any
    raw: str
    comment: str = ""
    above: list[str] = attrs.field(factory=list)

    def lines(self) -> list[str]:
        """The lines of the key, with the comments above it."""
        comment = f"  {self.comment}" if self.comment else ""
        return [*self.above, f"{self.name} = {self.raw}{comment}"]


@attrs.define(kw_only=True)
class Table:
    """A table, the comments above its header, and whether a blank line comes before."""

    name: tuple[str, ...]
    header: str = ""
    above: list[str] = attrs.field(factory=list)
    keys: list[Key] = attrs.field(factory=list)
    adjoins: bool = False


def read(text: str) -> tuple[list[Table], list[str]]:
    """Return the tables of a file, the keys before the first as one without name, and the last comments."""
    tables = [Table(name=())]
    waiting: list[str] = []
    pending = ""
    for line in text.splitlines():
        if pending:
            pending += "\n" + line
        elif not line.strip():
            waiting.append("")
            continue
        elif line.startswith("#"):
            waiting.append(line)
            continue
        elif line.startswith("["):
            adjoins = "" not in waiting and bool(tables[-1].keys)
            tables.append(Table(name=_path(line), header=line, above=waiting, adjoins=adjoins))
            waiting = []
            continue
        else:
            pending = line
        try:
            parsed = tomllib.loads(pending)
        except tomllib.TOMLDecodeError:
            continue
        tables[-1].keys.append(_key(pending, parsed, waiting))
        waiting, pending = [], ""
    assert not pending, pending
    return tables, waiting


def _path(header: str) -> tuple[str, ...]:
    inner = header.partition("#")[0].strip().strip("[]")
    path: list[str] = []
    table: Any = tomllib.loads(f"[{inner}]")
    while table:
        ((name, table),) = table.items()
        path.append(name)
    return tuple(path)


def _key(text: str, parsed: dict[str, Any], above: list[str]) -> Key:
    name, _, raw = text.partition("=")
    value: Any = parsed
    while isinstance(value, dict) and name.strip().count(".") == 0:
        (value,) = value.values()
        break
    comment = ""
    for at in (place for place, char in enumerate(raw) if char == "#"):
        try:
            if "\n" not in raw and tomllib.loads(f"x = {raw[:at]}")["x"] == value:
                raw, comment = raw[:at], raw[at:]
                break
        except tomllib.TOMLDecodeError:
            continue
    return Key(name=name.strip(), value=value, raw=raw.strip(), comment=comment.strip(), above=above)


def written(value: Any) -> str:
    """Return a value as TOML on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{bare(key)} = {written(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def bare(name: str) -> str:
    """Return a name as a key, quoted if it must be."""
    return (
        name
        if name.replace("-", "").replace("_", "").isalnum() and name.isascii()
        else json.dumps(name, ensure_ascii=False)
    )
