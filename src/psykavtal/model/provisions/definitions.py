"""Kinds for definitions, aims and participation."""

import enum
from collections.abc import Iterator
from typing import ClassVar

import attrs

from psykavtal.model.provisions.base import NameOf, Provision
from psykavtal.model.provisions.kind_register import kind
from psykavtal.model.vocabulary import FactType
from psykavtal.model.wording import Wording


@kind
@attrs.frozen(kw_only=True, repr=False)
class Definition(Provision):
    """The definition of a term.

    Attributes:
        term: the term as the text spells it.
        whose: the author of the definition, by the text; empty if it is the text's own or not stated.
        fact: id of the fact of the vocabulary that the term is; empty for another term.
    """

    PLURAL = Wording(sv="Definitioner", en="Definitions")
    TOPIC = "terms.definitions"
    TABLE = "definitions"
    QUOTED = frozenset({"term", "whose"})
    FACTS: ClassVar = {"fact": FactType.TRUTH}
    LABELS: ClassVar = {
        "fact": Wording(sv="uppgift", en="fact"),
        "term": Wording(sv="begrepp", en="term"),
        "whose": Wording(sv="vems", en="whose"),
    }

    term: str
    whose: str = ""
    fact: str = ""

    def lines(self, topic: str, name_of: NameOf) -> tuple[Wording, ...]:
        """Return the term with its definition."""
        del topic, name_of
        return (Wording(sv=f"{self.term}: {self.wording.sv}", en=f"{self.term}: {self.wording.to('en')}"),)


class AimType(enum.Enum):
    """The type of an aim."""

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


@kind
@attrs.frozen(kw_only=True, repr=False)
class Aim(Provision):
    """A purpose, goal, principle, strategy or value.

    Attributes:
        aim: the type.
        owner: id of the document, agreement or body with this aim; empty if the text does not state it.
    """

    PLURAL = Wording(sv="Syften och mål", en="Aims")
    TABLE = "aims"
    REFERENCES = (*Provision.REFERENCES, "owner")
    LABELS: ClassVar = {
        "aim": Wording(sv="slag av mål", en="kind of aim"),
        "owner": Wording(sv="vems", en="whose"),
    }

    aim: AimType
    owner: str = ""


class ParticipationLevel(enum.Enum):
    """A level of participation, common to all counties."""

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


@kind
@attrs.frozen(kw_only=True, repr=False)
class Participation(Provision):
    """A level of participation in the text.

    Attributes:
        level: in the text's own word.
        corresponds_to: the common level, if the text supports one.
    """

    PLURAL = Wording(sv="Former för delaktighet", en="Forms of participation")
    TOPIC = "participation.levels"
    QUOTED = frozenset({"level"})
    LABELS: ClassVar = {
        "corresponds_to": Wording(sv="motsvarar", en="corresponds to"),
        "level": Wording(sv="nivå", en="level"),
    }

    level: str
    corresponds_to: ParticipationLevel | None = None


class Certainty(enum.Enum):
    """The certainty of the words of a figure."""

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
        certainty: the certainty of the words.
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
        meaning: the action.
        verb: the action of the participants.
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


@kind
@attrs.frozen(kw_only=True, repr=False)
class ParticipationLadder(Provision):
    """A ladder of participation, the least degree of influence last.

    Attributes:
        rungs: from the highest grade to the lowest.
    """

    PLURAL = Wording(sv="Trappor för delaktighet", en="Ladders of participation")
    TOPIC = "participation.ladder"
    LABELS: ClassVar = {
        "rungs": Wording(sv="steg på stegen", en="grades of the ladder"),
    }

    rungs: tuple[Rung, ...]

    def searchable(self) -> Iterator[tuple[str, str]]:
        """Yield the words of the figure, too."""
        yield from super().searchable()
        for rung in self.rungs:
            yield from (("rungs", cell.words) for cell in (rung.grade, rung.meaning, rung.verb) if cell.words)

    def lines(self, topic: str, name_of: NameOf) -> tuple[Wording, ...]:
        """Return the wording, and a line for each rung."""
        del topic, name_of
        rungs = (Wording(sv=each.in_language("sv"), en=each.in_language("en")) for each in self.rungs)
        return (self.wording, *rungs)
