"""What words mean, what is aimed at, and how people take part."""

import enum

import attrs

from psykavtal.model.provisions.base import Provision
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True, repr=False)
class Definition(Provision):
    """What a term means, and by whom.

    Attributes:
        term: the term as the text spells it.
        whose: whose definition it is, as the text says; empty if it is the text's own or is not said.
    """

    term: str
    whose: str = ""


class AimType(enum.Enum):
    """The kind of aim it is."""

    PURPOSE = "purpose"
    GOAL = "goal"
    PRINCIPLE = "principle"
    STRATEGY = "strategy"
    VALUE = "value"

    @property
    def label(self) -> Wording:
        """The label for people."""
        return _AIMS[self]


_AIMS = {
    AimType.PURPOSE: Wording(sv="syfte", en="purpose"),
    AimType.GOAL: Wording(sv="mål", en="goal"),
    AimType.PRINCIPLE: Wording(sv="princip", en="principle"),
    AimType.STRATEGY: Wording(sv="strategi", en="strategy"),
    AimType.VALUE: Wording(sv="värde", en="value"),
}


@attrs.frozen(kw_only=True, repr=False)
class Aim(Provision):
    """A purpose, goal, principle, strategy or value.

    Attributes:
        aim: what kind.
        owner: id of the document, agreement or body whose aim it is; empty if the text does not say.
    """

    aim: AimType
    owner: str = ""

    def refers_to(self) -> dict[str, tuple[str, ...]]:
        """Its own, and the owner."""
        return {**super().refers_to(), "owner": (self.owner,) if self.owner else ()}


class ParticipationLevel(enum.Enum):
    """A level of participation that counties' own words can be told by, where a text supports it."""

    SYSTEM = "system"
    ORGANISATION = "organisation"
    INDIVIDUAL = "individual"

    @property
    def label(self) -> Wording:
        """The label for people."""
        return _LEVELS[self]


_LEVELS = {
    ParticipationLevel.SYSTEM: Wording(sv="systemnivå", en="system level"),
    ParticipationLevel.ORGANISATION: Wording(sv="verksamhetsnivå", en="level of the service"),
    ParticipationLevel.INDIVIDUAL: Wording(sv="individnivå", en="level of the individual"),
}


@attrs.frozen(kw_only=True, repr=False)
class Participation(Provision):
    """A level on which people take part.

    Attributes:
        level: in the text's own word.
        corresponds_to: the level that it comes to, where the text supports one.
    """

    level: str
    corresponds_to: ParticipationLevel | None = None


class Certainty(enum.Enum):
    """How sure the words of a figure are."""

    READ = "read"
    RESTORED = "restored"
    UNREADABLE = "unreadable"


_UNREADABLE = Wording(sv="(oläsligt)", en="(unreadable)")
_MARKS = {
    Certainty.RESTORED: Wording(sv="(återställt)", en="(restored)"),
    Certainty.UNREADABLE: Wording(sv="(delvis oläsligt)", en="(partly unreadable)"),
}


@attrs.frozen(kw_only=True)
class RungCell:
    """A cell of a figure.

    Attributes:
        words: as read or restored; empty if it cannot be read.
        certainty: how sure they are.
    """

    words: str = ""
    certainty: Certainty = Certainty.READ

    def in_language(self, lang: str) -> str:
        """Return the words, with a mark in `lang` if they are not certain."""
        if not self.words:
            return _UNREADABLE.to(lang)
        mark = _MARKS.get(self.certainty)
        return self.words if mark is None else f"{self.words} {mark.to(lang)}"

    def __str__(self) -> str:
        """The words, with a mark in Swedish if they are not certain."""
        return self.in_language("sv")


@attrs.frozen(kw_only=True)
class Rung:
    """A grade of a ladder of participation.

    Attributes:
        grade: its name.
        meaning: what is done.
        verb: what those who take part do.
    """

    grade: RungCell
    meaning: RungCell
    verb: RungCell

    def in_language(self, lang: str) -> str:
        """Return the cells, the grade first, with their marks in `lang`."""
        return f"{self.grade.in_language(lang)}: {self.meaning.in_language(lang)}; {self.verb.in_language(lang)}"

    def __str__(self) -> str:
        """The cells, the grade first, in Swedish."""
        return self.in_language("sv")


@attrs.frozen(kw_only=True, repr=False)
class ParticipationLadder(Provision):
    """A ladder of participation, the least degree of influence last.

    Attributes:
        rungs: from the highest grade to the lowest.
    """

    rungs: tuple[Rung, ...]
