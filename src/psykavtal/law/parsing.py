"""Citations of law as they are really written: before or after the act, with and without dots."""

import re
from collections.abc import Iterable, Iterator, Mapping

import attrs

from psykavtal.errors import CitationError
from psykavtal.law.acts import Pinpoint
from psykavtal.law.pinpoints import PINPOINT, read_match

_SHORT = re.compile(r"[\s(]+(?P<section>\d{1,3})\.(?P<item>\d+)\b")
_NUMBER = re.compile(r"(?:\bSFS\s*|\b)(?P<number>(?:1[6-9]|20)\d\d:\d{1,4})\b")
_REPORT = re.compile(
    r"\b(?P<series>SOU|Ds|[Dd]ir\.?|[Pp]rop\.?|[Ss]kr\.?|(?!SFS)[A-ZÅÄÖ]{1,6}(?:-FS|FS))\s*(?P<number>\d{4}(?:/\d\d)?:\d+)"
)
_OTHER_NUMBER = re.compile(r"\b(?:[Dd]nr|[Dd]iarienummer|[Rr]eg\.?\s*nr)\.?\s*\S*\d{4}:\d+")
# What looks like an act that the register does not have: it must not lend its paragraphs to a neighbour.
_OTHER_ACT = re.compile(
    r"\b(?:[A-ZÅÄÖ]{1,4}[LBF]|[A-ZÅÄÖ][a-zåäö]{1,3}[BL]|[\wåäö-]{3,}(?:lag|lagen|balk|balken|förordning|förordningen)s?)\b"
)
_GLUE = re.compile(r"[\s,(/)]*(?:SFS\s*)?")
_OPEN = re.compile(r"[\s,)]*\(?\s*")
_AND = re.compile(r"[\s,;]*(?:och|samt|eller)?\s*")
_TOWARDS = re.compile(
    r"(?:[\s,;]|\b(?:och|samt|eller|i|av|första|andra|tredje|fjärde|femte|stycket|st|p|punkt|punkten|\d{1,2})\b\.?)*"
)
_LEFT = re.compile(r"§|\bkap\b|\d{1,3}[:.]\d")


@attrs.frozen(kw_only=True)
class LawCitation:
    """One act that is cited, with the paragraphs of it.

    Attributes:
        name: the title or abbreviation as written; empty where only the number is given.
        also: further names of the same act that stand beside the first.
        number: its number as written; empty where none is given.
        pinpoints: the paragraphs.
        stray: paragraphs that stand after the act though it has others already.
    """

    name: str = ""
    also: tuple[str, ...] = ()
    number: str = ""
    pinpoints: tuple[Pinpoint, ...] = ()
    stray: tuple[Pinpoint, ...] = ()


@attrs.frozen(kw_only=True)
class ReportCitation:
    """An inquiry, a directive, a bill or an agency's regulation that is cited.

    Attributes:
        series: SOU, Ds, Dir., Prop., Skr., SOSFS, HSLF-FS ..., as it is usually written.
        number: its number.
    """

    series: str
    number: str

    def __str__(self) -> str:
        """As it is usually written."""
        return f"{self.series} {self.number}"


@attrs.frozen(kw_only=True)
class ParsedCitation:
    """What was read of a citation.

    Attributes:
        laws: the acts, in the order of the text.
        reports: the inquiries and the like, in the order of the text.
        whole: whether no paragraph or chapter was passed over.
    """

    laws: tuple[LawCitation, ...] = ()
    reports: tuple[ReportCitation, ...] = ()
    whole: bool = True


@attrs.define
class _Mention:
    """An act as it is met in a text (its names as written and as known), and what belongs to it."""

    start: int
    end: int
    names: list[tuple[str, str]]
    number: str = ""
    pinpoints: list[Pinpoint] = attrs.field(factory=list[Pinpoint])
    stray: list[Pinpoint] = attrs.field(factory=list[Pinpoint])
    spans: list[tuple[int, int]] = attrs.field(factory=list[tuple[int, int]])
    used: list[tuple[int, int]] = attrs.field(factory=list[tuple[int, int]])

    def takes(self, other: "_Mention", acts: Mapping[str, frozenset[str]]) -> bool:
        """Whether another mention can be of the same act: a number that no name bears can be a misprint."""
        if self.number and other.number:
            return False
        own, others = self.acts_of(acts), other.acts_of(acts)
        return bool(own & others) or not self.names or not other.names

    def acts_of(self, acts: Mapping[str, frozenset[str]]) -> frozenset[str]:
        """Numbers of the acts that all its names can mean."""
        found = [acts.get(key, frozenset[str]()) for _, key in self.names]
        return found[0].intersection(*found[1:]) if found else frozenset()

    def made(self) -> LawCitation:
        """What was read, without its place."""
        written = [name for name, _ in self.names]
        return LawCitation(
            name=written[0] if written else "",
            also=tuple(written[1:]),
            number=self.number,
            pinpoints=tuple(self.pinpoints),
            stray=tuple(self.stray),
        )


