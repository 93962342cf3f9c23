"""The uncertain points of a stretch of a timeline, as sentences."""

from collections.abc import Iterable, Iterator
from datetime import date

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.reading_choices import reading_choices
from psykavtal.agreements.timeline.timeline_events import TimelineEvent
from psykavtal.agreements.timeline.timeline_labels import name_in_record
from psykavtal.model.answers import InForce
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording


def uncertain_points(
    data: CountyData, events: Iterable[TimelineEvent], in_force: InForce, *, first: date | None, last: date | None
) -> tuple[Wording, ...]:
    """Return what is uncertain in a stretch, each point once.

    Args:
        data: the county's data.
        events: the events of the record.
        in_force: the verdict on the stretch.
        first: its first day; None if it reaches back without end.
        last: its last day; None if it goes on without end.
    """
    points = [*_of_verdict(data, in_force)]
    points += [_of_date(data, each) for each in events if _is_open_within(each, first, last)]
    return tuple(dict.fromkeys(points))


def _of_verdict(data: CountyData, in_force: InForce) -> Iterator[Wording]:
    if in_force.status == "ambiguous":
        for provision in in_force.basis:
            for choices in reading_choices(provision).values():
                yield from (each.why for each in choices)
    if in_force.is_presumed:
        yield from (each.wording for each in in_force.rules if each.id == "presumed-to-continue")
    yield from (data.facts[each].question for each in in_force.missing_facts)
    if in_force.verdict is not Truth.UNKNOWN and in_force.status == "reported":
        yield _REPORTED
    yield from (_reported(each.wording) for each in in_force.reports)


def _reported(wording: Wording) -> Wording:
    return Wording(sv=f"Uppgift från annat håll: {wording.sv}", en=f"Reported elsewhere: {wording.to('en')}")


def _is_open_within(event: TimelineEvent, first: date | None, last: date | None) -> bool:
    """Return whether an event on an unknown day can lie in a stretch."""
    if not event.type.is_of_agreement or event.date.is_exact:
        return False
    begins_before_end = last is None or event.date.earliest <= last
    return begins_before_end and (first is None or first <= event.date.latest)


def _of_date(data: CountyData, event: TimelineEvent) -> Wording:
    def text(lang: str) -> str:
        name = f", {name_in_record(data, event.document).to(lang)}" if event.document else ""
        words = f" («{event.date.words}»)" if event.date.words else ""
        return f"{event.type.label.to(lang).capitalize()}{name}: {event.date.edtf}{words}"

    return Wording(sv=f"{text('sv')}, oklart vilken dag.", en=f"{text('en')}, on which day is unclear.")


_REPORTED = Wording(
    sv="Bygger på uppgifter från annat håll, inte på en text som finns tillgänglig.",
    en="Rests on reports from elsewhere, not on a text that is available.",
)
