"""The vocabulary: topics that can be asked, and facts that answers can depend on."""

import enum
from datetime import date

import attrs

from psykavtal.model.ages import AgeRange
from psykavtal.model.conditions import Criterion
from psykavtal.model.documents import DocumentType
from psykavtal.model.validators import some_text
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True)
class Duty:
    """A duty by statute, independent of any agreement.

    Attributes:
        law: the statute and paragraph, as people cite it.
        wording: the duty, in our own words.
        start: the first day on which it is in force.
        end: the last day; None if it was in force in the copy that was read.
        evidence: the source that was read.
    """

    law: str
    wording: Wording
    start: date
    end: date | None = None
    evidence: str = ""

    def in_force(self, on: date) -> bool:
        """Return whether the duty is in force on that day."""
        return self.start <= on and (self.end is None or on <= self.end)

    def __str__(self) -> str:
        """The wording and the law."""
        return f"{self.wording} ({self.law})"


@attrs.frozen(kw_only=True)
class TopicWords:
    """Further words by which people ask for a topic; they appear in no output.

    Attributes:
        sv: Swedish words or names of a few words.
        en: English ones.
    """

    sv: tuple[str, ...] = attrs.field(default=(), validator=attrs.validators.deep_iterable(some_text))
    en: tuple[str, ...] = attrs.field(default=(), validator=attrs.validators.deep_iterable(some_text))


@attrs.frozen(kw_only=True)
class Topic:
    """A topic that a text can answer or be silent on.

    Attributes:
        id: dotted; the part before the first dot is the theme.
        label: short, for tables.
        question: the question itself.
        words: further words by which it is found.
        overview: true if it is part of the short comparison.
        area: the area of Socialstyrelsen's meddelandeblad 1/2010 (1 to 5), if any.
        documents: the types of documents that it applies to; empty for all.
        personal: true if it is asked about a single person.
        when: the people that it is asked about; None for all.
        duties: duties by statute on the topic, by date.
    """

    id: str
    label: Wording
    question: Wording
    words: TopicWords = TopicWords()
    overview: bool = False
    area: int | None = None
    documents: tuple[DocumentType, ...] = ()
    personal: bool = False
    when: Criterion | None = None
    duties: tuple[Duty, ...] = ()

    @property
    def theme(self) -> str:
        """The part before the first dot."""
        return self.id.partition(".")[0]

    def duties_on(self, day: date) -> tuple[Duty, ...]:
        """Return the duties in force on that day."""
        return tuple(duty for duty in self.duties if duty.in_force(day))

    def arises_for(self, document_type: DocumentType) -> bool:
        """Return whether the topic applies to documents of this type."""
        return not self.documents or document_type in self.documents


class Principal(enum.Enum):
    """A principal: one of the two kinds of party to an agreement."""

    MUNICIPALITY = "municipality"
    REGION = "region"

    @property
    def label(self) -> Wording:
        """The label for people."""
        return _PRINCIPALS[self]


_PRINCIPALS = {
    Principal.MUNICIPALITY: Wording(sv="kommunen", en="the municipality"),
    Principal.REGION: Wording(sv="regionen", en="the region"),
}


class FactType(enum.Enum):
    """The type of a fact."""

    TRUTH = "truth"
    PRINCIPAL = "principal"
    EVENT = "event"
    OCCASION = "occasion"


@attrs.frozen(kw_only=True)
class Fact:
    """A fact that a condition can depend on.

    If it is not given, it is unknown, never false.

    Attributes:
        id: short name; a plugin's own are prefixed with its county ("exempel:...").
        type: true or false of a person; which principal; an event that has occurred or not;
            an occasion that starts or moves a matter.
        label: short, for tables.
        question: the question that decides it.
        ages: the completed years that decide it, if it follows from the age; None if it does not.
    """

    id: str
    type: FactType
    label: Wording
    question: Wording
    ages: AgeRange | None = None
