"""Citations of law as they are really written: before or after the act, with and without dots."""

import re
from collections.abc import Iterator, Mapping

import attrs

from psykavtal.errors import CitationError
from psykavtal.law.acts import Pinpoint

_SECTION = r"\d+\s*(?:[a-z](?![a-zåäö]))?"
_PINPOINT = re.compile(
    rf"(?:(?P<chapter>\d+)\s*kap\b\.?\s*)?"
    rf"(?P<sections>{_SECTION}(?:(?:\s*[–-]\s*|\s*(?:,|och|samt)\s*){_SECTION})*(?=\s*§§)|{_SECTION}(?=\s*§))\s*§§?"
    rf"|§§?\s*(?P<after>{_SECTION})"
)
_ONE_SECTION = re.compile(r"(?P<dash>[–-])?\s*(?P<section>\d+)\s*(?P<letter>[a-z](?![a-zåäö]))?")
_SHORT = re.compile(r"(?P<section>\d+)\.(?P<item>\d+)\b")
_NUMBER = re.compile(r"(?:SFS\s*)?\b(?P<number>(?:1[6-9]|20)\d\d:\d{1,4})\b")
_REPORT = re.compile(r"\b(?P<series>SOU|Ds|[Dd]ir\.?|[Pp]rop\.?|[Ss]kr\.?)\s*(?P<number>\d{4}(?:/\d\d)?:\d+)")
_GLUE = re.compile(r"[\s,(/)]*(?:SFS\s*)?")
_OPEN = re.compile(r"[\s,]*\(?\s*")
_AND = re.compile(r"[\s,]*(?:och|samt|eller)?\s*")


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
    """An inquiry, a directive or a bill that is cited.

    Attributes:
        series: SOU, Ds, Dir., Prop. or Skr., as it is usually written.
        number: its number.
    """

    series: str
    number: str

    def __str__(self) -> str:
        """As it is usually written."""
        return f"{self.series} {self.number}"


@attrs.define
class _Mention:
    """An act as it is met in a text (its names as written and as known), and what belongs to it."""

    start: int
    end: int
    names: list[tuple[str, str]]
    number: str = ""
    pinpoints: list[Pinpoint] = attrs.field(factory=list[Pinpoint])
    stray: list[Pinpoint] = attrs.field(factory=list[Pinpoint])

    def takes(self, other: "_Mention", acts: Mapping[str, frozenset[str]]) -> bool:
        """Whether another mention can be of the same act: a number that no name bears can be a misprint."""
        if self.number and other.number:
            return False
        own, others = self.acts_of(acts), other.acts_of(acts)
        return bool(own & others) or not self.names or not other.names

    def acts_of(self, acts: Mapping[str, frozenset[str]]) -> frozenset[str]:
        """Numbers of the acts that all its names can mean."""
        found = [acts[key] for _, key in self.names]
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


def parse(text: str, acts: Mapping[str, frozenset[str]]) -> tuple[LawCitation | ReportCitation, ...]:
    """Every act, inquiry and bill that a text cites, in its order.

    Args:
        text: the citation as written.
        acts: the numbers of the acts that bear each title (in lower case) or abbreviation (as it is).

    Raises:
        CitationError: there is nothing in it that can be read as a citation of law.

    Examples:
        >>> parse("16 kap 4§ HSL", {"HSL": frozenset({"2017:30"})})
        (LawCitation(name='HSL', also=(), number='', pinpoints=(Pinpoint(chapter=16, section=4, letter=''),), stray=()),)
        >>> [str(each) for each in parse("SOU2019:29", {})]
        ['SOU 2019:29']
    """
    reports = [
        (match.span(), ReportCitation(series=_series(match["series"]), number=match["number"]))
        for match in _REPORT.finditer(text)
    ]
    taken = [span for span, _ in reports]
    mentions = _mentions(text, acts, taken)
    _place_pinpoints(text, mentions)
    found: list[tuple[int, LawCitation | ReportCitation]] = [(span[0], report) for span, report in reports]
    found += [(each.start, each.made()) for each in mentions]
    if not found:
        raise CitationError(
            f"no act is cited in {text!r}.",
            value=text,
            hint="Write paragraph and act, like 16 kap. 3 § HSL (2017:30).",
        )
    return tuple(each for _, each in sorted(found, key=lambda pair: pair[0]))


