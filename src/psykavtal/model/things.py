"""Things belong to a county and outlive the editions of its agreement."""

import enum

import attrs

from psykavtal.model.validators import matches, not_empty
from psykavtal.model.wording import Wording

_UNNAMED = Wording(sv="namnges inte", en="not named")


class BodyType(enum.Enum):
    """What kind of body it is, where a text says so."""

    ARENA = "arena"
    NETWORK = "network"
    STEERING_GROUP = "steering-group"
    STRATEGY_GROUP = "strategy-group"
    WORKING_GROUP = "working-group"
    COUNCIL = "council"
    PROGRAMME_AREA = "programme-area"
    ASSEMBLY = "assembly"
    DIALOGUE = "dialogue"
    ORGANISATION = "organisation"
    AUTHORITY = "authority"


class Side(enum.Enum):
    """Which principals' body it is, where a text says so."""

    MUNICIPAL = "municipal"
    REGIONAL = "regional"
    BOTH = "both"


class Level(enum.Enum):
    """Whether politicians or officials meet in it, where a text says so."""

    POLITICAL = "political"
    OFFICIAL = "official"


@attrs.frozen(kw_only=True)
class Thing:
    """What provisions are about.

    Attributes:
        id: unique within the county, never reused.
        names: as the texts spell them, the fullest first; for what a text leaves unnamed,
            the words by which it refers to it.
        unnamed: whether the text names no body, only describes one.
        note: what a reader should know.
    """

    id: str = attrs.field(validator=matches(r"[a-z0-9][a-z0-9.-]*", "lower-case letters, digits, dots and hyphens"))
    names: tuple[str, ...] = attrs.field(validator=not_empty)
    unnamed: bool = False
    note: Wording | None = None

    @property
    def name(self) -> str:
        """The fullest name."""
        return self.names[0]

    def label(self, lang: str = "sv") -> str:
        """The name; what is unnamed says so."""
        return f"{self.name} ({_UNNAMED.to(lang)})" if self.unnamed else self.name

    def in_language(self, lang: str) -> str:
        """Return the label in `lang`."""
        return self.label(lang)

    def __str__(self) -> str:
        """The label in Swedish."""
        return self.label()


@attrs.frozen(kw_only=True)
class Body(Thing):
    """An arena, a network, a group, a council, an assembly.

    Attributes:
        type: what kind of body, where a text says so.
        side: whose body, where a text says so.
        level: political or official, where a text says so.
    """

    type: BodyType | None = None
    side: Side | None = None
    level: Level | None = None

    __str__ = Thing.__str__


@attrs.frozen(kw_only=True)
class Role(Thing):
    """A function that somebody holds; people are never named."""

    __str__ = Thing.__str__


@attrs.frozen(kw_only=True)
class Service(Thing):
    """A service that is given to people."""

    __str__ = Thing.__str__


@attrs.frozen(kw_only=True)
class Agreement(Thing):
    """The agreement itself, across its editions."""

    __str__ = Thing.__str__
