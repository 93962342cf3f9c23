"""The layout of a text: list items, table rows, footnotes and pages, by its words."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import attrs

from psykavtal.errors import Message, SourceError
from psykavtal.lazy import locked_property
from psykavtal.model.citations import Section
from psykavtal.model.text_places import ListItem, LockedPassage
from psykavtal.sources.list_nesting import item_numbers
from psykavtal.sources.passages import Passage, SourceText
from psykavtal.sources.segments import Segment, SegmentType, blocks_of, opening_of
from psykavtal.sources.tokens import Words

_FOOTNOTE = re.compile(r"\s*(\d{1,2})\s+")
_MARK = re.compile(r"(?<=[^\W\d_])[.,)]?(\d{1,2})(?!\w)")


@attrs.define(slots=False)
class TextLayout:
    """The layout of one text, computed from its words and from the declared sections.

    A list is a row of items without other text between them; a section can declare the sizes of its lists instead.

    Attributes:
        source: the text.
    """

    source: SourceText

    def place(self, key: str, passage: Passage) -> LockedPassage:
        """Return a passage with its place.

        The place is that of one item, row or footnote only if the whole passage is within it.

        Args:
            key: the key of its citation.
            passage: the passage.

        Raises:
            SourceError: a section declares lists that its text does not have.
        """
        block = next((each for each in self._blocks if each.first <= passage.first <= each.last), None)
        within = block if block is not None and passage.last <= block.last else None
        return LockedPassage(
            passage=key,
            digest=passage.digest,
            items=self._items.get(within.first, ()) if within is not None else (),
            row=self._rows.get(within.first) if within is not None else None,
            footnote=self._footnotes.get(within.first) if within is not None else None,
            page=self._page(passage.first),
            leads_in=passage.last in self._lead_ins,
        )

    @locked_property
    def _blocks(self) -> list[Segment]:
        return list(_whole_rows(blocks_of(self.source), self.source))

    @locked_property
    def _items(self) -> dict[int, tuple[ListItem, ...]]:
        """The place in its lists of each item, by its first word."""
        found: dict[int, tuple[ListItem, ...]] = {}
        for name, group in groupby(self._blocks, key=lambda each: each.section):
            section, blocks = self.source.text.section(name), list(group)
            sizes = None if section is None else section.lists
            joined = sizes is not None
            for run in _lists(blocks, joined=joined):
                signs = [opening_of(self.source, each) for each in run]
                numbers = item_numbers(signs, sizes)
                if section is not None and numbers is None:
                    raise _wrong_lists(self.source, section)
                found.update(zip((each.first for each in run), numbers or (), strict=False))
            if section is not None and sizes and not any(each.kind is SegmentType.BULLET for each in blocks):
                raise _wrong_lists(self.source, section)
        return found

    @locked_property
    def _rows(self) -> dict[int, ListItem]:
        """The number of each row in its table, without headings, by its first word."""
        found: dict[int, ListItem] = {}
        for is_row, group in groupby(self._blocks, key=lambda each: each.kind is SegmentType.ROW):
            table = list(group) if is_row else []
            section = self.source.text.section(table[0].section) if table else None
            rows = table[0 if section is None else section.heading_rows :]
            found.update({each.first: ListItem(at, len(rows)) for at, each in enumerate(rows, 1)})
        return found

    @locked_property
    def _footnotes(self) -> dict[int, int]:
        """The number of each footnote, by its first word.

        Paragraphs that begin with numbers in sequence are footnotes if the text has the mark of one of them before.
        """
        numbered: list[tuple[Segment, int]] = []
        for each in self._blocks:
            match = _FOOTNOTE.match(opening_of(self.source, each) + " ")
            if each.kind is SegmentType.SENTENCE and match:
                numbered.append((each, int(match[1])))
        found: dict[int, int] = {}
        for run in _sequences(numbered):
            before = self.source.words.text[: self.source.words.places[run[0][0].first][0]]
            if {int(each[1]) for each in _MARK.finditer(before)} & {number for _, number in run}:
                found.update({each.first: number for each, number in run})
        return found

    @locked_property
    def _lead_ins(self) -> frozenset[int]:
        """The last words of the blocks that lists follow."""
        return frozenset(
            before.last
            for before, each in pairwise(self._blocks)
            if each.kind is SegmentType.BULLET
            and before.kind is SegmentType.SENTENCE
            and before.section == each.section
        )

    @locked_property
    def _page_starts(self) -> list[int]:
        """The first word of each page but the first, in a copy with page breaks."""
        content, furniture = self.source.content, self.source.text.furniture
        breaks = [at for at, each in enumerate(content) if each == "\f"]
        return [len(Words.of(content[:at], furniture).words) for at in breaks]

    def _page(self, word: int) -> int | None:
        starts = self._page_starts
        return 1 + sum(start <= word for start in starts) if starts else None


def _whole_rows(blocks: Sequence[Segment], source: SourceText) -> Iterator[Segment]:
    """Yield the blocks; a row without a first cell belongs to the one above."""
    current: Segment | None = None
    for each in blocks:
        goes_on = each.kind is SegmentType.ROW and opening_of(source, each).startswith("\t")
        if goes_on and current is not None and current.kind is SegmentType.ROW:
            current = attrs.evolve(current, last=each.last, text=f"{current.text} {each.text}")
            continue
        if current is not None:
            yield current
        current = each
    if current is not None:
        yield current


def _lists(blocks: Sequence[Segment], *, joined: bool) -> Iterator[list[Segment]]:
    """Yield the items of each list of a section; all together if they are joined."""
    if joined:
        items = [each for each in blocks if each.kind is SegmentType.BULLET]
        if items:
            yield items
        return
    for is_item, group in groupby(blocks, key=lambda each: each.kind is SegmentType.BULLET):
        if is_item:
            yield list(group)


def _sequences(numbered: Sequence[tuple[Segment, int]]) -> Iterator[list[tuple[Segment, int]]]:
    """Yield the adjacent paragraphs that have numbers in sequence."""
    run: list[tuple[Segment, int]] = []
    for each, number in numbered:
        if run and (each.first, number) != (run[-1][0].last + 1, run[-1][1] + 1):
            yield run
            run = []
        run.append((each, number))
    if run:
        yield run


def _wrong_lists(source: SourceText, section: Section) -> SourceError:
    return SourceError(
        Message(
            en="the section {section!r} declares lists of {counts} items, and its text has other lists.",
            sv="avsnittet {section!r} anger listor med {counts} punkter, och dess text har andra listor.",
            section=section.id,
            counts=section.lists,
        ),
        value=section.id,
        place=source.text.file,
        fix=Message(en="Count the items, or leave `lists` out.", sv="Räkna punkterna, eller utelämna `lists`."),
    )
