"""Compare two recordings: what differs, by kind, apart from what is renamed or expected."""

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import attrs

from .differences import ABSENT, differences, sorted_lists
from .recording import lines_of
from .renames import Renames

_LONGEST = 160
_SEQUENCES = ("routes", "law", "cohorts")
"""The parts in which the order of a list is part of the answer."""


@attrs.define
class Change:
    """An expected change, and how often it was met."""

    key: str
    path: str
    old: Any
    new: Any
    reason: str
    used: int = 0

    def fits(self, key: str, path: str, old: Any, new: Any) -> bool:
        """Whether a difference is this one."""
        return (
            self.old in ("*", old)
            and self.new in ("*", new)
            and fnmatchcase(key, _literal_brackets(self.key))
            and fnmatchcase(path, _literal_brackets(self.path))
        )


@attrs.define
class Kind:
    """Differences of one kind: how many, in how many lines, and the first few."""

    count: int = 0
    keys: set[str] = attrs.field(factory=set[str])
    examples: list[str] = attrs.field(factory=list[str])


def compare(
    old: Path,
    new: Path,
    *,
    renames: Path,
    expected: Path,
    parts: Sequence[str] | None = None,
    examples: int = 3,
    sample: bool = False,
) -> int:
    """Print what differs; 1 if something does that is not expected, or an expected change is not used."""
    renamed = Renames.read(renames)
    changes = read_changes(expected)
    kinds: dict[str, Kind] = {}
    total = 0
    for key, one, other in _pairs(old, new, renamed, parts, sample=sample):
        total += 1
        for path, was, became in differences(one, other):
            change = next((each for each in changes if each.fits(key, path, was, became)), None)
            if change is not None:
                change.used += 1
                continue
            kind = kinds.setdefault(_kind_of(key, path), Kind())
            kind.count += 1
            kind.keys.add(key)
            if len(kind.examples) < examples:
                kind.examples.append(f"    {key}\n      {path}\n      old {_short(was)}\n      new {_short(became)}")
    _print(kinds)
    unused = [each for each in changes if not (each.used or sample) and _concerns(each, parts)]
    for each in unused:
        print(f"expected but not found: {each.key} {each.path} ({each.reason})")
    differing = {key for kind in kinds.values() for key in kind.keys}
    met = sum(each.used for each in changes)
    print(f"{total} lines compared, {len(differing)} differ, {met} expected differences, {len(unused)} unused entries")
    return 1 if differing or unused else 0


def read_changes(file: Path) -> list[Change]:
    """The expected changes.

    Raises:
        TypeError: an entry lacks a key or has another.
    """
    tables: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8")).get("change", [])
    return [Change(**table) for table in tables]


def _pairs(
    old: Path, new: Path, renamed: Renames, parts: Sequence[str] | None, *, sample: bool
) -> Iterator[tuple[str, Any, Any]]:
    """Each key of either recording with the facts of both; those that are the same as text are not parsed."""
    before = {renamed.key(key): line for key, line in lines_of(old) if _is_of(key, parts)}
    for key, line in lines_of(new):
        if not _is_of(key, parts):
            continue
        held = before.pop(key, None)
        if held == line and renamed.none:
            yield key, None, None
        else:
            was = ABSENT if held is None else renamed.apply(_facts(held))
            yield key, _in_any_order(key, was), _in_any_order(key, _facts(line))
    for key, line in () if sample else before.items():
        yield key, renamed.apply(_facts(line)), ABSENT


def _in_any_order(key: str, facts: Any) -> Any:
    """The facts with lists sorted; a route is a sequence and stays as it is."""
    return facts if _is_of(key, _SEQUENCES) else sorted_lists(facts)


def _facts(line: str) -> Any:
    return json.loads(line)["facts"]


def _is_of(key: str, parts: Sequence[str] | None) -> bool:
    return parts is None or key.partition(":")[0] in parts


def _concerns(change: Change, parts: Sequence[str] | None) -> bool:
    """Whether an entry can be met when only some parts are compared."""
    return parts is None or any(fnmatchcase(part, change.key.partition(":")[0]) for part in parts)


def _kind_of(key: str, path: str) -> str:
    """Part and operation, and the path without days and numbers."""
    general = re.sub(r"\[[^\]]*\]", "[]", path)
    return f"{' '.join(key.split(' ')[:2])} | {general or '(whole line)'}"


def _literal_brackets(pattern: str) -> str:
    """A pattern in which brackets are brackets; only * and ? are special."""
    return re.sub(r"\[", "[[]", pattern)


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}… ({len(text)} characters)"


def _print(kinds: dict[str, Kind]) -> None:
    for name, kind in sorted(kinds.items(), key=lambda item: (-item[1].count, item[0])):
        print(f"{name}: {kind.count} in {len(kind.keys)} lines")
        for example in kind.examples:
            print(example)
