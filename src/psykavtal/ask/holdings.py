"""What is held of one county: its record, and its contents as they are asked for."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from psykavtal.errors import (
    InvalidValueError,
    UnknownDocumentError,
    UnknownFactError,
    UnknownNameError,
    UnknownReadingError,
    UnknownTopicError,
    suggestion,
)
from psykavtal.lazy import Frozen
from psykavtal.model import arguments
from psykavtal.model.display import ReprOnly
from psykavtal.model.documents import Document
from psykavtal.model.provisions import Provision
from psykavtal.model.records import Content, CountyRecord, Silence, Unread
from psykavtal.model.things import Agreement
from psykavtal.model.vocabulary import Fact, Topic
from psykavtal.plugins.registry import Registry


@attrs.frozen(repr=False)
class Holdings(Frozen, ReprOnly):
    """One county's record, with what is needed to read on.

    Attributes:
        record: the county.
        registry: where contents and the vocabulary come from.
    """

    record: CountyRecord
    registry: Registry = attrs.field(eq=False, repr=False)

    def __repr__(self) -> str:
        """Return the county's id."""
        return f"<Holdings of {self.record.place.id}>"

    def __getstate__(self) -> dict[str, Any]:
        """Return this county's content only: the others would make every edition as large as all counties."""
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
        """What was recorded of a document."""
        return self.registry.content(self.record, document)

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """The names of every thing and document, by id."""
        return {each.id: each.names for each in (*self.record.things, *self.record.documents)}

    @property
    def contents(self) -> tuple[Content, ...]:
        """What was recorded of every document, in the order of the record; each is read when first asked for."""
        return tuple(self.content(document) for document in self.record.documents)

    def topic(self, topic_id: str) -> Topic:
        """The topic of this id.

        Raises:
            UnknownTopicError: there is none.
        """
        name = str(topic_id)
        if name not in self.topics:
            near = [each for each in self.topics if each.startswith(name.partition(".")[0] + ".")]
            raise UnknownTopicError(
                f"no topic {name!r}.", value=name, hint=suggestion(name, near or self.topics, what="topics")
            )
        return self.topics[name]

    def document(self, document_id: str) -> Document:
        """The document of this id.

        Raises:
            UnknownDocumentError: there is none.
        """
        found = self.record.document(arguments.text(document_id, "document"))
        if found is None:
            names = [each.id for each in self.record.documents]
            raise UnknownDocumentError(
                f"{self.record.place.name} has no document {document_id!r}.",
                value=document_id,
                hint=suggestion(document_id, names, what="documents"),
            )
        return found

    def check_facts(self, facts: Mapping[str, bool] | None) -> Mapping[str, bool]:
        """The facts, each of the vocabulary.

        Raises:
            UnknownFactError: one is not; its name is given, never its value.
        """
        given: Mapping[str, bool] = {} if facts is None else arguments.table(facts, "facts")
        for name, value in given.items():
            if name not in self.facts:
                raise UnknownFactError(
                    f"no fact {name!r}.",
                    value=name,
                    hint=suggestion(name, self.facts, what="facts"),
                )
            if type(value) is not bool:
                raise InvalidValueError(
                    f"the fact {name!r} must be true or false.", hint="Leave out what is not known."
                )
        return given

    def check_readings(self, readings: str | Mapping[str, str] | None) -> None:
        """Refuse a reading, or a provision, that there is none of in any county that is loaded.

        Raises:
            UnknownReadingError: there is none of that name.
        """
        if readings is None:
            return
        known = self.registry.readings()
        names = {name for every in known.values() for name in every}
        by_group: Mapping[str, str] = {} if isinstance(readings, str) else arguments.table(readings, "readings")
        wanted = [readings] if isinstance(readings, str) else arguments.texts(by_group.values(), "readings")
        for name in wanted:
            if name not in names:
                hint = suggestion(name, names, what="readings")
                raise UnknownReadingError(f"no reading {name!r}.", value=name, hint=hint)
        for group in by_group:
            if group not in known:
                hint = suggestion(group, known, what="provisions with readings")
                raise UnknownReadingError(f"no provision {group!r} with readings.", value=group, hint=hint)

    def check_subject(self, subject: str) -> str:
        """The id of a document or thing of the county.

        Raises:
            UnknownNameError: the county has none of this id.
        """
        if self.record.thing(arguments.text(subject, "about")) is None:
            known = [each.id for each in (*self.record.documents, *self.agreements())]
            hint = suggestion(subject, known, what="documents and agreements")
            raise UnknownNameError(f"{self.record.place.name} has no {subject!r}.", value=subject, hint=hint)
        return subject

    def agreements(self) -> tuple[Agreement, ...]:
        """The county's agreements across editions."""
        return tuple(each for each in self.record.things if isinstance(each, Agreement))

    def speaking_of(self, subject: str) -> Iterator[Document]:
        """The documents that say anything of a subject."""
        return (each for each in self.record.documents if subject == each.id or subject in each.speaks_of)

    def provisions_about(self, subject: str) -> tuple[Provision, ...]:
        """Every provision about a subject, whichever document says it."""
        said = (provision for each in self.speaking_of(subject) for provision in self.content(each).provisions)
        return tuple(each for each in (*self.record.standing, *said) if each.about == subject)

    def unsaid_about(self, subject: str) -> tuple[Silence | Unread, ...]:
        """What documents were read for about a subject and do not say."""
        both: list[Silence | Unread] = []
        for document in self.speaking_of(subject):
            content = self.content(document)
            both += [*content.silences, *content.unread]
        return tuple(each for each in both if each.about == subject)

    def name_of(self, thing_id: str, lang: str = "sv") -> str:
        """Return the name of a thing or document, or the label of a fact or topic; the id if it is unknown."""
        found = self.record.thing(thing_id)
        if found is not None:
            return found.label(lang)
        labelled = self.facts.get(thing_id) or self.topics.get(thing_id)
        return thing_id if labelled is None else labelled.label.to(lang)
