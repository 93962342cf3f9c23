"""Paragraphs as they are written: alone, in lists and ranges, with the chapter before or within."""

import re
from collections.abc import Iterator

from psykavtal.law.acts import Pinpoint

_SECTION = r"\d{1,4}\s*(?:[a-z](?![a-zåäö]))?"
_MORE = rf"(?:\s*[–-]\s*|\s*(?:,|och|samt)\s*)(?:{_SECTION}|[a-z](?![a-zåäö]))"
PINPOINT = re.compile(
    rf"kap\b\.?\s*(?P<kap_first>\d{{1,3}})\s*§§?\s*(?P<kap_section>{_SECTION})"
    rf"|(?:(?P<chapter>\d{{1,3}})\s*kap\b\.?\s*)?(?<![\d:])(?P<sections>{_SECTION}(?:{_MORE})*)\s*§§?"
    rf"|§§?\s*(?P<after>{_SECTION})"
    rf"|(?<![\d:])(?P<colon_chapter>\d{{1,3}}):(?P<colon_section>\d{{1,3}}\s*(?:[a-z](?![a-zåäö]))?)(?![\d:])"
)
_ONE_SECTION = re.compile(r"(?P<dash>[–-])?\s*(?P<section>\d*)\s*(?P<letter>(?<![a-zåäö])[a-z](?![a-zåäö]))?")
_LONGEST_RANGE = 50


def pinpoints_in(text: str) -> tuple[Pinpoint, ...]:
    """Every paragraph that a text names, in its order.

    Examples:
        >>> [str(each) for each in pinpoints_in("10 kap. 8–9 §§ och § 4")]
        ['10 kap. 8 §', '10 kap. 9 §', '4 §']
    """
    return tuple(each for match in PINPOINT.finditer(text) for each in read_match(match))


def read_match(match: re.Match[str], inherited: int | None = None) -> Iterator[Pinpoint]:
    """The paragraphs of a match of `PINPOINT`; one without a chapter is in the chapter that is inherited."""
    chapter = match["chapter"] or match["kap_first"] or match["colon_chapter"]
    sections = match["sections"] or match["kap_section"] or match["after"] or match["colon_section"]
    number, last, letter = inherited if chapter is None else int(chapter), 0, ""
    for each in _ONE_SECTION.finditer(sections):
        if not each["section"] and not each["letter"]:
            continue
        section = int(each["section"] or last)
        if each["dash"] and section == last and letter and each["letter"]:
            for code in range(ord(letter) + 1, ord(each["letter"])):
                yield Pinpoint(number, section, chr(code))
        elif each["dash"] and section - last <= _LONGEST_RANGE:
            for inner in range(last + 1, section):
                yield Pinpoint(number, inner)
        letter = each["letter"] or ""
        yield Pinpoint(number, section, letter)
        last = section
