"""A county: its place, its documents, and what can be asked of them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import attrs

from psykavtal.agreements.answer_mapping import mapped
from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.dating import written_period
from psykavtal.agreements.document_on_day import Edition
from psykavtal.agreements.edition_answers import Applying
from psykavtal.agreements.editions import EditionQuestion, choose_edition
from psykavtal.agreements.interpretations import Readings
from psykavtal.agreements.search import Finder
from psykavtal.agreements.topics import Question, answer
from psykavtal.errors import UnknownMunicipalityError, suggestion
from psykavtal.lazy import Frozen
from psykavtal.model import arguments
from psykavtal.model.answers import Answer, Derived, NotApplicable, NotRecorded, Stated
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

T = TypeVar("T")


@attrs.frozen(repr=False, eq=False)
class County(Frozen, ReprOnly):
    """A county (län) with its documents.

    Attributes:
        holdings: its record and where its contents come from; asked for by the other methods.
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
        """Every document, held or only known of."""
        return self.holdings.record.documents

    @property
    def agreement(self) -> Agreement | None:
        """The agreement on psychiatric disabilities, across its editions; the first where there are several."""
        return next(iter(self.holdings.agreements()), None)

    @property
    def municipalities(self) -> Answer[tuple[Municipality, ...]]:
        """The county's municipalities. Where no text names them, the names come from the national code list."""
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
        """One municipality.

        Raises:
            UnknownMunicipalityError: the county has none of this name or code.
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
    ) -> Answer[Edition]:
        """The edition of the agreement that applies on a day.

        Args:
            on: the day.
            agreement: id of the agreement, where the county has several.
            facts: what is known of events ("revision-need-raised"); what is not given is unknown.
            readings: a reading by its name for all, or by provision.
            include_reported: whether reported facts take part.

        Returns:
            The edition, or why none or an undetermined one.

        Raises:
            InvalidDateError: `on` is no date.
            UnknownFactError: there is no such fact.
        """
        day = parse_date(on, place="on")
        self.holdings.check_readings(readings)
        own = self.agreement.id if self.agreement else None
        chosen = own if agreement is None else self.holdings.check_subject(agreement)
        if chosen is None:
            return NotRecorded(subject=self.id, on=day, reason=_NO_AGREEMENT)
        question = EditionQuestion(
            agreement=chosen,
            on=day,
            facts=self.holdings.check_facts(facts),
            readings=readings,
            include_reported=include_reported,
        )
        return mapped(choose_edition(self.holdings, question), lambda document: Edition(document, day, self.holdings))

    def document(self, document_id: str, *, on: date | str) -> Edition:
        """One document, held or not, asked for a day, whether it applies then or not.

        Raises:
            UnknownDocumentError: the county has none of this id.
            InvalidDateError: `on` is no date.
        """
        return Edition(
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
        """What the county's agreement says on a topic on a day.

        Where one edition applies, it is asked, and the answer is no surer than that: derived
        where the edition applies by a rule, ambiguous where it hangs on how its validity is read.
        Where none is determined or held, what documents say of the agreement as such is the
        answer, with a note that tells so; beyond that it is not recorded.

        Args:
            topic: id of the topic, like "sip.convener".
            on: the day.
            about: id of a document or an agreement to ask of instead.
            facts: what is known of the case and of events; what is not given is unknown.
            readings: a reading by its name for all, or by provision.
            include_reported: whether reported facts take part.

        Raises:
            UnknownTopicError: there is no such topic.
            UnknownFactError: there is no such fact.
            InvalidDateError: `on` is no date.
        """
        day = parse_date(on, place="on")
        known = self.holdings.topic(topic)

        def asked_of(subject: str) -> Answer[tuple[Provision, ...]]:
            question = Question(
                topic=topic,
                subject=subject,
                on=day,
                facts=facts or {},
                readings=readings,
                include_reported=include_reported,
            )
            return answer(self.holdings, question)

        if about is not None:
            return asked_of(about)
        return self.of_agreement(
            known,
            day,
            asked_of,
            lambda: self.edition(on=day, facts=facts, readings=readings, include_reported=include_reported),
        )

    def of_agreement(
        self, topic: Topic, on: date, ask: Callable[[str], Answer[T]], edition: Callable[[], Answer[Edition]]
    ) -> Answer[T]:
        """What the agreement answers on a day: the edition that applies, as surely as it applies.

        Args:
            topic: the question.
            on: the day.
            ask: asks a document, or the agreement across its editions, by its id.
            edition: gives the edition that applies.
        """
        if self.agreement is None:
            return NotRecorded(topic=topic.id, subject=self.id, on=on, reason=_NO_AGREEMENT)
        if not topic.arises_for(DocumentType.AGREEMENT):
            return NotApplicable(topic=topic.id, subject=self.id, on=on, reason=_NOT_OF_AGREEMENTS)
        name_of = self.holdings.name_of
        return Applying(topic.id, self.id, on, ask, self.agreement.id, name_of).under(edition())

    def find(
        self,
        *,
        text: str | None = None,
        topic: str | None = None,
        kind: type[Provision] | str | None = None,
        bearer: str | None = None,
    ) -> tuple[Provision, ...]:
        """Provisions of every document of the county by words, topic, kind and bearer."""
        finder = Finder(text=text, topic=topic, kind=kind, bearer=bearer)
        finder.check(self.holdings.topics.values(), self.holdings.facts.values())
        said = (each for document in self.documents for each in self.holdings.content(document).provisions)
        return finder.among((*self.holdings.record.standing, *said), self.holdings.names)

    def law_references(self, *, on: date | str) -> "tuple[LawReference, ...]":
        """Resolve every reference to law for the period in which its document was written.

        Args:
            on: the day asked. What fails on it is reported, and undated documents are read for it.

        Raises:
            InvalidDateError: `on` is no date.
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
        """Whether everything held of both is equal; reads every document."""
        return isinstance(other, County) and self._held() == other._held()

    def __hash__(self) -> int:
        """By the code."""
        return hash(self.code)

    def _held(self) -> tuple[object, ...]:
        """Everything that is held of the county."""
        record = self.holdings.record
        return (record, *self.holdings.contents)

    def __str__(self) -> str:
        """The name."""
        return self.name

    def __repr__(self) -> str:
        """Name, code and documents."""
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
