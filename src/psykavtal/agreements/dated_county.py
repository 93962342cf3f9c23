"""The verdicts on a county's agreement through time."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from psykavtal.agreements.agreement_answers import AgreementAnswers
from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.query import Query
from psykavtal.agreements.query_checks import FactValue
from psykavtal.agreements.reading_choices import Readings
from psykavtal.lazy import locked_property

if TYPE_CHECKING:
    from psykavtal.agreements.timeline.timeline_result import Timeline


class DatedCounty:
    """A county whose agreement is asked for all days together."""

    holdings: CountyData

    @locked_property
    def own_agreement(self) -> AgreementAnswers:
        """Answers questions to the county from the edition that applies."""
        return AgreementAnswers(self.holdings)

    def timeline(
        self,
        *,
        agreement: str | None = None,
        facts: Mapping[str, FactValue] | None = None,
        readings: Readings = None,
        include_reported: bool = False,
        presume: bool = True,
    ) -> "Timeline":
        """Return the stretches between all dates of the record, with verdicts, gaps and events.

        Args:
            agreement: id of the agreement, if the county has several.
            facts: events, as in `in_force`.
            readings: the name of one reading for all, or names by provision.
            include_reported: whether reports take part.
            presume: whether an open end is presumed to continue after the last check.

        Raises:
            UnknownFactError: unknown fact.
            UnknownReadingError: unknown reading.
            UnknownNameError: unknown agreement.

        Examples:
            >>> from psykavtal import load_counties
            >>> load_counties()["jamtland"].timeline().on("2024-06-01")
            <TimelineStretch 2024-01-01..2024-12-31: not-in-force>
        """
        query = Query.checked(
            self.holdings,
            on=date.max,
            subject=self.holdings.record.place.id,
            facts=facts,
            readings=readings,
            include_reported=include_reported,
            presume=presume,
        )
        if agreement is None and facts is None and readings is None and presume and not include_reported:
            return self._timeline
        return self._built(query, facts, agreement)

    @locked_property
    def _timeline(self) -> "Timeline":
        """The timeline without further arguments, which several checks of an audit read."""
        return self._built(Query(subject=self.holdings.record.place.id, on=date.max), None, None)

    def _built(self, query: Query, facts: Mapping[str, FactValue] | None, agreement: str | None) -> "Timeline":
        from psykavtal.agreements.timeline.timeline_builder import TimelineBuilder  # noqa: PLC0415 (brings the register of law)

        first = next((each.id for each in self.holdings.agreements()), None)
        return TimelineBuilder(
            data=self.holdings,
            answers=self.own_agreement,
            query=query,
            facts=facts or {},
            agreement=first if agreement is None else self.holdings.check_subject(agreement),
        ).build()
