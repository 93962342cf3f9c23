"""The parties of a document, its adoption, the time of its writing, and its validity."""

import enum

import attrs

from psykavtal.model.conditions import Criterion
from psykavtal.model.dates import UncertainDate
from psykavtal.model.documents import State
from psykavtal.model.provisions.base import Provision
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True, repr=False)
class Parties(Provision):
    """Between whom the agreement is.

    Attributes:
        region: true if the region is a party.
        municipalities: how many municipalities are parties; None if the text gives no number.
        named: true if the text names them.
    """

    region: bool
    municipalities: int | None = None
    named: bool = False


@attrs.frozen(kw_only=True, repr=False)
class Adoption(Provision):
    """Who adopted the document, and when.

    Attributes:
        by: ids of the bodies; empty if the text does not say.
        date: when.
        state: what it became by it.
    """

    by: tuple[str, ...] = ()
    date: UncertainDate | None = None
    state: State = State.ADOPTED

    def refers_to(self) -> dict[str, tuple[str, ...]]:
        """Its own, and the bodies."""
        return {**super().refers_to(), "by": self.by}


@attrs.frozen(kw_only=True, repr=False)
class Validity(Provision):
    """From when and until when the document holds.

    Attributes:
        start: the first day; None if the text gives none.
        end: the last day; None if there is none or the text gives none.
        ordinary_end: the day on which it would have ended, had the text not extended it.
        until_further_notice: true if the text says that it holds until further notice.
        ends_when: the events that end it.
        as_of: the day to which the source vouches for an open end, where that is not the
            day on which the document was last looked into.
    """

    start: UncertainDate | None = None
    end: UncertainDate | None = None
    ordinary_end: UncertainDate | None = None
    until_further_notice: bool = False
    ends_when: Criterion | None = None
    as_of: UncertainDate | None = None


@attrs.frozen(kw_only=True, repr=False)
class Dating(Provision):
    """A statement from which it follows when a document was written.

    A document can have several, each with its own source. Together they give its written period.

    Attributes:
        earliest: the document was not written before the first day of this date; None if not bounded.
        latest: the document was not written after the last day of this date; None if not bounded.
    """

    earliest: UncertainDate | None = None
    latest: UncertainDate | None = None


class DocumentRelationType(enum.Enum):
    """How one document stands to another."""

    UNDER = "under"
    AMENDS = "amends"
    PROLONGS = "prolongs"
    REPLACES = "replaces"
    REVISES = "revises"
    ATTACHED_TO = "attached-to"
    PREVAILS_OVER = "prevails-over"
    PART_OF = "part-of"

    @property
    def label(self) -> Wording:
        """The label for people."""
        return _RELATIONS[self]


_RELATIONS = {
    DocumentRelationType.UNDER: Wording(sv="under", en="under"),
    DocumentRelationType.AMENDS: Wording(sv="ändrar", en="amends"),
    DocumentRelationType.PROLONGS: Wording(sv="förlänger", en="prolongs"),
    DocumentRelationType.REPLACES: Wording(sv="ersätter", en="replaces"),
    DocumentRelationType.REVISES: Wording(sv="reviderar", en="revises"),
    DocumentRelationType.ATTACHED_TO: Wording(sv="bilaga till", en="attached to"),
    DocumentRelationType.PREVAILS_OVER: Wording(sv="går före", en="prevails over"),
    DocumentRelationType.PART_OF: Wording(sv="del av", en="part of"),
}


@attrs.frozen(kw_only=True, repr=False)
class DocumentRelation(Provision):
    """How the document stands to another one.

    Attributes:
        relation: how.
        to: id of the other document.
    """

    relation: DocumentRelationType
    to: str

    def refers_to(self) -> dict[str, tuple[str, ...]]:
        """Its own, and the other document."""
        return {**super().refers_to(), "to": (self.to,)}
