"""Records of a county: silences, unreadable passages, omissions, contents."""

import enum
from datetime import date
from typing import TypeAlias

import attrs

from psykavtal.model.citations import Citation
from psykavtal.model.documents import Document
from psykavtal.model.places import Place
from psykavtal.model.provisions import Provision
from psykavtal.model.remarks import Remark
from psykavtal.model.text_places import LockedPassage
from psykavtal.model.things import Agreement, Body, Role, Service
from psykavtal.model.vocabulary import Fact, Topic
from psykavtal.model.wording import Wording

AnyThing: TypeAlias = Body | Role | Service | Agreement | Document


@attrs.frozen(kw_only=True)
class Silence:
    """A topic on which a document that was read in full states nothing.

    Attributes:
        topic: the question.
        document: id of the document.
        read_on: the day of the reading.
        near: the nearest passage, if there is one.
        defers_to: id of the provision by which the text hands the matter over; empty if it does not.
        remarks: remarks for readers.
    """

    topic: str
    document: str
    read_on: date
    near: Citation | None = None
    defers_to: str = ""
    remarks: tuple[Remark, ...] = ()


@attrs.frozen(kw_only=True)
class Unread:
    """A passage on a topic that cannot be read in our copy.

    Attributes:
        topic: the question.
        document: id of the document.
        about: id of the subject.
        at: the passage.
        why: the reason.
    """

    topic: str
    document: str
    about: str
    at: Citation
    why: Wording


class OmissionReason(enum.Enum):
    """The reason for an omission."""

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
    """A passage that was read and deliberately not recorded as a provision.

    Attributes:
        name: unique within the document.
        document: id of the document.
        at: the passages.
        reason: the reason.
        note: a remark for readers.
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
    """The recorded content of one document.

    Attributes:
        document: id of the document.
        provisions: in the order of the document.
        silences: the topics on which it states nothing.
        unread: the passages that cannot be read.
        omissions: the passages deliberately not recorded.
    """

    document: str
    provisions: tuple[Provision, ...] = ()
    silences: tuple[Silence, ...] = ()
    unread: tuple[Unread, ...] = ()
    omissions: tuple[Omission, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Return whether nothing is recorded."""
        return not (self.provisions or self.silences or self.unread or self.omissions)


@attrs.frozen(kw_only=True)
class CountyRecord:
    """A county from its plugins, without the contents of its documents.

    Attributes:
        place: the county.
        things: bodies, roles, services and agreements.
        documents: available or not.
        standing: validity, adoption and parties, as provisions about the documents.
    """

    place: Place
    things: tuple[Body | Role | Service | Agreement, ...] = ()
    documents: tuple[Document, ...] = ()
    standing: tuple[Provision, ...] = ()

    def thing(self, thing_id: str) -> AnyThing | None:
        """Return the thing or document with this id, or None."""
        both: tuple[AnyThing, ...] = (*self.things, *self.documents)
        return next((each for each in both if each.id == thing_id), None)

    def document(self, document_id: str) -> Document | None:
        """Return the document with this id, or None."""
        return next((each for each in self.documents if each.id == document_id), None)


@attrs.frozen(kw_only=True)
class CountySnapshot:
    """A county with all its contents.

    Attributes:
        record: the county.
        contents: the content of each document, in the order of the record.
        passages: the cited passages with their digests and places, in the order of the texts.
    """

    record: CountyRecord
    contents: tuple[Content, ...] = ()
    passages: tuple[LockedPassage, ...] = ()


@attrs.frozen(kw_only=True)
class Snapshot:
    """All data of counties, as it is exported.

    Attributes:
        counties: in the order of their codes.
        topics: the vocabulary of topics.
        facts: the vocabulary of facts.
    """

    counties: tuple[CountySnapshot, ...] = ()
    topics: tuple[Topic, ...] = ()
    facts: tuple[Fact, ...] = ()
