"""Verdicts on a county's agreement, and answers from the edition that applies."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import TypedDict

import attrs

from psykavtal.agreements.applicability import agreement_in_force
from psykavtal.agreements.county_answers import county_answer
from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.query import Query
from psykavtal.agreements.query_checks import FactValue
from psykavtal.agreements.reading_choices import Readings
from psykavtal.agreements.ways_out import CountyRemedies, has_value
from psykavtal.lazy import Frozen, locked_property
from psykavtal.model.answers import Answer, InForce
from psykavtal.model.display import ReprOnly
from psykavtal.model.documents import DocumentType
from psykavtal.model.provisions import Provision
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording

_VERDICTS = 1024
"""The number of verdicts that are cached for a county."""


class VerdictArguments(TypedDict, total=False):
    """The arguments of a verdict beside the day."""

    agreement: str | None
    facts: Mapping[str, FactValue] | None
    readings: Readings
    include_reported: bool
    presume: bool


@attrs.frozen(repr=False, eq=False, slots=False)
class AgreementAnswers(Frozen, ReprOnly):
    """Answers queries to a county from the edition of its agreement that applies.

    Attributes:
        data: the county's data.
    """

    data: CountyData

    def in_force(self, query: Query, agreement: str | None = None) -> InForce:
        """Return the verdict on an agreement; on the county's first one by default."""
        chosen = agreement or next((each.id for each in self.data.agreements()), None)
        if chosen is None:
            subject = self.data.record.place.id
            return InForce(
                subject=subject, on=query.on, verdict=Truth.UNKNOWN, status="not-recorded", sentence=_NO_AGREEMENT
            )
        if query.facts or not isinstance(query.readings, str | None):
            return agreement_in_force(self.data, query.of(chosen, topic=""))
        return self._verdicts(chosen, query.on, query.readings, query.include_reported, query.presume)

    def answer(self, query: Query, agreement: str | None = None) -> Answer[tuple[Provision, ...]]:
        """Answer a query on a topic from an agreement, with the verdict on it."""
        if not self.data.agreements():
            return query.context.not_recorded(_NO_AGREEMENT)
        verdict = self.in_force(query, agreement)
        in_force = attrs.evolve(verdict, editions=())
        if not self.data.topic(query.topic).arises_for(DocumentType.AGREEMENT):
            none = query.context.not_applicable(NOT_OF_AGREEMENTS)
            return attrs.evolve(none, in_force=in_force, requires_in_force=True)
        found = county_answer(self.data, query, verdict)
        remedies = None if has_value(found, verdict) else CountyRemedies(self.data, query, verdict)
        return attrs.evolve(found, in_force=in_force, requires_in_force=True, remedies=remedies)

    @locked_property
    def _verdicts(self) -> Callable[[str, date, str | None, bool, bool], InForce]:
        """The verdicts of queries without facts, of which the latest are cached."""

        def verdict(agreement: str, on: date, readings: str | None, reported: bool, presume: bool) -> InForce:
            query = Query(subject=agreement, on=on, readings=readings, include_reported=reported, presume=presume)
            return agreement_in_force(self.data, query)

        return lru_cache(_VERDICTS)(verdict)

    def __repr__(self) -> str:
        """Return the county's id."""
        return f"<AgreementAnswers of {self.data.record.place.id}>"


_NO_AGREEMENT = Wording(
    sv="Ingen överenskommelse är redovisad för länet.",
    en="No agreement is recorded for the county.",
)
NOT_OF_AGREEMENTS = Wording(
    sv="Frågan uppkommer inte för en överenskommelse; fråga dokumentet självt.",
    en="The question does not arise for an agreement; ask the document itself.",
)
