"""Number the items of lists and of lists within items, by their signs."""

import re
from collections.abc import Sequence

import attrs

from psykavtal.model.text_places import ListItem

_SIGNS = {
    "number": re.compile(r"\d{1,2}(?:\.\d{1,2})*\."),
    "dash": re.compile(r"[−–-]"),
    "hollow": re.compile(r"[◦○o]"),
    "letter": re.compile(r"\(?[a-df-z]\)"),
}


@attrs.define
class _Item:
    """An item with the list within it."""

    at: int
    inner: "list[_Item]" = attrs.field(factory=list["_Item"])


def item_numbers(openings: Sequence[str], sizes: Sequence[int] | None = None) -> list[tuple[ListItem, ...]] | None:
    """Return the place of each item in its list and in the lists around it.

    An item with another sign than the one before it begins a list within that one, until an item has an earlier
    sign again.

    Args:
        openings: the beginning of each item, with its sign.
        sizes: the number of outermost items of each list, if the items are those of several lists.

    Returns:
        The places; None if the sizes do not add up to the items.

    Examples:
        >>> [" in ".join(map(str, each[::-1])) for each in item_numbers(["• a", "- b", "- c", "• d"])]
        ['1/2', '1/2 in 1/2', '2/2 in 1/2', '2/2']
    """
    top: list[_Item] = []
    stack: list[tuple[str, list[_Item]]] = []
    for at, opening in enumerate(openings):
        sign = _sign(opening)
        if not stack:
            stack.append((sign, top))
        elif sign in [each for each, _ in stack]:
            while stack[-1][0] != sign:
                stack.pop()
        else:
            stack.append((sign, stack[-1][1][-1].inner))
        stack[-1][1].append(_Item(at))
    if sizes is not None and not sizes:
        return [() for _ in openings]
    if sizes is not None and sum(sizes) != len(top):
        return None
    found: dict[int, tuple[ListItem, ...]] = {}
    start = 0
    for size in sizes or (len(top),):
        _number(top[start : start + size], (), found)
        start += size
    return [found[at] for at in range(len(openings))]


def _number(items: Sequence[_Item], around: tuple[ListItem, ...], found: dict[int, tuple[ListItem, ...]]) -> None:
    for number, item in enumerate(items, 1):
        found[item.at] = (*around, ListItem(number, len(items)))
        _number(item.inner, found[item.at], found)


def _sign(opening: str) -> str:
    """Return the type of the sign of an item; full signs have one type."""
    sign = opening.split(maxsplit=1)[0] if opening.split() else ""
    return next((name for name, pattern in _SIGNS.items() if pattern.fullmatch(sign)), "full")
