"""Assign the places of a citation to the adjacent acts."""

from collections.abc import Iterator, Sequence
from contextlib import suppress

import attrs

from psykavtal.law.cited_places import CitedPlace, inherited, pinpoints_of
from psykavtal.law.elements import BackReference, Connection, Element, Given, Link, Same, UnreadText, Word
from psykavtal.law.mentions import Mention, Names
from psykavtal.law.numbers import UnreadableRangeError, between
from psykavtal.law.pinpoints import Pinpoint

_IN_A_ROW = {Link.AND, Link.COMMA, Link.RANGE, Link.RESPECTIVELY}
_LONGEST_ROW_CONNECTION = 2


@attrs.frozen
class _Beside:
    """An act beside a row of places."""

    at: int
    behind_comma: bool = False
    is_reference: bool = False


class Owners:
    """The elements of a citation while places are given to acts.

    Attributes:
        elements: mentions, places and all else, in the order of the text.
    """

    def __init__(self, elements: Sequence[Element], names: Names) -> None:
        """Take the elements; `give` does the work."""
        self.elements = list(elements)
        self._names = names
        last: int | None = None
        self._last_mentions: list[int | None] = []
        for at, element in enumerate(self.elements):
            self._last_mentions.append(last)
            last = at if isinstance(element, Mention) else last

    def give(self) -> list[Element]:
        """Return the elements with each place at its mention, or unread."""
        at = 0
        while at < len(self.elements):
            if isinstance(self.elements[at], CitedPlace):
                row = list(self._row(at))
                self._give_row(row)
                at = row[-1]
            at += 1
        return [_settled(each) for each in self.elements]

    def _row(self, at: int) -> Iterator[int]:
        """The positions of places that follow each other, with no more than connections between."""
        yield at
        while True:
            after = at + 1
            while after - at <= _LONGEST_ROW_CONNECTION and self._is_connection(after, _IN_A_ROW):
                after += 1
            if after >= len(self.elements) or not isinstance(self.elements[after], CitedPlace):
                return
            at = after
            yield at

    def _give_row(self, row: list[int]) -> None:
        """Give the places of a row to the acts before and behind it."""
        before, after = self._before(row[0]), self._after(row[-1])
        if self._is_distributed(row, before, after):
            self._give(row, None)
        elif len(row) == 1 and self._place(row[0]).same:
            self._give(row, self._last_mentions[row[0]])
        elif self._place(row[0]).is_dotted:
            self._give(row, before.at if before and not before.behind_comma and len(row) == 1 else None)
        elif after is None:
            self._give_to_one(row, before)
        elif before is not None and self._is_number_of(after, before.at):
            self._give(row, before.at)
            number = self._mention(after)
            self.elements[before.at] = attrs.evolve(self._mention(before.at), number=number.number)
            self.elements[after] = Word(start=number.start, end=number.end)
        elif before is None or self._mention(before.at).pinpoints or (before.behind_comma and len(row) == 1):
            self._give(row, after)
        elif not self._mention(after).is_sure:
            self._give(row, before.at)
        elif len(row) == 1:  # "HSL 16 kap. 4 § SoL": of the act before only if the act behind has a place behind it
            self._give(row, before.at if self._has_place_behind(after) else None)
        else:
            self._give(row[:1], None if before.behind_comma else before.at)
            self._give(row[1:-1], None)
            self._give(row[-1:], after)

    def _give_to_one(self, row: list[int], before: _Beside | None) -> None:
        """Give the places of a row to the act before, else behind a comma."""
        if before is None:
            self._give(row, self._behind_comma(row[-1]))
            return
        mention = self._mention(before.at)
        given = mention.pinpoints
        if self._is_behind_unread(before.at) or (given and before.behind_comma and not before.is_reference):
            self._give(row, None)
        elif len(given) == 1 and not given[0].section and not self._place(row[0]).sections[0].chapter:
            self.elements[before.at] = attrs.evolve(mention, pinpoints=())  # "16 kap. HSL 3 §"
            self.elements[row[0]] = self._place(row[0]).in_chapter(given[0].chapter)
            self._give(row, before.at)
        else:
            self._give(row, before.at, stray=not before.is_reference)

    def _is_distributed(self, row: list[int], before: _Beside | None, after: int | None) -> bool:
        """Return whether "respektive" gives each place an act of its own."""
        connects = any(self._is_connection(at - 1, {Link.RESPECTIVELY}) for at in row[1:])
        sibling = {Link.RESPECTIVELY, Link.AND, Link.COMMA}
        behind = after is not None and self._is_connection(after + 1, sibling) and self._is_mention(after + 2)
        ahead = before is not None and self._is_connection(before.at - 1, sibling) and self._is_mention(before.at - 2)
        return connects and (behind or ahead)

    def _is_mention(self, at: int) -> bool:
        return 0 <= at < len(self.elements) and isinstance(self.elements[at], Mention)

    def _give(self, row: list[int], owner: int | None, *, stray: bool = False) -> None:
        """Give the places at some positions to a mention.

        Without a mention, they are unread.

        Args:
            row: the positions.
            owner: the position of the mention, if any.
            stray: whether the places are stray if the mention has others.
        """
        if owner is None or not row or self._mention(owner).is_foreign:
            for at in row:
                self.elements[at] = _unread(self.elements[at])
            return
        mention = self._mention(owner)
        has_chapters = self._names.have_chapters(mention)
        found: list[Pinpoint] = []
        places = inherited([self._in_same_chapter(at, mention) for at in row])
        for number, place in enumerate(places):
            unread = place.is_dotted and has_chapters is None
            self.elements[row[number]] = _unread(place) if unread else Given(start=place.start, end=place.end)
            found += self._between(row, number, places)
            found += () if unread else pinpoints_of(place, mention, has_chapters=has_chapters)
        is_stray = stray and bool(mention.pinpoints)
        self.elements[owner] = attrs.evolve(
            mention,
            is_sure=True,
            pinpoints=mention.pinpoints if is_stray else (*mention.pinpoints, *found),
            stray=(*mention.stray, *found) if is_stray else mention.stray,
        )

    def _in_same_chapter(self, at: int, mention: Mention) -> CitedPlace:
        """The place at a position, in the chapter that "samma kapitel" behind it refers to."""
        place = self._place(at)
        behind = self.elements[at + 1] if at + 1 < len(self.elements) else None
        if isinstance(behind, BackReference) and behind.same is Same.CHAPTER and mention.pinpoints:
            return place.in_chapter(mention.pinpoints[-1].chapter)
        return place

    def _between(self, row: list[int], number: int, places: list[CitedPlace]) -> tuple[Pinpoint, ...]:
        """Return the places between two that a range connects; unread if they cannot be known."""
        if not number or not self._is_connection(row[number] - 1, {Link.RANGE}):
            return ()
        first, last = places[number - 1].pinpoints[-1], places[number].sections[0]
        if first.chapter == last.chapter and first.section and last.section and not first.part:
            with suppress(UnreadableRangeError):
                return tuple(Pinpoint(first.chapter, each) for each in between(first.section, last.section))
        self.elements[row[number] - 1] = _unread(self.elements[row[number] - 1])
        return ()

    def _before(self, at: int) -> _Beside | None:
        """Return the act before a row, a bracket, a colon or a comma."""
        before, behind_comma = at - 1, False
        while before >= 0 and self._is_connection(before, {Link.OPEN, Link.COMMA, Link.IN}):
            behind_comma = behind_comma or self._is_connection(before, {Link.COMMA})
            before -= 1
        owner = self._referred(before)
        return None if owner is None else _Beside(owner, behind_comma, owner != before)

    def _after(self, at: int) -> int | None:
        """The act behind a row: directly, behind "i", or behind an opening bracket."""
        after = at + 1
        while self._is_connection(after, {Link.OPEN, Link.IN}) or self._is_unread(after):
            after += 1
        return self._referred(after)

    def _behind_comma(self, at: int) -> int | None:
        """Return the act behind a row and a comma: "16 kap. 3 §, HSL"."""
        after = self._after(at + 1) if self._is_connection(at + 1, {Link.COMMA}) else None
        return None if after is None or self._has_place_behind(after) else after

    def _is_number_of(self, number: int, mention: int) -> bool:
        """Return whether a mention is the number of another one."""
        return not self._mention(number).names and not self._mention(mention).number

    def _is_behind_unread(self, at: int | None) -> bool:
        """Return whether only words are between an act and an unread place."""
        if at is None:
            return False
        before = at - 1
        while before >= 0 and (
            isinstance(self.elements[before], Word) or self._is_connection(before, {Link.COMMA, Link.AND})
        ):
            before -= 1
        return before < at - 1 and self._is_unread(before)

    def _is_unread(self, at: int) -> bool:
        return 0 <= at < len(self.elements) and isinstance(self.elements[at], UnreadText)

    def _referred(self, at: int) -> int | None:
        """The mention at a position, or that to which the position refers back."""
        element = self.elements[at] if 0 <= at < len(self.elements) else None
        if isinstance(element, Mention):
            return at
        if isinstance(element, BackReference):
            return self._last_mentions[at]
        return None

    def _has_place_behind(self, at: int) -> bool:
        behind = at + 1
        while behind < len(self.elements) and self._is_connection(behind, {Link.OPEN}):
            behind += 1
        return behind < len(self.elements) and isinstance(self.elements[behind], CitedPlace)

    def _is_connection(self, at: int, links: set[Link]) -> bool:
        element = self.elements[at] if 0 <= at < len(self.elements) else None
        return isinstance(element, Connection) and element.link in links

    def _mention(self, at: int) -> Mention:
        element = self.elements[at]
        assert isinstance(element, Mention)
        return element

    def _place(self, at: int) -> CitedPlace:
        element = self.elements[at]
        assert isinstance(element, CitedPlace)
        return element


def _settled(element: Element) -> Element:
    """Turn an unsure mention without an adjacent place into a word."""
    if isinstance(element, Mention) and (not element.is_sure or element.is_foreign):
        return Word(start=element.start, end=element.end)
    return element


def _unread(element: Element) -> UnreadText:
    return UnreadText(start=element.start, end=element.end)