def parse(text: str, acts: Mapping[str, frozenset[str]]) -> ParsedCitation:
    """Every act, inquiry and bill that a text cites.

    Args:
        text: the citation as written.
        acts: the numbers of the acts that bear each title (in lower case) or abbreviation (as it is).

    Raises:
        CitationError: there is nothing in it that can be read as a citation of law.

    Examples:
        >>> acts = {"HSL": frozenset({"2017:30"})}
        >>> for law in parse("16 kap 4§ HSL", acts).laws:
        ...     print(law.name, *law.pinpoints)
        HSL 16 kap. 4 §
        >>> parse("3 kap. HSL", acts).whole
        False
        >>> [str(each) for each in parse("SOU2019:29", {}).reports]
        ['SOU 2019:29']
    """
    reports = list(_REPORT.finditer(text))
    taken = [match.span() for match in (*reports, *_OTHER_NUMBER.finditer(text))]
    mentions = _mentions(text, acts, taken)
    if not reports and not mentions:
        raise CitationError(
            f"no act is cited in {text!r}.",
            value=text,
            hint="Write paragraph and act, like 16 kap. 3 § HSL (2017:30).",
        )
    _place_pinpoints(text, mentions, [*taken, *(span for each in mentions for span in each.spans)])
    read = [*taken, *(span for each in mentions for span in (*each.spans, *each.used))]
    return ParsedCitation(
        laws=tuple(each.made() for each in mentions),
        reports=tuple(ReportCitation(series=_series(each["series"]), number=each["number"]) for each in reports),
        whole=_LEFT.search(_blanked(text, read)) is None,
    )


def _mentions(text: str, acts: Mapping[str, frozenset[str]], taken: list[tuple[int, int]]) -> list[_Mention]:
    """Acts by name or number; names and a number beside each other are one, if they can be of one act."""
    mentions: list[_Mention] = []
    for mark in sorted(_marks(text, acts, taken), key=lambda each: each.start):
        last = mentions[-1] if mentions else None
        if last is not None and last.takes(mark, acts) and _GLUE.fullmatch(text, last.end, mark.start):
            last.end = mark.end
            last.names += mark.names
            last.spans += mark.spans
            last.number = last.number or mark.number
        else:
            mentions.append(mark)
    return mentions


def _marks(text: str, acts: Mapping[str, frozenset[str]], taken: list[tuple[int, int]]) -> Iterator[_Mention]:
    """Each name and each number of an act; longer names before those that they hold."""
    spans = list(taken)
    low = text.lower()
    for name in sorted(acts, key=len, reverse=True):
        for match in _name_pattern(name).finditer(low if name.islower() else text):
            if not _meets(match.span(), spans):
                spans.append(match.span())
                number = _NUMBER.search(text, *match.span())
                written = text[match.start() : match.end()]
                yield _Mention(
                    *match.span(), [(written, name)], number["number"] if number else "", spans=[match.span()]
                )
    for match in _NUMBER.finditer(text):
        if not _meets(match.span(), spans):
            yield _Mention(*match.span(), [], match["number"], spans=[match.span()])
    for match in _OTHER_ACT.finditer(text):
        if not _meets(match.span(), spans):
            yield _Mention(*match.span(), [(match[0], match[0])], spans=[match.span()])


def _name_pattern(name: str) -> re.Pattern[str]:
    """A name as a whole word; the number may stand inside it, as in "lag (1991:1128) om ..."."""
    first, space, rest = name.partition(" ")
    parted = r"\s+".join(map(re.escape, rest.split()))
    gap = r"\s*" if first.endswith("-") else r"\s+"
    body = rf"{re.escape(first)}{gap}(?:\((?:sfs\s*)?\d{{4}}:\d+\)\s+)?{parted}" if space else re.escape(first)
    return re.compile(rf"(?<!\w){body}{'s?' if name.islower() else ''}(?!\w)")


def _meets(span: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in spans)


def _place_pinpoints(text: str, mentions: list[_Mention], taken: list[tuple[int, int]]) -> None:
    """Give each paragraph to the act that it stands at; one that stands at none is left."""
    previous: tuple[int, _Mention, int | None] | None = None
    matches = [each for each in PINPOINT.finditer(text) if not _meets(each.span(), taken)]
    rest = _blanked(text, [each.span() for each in matches])
    for match in matches:
        before = next((each for each in reversed(mentions) if each.end <= match.start()), None)
        after = next((each for each in mentions if each.start >= match.end()), None)
        towards = after is not None and _TOWARDS.fullmatch(rest, match.end(), after.start) is not None
        adjoins = before is not None and _OPEN.fullmatch(text, before.end, match.start()) is not None
        continues = previous is not None and _AND.fullmatch(text, previous[0], match.start()) is not None
        if towards and after is not None and not (adjoins and before is not None and not before.pinpoints):
            owner, stray = after, False
        elif adjoins and before is not None:
            owner, stray = before, bool(before.pinpoints)
        elif continues and previous is not None:
            owner, stray = previous[1], False
        else:
            continue
        chapter = previous[2] if continues and previous is not None and previous[1] is owner else None
        read = list(read_match(match, chapter))
        (owner.stray if stray else owner.pinpoints).extend(read)
        owner.used.append(match.span())
        previous = (match.end(), owner, read[-1].chapter)
    for each in mentions:
        short = _SHORT.match(text, each.end)
        if short and not each.pinpoints:
            each.pinpoints.append(Pinpoint(None, int(short["section"])))
            each.used.append(short.span())


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with spaces for what stands in the spans, so that all else keeps its place."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _series(written: str) -> str:
    plain = written.rstrip(".")
    return plain if plain in {"SOU", "Ds"} or plain.endswith("FS") else f"{plain.capitalize()}."
