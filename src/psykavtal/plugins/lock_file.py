"""The file of a lock: one line for each passage, in text order."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import cast

import attrs

from psykavtal.errors import CountyFileError, InvalidValueError, Message, PsykavtalError, safe_text
from psykavtal.model.text_places import ListItem, LockedPassage
from psykavtal.plugins.county_toml.faults import Fault
from psykavtal.plugins.form_messages import quoted

VERSION = 2
"""The version that is written. Version 1 was a table of digests, without places."""

_NUMBERS = ("footnote", "page")
_KEYS = ("passage", "digest", "item", "row", *_NUMBERS, "leads_in")
_ITEM = re.compile(r"([1-9]\d{0,5})/([1-9]\d{0,5})")


def lock_text(passages: Iterable[LockedPassage]) -> str:
    """Return the text of the file of a lock; passages come in text order."""
    lines = ",\n".join(f"  {json.dumps(_entry(each), ensure_ascii=False)}" for each in passages)
    return f'{{\n "version": {VERSION},\n "passages": [\n{lines}\n ]\n}}\n'


def read_lock(data: bytes) -> tuple[LockedPassage, ...]:
    """Read a lock of version 1 or 2; the places of version 1 are unknown.

    Raises:
        ValueError: it is not JSON, or not a lock.
    """
    raw: object = json.loads(data)
    table = _table(raw)
    if "version" not in table:
        return tuple(LockedPassage(passage=key, digest=_text(digest)) for key, digest in table.items())
    if table["version"] != VERSION:
        fix = Message(
            en="This program reads 1 and {version}.", sv="Det här programmet läser 1 och {version}.", version=VERSION
        )
        raise InvalidValueError(Message(en="unknown version.", sv="okänd version."), place="version", fix=fix)
    entries = table.get("passages")
    if not isinstance(entries, list) or set(table) != {"version", "passages"}:
        raise InvalidValueError(
            Message(en="it must contain a list of passages", sv="den ska innehålla en lista med textställen")
        )
    counts: dict[str, int] = {}
    found: list[LockedPassage] = []
    for entry in cast("list[object]", entries):
        read = _passage(_table(entry))
        document = read.passage.partition("/")[0]
        counts[document] = counts.get(document, 0) + 1
        found.append(attrs.evolve(read, order=counts[document]))
    return tuple(found)


def _entry(passage: LockedPassage) -> dict[str, object]:
    """Return a passage as values of JSON, without fields that are not recorded."""
    found: dict[str, object] = {"passage": passage.passage, "digest": passage.digest}
    if passage.items:
        found["item"] = " ".join(map(str, passage.items))
    if passage.row is not None:
        found["row"] = str(passage.row)
    for name in _NUMBERS:
        if getattr(passage, name) is not None:
            found[name] = getattr(passage, name)
    return {**found, "leads_in": True} if passage.leads_in else found


def _passage(entry: Mapping[str, object]) -> LockedPassage:
    unknown = [each for each in entry if each not in _KEYS]
    if unknown or not {"passage", "digest"} <= entry.keys() or entry.get("leads_in", True) is not True:
        fault = Message(
            en="a passage must have a digest, and may have {keys}",
            sv="ett textställe ska ha en kontrollsumma (digest), och får ha {keys}",
            keys=", ".join(_KEYS[2:]),
        )
        raise InvalidValueError(fault)
    rows = _items(entry.get("row", ""))
    if len(rows) > 1:
        raise InvalidValueError(
            Message(
                en="a row must be one number of another, as 3/7", sv="en rad ska vara ett tal av ett annat, som 3/7"
            )
        )
    return LockedPassage(
        passage=_text(entry["passage"]),
        digest=_text(entry["digest"]),
        items=_items(entry.get("item", "")),
        row=rows[0] if rows else None,
        footnote=_number(entry.get("footnote")),
        page=_number(entry.get("page")),
        leads_in="leads_in" in entry,
    )


def _items(value: object) -> tuple[ListItem, ...]:
    matches = [_ITEM.fullmatch(each) for each in _text(value).split(" ") if each]
    items = [ListItem(int(each[1]), int(each[2])) for each in matches if each is not None]
    if len(items) < len(matches) or any(each.number > each.of for each in items):
        raise InvalidValueError(
            Message(
                en="an item must be a number of another, as 3/7", sv="en punkt ska vara ett tal av ett annat, som 3/7"
            )
        )
    return tuple(items)


def _number(value: object) -> int | None:
    if value is not None and (type(value) is not int or value < 1):
        raise InvalidValueError(
            Message(en="a page or a footnote must be a number", sv="en sida eller en fotnot ska vara ett tal")
        )
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise InvalidValueError(
            Message(en="it must contain a table of texts", sv="den ska innehålla en tabell med texter")
        )
    return value


def _table(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise InvalidValueError(Message(en="it must be a table", sv="den ska vara en tabell"))
    return cast("dict[str, object]", value)


def unreadable_lock(file: str, error: Exception) -> CountyFileError:
    """Return the error for a lock that cannot be read.

    Args:
        file: the file with its package.
        error: the reason.
    """
    message = Message(
        en="not a valid lock: {reason}.", sv="ingen giltig låsfil: {reason}.", reason=_without_stop(error)
    )
    fix = Message(en="Make it with `psykavtal sources lock`.", sv="Gör den med `psykavtal sources lock`.")
    unreadable = Message(en="{file} cannot be read:", sv="{file} kan inte läsas:", file=file)
    return CountyFileError(unreadable, (Fault(file=file, table="", message=message, fix=fix),))


def _without_stop(error: Exception) -> Message:
    """Return the text of an error without the full stop at its end."""
    if isinstance(error, PsykavtalError):
        return Message.written(en=str(error).removesuffix("."), sv=error.to("sv").removesuffix("."))
    return quoted(safe_text(error).removesuffix("."))
