"""Lists and ranges of numbers with letters: "1, 2 och 9", "8 a-c", "7-8 a"."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lark import Token

_LONGEST_RANGE = 50
_NUMBER = re.compile(r"(\d*)(?::[ea])? ?([a-z]?)")
_BEFORE_A = "`"


class UnreadableRangeError(Exception):
    """A range that goes backwards, or over more numbers than a citation names."""


def number(written: str) -> str:
    """Return a number with its letter as it is printed.

    Examples:
        >>> number("8A"), number("08")
        ('8 a', '8')
    """
    return _printed(_parted(written, default=0))


def expanded(tokens: "Iterable[Token]") -> tuple[str, ...]:
    """Return every number of a list.

    Args:
        tokens: numbers and letters (of the number before), with what connects them: RANGE, SEP or SEP_KAP.

    Raises:
        UnreadableRangeError: a range cannot be expanded.
    """
    found: list[tuple[int, str]] = []
    is_range = False
    for token in tokens:
        if token.type in {"RANGE", "SEP", "SEP_KAP"}:
            is_range = token.type == "RANGE"
            continue
        value = _parted(token, default=found[-1][0] if found else 0)
        found += _between(found[-1], value) if is_range else ()
        found.append(value)
        is_range = False
    return tuple(map(_printed, found))


def between(first: str, last: str) -> tuple[str, ...]:
    """Return the numbers between two ends, as far as the text gives them.

    A range names the whole numbers between its ends and the letters of one number. Letters that may be between
    two numbers ("8 b" in "8 a-9") are left out: the text does not show that they exist.

    Raises:
        UnreadableRangeError: the range cannot be expanded.

    Examples:
        >>> between("3", "5"), between("8 a", "8 d"), between("7", "8 b")
        (('4',), ('8 b', '8 c'), ('8', '8 a'))
    """
    return tuple(map(_printed, _between(_parted(first, default=0), _parted(last, default=0))))


def _between(first: tuple[int, str], last: tuple[int, str]) -> Iterator[tuple[int, str]]:
    if last <= first or last[0] - first[0] > _LONGEST_RANGE:
        raise UnreadableRangeError
    for digits in range(first[0] + 1, last[0] + bool(last[1])):
        yield digits, ""
    before = first[1] or _BEFORE_A if last[0] == first[0] else _BEFORE_A
    for code in range(ord(before) + 1, ord(last[1] or "a")):
        yield last[0], chr(code)


def _parted(written: str, *, default: int) -> tuple[int, str]:
    match = _NUMBER.fullmatch(written.lower().strip())
    if match is None:
        raise UnreadableRangeError
    return int(match[1] or default), match[2]


def _printed(value: tuple[int, str]) -> str:
    return f"{value[0]} {value[1]}".rstrip()
