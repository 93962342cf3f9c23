"""The elements of a citation: what the grammar reads, before places are given to acts."""

import enum

import attrs

from psykavtal.law.pinpoints import Pinpoint


class Link(enum.Enum):
    """A connection between two elements."""

    AND = "and"
    COMMA = "comma"
    RANGE = "range"
    OPEN = "open"
    CLOSE = "close"
    IN = "in"
    RESPECTIVELY = "respectively"
    SLASH = "slash"


class Same(enum.Enum):
    """A reference back to an act or a place."""

    ACT = "act"
    CHAPTER = "chapter"
    SECTION = "section"
    BARE_ACT = "bare-act"


@attrs.frozen(kw_only=True)
class Element:
    """A stretch of the text.

    Attributes:
        start: the first character.
        end: the character after the last.
    """

    start: int
    end: int


@attrs.frozen(kw_only=True)
class ActName(Element):
    """An act, by a name or by its number.

    Attributes:
        name: as written, without genitive; empty if only the number is given.
        number: as written; empty if only the name is given.
        version: the act of the name, if the text states it: "older", "newer" or a year, "1982".
        is_sure: true if it is an act in any position; others are acts beside a place or a number.
        is_foreign: true if it is something else that has sections: an agreement, the minutes of a board.
    """

    name: str = ""
    number: str = ""
    version: str = ""
    is_sure: bool = True
    is_foreign: bool = False


@attrs.frozen(kw_only=True)
class Chapters(Element):
    """Chapters without sections; `sign_first` as in "kap. 16"."""

    numbers: tuple[str, ...]
    sign_first: bool


@attrs.frozen(kw_only=True)
class Sections(Element):
    """Sections of one chapter, or of several as in "16:3"."""

    pinpoints: tuple[Pinpoint, ...]
    sign_first: bool = False
    is_pair: bool = False
    is_dotted: bool = False


@attrs.frozen(kw_only=True)
class Parts(Element):
    """Parts of a section, all of one unit: "st.", "men.", "p." or "streck."."""

    numbers: tuple[str, ...]
    unit: str
    in_words: bool = False


@attrs.frozen(kw_only=True)
class Unit(Element):
    """A word for a part of a section without a number."""


@attrs.frozen(kw_only=True)
class BehindAct(Element):
    """A part behind an act, joined with the place before the act.

    Attributes:
        place: the position of that place.
    """

    place: int


@attrs.frozen(kw_only=True)
class Given(Element):
    """A place that was given to an act."""


@attrs.frozen(kw_only=True)
class Numbers(Element):
    """Numbers without a sign: items of a section if they follow one."""

    numbers: tuple[str, ...]


@attrs.frozen(kw_only=True)
class ReportMention(Element):
    """An inquiry, a bill or an agency's regulation."""

    series: str
    number: str


@attrs.frozen(kw_only=True)
class Connection(Element):
    """A connection between two elements."""

    link: Link


@attrs.frozen(kw_only=True)
class BackReference(Element):
    """A reference back."""

    same: Same


@attrs.frozen(kw_only=True)
class UnreadText(Element):
    """Text that has meaning for a citation but is not read."""


@attrs.frozen(kw_only=True)
class Word(Element):
    """Any other word."""
