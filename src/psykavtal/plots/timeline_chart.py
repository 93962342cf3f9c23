"""The chart of timelines: a strip for each edition, and one for days without any."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import attrs

from psykavtal.agreements.timeline.timeline_parts import TimelineStretch
from psykavtal.agreements.timeline.timeline_result import Timeline
from psykavtal.model.answers import InForce
from psykavtal.model.wording import Wording
from psykavtal.plots.boxes import Box
from psykavtal.plots.day_axis import DayAxis
from psykavtal.plots.grid import SMALL, margin_of
from psykavtal.plots.status_styles import INK, MUTED, PAPER, RULE, STATUS_STYLES, Style

if TYPE_CHECKING:
    from psykavtal.plots.sheet import Sheet

VERDICT_STYLES: Mapping[str, Style] = {
    "in-force": STATUS_STYLES["stated"],
    "presumed": STATUS_STYLES["derived"],
    "unclear": STATUS_STYLES["ambiguous"],
    "not-in-force": Style(fill=PAPER, edge=INK, symbol="x"),
}
"""The look of each verdict."""

NONE_APPLIES = Wording(sv="ingen redovisad upplaga gäller", en="no recorded edition applies")
_UNTIL = Wording(sv="till {}", en="until {}")
_FROM = Wording(sv="från {}", en="from {}")
_ALWAYS = Wording(sv="hela tiden", en="at all times")
_LABEL_SHARE = 0.42


@attrs.frozen(kw_only=True)
class TimelineRow:
    """The days of one edition, or without any.

    Attributes:
        name: its name.
        stretches: the days, each with its verdict.
    """

    name: str
    stretches: tuple[TimelineStretch, ...]

    def text(self, lang: str) -> str:
        """Return the days and verdicts in words."""
        parts = (f"{days_text(each.first, each.last, lang)} {self._verdict(each, lang)}" for each in self.stretches)
        return "; ".join(each.strip() for each in parts)

    def _verdict(self, stretch: TimelineStretch, lang: str) -> str:
        key = stretch.in_force.key
        return "" if key == "not-in-force" else InForce.LABELS[key].to(lang)


@attrs.frozen(kw_only=True)
class TimelineRows:
    """The rows of one county.

    Attributes:
        name: the name of the county.
        rows: the editions that apply or may apply on any day, then the days without any.
    """

    name: str
    rows: tuple[TimelineRow, ...]

    @classmethod
    def of(cls, timeline: Timeline, lang: str) -> "TimelineRows":
        """Return the rows of a timeline, the editions in the order of their first days."""

        def name_of(each: str) -> str:
            return timeline.labels[each].to(lang) if each in timeline.labels else each

        verdicts = timeline.verdicts
        rows = {each: _joined(part for part in verdicts if each in part.may_apply) for each in timeline.editions}
        applying = sorted((each for each in rows if rows[each]), key=lambda each: rows[each][0].first or date.min)
        found = [TimelineRow(name=name_of(each), stretches=rows[each]) for each in applying]
        none = _joined(each for each in verdicts if not each.may_apply)
        if none:
            found.append(TimelineRow(name=NONE_APPLIES.to(lang), stretches=none))
        return cls(name=name_of(timeline.county), rows=tuple(found))


def _joined(stretches: Iterable[TimelineStretch]) -> tuple[TimelineStretch, ...]:
    """Return stretches, with neighbours of the same verdict as one."""
    found: list[TimelineStretch] = []
    for each in stretches:
        before = found[-1] if found else None
        if before is not None and before.in_force.key == each.in_force.key and _are_neighbours(before, each):
            found[-1] = attrs.evolve(before, last=each.last)
        else:
            found.append(each)
    return tuple(found)


def _are_neighbours(one: TimelineStretch, other: TimelineStretch) -> bool:
    return one.last is not None and other.first is not None and (other.first - one.last).days == 1


def days_text(first: date | None, last: date | None, lang: str) -> str:
    """Return days in words."""
    if first is None:
        return _ALWAYS.to(lang) if last is None else _UNTIL.to(lang).format(last.isoformat())
    if last is None:
        return _FROM.to(lang).format(first.isoformat())
    return first.isoformat() if first == last else f"{first.isoformat()}–{last.isoformat()}"


@attrs.frozen(kw_only=True, eq=False)
class TimelineChart:
    """Adds timelines to a sheet.

    Attributes:
        sheet: the sheet.
        counties: the rows of each county.
        axis: the axis of days.
        marked: a day that is marked; None for none.
        lang: the language.
    """

    sheet: "Sheet"
    counties: Sequence[TimelineRows]
    axis: DayAxis
    marked: date | None
    lang: str

    def add(self, y: float) -> float:
        """Add the chart below `y`; return the lower end."""
        sheet, axis = self.sheet, self.axis
        strip = self._strip(y)
        if self.marked is not None:
            half = sheet.width_of(self.marked.isoformat(), bold=True, scale=SMALL) / 2
            x = min(max(axis.place(strip, self.marked), strip.x + half), strip.right - half)
            y = sheet.text(x, y, self.marked.isoformat(), bold=True, scale=SMALL, align="center")
        y = axis.add_scale(sheet, self._strip(y)) + sheet.line * 0.15
        for each in self.counties:
            y = self._add_county(y, each)
        return y + sheet.line * 0.4

    def _add_county(self, y: float, county: TimelineRows) -> float:
        """Add the rows of one county; return the lower end."""
        sheet, padding, start = self.sheet, self.sheet.line * 0.25, y
        self._add_rule(y, INK)
        y = sheet.text(self._left, y + padding, county.name, width=self._label, bold=True) + padding
        self.axis.add_lines(sheet, self._strip(start, y - start), self.marked)
        for row in county.rows:
            self._add_rule(y)
            y = self._add_row(y, row)
        return y + padding

    def _add_row(self, y: float, row: TimelineRow) -> float:
        """Add an edition: its name, its days and its strip; return the lower end."""
        sheet, padding, start = self.sheet, self.sheet.line * 0.25, y
        y = sheet.text(self._left, y + padding, row.name, width=self._label)
        text = row.text(self.lang)
        y = sheet.text(self._left, y, text, width=self._label, scale=SMALL, colour=MUTED) + padding
        strip = self._strip(start, y - start)
        self.axis.add_lines(sheet, strip, self.marked)
        for each in row.stretches:
            left, right = self.axis.span(strip, each)
            box = Box(left, strip.middle[1] - sheet.font * 0.65, right - left, sheet.font * 1.3)
            style = VERDICT_STYLES[each.in_force.key]
            sheet.symbol_area(box, style, scale=min(0.72, box.width / sheet.font / 1.7))
        return y

    @property
    def _left(self) -> float:
        return margin_of(self.sheet)

    @property
    def _label(self) -> float:
        """The width of the labels."""
        return (self.sheet.width - 2 * self._left) * _LABEL_SHARE

    def _strip(self, y: float, height: float = 0.0) -> Box:
        x = self._left + self._label + self.sheet.font
        return Box(x, y, self.sheet.width - self._left - x, height)

    def _add_rule(self, y: float, colour: str = RULE) -> None:
        self.sheet.rule([(self._left, y), (self.sheet.width - self._left, y)], colour, line=0.6)
