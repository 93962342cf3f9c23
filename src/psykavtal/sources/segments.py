"""Split a text into segments: headings, sentences, bullets, table rows."""

import enum
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

import attrs

from psykavtal.sources.passages import SourceText
from psykavtal.sources.tokens import fold


class SegmentType(enum.Enum):
    """The type of a segment."""

    HEADING = "heading"
    SENTENCE = "sentence"
    BULLET = "bullet"
    ROW = "row"


@attrs.frozen(kw_only=True)
class Segment:
    """A part of a text: a heading, sentence, bullet or row.

    Attributes:
        kind: the type.
        section: id of its section.
        text: the words, with spaces folded.
        first: number of its first word.
        last: number of its last word.
    """

    kind: SegmentType
    section: str
    text: str
    first: int
    last: int

    @property
    def words(self) -> range:
        """The numbers of its words."""
        return range(self.first, self.last + 1)


# The last is a bullet that a machine read as the letter e.
_BULLET = re.compile(
    r"\s*(?:[•·¢*●▪◦○■►➢✓\uf0b7\uf0a7−–-]|\d{1,2}(?:\.\d{1,2})*\.|\(?\w\)|e(?=\s{1,3}[A-ZÅÄÖI]))\s+(?=\S)"
)
_FOOTNOTE = re.compile(r"\s*\d\s+\S")
_ENDED = ".!?:)"
_SHORT_FORMS = (
    "kap",
    "ex",
    "m",
    "t",
    "bl",
    "mm",
    "o",
    "bl.a",
    "s.k",
    "resp",
    "f.d",
    "ca",
    "nr",
    "d.v.s",
    "dvs",
    "inkl",
)
# A full stop ends a sentence, unless it ends a short form.
_END = re.compile(
    "".join(rf"(?<!\b{re.escape(each)})" for each in _SHORT_FORMS)
    + r"(?:[.!?]+[”\"]?\s+(?=[A-ZÅÄÖ“”\"•(])|:[ \t]*\n\s*)"
)


def segments_of(source: SourceText) -> list[Segment]:
    r"""Return the segments of a text in order.

    Each word outside its furniture is in one.

    Examples:
        >>> from psykavtal.model.citations import Section, Text
        >>> text = Text(id="t", file="x", digest="", sections=(Section(id="mal", heading="Mål"),))
        >>> [segment.text for segment in segments_of(SourceText(text, "Mål\n\nEtt. Två\ntre.\n• Fyra\n• Fem\n"))]
        ['Mål', 'Ett.', 'Två tre.', 'Fyra', 'Fem']
    """
    parts = (part for block in _blocks(source) for part in _parts(source.words.text, *block))
    return _segments(source, parts)


def blocks_of(source: SourceText) -> list[Segment]:
    """Return the headings, paragraphs, list items and rows of a text, not split into sentences."""
    return _segments(source, _blocks(source))


def opening_of(source: SourceText, block: Segment) -> str:
    """Return the first line of a block up to its first word, with its sign."""
    start, end = source.words.places[block.first]
    return source.words.text[source.words.text.rfind("\n", 0, start) + 1 : end]


def _segments(source: SourceText, spans: Iterable[tuple[SegmentType, int, int]]) -> list[Segment]:
    """Return the segments between two places of the text, without those that have no word."""
    starts = [start for start, _ in source.words.places]
    found: list[Segment] = []
    for kind, begin, end in spans:
        first, last = bisect_left(starts, begin), bisect_left(starts, end) - 1
        if first <= last:
            segment = Segment(
                kind=kind,
                section=_section_at(source, first),
                text=source.words.between(first, last),
                first=first,
                last=last,
            )
            found.append(segment)
    return found


def _blocks(source: SourceText) -> Iterator[tuple[SegmentType, int, int]]:
    """Yield the type, start and end of each block."""
    text = source.words.text
    headings = _headings(source)
    kind, begin, end = SegmentType.SENTENCE, -1, -1
    blank = False
    for start, line in _lines(text):
        heading = next((each for each in headings if each[0] <= start < each[1]), None)
        if heading is None and not line.strip():
            blank = True
            continue
        goes_on = (
            begin >= 0
            and heading is None
            and not _opens(line, text[begin:end], blank=blank)
            and (not blank or _continues(text[begin:end], line))
        )
        if begin >= 0 and not goes_on:
            yield kind, begin, end
            begin = -1
        blank = False
        if heading is not None:
            if start == heading[0]:
                yield SegmentType.HEADING, *heading
            continue
        if begin < 0:
            begin, kind = start, _kind(line)
        end = start + len(line)
    if begin >= 0:
        yield kind, begin, end


def _opens(line: str, before: str, *, blank: bool) -> bool:
    """Return whether a line begins a row, a bullet, or a footnote."""
    ended = blank or before.rstrip()[-1:] in _ENDED
    return bool("\t" in line or _BULLET.match(line) or (ended and _FOOTNOTE.match(line)))


def _continues(before: str, line: str) -> bool:
    """Return whether a line after a gap continues an unfinished sentence."""
    return line.lstrip()[:1].islower() and before.rstrip()[-1:] not in ".!?:"


def _kind(line: str) -> SegmentType:
    if "\t" in line:
        return SegmentType.ROW
    return SegmentType.BULLET if _BULLET.match(line) else SegmentType.SENTENCE


def _parts(text: str, kind: SegmentType, begin: int, end: int) -> Iterator[tuple[SegmentType, int, int]]:
    """Yield a heading or a row whole, a paragraph or a bullet by sentences."""
    if kind not in (SegmentType.HEADING, SegmentType.ROW):
        marker = _BULLET.match(text, begin, end)
        for match in _END.finditer(text, marker.end() if marker else begin, end):
            yield kind, begin, match.end()
            begin = match.end()
    yield kind, begin, end


def _headings(source: SourceText) -> list[tuple[int, int]]:
    """Return the start of the line and the end of each declared heading."""
    spans: list[tuple[int, int]] = []
    for section in source.text.sections:
        if section.heading and section.id in source.sections:
            first = source.sections[section.id][0]
            last = first + len(fold(section.heading)) - 1
            line = source.words.text.rfind("\n", 0, source.words.places[first][0]) + 1
            spans.append((line, source.words.places[last][1]))
    return spans


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _section_at(source: SourceText, word: int) -> str:
    return next((name for name, (first, end) in source.sections.items() if first <= word < end), "")
