"""The questions that can be asked, and the facts that answers can turn on."""

import enum
from datetime import date

import attrs

from psykavtal.model.conditions import Criterion
from psykavtal.model.documents import DocumentType
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True)
class Duty:
    """A duty that a statute lays whatever an agreement says.

    Attributes:
        law: the statute and paragraph, as people cite it.
        wording: what the duty is, in our own words.
        start: the first day on which it is to be found there.
        end: the last day; None while it is in force in the copy that was read.
        evidence: where it was read.
    """

    law: str
    wording: Wording
    start: date
    end: date | None = None
    evidence: str = ""

    def holds(self, on: date) -> bool:
        """Whether the duty stood there on that day."""
        return self.start <= on and (self.end is None or on <= self.end)

    def __str__(self) -> str:
        """The wording and the law."""
        return f"{self.wording} ({self.law})"


@attrs.frozen(kw_only=True)
class Topic:
    """A question that a text can answer or leave open.

    Attributes:
        id: dotted; the part before the first dot is the theme.
        label: short, for tables.
        question: the question itself.
        overview: whether it belongs to the short comparison.
        area: which of the five areas of Socialstyrelsen's meddelandeblad 1/2010 it serves, if any.
        documents: the types of documents of which it can be asked; empty for all.
        personal: whether somebody who has a person's case before them would ask it.
        when: of which people they would ask it; None where of all.
        duties: what statutes lay down on the matter anyway, by date.
    """

    id: str
    label: Wording
    question: Wording
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
        """The duties that stood on that day."""
        return tuple(duty for duty in self.duties if duty.holds(day))

    def arises_for(self, document_type: DocumentType) -> bool:
        """Whether the question can be asked of such a document."""
        return not self.documents or document_type in self.documents


class Principal(enum.Enum):
    """One of the two that an agreement is between."""

    MUNICIPALITY = "municipality"
    REGION = "region"

    @property
    def label(self) -> Wording:
        """Which it is, for people."""
        return _PRINCIPALS[self]


_PRINCIPALS = {
    Principal.MUNICIPALITY: Wording(sv="kommunen", en="the municipality"),
    Principal.REGION: Wording(sv="regionen", en="the region"),
}


class FactType(enum.Enum):
    """What telling a fact means."""

    TRUTH = "truth"
    PRINCIPAL = "principal"
    EVENT = "event"
    OCCASION = "occasion"


@attrs.frozen(kw_only=True)
class Fact:
    """A fact that a condition can turn on; one not told is unknown, never false.

    Attributes:
        id: short name; a plugin's own are prefixed with its county ("exempel:...").
        type: true or false of a person; which principal; an event that has occurred or not;
            an occasion that starts or moves a matter.
        label: short, for tables.
        question: the question that decides it.
    """

    id: str
    type: FactType
    label: Wording
    question: Wording
