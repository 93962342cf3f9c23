"""renames.csv: what has another name in the new package, applied to the old recording.

Columns `what`, `old`, `new`; `what` is one of

- `class`: a class, by its name ("LinkedAgreement"); its kind and the class of an error follow;
- `field`: a field of a canonical form; "kind.field" for that kind only;
- `value`: a value that is text (an id, a status); a token of a key too; "field=value" under that field only;
- `module`, `name`: a module or a public name; for the changelog only, nothing of it is recorded.
"""

import csv
import re
from pathlib import Path
from typing import Any

import attrs

from .canonical import Json

_WHAT = ("class", "field", "value", "module", "name")
_TOKEN = re.compile(r"[\w.#-]+")


def _kind(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).lower()


@attrs.frozen(kw_only=True)
class Renames:
    """The renames by what they are."""

    classes: dict[str, str] = attrs.field(factory=dict[str, str])
    fields: dict[str, str] = attrs.field(factory=dict[str, str])
    values: dict[str, str] = attrs.field(factory=dict[str, str])

    @classmethod
    def read(cls, file: Path) -> "Renames":
        """Read a table.

        Raises:
            ValueError: a row has another `what`.
        """
        tables: dict[str, dict[str, str]] = {each: {} for each in _WHAT}
        with file.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                if row["what"] not in tables:
                    raise ValueError(f"{file.name}: {row['what']!r} is not one of {', '.join(_WHAT)}")
                tables[row["what"]][row["old"]] = row["new"]
        classes = {**tables["class"], **{_kind(old): _kind(new) for old, new in tables["class"].items()}}
        return cls(classes=classes, fields=tables["field"], values=tables["value"])

    @property
    def none(self) -> bool:
        """Whether nothing that is recorded is renamed."""
        return not (self.classes or self.fields or self.values)

    def key(self, key: str) -> str:
        """A key with its renamed tokens."""
        if not self.values:
            return key
        return _TOKEN.sub(lambda found: self.values.get(found[0], found[0]), key)

    def apply(self, value: Any, field: str = "") -> Json:
        """A value of the old recording in the new names."""
        if isinstance(value, dict):
            kind = value.get("kind", value.get("status", ""))
            return {self._field(kind, name): self.apply(each, name) for name, each in value.items()}
        if isinstance(value, list):
            return [self.apply(each, field) for each in value]
        if not isinstance(value, str):
            return value
        if field in {"kind", "class"}:
            return self.classes.get(value, value)
        return self.values.get(f"{field}={value}", self.values.get(value, value))

    def _field(self, kind: object, name: str) -> str:
        """The name of a member: a field, or an id by which members are kept."""
        return self.fields.get(f"{kind}.{name}") or self.fields.get(name) or self.values.get(name, name)
