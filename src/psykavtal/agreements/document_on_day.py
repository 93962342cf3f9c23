"""A document on a day: views of its provisions, and answers."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, TypeVar, Unpack

import attrs

from psykavtal.agreements.applicability import document_in_force
from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.escalation.queries import Escalation
from psykavtal.agreements.listing import every
from psykavtal.agreements.outlined_document import OutlinedDocument
from psykavtal.agreements.query import Query
from psykavtal.agreements.query_checks import FactValue
from psykavtal.agreements.reading_choices import Readings
from psykavtal.agreements.subject_answers import answer_about, answer_of_document, with_pointers, with_unused_facts
from psykavtal.agreements.themes import topics_of_theme
from psykavtal.lazy import Frozen, locked_property
from psykavtal.model import arguments
from psykavtal.model.answers import Answer, InForce
from psykavtal.model.display import ReprOnly
from psykavtal.model.documents import Document
from psykavtal.model.provisions import (
    Adoption,
    Arena,
    FollowUp,
    InterimResponsibility,
    LinkedAgreement,
    Parties,
    Provision,
    ServiceAges,
    TargetGroup,
    Validity,
)
from psykavtal.model.records import Content
from psykavtal.model.vocabulary import Topic

if TYPE_CHECKING:
    from psykavtal.agreements.search.provision_filters import FilterArguments
    from psykavtal.agreements.search.search_results import SearchResults

P = TypeVar("P", bound=Provision)


@attrs.frozen(repr=False, slots=False)
class DocumentOnDay(OutlinedDocument, Frozen, ReprOnly):
    """A document of a county on a day, in force or not.

    A view lists the statements of the text and is an answer. An empty list never means "silent".

    Attributes:
        document: the document.
        on: the day.
        holdings: the data of its county.
    """

    document: Document
    on: date
    holdings: CountyData

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id

    @property
    def county_code(self) -> str:
        """SCB code of the county."""
        return self.holdings.record.place.code

    @property
    def content(self) -> Content:
        """The content recorded for the document."""
        return self.holdings.content(self.document)

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The topics that arise for the document, in the order of the vocabulary."""
        return tuple(each for each in self.holdings.topics.values() if each.arises_for(self.document.type))

    def in_force(
        self,
        *,
        facts: Mapping[str, FactValue] | None = None,
        readings: Readings = None,
        include_reported: bool = False,
        presume: bool = True,
    ) -> InForce:
        """Return whether the document applies on the day.

        Args:
            facts: events, each true by the day, false, or given by the day on which it occurred.
            readings: a reading by its name for all, or by provision.
            include_reported: whether reports take part.
            presume: whether an open end is presumed to continue after the last check.

        Raises:
            UnknownFactError: unknown fact.
            UnknownReadingError: unknown reading.
        """
        query = Query.checked(
            self.holdings,
            on=self.on,
            subject=self.document.id,
            facts=facts,
            readings=readings,
            include_reported=include_reported,
            presume=presume,
        )
        return with_unused_facts(self.holdings, query, document_in_force(self.holdings, self.document, query))

    def ask(
        self,
        topic: str,
        *,
        on: date | str | None = None,
        about: str | None = None,
        facts: Mapping[str, FactValue] | None = None,
        readings: Readings = None,
        include_reported: bool = False,
    ) -> Answer[tuple[Provision, ...]]:
        """Answer a topic from what the document states, whatever the subject.

        Args:
            topic: id of the topic, like "sip.convener".
            on: another day.
            about: id of a subject: what is stated about it, by whichever document.
            facts: facts of the case, by the vocabulary; a fact not given is unknown.
            readings: a reading by its name for all, or by provision.
            include_reported: whether the answer may rest on reports.

        Returns:
            The provisions, with the status of the answer; `in_force` states if the document applies.

        Raises:
            UnknownTopicError: unknown topic.
            UnknownFactError: unknown fact.
            UnknownReadingError: unknown reading.
        """
        data = self.holdings
        query = Query.checked(
            data,
            topic=data.topic(topic),
            on=self.on if on is None else on,
            subject=self.document.id,
            facts=facts,
            readings=readings,
            include_reported=include_reported,
        )
        if about is None:
            found = answer_of_document(data, query)
        else:
            found = answer_about(data, query.of(data.check_subject(about)))
        return attrs.evolve(with_pointers(data, query, found), in_force=document_in_force(data, self.document, query))

    def all(self, kind: type[P], *, topic: str) -> Answer[tuple[P, ...]]:
        """List the provisions of one kind, under each interpretation; `topic` explains an empty list."""
        return self._list(kind, topic, theme=True)

    @property
    def parties(self) -> Answer[tuple[Parties, ...]]:
        """The parties to the agreement."""
        return self.all(Parties, topic="agreement.parties")

    @property
    def adoption(self) -> Answer[tuple[Adoption, ...]]:
        """The adoptions, with their dates."""
        return self.all(Adoption, topic="agreement.adoption")

    @property
    def validity(self) -> Answer[tuple[Validity, ...]]:
        """The period of validity."""
        return self.all(Validity, topic="validity.start")

    @property
    def target_groups(self) -> Answer[tuple[TargetGroup, ...]]:
        """The target groups, with age limits; without groups that are only emphasised."""
        return self._list(TargetGroup, "target-group.who", theme=False)

    @property
    def service_ages(self) -> Answer[tuple[ServiceAges, ...]]:
        """The ages that services are for."""
        return self.all(ServiceAges, topic="services.ages")

    @property
    def arenas(self) -> Answer[tuple[Arena, ...]]:
        """The bodies that the document names or describes."""
        return self.all(Arena, topic="bodies.arenas")

    @property
    def linked_agreements(self) -> Answer[tuple[LinkedAgreement, ...]]:
        """The other agreements and documents that apply beside the document."""
        return self.all(LinkedAgreement, topic="links.agreements")

    @property
    def follow_ups(self) -> Answer[tuple[FollowUp, ...]]:
        """The follow-ups of the agreement."""
        return self.all(FollowUp, topic="follow-up.agreement")

    @property
    def interim(self) -> Answer[tuple[InterimResponsibility, ...]]:
        """The responsibility while the principals disagree."""
        return self.all(InterimResponsibility, topic="disagreement.interim")

    @property
    def sip(self) -> dict[str, Answer[tuple[Provision, ...]]]:
        """The answers to all topics on the coordinated individual plan (SIP), by id."""
        return self.theme("sip")

    def theme(self, name: str) -> dict[str, Answer[tuple[Provision, ...]]]:
        """Answer all topics of one theme, by topic id.

        Raises:
            InvalidValueError: unknown theme.
        """
        topics = topics_of_theme(self.holdings.topics.values(), arguments.text(name, "theme"))
        return {each.id: self.ask(each.id) for each in topics}

    @locked_property
    def escalation(self) -> Escalation:
        """The moves of a matter between bodies, as a graph."""
        return Escalation(self.document, self.holdings, self.on)

    def find(self, words: str | None = None, **filters: "Unpack[FilterArguments]") -> "SearchResults":
        """Find provisions that the document states, or that are about it; see `County.find`."""
        _ = self.content  # an error if it cannot be read
        return self.holdings.corpus.find(words, {**filters, "document": self.id})

    def name_of(self, thing_id: str) -> str:
        """Return the name of a thing or document of the county."""
        return self.holdings.name_of(thing_id)

    def _list(self, kind: type[P], topic: str, *, theme: bool) -> Answer[tuple[P, ...]]:
        query = Query(topic=topic, subject=self.document.id, on=self.on, name_of=self.holdings.labels)
        return every(self.holdings, query, self.holdings.stated_by(self.document.id), kind, theme=theme)

    def in_language(self, lang: str) -> str:
        """Return the document's name, with the remark "not named" in `lang` if it has none."""
        return self.document.label(lang)

    def __str__(self) -> str:
        """The document's name, in Swedish."""
        return str(self.document)

    def __repr__(self) -> str:
        """Return the county, the document and the day."""
        return f"<DocumentOnDay {self.id} ({self.holdings.record.place.name}, {self.document.name}) on {self.on}>"
