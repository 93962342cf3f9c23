"""A timeline as a report: verdicts by stretches of days, gaps, dates, overdue matters."""

from collections.abc import Iterable, Iterator
from datetime import date

from psykavtal.agreements.timeline.timed_matters import OverdueMatter
from psykavtal.agreements.timeline.timeline_parts import (
    GapLength,
    TimelineGap,
    TimelineStretch,
)
from psykavtal.agreements.timeline.timeline_result import Timeline
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, labelled, same
from psykavtal.output.report import Line, LineKind, Mark, Report, ReportSection
from psykavtal.output.views.timeline_event_lines import (
    SHORT_EVENTS,
    comma_list,
    event_lines,
    name_in_timeline,
    source_lines,
)

_TITLE = Wording(sv="Tidslinje", en="Timeline")
_APPLIES = Wording(sv="Gäller", en="In force")
_GAPS = Wording(sv="Luckor: ingen redovisad upplaga gäller", en="Gaps: no recorded edition applies")
_NO_GAP = Wording(sv="inga", en="none")
_DATES = Wording(sv="Datum", en="Dates")
_OVERDUE = Wording(sv="Försenat eller oavgjort", en="Overdue or undecided")
_NOTHING = Wording(sv="inget", en="nothing")
_NO_EDITION = Wording(sv="ingen redovisad upplaga", en="no recorded edition")
_UNTIL = Wording(sv="till", en="until")
_FROM = Wording(sv="från", en="from")
_BETWEEN = Wording(sv="mellan", en="between")
_AND = Wording(sv="och", en="and")
_BEFORE_FIRST = Wording(sv="före den första redovisade", en="before the first recorded one")
_AFTER_LAST = Wording(sv="efter den sista redovisade", en="after the last recorded one")
_OPEN = Wording(sv="öppen, längden är inte känd", en="open, of unknown length")
_CLOSED = Wording(sv="ingen lucka", en="no gap")
_DAYS = Wording(sv="dagar", en="days")
_AT_MOST = Wording(sv="högst", en="at most")
_IF_UNCLEAR = Wording(sv="med de oklara dagarna intill", en="with the adjoining unclear days")
_MORE = Wording(sv="datum till, ordalydelser och källor: --full", en="more dates, wordings and sources: --full")
_MORE_IN_CODE = Wording(sv="datum till: timeline.events", en="more dates: timeline.events")
_ASKED = Wording(sv="dagen som frågan gäller", en="the day asked for")

_VERDICTS = {
    Truth.TRUE: Mark(key="overdue", label=Wording(sv="tiden har gått ut", en="time is up")),
    Truth.UNKNOWN: Mark(key="undecided", label=Wording(sv="oavgjort", en="undecided")),
}


def timeline_report(timeline: Timeline, *, on: date | None = None, full: bool = False, in_code: bool = False) -> Report:
    """Return a timeline as a report.

    Args:
        timeline: the timeline.
        on: the day for which overdue matters are listed; None to leave them out.
        full: show all dates, the uncertain points, wordings and sources.
        in_code: the reader writes Python, not commands.
    """
    shown = [each for each in timeline.events if full or each.type in SHORT_EVENTS]
    rest = len(timeline.events) - len(shown)
    more = _MORE_IN_CODE if in_code else _MORE
    sections = [
        ReportSection(heading=_APPLIES, lines=tuple(_verdicts(timeline, on, full=full))),
        ReportSection(heading=_GAPS, lines=tuple(_gaps(timeline)) or (Line(_NO_GAP),)),
        ReportSection(heading=_DATES, lines=tuple(event_lines(timeline, shown, full=full)) or (Line(_NO_GAP),)),
    ]
    if on is not None:
        lines = _overdue_lines(timeline, timeline.overdue(on=on), full=full)
        heading = joined(_OVERDUE, same(f" {on.isoformat()}"))
        sections.append(ReportSection(heading=heading, lines=tuple(lines) or (Line(_NOTHING),)))
    return Report(
        title=joined(name_in_timeline(timeline, timeline.county), same(": "), _lower(_TITLE)),
        sections=tuple(sections),
        closing=(joined(same(f"{rest} "), more),) if rest else (),
    )


