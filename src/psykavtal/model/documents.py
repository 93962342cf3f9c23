"""Documents: the editions of an agreement, and every other document met in them."""

import enum
from datetime import date

import attrs

from psykavtal.model.citations import Text
from psykavtal.model.dates import UncertainDate
from psykavtal.model.things import Thing
from psykavtal.model.wording import Wording


class DocumentType(enum.Enum):
    """What kind of document it is."""

    AGREEMENT = "agreement"
    DIRECTIVE = "directive"
    ROUTINE = "routine"
    GUIDELINE = "guideline"
    PLAN = "plan"
    FORM = "form"
    OTHER = "other"


class State(enum.Enum):
    """How far a document has come."""

    DRAFT = "draft"
    PROPOSAL = "proposal"
    ADOPTED = "adopted"
    ADOPTED_ON_CONDITION = "adopted-on-condition"

    @property
    def label(self) -> Wording:
        """The label for people."""
        return _STATES[self]


_STATES = {
    State.DRAFT: Wording(sv="utkast", en="draft"),
    State.PROPOSAL: Wording(sv="förslag", en="proposal"),
    State.ADOPTED: Wording(sv="antaget", en="adopted"),
    State.ADOPTED_ON_CONDITION: Wording(sv="antaget på villkor", en="adopted on condition"),
}


@attrs.frozen(kw_only=True)
class Document(Thing):
    """One document, held or not. Its identity holds in an audit: what is None is not recorded.

    Attributes:
        type: what kind of document.
        edition_of: id of the agreement that this is an edition of; None for other documents.
        version: as the document gives it.
        issuer: who issued it.
        registry_number: its number in a public register.
        url: its public address.
        retrieved: the day the copy that we hold was fetched.
        read_on: the day it was read whole for this library; None where it is not held.
        looked_into: the day to which everything held about it was searched for what ends,
            changes or replaces it. An open end asked for beyond that day is derived.
        state: how far it has come, where known.
        dated: the date that it bears.
        texts: the copies that were read; empty where the document is not held.
        speaks_of: ids of what else it makes statements about (an agreement, an edition).
        covers: codes of the municipalities that it is for, where it is not for the whole county.
    """

    type: DocumentType
    edition_of: str | None = None
    version: str | None = None
    issuer: str | None = None
    registry_number: str | None = None
    url: str | None = None
    retrieved: date | None = None
    read_on: date | None = None
    looked_into: date | None = None
    state: State | None = None
    dated: UncertainDate | None = None
    texts: tuple[Text, ...] = ()
    speaks_of: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()

    @property
    def held(self) -> bool:
        """Whether we hold a text of it."""
        return bool(self.texts)

    def text(self, text_id: str) -> Text | None:
        """The text of this id, or None."""
        return next((each for each in self.texts if each.id == text_id), None)

    __str__ = Thing.__str__
