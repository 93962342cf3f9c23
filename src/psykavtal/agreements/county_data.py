"""A county's data; document contents load on first use."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from psykavtal.agreements.county_labels import Labels
from psykavtal.agreements.text_order import TextOrder
from psykavtal.errors import NO_MESSAGE, Message, UnknownDocumentError, UnknownNameError, UnknownTopicError, suggestion
from psykavtal.lazy import Frozen, locked_property
from psykavtal.model import arguments
from psykavtal.model.display import ReprOnly
from psykavtal.model.documents import Document
from psykavtal.model.provisions import Provision, Validity
from psykavtal.model.records import AnyThing, Content, CountyRecord
from psykavtal.model.things import Agreement
from psykavtal.model.vocabulary import Fact, Topic
from psykavtal.plugins.registry import Registry

if TYPE_CHECKING:
    from psykavtal.agreements.interpretations import Interpreted
    from psykavtal.agreements.search.corpus import Corpus
    from psykavtal.model.written_period import WrittenPeriod


@attrs.frozen(repr=False, slots=False)
class CountyData(Frozen, ReprOnly):
    """The record of one county, and access to the contents of its documents.

    Attributes:
        record: the county.
        registry: the source of contents and of the vocabulary.
    """

    record: CountyRecord
    registry: Registry = attrs.field(eq=False, repr=False)

    def __repr__(self) -> str:
        """Return the county's id."""
        return f"<CountyData of {self.record.place.id}>"

    def __getstate__(self) -> dict[str, Any]:
        """Return this county only: with all counties, every pickled document would be large."""
        return {"record": self.record, "registry": self.registry.alone(self.record)}

    @property
    def topics(self) -> Mapping[str, Topic]:
        """The vocabulary of topics."""
        return self.registry.topics

    @property
    def facts(self) -> Mapping[str, Fact]:
        """The vocabulary of facts."""
        return self.registry.facts

    def content(self, document: Document) -> Content:
        """Return the content recorded for a document."""
        return self.registry.content(self.record, document)

    @property
    def contents(self) -> tuple[Content, ...]:
        """The content of every document, in the order of the record."""
        return tuple(self.content(document) for document in self.record.documents)

    def topic(self, topic_id: str) -> Topic:
        """Return the topic of an id.

        Raises:
            UnknownTopicError: unknown topic.
        """
        name = str(topic_id)
        if name not in self.topics:
            from psykavtal.agreements.search.topic_search import topic_suggestion  # noqa: PLC0415 (only for an error)

            fault = Message(en="no topic {topic!r}.", sv="okänd fråga {topic!r}.", topic=name)
            raise UnknownTopicError(fault, value=name, fix=topic_suggestion(self.topics, name))
        return self.topics[name]

    @locked_property
    def corpus(self) -> "Corpus":
        """The searched texts of the county, without the documents that cannot be read."""
        from psykavtal.agreements.search.corpus import Corpus  # noqa: PLC0415 (brings SQLite and stemmers)

        return Corpus.of(self.record, self.registry)

    def document(self, document_id: str) -> Document:
        """Return the document of an id.

        Raises:
            UnknownDocumentError: unknown document.
        """
        found = self.record.document(arguments.text(document_id, "document"))
        if found is None:
            names = [each.id for each in self.record.documents]
            fault = Message(
                en="{county} has no document {document!r}.{kind}",
                sv="{county} har inget dokument {document!r}.{kind}",
                county=self.record.place.name,
                document=document_id,
                kind=_kind_of_thing(self.record.thing(document_id)),
            )
            read = [each.id for each in self.record.documents if each.is_available]
            fix = suggestion(document_id, names, kind="documents", first=read, most=10)
            raise UnknownDocumentError(fault, value=document_id, fix=fix)
        return found

    def check_subject(self, subject: str) -> str:
        """Return the id of a document or thing of the county.

        Raises:
            UnknownNameError: unknown id.
        """
        if self.record.thing(arguments.text(subject, "about")) is None:
            known = [each.id for each in (*self.record.documents, *self.agreements())]
            fix = suggestion(subject, known, kind="documents and agreements")
            fault = Message(
                en="{county} has no {subject!r}.",
                sv="{county} har inget {subject!r}.",
                county=self.record.place.name,
                subject=subject,
            )
            raise UnknownNameError(fault, value=subject, fix=fix)
        return subject

    def agreements(self) -> tuple[Agreement, ...]:
        """Return the county's agreements, each across its editions."""
        return tuple([each for each in self.record.things if isinstance(each, Agreement)])

    def speaking_of(self, subject: str) -> Iterator[Document]:
        """Return the documents that state anything about a subject."""
        return (each for each in self.record.documents if subject == each.id or subject in each.speaks_of)

    def provisions_about(self, subject: str) -> tuple[Provision, ...]:
        """Return all provisions about a subject, whichever document states them, in text order."""
        found = self._about.get(subject)
        if found is None:
            stated = (provision for each in self.speaking_of(subject) for provision in self.content(each).provisions)
            about = (each for each in (*self.record.standing, *stated) if each.about == subject)
            found = self.text_order.sorted(about)
            self._about[subject] = found
        return found

    def provisions_on(self, subject: str, topic: str) -> tuple[Provision, ...]:
        """Return the provisions about a subject on a topic."""
        found = self._on.get((subject, topic))
        if found is None:
            found = tuple(each for each in self.provisions_about(subject) if topic in each.topics)
            self._on[subject, topic] = found
        return found

    def editions_of(self, agreement: str) -> tuple[Document, ...]:
        """Return the documents that are editions of an agreement."""
        return tuple([each for each in self.record.documents if each.edition_of == agreement])

    def validity_of(self, document_id: str, *, include_reported: bool) -> "Interpreted[Validity]":
        """Return the validity provisions of a document that may be used, under each interpretation."""
        found = self._validity.get((document_id, include_reported))
        if found is None:
            from psykavtal.agreements.interpretations import interpret  # noqa: PLC0415 (brings the answers)

            about = (each for each in self.record.standing if isinstance(each, Validity) and each.about == document_id)
            found = interpret(tuple(each for each in about if include_reported or not each.is_reported))
            self._validity[document_id, include_reported] = found
        return found

    def stated_by(self, document_id: str) -> tuple[Provision, ...]:
        """Return the provisions that a document states, whatever their subject, in text order."""
        found = self._by.get(document_id)
        if found is None:
            every = (*self.record.standing, *self.content(self.document(document_id)).provisions)
            own = (each for each in every if each.document == document_id and each.citations)
            found = self.text_order.sorted(own)
            self._by[document_id] = found
        return found

    def all_on(self, topic: str) -> tuple[Provision, ...]:
        """Return all provisions of the county on a topic, by any document about any subject."""
        return self._by_topic.get(topic, ())

    def written_period(self, document_id: str) -> "WrittenPeriod | None":
        """Return the written period by the county's own file; None if nothing bounds it.

        No document is read for it. `County.written_period` also uses datings in the document's file.
        """
        if document_id not in self._written:
            from psykavtal.agreements.dating import written_period  # noqa: PLC0415 (needed for references to law only)

            self._written[document_id] = written_period(self.document(document_id), self.record.standing)
        return self._written[document_id]

    @locked_property
    def _by(self) -> dict[str, tuple[Provision, ...]]:
        return {}

    @locked_property
    def _by_topic(self) -> dict[str, tuple[Provision, ...]]:
        """All provisions by topic, in text order."""
        stated = (provision for each in self.contents for provision in each.provisions)
        found: dict[str, list[Provision]] = {}
        for each in self.text_order.sorted((*self.record.standing, *stated)):
            for topic in each.topics:
                found.setdefault(topic, []).append(each)
        return {topic: tuple(each) for topic, each in found.items()}

    @locked_property
    def _written(self) -> "dict[str, WrittenPeriod | None]":
        return {}

    @locked_property
    def _about(self) -> dict[str, tuple[Provision, ...]]:
        return {}

    @locked_property
    def _on(self) -> dict[tuple[str, str], tuple[Provision, ...]]:
        return {}

    @locked_property
    def _validity(self) -> "dict[tuple[str, bool], Interpreted[Validity]]":
        return {}

    @locked_property
    def text_order(self) -> TextOrder:
        """The order of the texts, by the locks of the plugins."""
        return TextOrder(self.record, self.registry.passages(self.record))

    @locked_property
    def labels(self) -> Labels:
        """The names and labels of this county's ids, for answers to display."""
        return Labels(self)

    def name_of(self, thing_id: str, lang: str = "sv") -> str:
        """Return the name or label for an id; the id itself if it is unknown.

        Things and documents have names; facts and topics have labels.
        """
        found = self.record.thing(thing_id)
        if found is not None:
            return found.label(lang)
        labelled = self.facts.get(thing_id) or self.topics.get(thing_id)
        return thing_id if labelled is None else labelled.label.to(lang)


def _kind_of_thing(thing: AnyThing | None) -> Message:
    """Return a sentence with the kind of a thing that is taken for a document."""
    if thing is None or isinstance(thing, Document):
        return NO_MESSAGE
    return Message(
        en=" It is a {kind}: {name}.", sv=" Det är av slaget {kind}: {name}.", kind=thing.KIND, name=thing.name
    )
