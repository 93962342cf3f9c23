"""A county: its place, its documents, and the questions to them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Unpack

import attrs

from psykavtal.agreements.agreement_answers import VerdictArguments
from psykavtal.agreements.county_identity import CountyIdentity
from psykavtal.agreements.dated_county import DatedCounty
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.agreements.local_agreements import with_local_agreements
from psykavtal.agreements.municipalities import municipality_of
from psykavtal.agreements.query import NO_DAY, Query
from psykavtal.agreements.query_checks import FactValue
from psykavtal.agreements.reading_choices import Readings
from psykavtal.agreements.searchable_county import SearchableCounty
from psykavtal.agreements.subject_answers import answer_about, with_pointers, with_unused_facts
from psykavtal.agreements.tabulated_counties import TabulatedCounty
from psykavtal.errors import InvalidValueError, Message, UndeterminedError
from psykavtal.model import arguments
from psykavtal.model.answers import Answer, InForce
from psykavtal.model.dates import parse_date
from psykavtal.model.provisions import Provision
from psykavtal.model.truth import Truth

if TYPE_CHECKING:
    from psykavtal.agreements.asked_in_words import AskedInWords
    from psykavtal.agreements.law_references import LawReference

_NO_EFFECT = Message(en="has no effect with `about`.", sv="har ingen verkan med `about`.")
_LEAVE_ONE_OUT = Message(en="Leave one of them out.", sv="Utelämna en av dem.")


@attrs.frozen(repr=False, eq=False, slots=False)
class County(SearchableCounty, DatedCounty, TabulatedCounty, CountyIdentity):
    """A county (län) that is asked: which edition applies, and what its documents state."""

    def in_force(
        self,
        *,
        on: date | str = NO_DAY,
        agreement: str | None = None,
        facts: Mapping[str, FactValue] | None = None,
        readings: Readings = None,
        include_reported: bool = False,
        presume: bool = True,
    ) -> InForce:
        """Return whether an edition of the agreement applies on a day, and which.

        Args:
            on: the day.
            agreement: id of the agreement, if the county has several.
            facts: events ("revision-need-raised"): true by the day, false, or the day on which it occurred.
            readings: the name of one reading for all, or names by provision.
            include_reported: whether reports take part.
            presume: whether an open end is presumed to continue after the last check.

        Raises:
            InvalidDateError: `on` is not a date.
            UnknownFactError: unknown fact.
            UnknownNameError: unknown agreement.

        Examples:
            >>> from psykavtal import load_counties
            >>> load_counties()["jamtland"].in_force(on="2026-01-10").document
            'jamtland-2025'
        """
        query = Query.checked(
            self.holdings,
            on=on,
            subject=self.id,
            facts=facts,
            readings=readings,
            include_reported=include_reported,
            presume=presume,
        )
        chosen = None if agreement is None else self.holdings.check_subject(agreement)
        return with_unused_facts(self.holdings, query, self.own_agreement.in_force(query, chosen))

    def edition(self, *, on: date | str = NO_DAY, **arguments: Unpack[VerdictArguments]) -> DocumentOnDay:
        """Return the edition that applies on a day.

        Args:
            on: the day.
            **arguments: `agreement`, `facts`, `readings`, `include_reported` and `presume` as in `in_force`.

        Raises:
            UndeterminedError: no edition applies, or it is unclear which.
            InvalidDateError: `on` is not a date.
        """
        found = self.in_force(on=on, **arguments)
        if found.document is not None and found.verdict is Truth.TRUE:
            return self.document(found.document, on=found.on)
        fault = Message(en="{sentence}", sv="{sentence}", sentence=found.sentence)
        day = found.on.isoformat()
        candidates = ", ".join(f'county.document("{each}", on="{day}")' for each in found.candidates)
        if not candidates:
            raise UndeterminedError(fault, place=self.id)
        fix = Message(en="Candidates: {candidates}.", sv="Möjliga: {candidates}.", candidates=candidates)
        raise UndeterminedError(fault, place=self.id, fix=fix)

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
        on: date | str = NO_DAY,
        about: str | None = None,
        municipality: str | None = None,
        facts: Mapping[str, FactValue] | None = None,
        readings: Readings = None,
        include_reported: bool = False,
        presume: bool = True,
    ) -> Answer[tuple[Provision, ...]]:
        """Answer a topic from the county's agreement on a day.

        The status is that of the text; `in_force` states if that text applies on the day.
        `value` needs both. Statements about the edition go before those about the agreement itself.

        Args:
            topic: id of the topic, like "sip.convener".
            on: the day.
            about: id of another subject, a document or an agreement.
            municipality: name or code of a municipality, whose local agreements take part; without, what they state is
                in `see_also`.
            facts: facts of the case and events; a fact not given is unknown.
            readings: the name of one reading for all, or names by provision.
            include_reported: whether the answer may rest on reports.
            presume: whether an open end is presumed to continue after the last check.

        Raises:
            UnknownTopicError: unknown topic.
            UnknownFactError: unknown fact.
            UnknownMunicipalityError: the county has no such municipality.
            InvalidValueError: both `about` and `municipality` are given.
            InvalidDateError: `on` is not a date.
        """
        data = self.holdings
        place = None if municipality is None else municipality_of(data.record.place, municipality)
        query = Query.checked(
            data,
            topic=data.topic(topic),
            on=on,
            subject=self.id,
            facts=facts,
            readings=readings,
            include_reported=include_reported,
            presume=presume,
        )
        if about is not None:
            if place is not None:
                raise InvalidValueError(_NO_EFFECT, place="municipality", fix=_LEAVE_ONE_OUT)
            return with_pointers(data, query, answer_about(data, query.of(data.check_subject(about))))
        answer = with_pointers(data, query, self.own_agreement.answer(query))
        return answer if place is None else with_local_agreements(self.own_agreement, query, answer, place)

    def ask_in_words(
        self, words: str, *, on: date | str = NO_DAY, documents: str | Sequence[str] = (), readings: Readings = None
    ) -> "AskedInWords":
        """Answer a question in words by the topics that it names, and find its words.

        Args:
            words: the question, in Swedish or English.
            on: the day.
            documents: ids of documents to ask, in force or not. By default, a year in the question that is in the id
                of one available document chooses this document.
            readings: the name of one reading for all, or names by provision.

        Raises:
            InvalidValueError: the question has no word, or too many.
            InvalidDateError: `on` is not a date.
            UnknownDocumentError: unknown document.

        Examples:
            >>> from psykavtal import load_counties
            >>> asked = load_counties()["jamtland"].ask_in_words("Vem kallar till SIP?", on="2026-01-10")
            >>> [(each.answer.topic, each.answer.status) for each in asked.answers]
            [('sip.convener', 'stated')]
        """
        from psykavtal.agreements.asked_in_words import ask_in_words  # noqa: PLC0415 (brings the search)

        chosen = arguments.texts(documents, "documents")
        return ask_in_words(self, words, on=on, documents=chosen, readings=readings)

    def law_references(self, *, on: date | str) -> "tuple[LawReference, ...]":
        """Resolve every reference to law for the period in which its document was written.

        Args:
            on: the day asked. Failures on it are reported, and undated documents are read for it.

        Raises:
            InvalidDateError: `on` is not a date.
        """
        from psykavtal.agreements.law_references import law_references  # noqa: PLC0415 (brings the register of law)

        return law_references(self.holdings.record, self.holdings.contents, on=parse_date(on, place="on"))