def _verdicts(timeline: Timeline, on: date | None, *, full: bool) -> Iterator[Line]:
    for each in timeline.verdicts:
        is_asked = on is not None and on in each
        yield Line(_stretch(timeline, each), mark=Mark(key=each.in_force.key, label=each.in_force.label))
        if is_asked and on is not None:
            yield Line(joined(same(f"{on.isoformat()}: "), _ASKED), 1, LineKind.REMARK)
        if full or is_asked:
            yield from (Line(point, 1, LineKind.REMARK) for point in each.uncertain)
        if full:
            yield from (
                Line(labelled(rule.label, rule.wording), 1)
                for rule in each.in_force.rules
                if not each.in_force.is_presumed
            )
            yield from source_lines(timeline, each.citations, each.sources)


def _stretch(timeline: Timeline, stretch: TimelineStretch) -> Wording:
    names = [name_in_timeline(timeline, each) for each in stretch.may_apply] or [_NO_EDITION]
    return labelled(_days(stretch.first, stretch.last), comma_list(names))


def _days(first: date | None, last: date | None) -> Wording:
    """Return the days of a stretch as text."""
    if first is None and last is None:
        return same("–")
    if first is None:
        return joined(_UNTIL, same(f" {last}"))
    if last is None:
        return joined(_FROM, same(f" {first}"))
    return same(str(first) if first == last else f"{first}–{last}")


def _gaps(timeline: Timeline) -> Iterator[Line]:
    for gap in timeline.gaps:
        if len(gap.lengths) == 1:
            yield Line(labelled(_around(timeline, gap), _length(gap.lengths[0])))
            continue
        yield Line(joined(_around(timeline, gap), same(":")))
        for each in gap.lengths:
            reasons = comma_list(list(each.why))
            yield Line(joined(_length(each), same(" – "), reasons), 1, LineKind.READING)


def _around(timeline: Timeline, gap: TimelineGap) -> Wording:
    if gap.before and gap.after:
        before, after = name_in_timeline(timeline, gap.before), name_in_timeline(timeline, gap.after)
        return joined(_BETWEEN, same(" "), before, same(" "), _AND, same(" "), after)
    return _BEFORE_FIRST if gap.after else _AFTER_LAST


def _length(length: GapLength) -> Wording:
    """Return the days of a gap and their number."""
    if length.days == 0:
        return _CLOSED
    days = _days(length.first, length.last)
    if length.days is None:
        return joined(days, same(", "), _OPEN)
    count = joined(days, same(f", {length.days} "), _DAYS)
    if length.at_most is None or length.at_most == length.days:
        return count
    return joined(count, same(" ("), _AT_MOST, same(f" {length.at_most} "), _IF_UNCLEAR, same(")"))


def _overdue_lines(timeline: Timeline, overdue: Iterable[OverdueMatter], *, full: bool) -> list[Line]:
    """Return the overdue matters; in the short form each line once."""
    lines = [line for each in overdue for line in _overdue(timeline, each, full=full)]
    return lines if full else list(dict.fromkeys(lines))


def _overdue(timeline: Timeline, overdue: OverdueMatter, *, full: bool) -> Iterator[Line]:
    """Yield a matter with its verdict, and the questions that decide it."""
    matter = overdue.matter
    head = joined(_capital(matter.type.label), same(", "), matter.about, same(": "))
    mark = _VERDICTS[overdue.verdict]
    if not full:
        is_known = overdue.since is not None or matter.due is not None
        texts = [*([overdue.sentence] if is_known else []), *overdue.missing]
        yield Line(joined(head, _spaced(texts)), mark=mark)
        return
    yield Line(joined(head, overdue.sentence), mark=mark)
    yield from (Line(each, 1, LineKind.REMARK) for each in overdue.missing)
    yield Line(matter.wording, 1)
    yield from source_lines(timeline, matter.citations, matter.reported)


def _spaced(parts: list[Wording]) -> Wording:
    return Wording(sv=" ".join(each.sv for each in parts), en=" ".join(each.to("en") for each in parts))


def _capital(wording: Wording) -> Wording:
    return Wording(sv=wording.sv[:1].upper() + wording.sv[1:], en=wording.to("en")[:1].upper() + wording.to("en")[1:])


def _lower(wording: Wording) -> Wording:
    return Wording(sv=wording.sv.lower(), en=wording.to("en").lower())
