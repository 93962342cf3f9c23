"""Parse a citation of law: acts with places, reports, and unread text."""

from collections.abc import Iterator, Sequence

from psykavtal.errors import CitationError, InvalidValueError, Message
from psykavtal.law.acts import Register
from psykavtal.law.elements import Connection, Element, Given, Numbers, ReportMention, UnreadText
from psykavtal.law.joined_places import joined
from psykavtal.law.mentions import Mention, Names, mentions_joined
from psykavtal.law.parsed_citation import LawCitation, ParsedCitation, ReportCitation
from psykavtal.law.place_owners import Owners
from psykavtal.law.register import register
from psykavtal.law.typography import normalised


def parse(text: str, law: Register | None = None) -> ParsedCitation:
    """Read every act, inquiry and bill that a text cites.

    Args:
        text: the citation as written.
        law: the register whose names of acts are known; the library's own if none is given.

    Raises:
        CitationError: nothing in the text can be read as a citation of law.
        InvalidValueError: the citation is not text.

    Examples:
        >>> for each in parse("16 kap 3-4 §§ HSL och gamla SoL 5:8a").laws:
        ...     print(each.name, each.version, *each.pinpoints, sep=", ")
        HSL, , 16 kap. 3 §, 16 kap. 4 §
        SoL, older, 5 kap. 8 a §
        >>> parse("9 § LSS, dock inte punkt 9").rest
        ('inte punkt 9',)
    """
    from psykavtal.law.grammar_reader import GrammarReader  # noqa: PLC0415 (brings lark: only who reads a citation waits for it)

    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance] (callers may not check types)
        raise InvalidValueError(
            Message(
                en="citation: is not text. Give it as text, like 16 kap. 3 § HSL.",
                sv="citation: är inte text. Ange hänvisningen som text, som 16 kap. 3 § HSL.",
            )
        )
    known = register() if law is None else law
    plain = normalised(text)
    titles, shorts = known.spellings
    names = Names(numbers=known.names, chapters={each.number: each.chapters for each in known.acts.values()})
    elements = GrammarReader(titles, shorts).elements(plain)
    read = Owners(mentions_joined(joined(elements), names), names).give()
    laws = tuple(_law(each) for each in read if isinstance(each, Mention))
    reports = tuple(
        ReportCitation(series=each.series, number=each.number) for each in read if isinstance(each, ReportMention)
    )
    if not laws and not reports:
        raise CitationError(
            Message(en="no act is cited in {text!r}.", sv="{text!r} hänvisar inte till någon lag.", text=text),
            value=text,
            fix=Message(
                en="Write section and act, like 16 kap. 3 § HSL (2017:30).",
                sv="Skriv paragraf och lag, som 16 kap. 3 § HSL (2017:30).",
            ),
        )
    return ParsedCitation(laws=laws, reports=reports, rest=tuple(_rest(plain, read)))


def _law(mention: Mention) -> LawCitation:
    return LawCitation(
        name=mention.names[0] if mention.names else "",
        also=mention.names[1:],
        number=mention.number,
        version=mention.version,
        pinpoints=mention.pinpoints,
        stray=mention.stray,
    )


def _rest(text: str, elements: Sequence[Element]) -> Iterator[str]:
    """Return the stretches that were not read.

    Those with no more than connections between them are one.
    """
    start = end = -1
    for at, element in enumerate(elements):
        if isinstance(element, UnreadText) or (isinstance(element, Numbers) and _is_beside_law(elements, at)):
            start, end = (element.start if start < 0 else start), element.end
        elif start >= 0 and not isinstance(element, Connection):
            yield text[start:end]
            start = -1
    if start >= 0:
        yield text[start:end]


def _is_beside_law(elements: Sequence[Element], at: int) -> bool:
    """Return whether a bare number is beside another part of a citation."""
    for step in (-1, 1):
        beside = at + step
        while 0 <= beside < len(elements) and isinstance(elements[beside], Connection):
            beside += step
        if 0 <= beside < len(elements) and isinstance(elements[beside], Mention | UnreadText | Given):
            return True
    return False
