"""The dated events of a county's record."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.law_references import law_references
from psykavtal.agreements.timeline.timeline_events import EventType, TimelineEvent
from psykavtal.agreements.timeline.timeline_labels import name_in_record
from psykavtal.law import Act, register
from psykavtal.model.citations import Citation
from psykavtal.model.dates import UncertainDate
from psykavtal.model.documents import Document, State
from psykavtal.model.provisions import Adoption, Dating, Pending, PlanTerm, Provision, Validity
from psykavtal.model.wording import Wording

_NOT_ADOPTED = (State.DRAFT, State.PROPOSAL)
_ORDER = list(EventType)
Dates = Iterator[tuple[EventType, UncertainDate | None]]


def recorded_events(data: CountyData, occurred: Mapping[str, date]) -> tuple[TimelineEvent, ...]:
    """Return every date of a county's record as an event, by its first possible day.

    Args:
        data: the county's data.
        occurred: the days of events that the caller gives, by the id of the fact.
    """
    stated = [event for each in _provisions(data) for event in _of_provision(data, each)]
    known = [event for each in data.record.documents for event in _of_document(data, each)]
    given = [_occurred(data, fact, day) for fact, day in occurred.items()]
    starts = [each.date.earliest for each in (*stated, *given)]
    law = _of_law(data, since=min(starts)) if starts else []
    return tuple(sorted((*stated, *known, *given, *law), key=_order))


def _order(event: TimelineEvent) -> tuple[date, date, int]:
    return event.date.earliest, event.date.latest, _ORDER.index(event.type)


def _provisions(data: CountyData) -> Iterator[Provision]:
    yield from data.record.standing
    for content in data.contents:
        yield from content.provisions


def _of_provision(data: CountyData, provision: Provision) -> Iterator[TimelineEvent]:
    """Yield the dates of a provision; each once, with the readings that give it."""
    forms = [(each.name, each.why, each.value) for each in provision.readings]
    if not forms:
        yield from (_event(data, provision, kind, day) for kind, day in _dates(provision) if day is not None)
        return
    found: dict[tuple[EventType, UncertainDate], list[tuple[str, Wording]]] = {}
    for name, why, form in forms:
        for kind, day in _dates(form):
            if day is not None:
                found.setdefault((kind, day), []).append((name, why))
    for (kind, day), readings in found.items():
        event = _event(data, provision, kind, day)
        if len(readings) == len(forms):
            yield event
            continue
        sv = " ".join(why.sv for _, why in readings)
        en = " ".join(why.to("en") for _, why in readings)
        names = tuple(name for name, _ in readings)
        yield attrs.evolve(event, wording=Wording(sv=sv, en=en), readings=names)


def _event(data: CountyData, provision: Provision, kind: EventType, day: UncertainDate) -> TimelineEvent:
    document = provision.plan if isinstance(provision, PlanTerm) else provision.about
    about = name_in_record(data, document)
    if isinstance(provision, Pending):
        about = Wording(sv=provision.name, en=provision.name)
    return TimelineEvent(
        type=kind,
        date=day,
        document=document,
        about=about,
        wording=provision.wording,
        provision=provision.id,
        follows_by=provision.follows_by,
        citations=provision.citations,
        reported=provision.reported,
    )


def _dates(provision: object) -> Dates:
    """Yield the dates of one form of a provision."""
    match provision:
        case Validity():
            yield EventType.START, provision.start
            yield EventType.END, provision.end
            yield EventType.ORDINARY_END, provision.ordinary_end
            yield EventType.KNOWN, provision.as_of
        case Adoption():
            yield EventType.PROPOSAL if provision.state in _NOT_ADOPTED else EventType.ADOPTION, provision.date
        case Dating():
            yield EventType.WRITTEN_EARLIEST, provision.earliest
            yield EventType.WRITTEN_LATEST, provision.latest
        case PlanTerm():
            yield EventType.PLAN_START, provision.start
            yield EventType.PLAN_END, provision.end
        case Pending():
            yield EventType.DUE, provision.due
        case _:
            return


def _of_document(data: CountyData, document: Document) -> Iterator[TimelineEvent]:
    """Yield the dates that are fields of a document."""
    days = (
        (EventType.READ, document.read_on),
        (EventType.RETRIEVED, document.retrieved),
        (EventType.CHECKED, document.checked_until),
    )
    dates = [(kind, UncertainDate(day.isoformat())) for kind, day in days if day is not None]
    if document.dated is not None:
        dates.append((EventType.DATED, document.dated))
    name = name_in_record(data, document.id)
    for kind, day in dates:
        yield TimelineEvent(type=kind, date=day, document=document.id, about=name, wording=name)


def _occurred(data: CountyData, fact: str, day: date) -> TimelineEvent:
    label = data.facts[fact].label
    occurred = UncertainDate(day.isoformat())
    return TimelineEvent(type=EventType.OCCURRED, date=occurred, document="", about=label, wording=label)


def _of_law(data: CountyData, *, since: date) -> list[TimelineEvent]:
    """Return the days on which cited acts, and those that replace them, begin or end.

    Days before the first date of the record are left out.
    """
    citing: dict[str, list[Citation]] = {}
    for reference in law_references(data.record, data.contents, on=since):
        for law in reference.resolution.laws:
            if law.act is not None:
                citing.setdefault(law.act.number, []).extend(reference.provision.citations)
    acts, found = register().acts, list[TimelineEvent]()
    for number, citations in citing.items():
        act = acts[number]
        successor = acts.get(act.successor)
        both = [act] if successor is None else [act, successor]
        found += [each for one in both for each in _of_act(one, acts, citations) if each.date.earliest >= since]
    return list({(each.type, each.wording): each for each in found}.values())


def _of_act(act: Act, acts: Mapping[str, Act], citations: Iterable[Citation]) -> Iterator[TimelineEvent]:
    cited = tuple(dict.fromkeys(citations))
    name = Wording(sv=str(act), en=str(act))
    start, end = UncertainDate(act.start.isoformat()), act.repealed
    event = TimelineEvent(type=EventType.LAW_START, date=start, document="", about=name, wording=name, citations=cited)
    yield event
    if end is not None:
        successor = acts.get(act.successor)
        if successor is not None:
            name = Wording(sv=f"{act}, ersatt av {successor}", en=f"{act}, replaced by {successor}")
        yield attrs.evolve(event, type=EventType.LAW_REPEALED, date=UncertainDate(end.isoformat()), wording=name)
