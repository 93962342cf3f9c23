"""Documents: editions of an agreement, and other documents that they mention."""

import enum
from datetime import date

import attrs

from psykavtal.model.citations import Text
from psykavtal.model.dates import UncertainDate
from psykavtal.model.things import Thing
from psykavtal.model.wording import Wording


class DocumentType(enum.Enum):
    """The type of a document."""

    AGREEMENT = "agreement"
    DIRECTIVE = "directive"
    ROUTINE = "routine"
    GUIDELINE = "guideline"
    PLAN = "plan"
    FORM = "form"
    OTHER = "other"

    @property
    def label(self) -> Wording:
        """The label for people."""
        return _TYPES[self]


_TYPES = {
    DocumentType.AGREEMENT: Wording(sv="överenskommelse", en="agreement"),
    DocumentType.DIRECTIVE: Wording(sv="uppdragsdirektiv", en="commission directive"),
    DocumentType.ROUTINE: Wording(sv="rutin", en="routine"),
    DocumentType.GUIDELINE: Wording(sv="riktlinje", en="guideline"),
    DocumentType.PLAN: Wording(sv="plan", en="plan"),
    DocumentType.FORM: Wording(sv="formulär", en="form"),
    DocumentType.OTHER: Wording(sv="annat dokument", en="other document"),
}


class State(enum.Enum):
    """The state of a document: draft, proposal, adopted."""

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
    """One document, available or not. A field with the value None is not recorded.

    Attributes:
        type: the type of document.
        edition_of: id of the agreement that this is an edition of; None for other documents.
        version: as the document gives it.
        issuer: its issuer.
        registry_number: its number in a public register.
        url: its public address.
        retrieved: the day on which our copy was fetched.
        read_on: the day on which it was read in full; None if it is not available.
        checked_until: the day up to which it is known whether something ends, changes or
            replaces it. An open end beyond that day is derived.
        state: draft, proposal or adopted, if known.
        dated: the date printed on it.
        texts: the copies that were read; empty if the document is not available.
        speaks_of: ids of other subjects that it makes statements about (an agreement, an edition).
        covers: codes of the municipalities that it covers, if not the whole county.
    """

    type: DocumentType
    edition_of: str | None = None
    version: str | None = None
    issuer: str | None = None
    registry_number: str | None = None
    url: str | None = None
    retrieved: date | None = None
    read_on: date | None = None
    checked_until: date | None = None
    state: State | None = None
    dated: UncertainDate | None = None
    texts: tuple[Text, ...] = ()
    speaks_of: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()

    @property
    def is_available(self) -> bool:
        """Return whether a text of it is available."""
        return bool(self.texts)

    def text(self, text_id: str) -> Text | None:
        """Return the text with this id, or None."""
        return next((each for each in self.texts if each.id == text_id), None)

    __str__ = Thing.__str__
