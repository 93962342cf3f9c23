"""What is recorded of a county beside its provisions."""

import enum
from datetime import date
from typing import TypeAlias

import attrs

from psykavtal.model.citations import Citation
from psykavtal.model.documents import Document
from psykavtal.model.places import Place
from psykavtal.model.provisions import Provision
from psykavtal.model.things import Agreement, Body, Role, Service
from psykavtal.model.vocabulary import Fact, Topic
from psykavtal.model.wording import Wording

AnyThing: TypeAlias = Body | Role | Service | Agreement | Document


@attrs.frozen(kw_only=True)
class Silence:
    """A document was read whole for a topic and says nothing of it. Not a provision.

    Attributes:
        topic: the question.
        document: id of the document.
        about: id of what was asked about; the document itself unless it speaks of something else.
        read_on: the day of the reading.
        near: the nearest passage, where there is one.
        note: what a reader should know.
    """

    topic: str
    document: str
    about: str
    read_on: date
    near: Citation | None = None
    note: Wording | None = None


@attrs.frozen(kw_only=True)
class Unread:
    """Something stands there on a topic, but the copy that we hold cannot be read.

    Attributes:
        topic: the question.
        document: id of the document.
        about: id of what was asked about.
        at: where it stands.
        why: what hinders.
    """

    topic: str
    document: str
    about: str
    at: Citation
    why: Wording


class OmissionReason(enum.Enum):
    """Why a passage is recorded as no provision."""

    HEADING = "heading"
    REPEATED = "repeated"
    LEAD_IN = "lead-in"
    LAYOUT = "layout"
    ADDRESS = "address"
    PERSON = "person"
    ILLEGIBLE = "illegible"
    NO_CONTENT = "no-content"


@attrs.frozen(kw_only=True)
class Omission:
    """A passage that was read and recorded as no provision. Not a provision.

    Attributes:
        name: unique within the document.
        document: id of the document.
        at: the passages.
        reason: why.
        note: what a reader should know.
    """

    name: str
    document: str
    at: tuple[Citation, ...]
    reason: OmissionReason
    note: Wording | None = None

    @property
    def id(self) -> str:
        """Document, kind and name."""
        return f"{self.document}.omission.{self.name}"


@attrs.frozen(kw_only=True)
class Content:
    """All that was recorded of one document.

    Attributes:
        document: id of the document.
        provisions: in the order of the document.
        silences: what it was read for and says nothing of.
        unread: what stands there unreadable.
        omissions: what was read and recorded as no provision.
    """

    document: str
    provisions: tuple[Provision, ...] = ()
    silences: tuple[Silence, ...] = ()
    unread: tuple[Unread, ...] = ()
    omissions: tuple[Omission, ...] = ()


@attrs.frozen(kw_only=True)
class CountyRecord:
    """A county as its plugins give it, without the contents of its documents.

    Attributes:
        place: the county.
        things: bodies, roles, services and agreements.
        documents: held or not.
        standing: validity, adoption and parties, as provisions about the documents.
    """

    place: Place
    things: tuple[Body | Role | Service | Agreement, ...] = ()
    documents: tuple[Document, ...] = ()
    standing: tuple[Provision, ...] = ()

    def thing(self, thing_id: str) -> AnyThing | None:
        """The thing or document of this id, or None."""
        both: tuple[AnyThing, ...] = (*self.things, *self.documents)
        return next((each for each in both if each.id == thing_id), None)

    def document(self, document_id: str) -> Document | None:
        """The document of this id, or None."""
        return next((each for each in self.documents if each.id == document_id), None)


@attrs.frozen(kw_only=True)
class CountySnapshot:
    """A county with everything that is held of it.

    Attributes:
        record: the county.
        contents: what was recorded of each document, in the order of the record.
        passages: for each citation's key, the digest of how its passage read.
    """

    record: CountyRecord
    contents: tuple[Content, ...] = ()
    passages: tuple[tuple[str, str], ...] = ()


@attrs.frozen(kw_only=True)
class Snapshot:
    """The whole of what is loaded.

    Attributes:
        counties: in the order of their codes.
        topics: the vocabulary of topics.
        facts: the vocabulary of facts.
    """

    counties: tuple[CountySnapshot, ...] = ()
    topics: tuple[Topic, ...] = ()
    facts: tuple[Fact, ...] = ()
