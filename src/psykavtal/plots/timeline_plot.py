"""Timelines as a picture."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from psykavtal.agreements.counties import Counties
from psykavtal.agreements.county import County
from psykavtal.agreements.timeline.timeline_parts import GapLength
from psykavtal.agreements.timeline.timeline_result import Timeline
from psykavtal.errors import InvalidValueError, Message, class_name
from psykavtal.model.answers import InForce
from psykavtal.model.dates import parse_date
from psykavtal.model.readings import reading_label
from psykavtal.model.wording import Wording
from psykavtal.plots.day_axis import DayAxis
from psykavtal.plots.drawing import drawn, redrawing
from psykavtal.plots.grid import add_title
from psykavtal.plots.legend import LegendEntry, add_legend
from psykavtal.plots.overview_arguments import checked_language
from psykavtal.plots.picture import Picture
from psykavtal.plots.timeline_chart import NONE_APPLIES, VERDICT_STYLES, TimelineChart, TimelineRows, days_text

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from psykavtal.plots.sheet import Sheet

_TITLE = Wording(sv="När överenskommelserna gäller", en="When the agreements apply")
_DAYS = Wording(sv="{} dagar", en="{} days")
_OR = Wording(sv=" eller ", en=" or ")
_CLOSED = Wording(sv="inget uppehåll", en="no gap")


def timeline(
    timelines: Timeline | County | Counties | Sequence[Timeline | County],
    *,
    on: date | str | None = None,
    ax: "Axes | None" = None,
    lang: str = "sv",
    size: str = "print",
) -> Picture:
    """Draw when each edition applies, may apply, or none does.

    Args:
        timelines: one or several timelines, or counties whose timelines are drawn.
        on: a day to mark.
        ax: axes to draw in; a new figure by default.
        lang: "sv" or "en".
        size: "print", "phone" or "slides"; not used with `ax`.

    Raises:
        InvalidValueError: an argument is invalid, or no timeline has a date.
        MissingPluginError: matplotlib is not installed.

    Examples:
        >>> from psykavtal import load_counties
        >>> timeline(load_counties()["jamtland"], lang="en").title
        'When the agreements apply'
    """
    checked_language(lang)
    marked = None if on is None else parse_date(on, place="on")
    every = _timelines(timelines)
    dated = tuple(each for each in every if any(part.first or part.last for part in each.stretches))
    if not dated:
        names = ", ".join(_name(each, lang) for each in every)
        fault = Message(
            en="nothing to draw: no date is recorded for {names}.",
            sv="det finns inget att rita: inga datum är redovisade för {names}.",
            names=names,
        )
        raise InvalidValueError(fault, place="timelines")
    title = _TITLE.to(lang)
    notes = [note for each in dated for note in _gap_notes(each, lang)]
    counties, axis = [TimelineRows.of(each, lang) for each in dated], DayAxis.of(dated, marked)

    def layout(sheet: "Sheet") -> None:
        chart = TimelineChart(sheet=sheet, counties=counties, axis=axis, marked=marked, lang=lang)
        y = chart.add(add_title(sheet, title))
        add_legend(sheet, y, _legend(dated, lang), notes)

    return Picture(
        axes=drawn(layout, size=size, ax=ax),
        redraw=redrawing(layout, ax),
        title=title,
        alt_text=" ".join([f"{title}.", *(_sentence(each, lang) for each in counties), *notes]),
        table=tuple(dict(record) for each in dated for record in each.to_records(lang=lang)),
        lang=lang,
    )


def _members(given: object) -> tuple[object, ...]:
    if isinstance(given, Counties):
        return given.members
    if isinstance(given, Timeline | County) or not isinstance(given, Iterable):
        return (given,)
    return tuple(cast("Iterable[object]", given))


def _timelines(given: object) -> tuple[Timeline, ...]:
    """Return the timelines that are given, or those of the counties."""
    members = _members(given)
    found = [each.timeline() if isinstance(each, County) else each for each in members]
    if not found or not all(isinstance(each, Timeline) for each in found):
        fault = Message(en="this is not a timeline.", sv="detta är ingen tidslinje.")
        fix = Message(en="Give counties or their `timeline()`.", sv="Ange län eller deras `timeline()`.")
        raise InvalidValueError(fault, value=class_name(given), place="timelines", fix=fix)
    return tuple(each for each in found if isinstance(each, Timeline))


def _name(timeline: Timeline, lang: str) -> str:
    label = timeline.labels.get(timeline.county)
    return timeline.county if label is None else label.to(lang)


def _legend(timelines: Sequence[Timeline], lang: str) -> list[LegendEntry]:
    used = {part.in_force.key for each in timelines for part in each.stretches}
    labels = {**InForce.LABELS, "not-in-force": NONE_APPLIES}
    return [LegendEntry(text=labels[key].to(lang), sign=style) for key, style in VERDICT_STYLES.items() if key in used]


def _sentence(county: TimelineRows, lang: str) -> str:
    """Return the days of each edition in words."""
    rows = "; ".join(f"{row.name}: {row.text(lang)}" for row in county.rows)
    return f"{county.name}: {rows}."


def _gap_notes(timeline: Timeline, lang: str) -> Iterator[str]:
    """Yield each gap between two editions, with its length under each reading."""
    for gap in timeline.gaps:
        if not gap.is_open:
            lengths = _OR.to(lang).join(_length(each, lang) for each in gap.lengths)
            yield f"{_name(timeline, lang)}: {NONE_APPLIES.to(lang)} {lengths}."


def _length(length: GapLength, lang: str) -> str:
    """Return the days of a gap with their number and the reason of the reading."""
    if not length.days:
        text = _CLOSED.to(lang)
    else:
        days = _DAYS.to(lang).format(length.days)
        text = f"{days_text(length.first, length.last, lang)}, {days}"
    reasons = _OR.to(lang).join(reading_label(each).to(lang) for each in length.why)
    return f"{text} ({reasons})" if reasons else text
