"""A place in an act: chapter, section and the part of a section."""

import re

import attrs

from psykavtal.errors import CitationError, Message

_PRINTED = re.compile(
    r"(?:(?P<chapter>\d+(?: [a-z])?) kap\.)?(?:(?:^|(?<=\.) )(?P<section>\d+(?: [a-z])?) §(?: (?P<part>\d.*))?)?"
)


@attrs.frozen(order=True)
class Pinpoint:
    """A place in an act.

    Attributes:
        chapter: the chapter's number with its letter, as text: "16", "2 a"; empty if none is given.
        section: the section's (paragraf, §) number with its letter, as text: "3", "8 a"; empty for a whole chapter.
        part: paragraphs (stycken), sentences (meningar) and items (punkter) of the section, "2 st. 1 men."; or empty.

    Examples:
        >>> print(Pinpoint("5", "8 a"), "|", Pinpoint("", "9", "1 p."), "|", Pinpoint("2 a"))
        5 kap. 8 a § | 9 § 1 p. | 2 a kap.
    """

    chapter: str = ""
    section: str = ""
    part: str = ""

    @classmethod
    def of(cls, printed: str) -> "Pinpoint":
        """Return the place that is printed so, as in "5 kap. 8 a §".

        Raises:
            CitationError: the text is not a place as `str` prints it.

        Examples:
            >>> Pinpoint.of("5 kap. 8 a §")
            Pinpoint(chapter='5', section='8 a', part='')
        """
        match = _PRINTED.fullmatch(printed)
        if match is None or not printed:
            raise CitationError(
                Message(en="{text!r} is not a place in an act.", sv="{text!r} är inget lagrum.", text=printed),
                value=printed,
                fix=Message(en="Write it like 5 kap. 8 a § or 9 §.", sv="Skriv det som 5 kap. 8 a § eller 9 §."),
            )
        return cls(match["chapter"] or "", match["section"] or "", match["part"] or "")

    @property
    def whole(self) -> "Pinpoint":
        """The section as a whole."""
        return attrs.evolve(self, part="")

    def __str__(self) -> str:
        """The place as Swedish law prints it."""
        chapter = f"{self.chapter} kap." if self.chapter else ""
        section = f"{self.section} §" if self.section else ""
        return " ".join(each for each in (chapter, section, self.part) if each)
