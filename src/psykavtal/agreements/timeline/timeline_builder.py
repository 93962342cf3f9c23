"""Build a timeline from the days on which the verdict on an agreement can change."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta

import attrs

from psykavtal.agreements.agreement_answers import AgreementAnswers
from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.interpretations import Interpretation, interpretations
from psykavtal.agreements.query import Query
from psykavtal.agreements.query_checks import FactValue, checked_facts
from psykavtal.agreements.subject_answers import with_unused_facts
from psykavtal.agreements.timeline.change_days import change_days
from psykavtal.agreements.timeline.gap_lengths import gaps
from psykavtal.agreements.timeline.recorded_events import recorded_events
from psykavtal.agreements.timeline.recorded_matters import recorded_matters
from psykavtal.agreements.timeline.timeline_events import TimelineEvent
from psykavtal.agreements.timeline.timeline_labels import timeline_labels
from psykavtal.agreements.timeline.timeline_parts import TimelineStretch, verdict_content
from psykavtal.agreements.timeline.timeline_result import Timeline
from psykavtal.agreements.timeline.uncertain_points import uncertain_points
from psykavtal.model.answers import InForce
from psykavtal.model.dates import parse_date

_DAY = timedelta(days=1)
_ANY = date(2000, 1, 1)
"""The day asked for if no date is recorded at all: the verdict is then the same on every day."""


@attrs.frozen(kw_only=True)
class TimelineBuilder:
    """Builds the timeline of one agreement.

    Attributes:
        data: the county's data.
        answers: answers questions to the county, and caches its verdicts.
        query: the checked query; its day and its facts are replaced for each day.
        facts: the facts given by the caller.
        agreement: id of the agreement; None if the county has none.
    """

    data: CountyData
    answers: AgreementAnswers
    query: Query
    facts: Mapping[str, FactValue]
    agreement: str | None

    def build(self) -> Timeline:
        """Return the timeline."""
        events = recorded_events(self.data, self._occurred())
        dates = {day for each in events if not each.type.is_of_copy for day in _bounds(each)}
        parts = tuple(self._parts({*dates, *change_days(self.data.record, self._occurred())}))
        stretches = tuple(self._stretches(parts, dates, events))
        found = Timeline(
            county=self.data.record.place.id,
            agreement=self.agreement or "",
            stretches=stretches,
            gaps=gaps(parts, self._interpretations(), self._verdict),
            events=events,
            matters=recorded_matters(self.data),
            editions=self._editions,
        )
        return attrs.evolve(found, labels=timeline_labels(self.data, found))

    @property
    def _editions(self) -> tuple[str, ...]:
        """Ids of the editions of the agreement."""
        return () if self.agreement is None else tuple(each.id for each in self.data.editions_of(self.agreement))

    def _occurred(self) -> dict[str, date]:
        """Return the days of the events that the caller gives by their day."""
        given = {name: value for name, value in self.facts.items() if not isinstance(value, bool)}
        return {name: parse_date(value, place=f"facts[{name!r}]") for name, value in given.items()}

    def _verdict(self, day: date, chosen: Mapping[str, str] | None = None) -> InForce:
        """Return the verdict on a day, also under further readings."""
        readings = self.query.readings
        if chosen:
            readings = chosen if readings is None or isinstance(readings, str) else {**readings, **chosen}
        facts = checked_facts(self.data, self.facts, day)
        query = attrs.evolve(self.query, on=day, facts=facts, days=self._occurred(), readings=readings)
        verdict = attrs.evolve(self.answers.in_force(query, self.agreement), editions=())
        return with_unused_facts(self.data, query, verdict)

    def _interpretations(self) -> tuple[Interpretation, ...]:
        """Return the interpretations of the validity of all editions."""
        reported = self.query.include_reported
        validity = [
            provision
            for each in self._editions
            for provision in self.data.validity_of(each, include_reported=reported).provisions
        ]
        return interpretations(validity, self.query.readings)[0]

    def _parts(self, days: Collection[date]) -> Iterator[TimelineStretch]:
        """Yield the days between those on which a verdict can change, under any reading."""
        starts = sorted(days)
        ends = [*(each - _DAY for each in starts), None]
        yield TimelineStretch(first=None, last=ends[0], in_force=self._verdict(ends[0] or _ANY))
        for first, last in zip(starts, ends[1:], strict=True):
            yield TimelineStretch(first=first, last=last, in_force=self._verdict(first))

    def _stretches(
        self, parts: Sequence[TimelineStretch], dates: Collection[date], events: Sequence[TimelineEvent]
    ) -> Iterator[TimelineStretch]:
        """Yield the parts, joined unless an event or another verdict begins the later one."""
        joined: list[TimelineStretch] = []
        for each in parts:
            before = joined[-1] if joined else None
            if (
                before is None
                or each.first in dates
                or verdict_content(each.in_force) != verdict_content(before.in_force)
            ):
                joined.append(each)
            else:
                joined[-1] = attrs.evolve(before, last=each.last)
        for each in joined:
            uncertain = uncertain_points(self.data, events, each.in_force, first=each.first, last=each.last)
            yield attrs.evolve(each, uncertain=uncertain)


def _bounds(event: TimelineEvent) -> Iterator[date]:
    """Yield the days on which stretches begin by an event."""
    first, after = event.date.earliest, event.date.latest
    if not (event.date.is_exact and event.type.is_last_day) and first > date.min:
        yield first
    if (not event.date.is_exact or event.type.is_last_day) and after < date.max:
        yield after + _DAY
