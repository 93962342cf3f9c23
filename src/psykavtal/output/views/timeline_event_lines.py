"""The dates of a timeline as lines of a report."""

from collections.abc import Iterable, Iterator, Sequence

from psykavtal.agreements.timeline.timeline_events import EventType, TimelineEvent
from psykavtal.agreements.timeline.timeline_result import Timeline
from psykavtal.model.citations import Citation, WebSource
from psykavtal.model.inference_rules import RULES
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, same
from psykavtal.output.report import Line, LineKind
from psykavtal.output.views.citation_text import citation_text

_ONE_READING = Wording(sv="enligt en läsning", en="by one reading")
_VALID = Wording(sv="första och sista dag", en="first and last day")
_REPORTED = Wording(sv="enligt uppgift", en="reported")
SHORT_EVENTS = frozenset(
    {
        EventType.START,
        EventType.END,
        EventType.ADOPTION,
        EventType.PROPOSAL,
        EventType.PLAN_END,
        EventType.LAW_REPEALED,
        EventType.OCCURRED,
    }
)
"""The types of events of the short form."""


def event_lines(timeline: Timeline, events: Sequence[TimelineEvent], *, full: bool) -> list[Line]:
    """Return the dates; in the short form, a first day with its last one."""
    if full:
        return [line for each in events for line in _event(timeline, each, full=True)]
    lines = dict[Line, None]()
    ends = {(each.provision, each.readings): each for each in events if each.type is EventType.END}
    for each in events:
        end = ends.pop((each.provision, each.readings), None) if each.type is EventType.START else None
        if end is not None:
            lines[_term(each, end)] = None
        elif each.type is not EventType.END or ends.pop((each.provision, each.readings), None) is not None:
            lines |= dict.fromkeys(_event(timeline, each, full=False))
    return list(lines)


def _term(start: TimelineEvent, end: TimelineEvent) -> Line:
    """Return the first and the last day that one provision gives, as one line."""
    days = f"{_date(start, full=False)}–{_date(end, full=False)} "
    return Line(joined(same(days), _VALID, same(": "), start.about, *_notes(start)))


def _notes(event: TimelineEvent) -> list[Wording]:
    """Return the source of a date in parentheses, unless a text states it."""
    notes = [_ONE_READING] if event.readings else []
    notes += [_REPORTED] if event.is_reported else []
    notes += [RULES[event.follows_by].label] if event.follows_by in RULES else []
    return [same(" ("), comma_list(notes), same(")")] if notes else []


def _event(timeline: Timeline, event: TimelineEvent, *, full: bool) -> Iterator[Line]:
    about = event.about if event.document else event.wording
    head = same(f"{_date(event, full=full)} ")
    yield Line(joined(head, event.type.label, same(": "), about, *_notes(event)))
    if full and event.document and event.provision:
        yield Line(event.wording, 1)
    if full:
        yield from source_lines(timeline, event.citations, event.reported)


def _date(event: TimelineEvent, *, full: bool) -> str:
    """Return a date as text."""
    edtf, words = event.date.edtf, event.date.words
    if full and words:
        return f"{edtf} («{words}»)"
    return f"«{words}»" if words and edtf.startswith("[") else edtf


def source_lines(timeline: Timeline, citations: Iterable[Citation], reported: Iterable[WebSource]) -> Iterator[Line]:
    """Yield the citations and addresses of a part of a timeline."""

    def name_of(thing: str, lang: str) -> str:
        return name_in_timeline(timeline, thing).to(lang)

    for each in citations:
        yield Line(citation_text(each, name_of), 1, LineKind.CITATION)
    yield from (Line(same(each.url), 1, LineKind.CITATION) for each in reported)


def name_in_timeline(timeline: Timeline, thing: str) -> Wording:
    """Return the name of an id."""
    return timeline.labels.get(thing) or same(thing)


def comma_list(parts: Sequence[Wording]) -> Wording:
    """Return wordings as a list with commas."""
    return Wording(sv=", ".join(each.sv for each in parts), en=", ".join(each.to("en") for each in parts))
