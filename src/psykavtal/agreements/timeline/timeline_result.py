"""The timeline of a county's agreement."""

from collections.abc import Mapping
from datetime import date

import attrs

from psykavtal.agreements.timeline.overdue_matters import overdue_matter
from psykavtal.agreements.timeline.timed_matters import OverdueMatter, TimedMatter
from psykavtal.agreements.timeline.timeline_events import TimelineEvent
from psykavtal.agreements.timeline.timeline_parts import TimelineGap, TimelineStretch
from psykavtal.agreements.timeline.timeline_records import (
    EventRecord,
    GapRecord,
    StretchRecord,
    event_record,
    gap_records,
    stretch_record,
)
from psykavtal.errors import Message, UnknownNameError, suggestion
from psykavtal.model import arguments
from psykavtal.model.dates import parse_date
from psykavtal.model.display import Printable
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True, repr=False)
class Timeline(Printable):
    """The stretches of days between the dates of a county's record, with gaps and events.

    Attributes:
        county: id of the county.
        agreement: id of the agreement; empty if the county has none.
        stretches: every day from the earliest to the latest, in order, each with its verdict.
        gaps: the times for which no recorded edition applies.
        events: the dates of the record, by their first possible day.
        matters: follow-ups, revisions, plans and deadlines, in the order of the record.
        editions: ids of the editions of the agreement.
        labels: the names of the county, its documents and its facts that the timeline contains, by id.

    Examples:
        >>> from psykavtal import load_counties
        >>> timeline = load_counties()["jamtland"].timeline()
        >>> timeline.on("2024-06-01").in_force.key
        'not-in-force'
        >>> [(each.readings, each.days) for each in timeline.gaps[-1].lengths]
        [(('jamtland.validity.v4-end:exclusive',), 912), (('jamtland.validity.v4-end:inclusive',), 547)]
    """

    county: str
    agreement: str
    stretches: tuple[TimelineStretch, ...]
    gaps: tuple[TimelineGap, ...] = ()
    events: tuple[TimelineEvent, ...] = ()
    matters: tuple[TimedMatter, ...] = ()
    editions: tuple[str, ...] = ()
    labels: Mapping[str, Wording] = attrs.field(factory=dict[str, Wording], hash=False)

    def on(self, day: date | str) -> TimelineStretch:
        """Return the stretch of a day.

        Raises:
            InvalidDateError: `day` is not a date.
        """
        asked = parse_date(day, place="day")
        return next(each for each in self.stretches if asked in each)

    @property
    def unused_inputs(self) -> tuple[str, ...]:
        """Ids of the facts given on which no verdict depends."""
        return self.stretches[0].in_force.unused_inputs

    @property
    def verdicts(self) -> tuple[TimelineStretch, ...]:
        """The stretches, with neighbours of the same verdict joined."""
        found: list[TimelineStretch] = []
        for each in self.stretches:
            if found and found[-1].verdict_content == each.verdict_content:
                uncertain = tuple(dict.fromkeys((*found[-1].uncertain, *each.uncertain)))
                found[-1] = attrs.evolve(found[-1], last=each.last, uncertain=uncertain)
            else:
                found.append(each)
        return tuple(found)

    def overdue(self, *, on: date | str, done: Mapping[str, date | str] | None = None) -> tuple[OverdueMatter, ...]:
        """Return the matters that are overdue on a day or undecided.

        Matters of an edition that does not apply on the day are left out. A follow-up is listed once a
        whole interval has passed since its document began to apply, or since it was last done.

        Args:
            on: the day.
            done: the day on which a matter was last done, by the id of its provision. The record has no such days.

        Raises:
            InvalidDateError: a day is not a date.
            UnknownNameError: unknown matter in `done`.
        """
        day = parse_date(on, place="on")
        last = self._checked(done)
        applying = self.on(day).may_apply
        found = [
            overdue_matter(each, day, last.get(each.provision))
            for each in self.matters
            if each.document not in self.editions or each.document in applying
        ]
        return tuple(each for each in found if each is not None)

    def to_records(self, *, lang: str = "sv") -> list[StretchRecord]:
        """Return the stretches as rows of plain values, with labels in `lang`."""
        return [stretch_record(self.county, each, self.labels, lang) for each in self.stretches]

    def gap_records(self, *, lang: str = "sv") -> list[GapRecord]:
        """Return the gaps as rows, one for each length."""
        return [row for each in self.gaps for row in gap_records(self.county, each, self.labels, lang)]

    def event_records(self, *, lang: str = "sv") -> list[EventRecord]:
        """Return the events as rows."""
        return [event_record(self.county, each, lang) for each in self.events]

    def _checked(self, done: Mapping[str, date | str] | None) -> dict[str, date]:
        given: Mapping[str, date | str] = {} if done is None else arguments.table(done, "done")
        known = {each.provision for each in self.matters}
        for name in given:
            if name not in known:
                fix = suggestion(name, known, kind="matters")
                fault = Message(en="no matter {matter!r}.", sv="okänd sak {matter!r}.", matter=name)
                raise UnknownNameError(fault, value=name, place="done", fix=fix)
        return {name: parse_date(each, place=f"done[{name!r}]") for name, each in given.items()}

    def __repr__(self) -> str:
        """Return the county and the numbers of its parts."""
        parts = f"{len(self.stretches)} stretches, {len(self.gaps)} gaps, {len(self.events)} events"
        return f"<Timeline of {self.county}: {parts}>"
