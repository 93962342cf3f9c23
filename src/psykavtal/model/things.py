"""Things belong to a county and outlive the editions of its agreement."""

import enum
from typing import ClassVar

import attrs

from psykavtal.errors import Message
from psykavtal.model.remarks import Remark
from psykavtal.model.validators import matches, not_empty
from psykavtal.model.wording import Wording

_UNNAMED = Wording(sv="namnges inte", en="not named")


class BodyType(enum.Enum):
    """The type of a body, if a text states it."""

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

    @property
    def label(self) -> Wording:
        """The label for people."""
        return _BODY_TYPES[self]


_BODY_TYPES = {
    BodyType.ARENA: Wording(sv="samverkansarena", en="cooperation arena"),
    BodyType.NETWORK: Wording(sv="nätverk", en="network"),
    BodyType.STEERING_GROUP: Wording(sv="styrgrupp", en="steering group"),
    BodyType.STRATEGY_GROUP: Wording(sv="strategigrupp", en="strategy group"),
    BodyType.WORKING_GROUP: Wording(sv="arbetsgrupp", en="working group"),
    BodyType.COUNCIL: Wording(sv="råd", en="council"),
    BodyType.PROGRAMME_AREA: Wording(sv="programområde", en="programme area"),
    BodyType.ASSEMBLY: Wording(sv="beslutande församling", en="assembly"),
    BodyType.DIALOGUE: Wording(sv="dialog", en="dialogue"),
    BodyType.ORGANISATION: Wording(sv="organisation", en="organisation"),
    BodyType.AUTHORITY: Wording(sv="myndighet", en="authority"),
}


class Side(enum.Enum):
    """The principals that a body belongs to, if a text states it."""

    MUNICIPAL = "municipal"
    REGIONAL = "regional"
    BOTH = "both"

    @property
    def label(self) -> Wording:
        """The label for people."""
        return _SIDES[self]


_SIDES = {
    Side.MUNICIPAL: Wording(sv="kommunal", en="municipal"),
    Side.REGIONAL: Wording(sv="regional", en="regional"),
    Side.BOTH: Wording(sv="gemensam", en="of both principals"),
}


class Level(enum.Enum):
    """The level of a body, political or official, if a text states it."""

    POLITICAL = "political"
    OFFICIAL = "official"

    @property
    def label(self) -> Wording:
        """The label for people."""
        return _LEVELS[self]


_LEVELS = {
    Level.POLITICAL: Wording(sv="politisk", en="political"),
    Level.OFFICIAL: Wording(sv="tjänstemannanivå", en="official"),
}


@attrs.frozen(kw_only=True)
class Thing:
    """A subject of provisions: a body, role, service, agreement or document.

    Attributes:
        id: unique within the county, never reused.
        names: as the texts spell them, the fullest first; for an unnamed thing,
            the words by which the text refers to it.
        unnamed: true if the text names no body, only describes one.
        remarks: remarks for readers.
    """

    KIND: ClassVar[Wording]
    """The kind of thing, for people."""

    id: str = attrs.field(
        validator=matches(
            r"[a-z0-9][a-z0-9.-]*",
            Message(
                en="lower-case letters, digits, dots and hyphens", sv="små bokstäver, siffror, punkter och bindestreck"
            ),
        )
    )
    names: tuple[str, ...] = attrs.field(validator=not_empty)
    unnamed: bool = False
    remarks: tuple[Remark, ...] = ()

    @property
    def name(self) -> str:
        """The fullest name."""
        return self.names[0]

    def label(self, lang: str = "sv") -> str:
        """Return the name, marked if the thing is unnamed."""
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
        type: the type of body, if a text states it.
        side: the principals that it belongs to, if a text states it.
        level: political or official, if a text states it.
    """

    KIND = Wording(sv="organ", en="body")

    type: BodyType | None = None
    side: Side | None = None
    level: Level | None = None

    __str__ = Thing.__str__


@attrs.frozen(kw_only=True)
class Role(Thing):
    """A function of a person; people are never named."""

    KIND = Wording(sv="roll", en="role")

    __str__ = Thing.__str__


@attrs.frozen(kw_only=True)
class Service(Thing):
    """A service that is given to people."""

    KIND = Wording(sv="verksamhet", en="service")

    __str__ = Thing.__str__


@attrs.frozen(kw_only=True)
class Agreement(Thing):
    """The agreement itself, across its editions."""

    KIND = Wording(sv="överenskommelse", en="agreement")

    __str__ = Thing.__str__