def pinpoints_in(text: str) -> tuple[Pinpoint, ...]:
    """Every paragraph that a text names, in its order.

    Examples:
        >>> [str(each) for each in pinpoints_in("10 kap. 8–9 §§ och § 4")]
        ['10 kap. 8 §', '10 kap. 9 §', '4 §']
    """
    return tuple(each for match in _PINPOINT.finditer(text) for each in _read(match))


def _mentions(text: str, acts: Mapping[str, frozenset[str]], taken: list[tuple[int, int]]) -> list[_Mention]:
    """Acts by name or number; names and a number beside each other are one, if they can be of one act."""
    mentions: list[_Mention] = []
    for mark in sorted(_marks(text, acts, taken), key=lambda each: each.start):
        last = mentions[-1] if mentions else None
        if last is not None and last.takes(mark, acts) and _GLUE.fullmatch(text, last.end, mark.start):
            last.end = mark.end
            last.names += mark.names
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
                yield _Mention(*match.span(), [(written, name)], number["number"] if number else "")
    for match in _NUMBER.finditer(text):
        if not _meets(match.span(), spans):
            yield _Mention(*match.span(), [], match["number"])


def _name_pattern(name: str) -> re.Pattern[str]:
    """A name as a whole word; the number may stand inside it, as in "lag (1991:1128) om ..."."""
    first, space, rest = name.partition(" ")
    parted = r"\s+".join(map(re.escape, rest.split()))
    body = rf"{re.escape(first)}\s+(?:\((?:sfs\s*)?\d{{4}}:\d+\)\s+)?{parted}" if space else re.escape(first)
    return re.compile(rf"(?<!\w){body}{'s?' if name.islower() else ''}(?!\w)")


def _meets(span: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in spans)


def _place_pinpoints(text: str, mentions: list[_Mention]) -> None:
    """Give each paragraph to the act that it stands at."""
    previous: tuple[int, _Mention] | None = None
    for match in _PINPOINT.finditer(text):
        before = next((each for each in reversed(mentions) if each.end <= match.start()), None)
        after = next((each for each in mentions if each.start >= match.end()), None)
        adjoins = before is not None and _OPEN.fullmatch(text, before.end, match.start())
        continues = previous is not None and _AND.fullmatch(text, previous[0], match.start())
        if adjoins and before is not None:
            owner, stray = before, bool(before.pinpoints)
        elif continues and previous is not None and after is None:
            owner, stray = previous[1], False
        elif after is not None:
            owner, stray = after, False
        elif before is not None:
            owner, stray = before, bool(before.pinpoints)
        else:
            continue
        (owner.stray if stray else owner.pinpoints).extend(_read(match))
        previous = (match.end(), owner)
    for each in mentions:
        short = _SHORT.match(text, each.end + 1)
        if short and not each.pinpoints:
            each.pinpoints.append(Pinpoint(None, int(short["section"])))


def _read(match: re.Match[str]) -> Iterator[Pinpoint]:
    chapter = int(match["chapter"]) if match["chapter"] else None
    last = 0
    for each in _ONE_SECTION.finditer(match["sections"] or match["after"]):
        section = int(each["section"])
        for between in range(last + 1, section) if each["dash"] else ():
            yield Pinpoint(chapter, between)
        yield Pinpoint(chapter, section, each["letter"] or "")
        last = section


def _series(written: str) -> str:
    plain = written.rstrip(".").capitalize()
    return {"Sou": "SOU", "Ds": "Ds"}.get(plain, f"{plain}.")
