"""The words of the grammar: connections, units, ordinals, and words for older acts."""

import re
from collections.abc import Iterable

from lark import Token

from psykavtal.law.elements import Link, Same

LINKS = {
    "AND": Link.AND,
    "COMMA": Link.COMMA,
    "RANGE": Link.RANGE,
    "OPEN": Link.OPEN,
    "CLOSE": Link.CLOSE,
    "PREPOSITION": Link.IN,
    "SLASH": Link.SLASH,
}
SAME = {
    "SAME_ACT": Same.ACT,
    "SAME_CHAPTER": Same.CHAPTER,
    "SAME_SECTION": Same.SECTION,
    "BARE_ACT": Same.BARE_ACT,
}
UNITS = {"STYCKE": "st.", "MENING": "men.", "PUNKT": "p.", "STRECKSATS": "streck."}
_ORDINALS = (
    *("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde"),
    *("elfte", "tolfte", "trettonde", "fjortonde", "femtonde", "sextonde", "sjuttonde", "artonde", "nittonde"),
    "tjugonde",
)
_OLDER = re.compile(r"gamla|äldre|tidigare|dåvarande|förra|förutvarande|upphävda", re.IGNORECASE)
CONNECTS = {"SEP", "SEP_KAP", "RANGE"}


def ordinal_numbers(tokens: Iterable[Token]) -> tuple[str, ...]:
    """Return the numbers of ordinals, with those within a range."""
    found: list[int] = []
    is_range = False
    for token in tokens:
        if token.type == "ORDINAL_SEP":
            is_range = token.strip().lower() in {"-", "till"}
            continue
        value = _ORDINALS.index(token.lower().replace("förste", "första")) + 1
        found += range(found[-1] + 1, value) if is_range else ()
        found.append(value)
    return tuple(map(str, found))


def act_version(age: str) -> str:
    """Return which act of a name is meant, by the words before it."""
    year = re.search(r"\d{4}", age)
    if year or not age:
        return year[0] if year else ""
    return "older" if _OLDER.search(age) else "newer"
