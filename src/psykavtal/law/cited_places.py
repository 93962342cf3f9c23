"""Places as a citation has them: sections with their parts, before or after an act."""

from collections.abc import Sequence

import attrs

from psykavtal.law.elements import Element, Parts
from psykavtal.law.mentions import Mention
from psykavtal.law.pinpoints import Pinpoint

_PARAGRAPH = "st."


@attrs.frozen(kw_only=True)
class CitedPlace(Element):
    """Places in one act, one after another.

    Attributes:
        sections: the places; a section without a chapter may take that of the place before it.
        parts: the parts of the last of them, each from the paragraph (stycke) down: ("1 st.", "2 p.").
        is_pair: true if they are written "16:3", which is section and item in an act without chapters.
        is_dotted: true if they are written "9.1", which is a place only beside an act.
        same: true if a section named before is meant ("samma paragraf").
    """

    sections: tuple[Pinpoint, ...]
    parts: tuple[tuple[str, ...], ...] = ()
    is_pair: bool = False
    is_dotted: bool = False
    same: bool = False

    @property
    def pinpoints(self) -> tuple[Pinpoint, ...]:
        """The places, the last with its parts."""
        part = ", ".join(" ".join(each) for each in self.parts)
        return (*self.sections[:-1], attrs.evolve(self.sections[-1], part=part))

    def in_chapter(self, chapter: str) -> "CitedPlace":
        """Return the places in a chapter."""
        return attrs.evolve(self, sections=tuple(attrs.evolve(each, chapter=chapter) for each in self.sections))

    def with_part(self, part: Parts, *, also: bool = False) -> "CitedPlace":
        """Return the place with a part within its last part, or beside it."""
        frame = self.parts[-1] if self.parts else ()
        if also:
            frame = tuple(each for each in frame if each.endswith(_PARAGRAPH) and part.unit != _PARAGRAPH)
        new = tuple((*frame, f"{each} {part.unit}") for each in part.numbers)
        kept = self.parts if also else self.parts[:-1]
        return attrs.evolve(self, parts=(*kept, *new), end=max(self.end, part.end))


def inherited(places: Sequence[CitedPlace]) -> list[CitedPlace]:
    """Return the places of a row; a section takes the chapter before it."""
    chapter = ""
    found: list[CitedPlace] = []
    for place in places:
        given = place.sections[-1].chapter
        found.append(place if given or not chapter or place.same else place.in_chapter(chapter))
        chapter = given or chapter
    return found


def pinpoints_of(place: CitedPlace, mention: Mention, *, has_chapters: bool | None) -> tuple[Pinpoint, ...]:
    """Return the pinpoints of a place; "9:9" is an item without chapters."""
    if place.same:
        last = mention.pinpoints[-1] if mention.pinpoints else Pinpoint()
        return (attrs.evolve(last, part=place.pinpoints[0].part),)
    if (place.is_pair or place.is_dotted) and has_chapters is False:
        return tuple(Pinpoint("", at.chapter, f"{at.section} p.") for at in place.pinpoints)
    return place.pinpoints
