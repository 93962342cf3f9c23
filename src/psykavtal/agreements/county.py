"""A county: its place, its documents, and the questions to them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, TypeVar, Unpack

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.dating import written_period
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.agreements.edition_answers import answer_by_edition
from psykavtal.agreements.editions import choose_edition
from psykavtal.agreements.interpretations import Readings
from psykavtal.agreements.query import Query
from psykavtal.agreements.topics import answer
from psykavtal.errors import UnknownMunicipalityError, suggestion
from psykavtal.lazy import Frozen
from psykavtal.model import arguments
from psykavtal.model.answers import Answer, Derived, NotRecorded, Stated
from psykavtal.model.dates import parse_date
from psykavtal.model.display import ReprOnly
from psykavtal.model.documents import Document, DocumentType
from psykavtal.model.inference_rules import RULES
from psykavtal.model.places import Municipality, Place
from psykavtal.model.provisions import Parties, Provision
from psykavtal.model.things import Agreement
from psykavtal.model.vocabulary import Topic
from psykavtal.model.wording import Wording
from psykavtal.model.written_period import WrittenPeriod

if TYPE_CHECKING:
    from psykavtal.agreements.law_references import LawReference
    from psykavtal.agreements.search.provision_filters import FilterArguments
    from psykavtal.agreements.search.search_results import SearchResults

T = TypeVar("T")


@attrs.frozen(repr=False, eq=False)
class County(Frozen, ReprOnly):
    """A county (län) with its documents.

    Attributes:
        holdings: the record and the contents of the documents.
    """

    holdings: CountyData

    @property
    def place(self) -> Place:
        """The county as a place."""
        return self.holdings.record.place

    @property
    def id(self) -> str:
        """Short name in ASCII."""
        return self.place.id

    @property
    def code(self) -> str:
        """SCB code, two digits, as text."""
        return self.place.code

    @property
    def name(self) -> str:
        """The county's name."""
        return self.place.name

    @property
    def documents(self) -> tuple[Document, ...]:
        """All documents, available or only known."""
        return self.holdings.record.documents

    @property
    def agreement(self) -> Agreement | None:
        """The agreement on psychiatric disabilities, across its editions; the first of several."""
        return next(iter(self.holdings.agreements()), None)

    @property
    def municipalities(self) -> Answer[tuple[Municipality, ...]]:
        """The county's municipalities; names that no text gives come from the national code list."""
        value = self.place.municipalities
        parties = tuple(each for each in self.holdings.record.standing if isinstance(each, Parties) and each.citations)
        if value and all(each.named_by for each in value):
            return Stated(subject=self.id, value=value)
        if not value:
            return NotRecorded(subject=self.id, reason=_NO_MUNICIPALITIES)
        return Derived(
            subject=self.id,
            value=value,
            basis=parties,
            rules=(RULES["names-from-code-list"],),
        )

    def municipality(self, name_or_code: str) -> Municipality:
        """Return one municipality.

        Raises:
            UnknownMunicipalityError: unknown name or code.
        """
        found = self.place.municipality(arguments.text(name_or_code, "municipality"))
        if found is None:
            names = [each.name for each in self.place.municipalities]
            raise UnknownMunicipalityError(
                f"{self.name} has no municipality {name_or_code!r}.",
                value=name_or_code,
                fix=suggestion(name_or_code, names, what="municipalities"),
            )
        return found

    def edition(
        self,
        *,
        on: date | str,
        agreement: str | None = None,
        facts: Mapping[str, bool] | None = None,
        readings: Readings = None,
        include_reported: bool = False,
    ) -> Answer[DocumentOnDay]:
        """Return the edition of the agreement that applies on a day.

        Args:
            on: the day.
            agreement: id of the agreement, if the county has several.
            facts: events ("revision-need-raised"); a fact not given is unknown.
            readings: the name of one reading for all, or names by provision.
            include_reported: whether reported facts take part.

        Returns:
            The edition, or why none is determined.

        Raises:
            InvalidDateError: `on` is not a date.
            UnknownFactError: unknown fact.
        """
        query = Query.checked(
            self.holdings, on=on, subject=self.id, facts=facts, readings=readings, include_reported=include_reported
        )
        return self._edition(query, None if agreement is None else self.holdings.check_subject(agreement))

    def document(self, document_id: str, *, on: date | str) -> DocumentOnDay:
        """Return one document on a day, available and in force or not.

        Raises:
            UnknownDocumentError: unknown id.
            InvalidDateError: `on` is not a date.
        """
        return DocumentOnDay(
            self.holdings.document(document_id),
            parse_date(on, place="on"),
            self.holdings,
        )

    def ask(
        self,
        topic: str,
        *,
        on: date | str,
        about: str | None = None,
        facts: Mapping[str, bool] | None = None,
        readings: Readings = None,
        include_reported: bool = False,
    ) -> Answer[tuple[Provision, ...]]:
        """Answer a topic from the county's agreement on a day.

        The edition that applies is asked. The answer is derived if the edition applies by a
        rule, and ambiguous if its validity is. If no edition is determined or available,
        statements about the agreement itself are the answer, with a note.

        Args:
            topic: id of the topic, like "sip.convener".
            on: the day.
            about: id of another subject, a document or an agreement.
            facts: facts of the case and events; a fact not given is unknown.
            readings: the name of one reading for all, or names by provision.
            include_reported: whether reported facts take part.

        Raises:
            UnknownTopicError: unknown topic.
            UnknownFactError: unknown fact.
            InvalidDateError: `on` is not a date.
        """
        query = Query.checked(
            self.holdings,
            topic=self.holdings.topic(topic),
            on=on,
            subject=self.id,
            facts=facts,
            readings=readings,
            include_reported=include_reported,
        )
        if about is not None:
            return answer(self.holdings, query.of(self.holdings.check_subject(about)))
        return self.of_agreement(query, self._edition(query), lambda subject: answer(self.holdings, query.of(subject)))

    def of_agreement(self, query: Query, edition: Answer[DocumentOnDay], ask: Callable[[str], Answer[T]]) -> Answer[T]:
        """Answer a query from the edition that applies, never with more certainty than it applies.

        Args:
            query: the query; its subject is the county.
            edition: the edition that applies.
            ask: asks a document or the agreement, by its id.
        """
        agreement = self.agreement
        if agreement is None:
            return query.context.not_recorded(_NO_AGREEMENT)
        if not self.holdings.topic(query.topic).arises_for(DocumentType.AGREEMENT):
            return query.context.not_applicable(_NOT_OF_AGREEMENTS)
        return answer_by_edition(self.holdings, query.context, edition, agreement.id, ask)

    def _edition(self, query: Query, agreement: str | None = None) -> Answer[DocumentOnDay]:
        """Return the edition of an agreement that applies; of the county's first one by default."""
        own = self.agreement
        chosen = own.id if agreement is None and own is not None else agreement
        if chosen is None:
            return query.of(self.id, topic="").context.not_recorded(_NO_AGREEMENT)
        found = choose_edition(self.holdings, query.of(chosen, topic=""))
        return found.map(lambda document: DocumentOnDay(document, query.on, self.holdings))

    def find(self, words: str | None = None, **filters: "Unpack[FilterArguments]") -> "SearchResults":
        """Find provisions of all documents, the best first; without words, in text order.

        Args:
            words: words in Swedish or English, in any form; each must match. None lists all provisions.
            **filters: `document`, `section`, `topic`, `kind`, `bearer`, `modality`, `status`; see `ProvisionFilters`.

        Raises:
            InvalidValueError: `words` has no word, or a filter has an unknown value.
            UnknownNameError: unknown document or topic.
        """
        _ = self.holdings.contents  # a document that cannot be read is an error here
        return self.holdings.corpus.find(words, filters)

    def law_references(self, *, on: date | str) -> "tuple[LawReference, ...]":
        """Resolve every reference to law for the period in which its document was written.

        Args:
            on: the day asked. Failures on it are reported, and undated documents are read for it.

        Raises:
            InvalidDateError: `on` is not a date.
        """
        from psykavtal.agreements.law_references import law_references  # noqa: PLC0415 (brings the register of law)

        return law_references(self.holdings.record, self.holdings.contents, on=parse_date(on, place="on"))

    def written_period(self, document_id: str) -> WrittenPeriod | None:
        """Derive the period in which a document was written; None if nothing bounds it.

        Raises:
            UnknownDocumentError: the county has no document of this id.
        """
        document = self.holdings.document(document_id)
        return written_period(document, self.holdings.provisions_about(document.id))

    @property
    def topics(self) -> Mapping[str, Topic]:
        """The vocabulary of topics, by id."""
        return self.holdings.topics

    def __eq__(self, other: object) -> bool:
        """Return whether all data of both are equal; reads every document."""
        return isinstance(other, County) and self._data() == other._data()

    def __hash__(self) -> int:
        """Return the hash of the code."""
        return hash(self.code)

    def _data(self) -> tuple[object, ...]:
        """Return the record and all contents."""
        record = self.holdings.record
        return (record, *self.holdings.contents)

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    def __repr__(self) -> str:
        """Return name, code and number of documents."""
        return f"<County {self.id} ({self.code}, {self.name}): {len(self.documents)} documents>"


_NO_AGREEMENT = Wording(
    sv="Ingen överenskommelse är redovisad för länet.",
    en="No agreement is recorded for the county.",
)
_NOT_OF_AGREEMENTS = Wording(
    sv="Frågan uppkommer inte för en överenskommelse; fråga dokumentet självt.",
    en="The question does not arise for an agreement; ask the document itself.",
)
_NO_MUNICIPALITIES = Wording(
    sv="Länets kommuner är inte redovisade.",
    en="The county's municipalities are not recorded.",
)
