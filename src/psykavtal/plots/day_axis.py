"""The axis of days: from the first to the last date of timelines, with years."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import attrs

from psykavtal.agreements.timeline.timeline_parts import TimelineStretch
from psykavtal.agreements.timeline.timeline_result import Timeline
from psykavtal.plots.grid import SMALL
from psykavtal.plots.status_styles import INK, MUTED, RULE

if TYPE_CHECKING:
    from psykavtal.plots.boxes import Box
    from psykavtal.plots.sheet import Sheet

_BEYOND = 0.06
_STEPS = (1, 2, 5, 10, 20, 50)


@attrs.frozen(kw_only=True)
class DayAxis:
    """Places days on a strip of a sheet.

    Attributes:
        first: the first day, as its ordinal number.
        last: the last day.
    """

    first: int
    last: int

    @classmethod
    def of(cls, timelines: Sequence[Timeline], marked: date | None) -> "DayAxis":
        """Return an axis with every date of the stretches, and room at both ends."""
        ends = [day for each in timelines for part in each.stretches for day in (part.first, part.last)]
        days = [each.toordinal() for each in (*ends, marked) if each is not None]
        least, most = min(days), max(days)
        room = max(int((most - least) * _BEYOND), 180)
        return cls(first=least - room, last=most + room)

    def place(self, box: "Box", day: date | None, *, is_end: bool = False) -> float:
        """Return the place of a day in a strip; without a day, its end."""
        if day is None:
            return box.right if is_end else box.x
        ordinal = day.toordinal() + is_end
        return box.x + box.width * (ordinal - self.first) / (self.last - self.first)

    def span(self, box: "Box", stretch: TimelineStretch) -> tuple[float, float]:
        """Return the places of both ends of a stretch."""
        return self.place(box, stretch.first), self.place(box, stretch.last, is_end=True)

    def years(self, sheet: "Sheet", box: "Box") -> list[date]:
        """Return the first days of years whose labels fit beside each other."""
        first, last = date.fromordinal(self.first).year + 1, date.fromordinal(self.last).year
        needed = sheet.width_of("2026", scale=SMALL) * 1.5
        fitting = max(1, int(box.width / needed))
        step = next((each for each in _STEPS if (last - first) / each < fitting), _STEPS[-1])
        return [date(year, 1, 1) for year in range(first, last + 1) if year % step == 0]

    def add_scale(self, sheet: "Sheet", box: "Box") -> float:
        """Add the years above a strip; return the lower end."""
        half = sheet.width_of("2026", scale=SMALL) / 2
        for day in self.years(sheet, box):
            x = self.place(box, day)
            if box.x + half <= x <= box.right - half:
                sheet.text(x, box.y, str(day.year), scale=SMALL, colour=MUTED, align="center")
        return box.y + sheet.line * SMALL

    def add_lines(self, sheet: "Sheet", box: "Box", marked: date | None) -> None:
        """Add lines through a strip for the years and for a marked day."""
        for day in self.years(sheet, box):
            x = self.place(box, day)
            sheet.rule([(x, box.y), (x, box.bottom)], RULE, line=0.5, is_behind=True)
        if marked is not None:
            x = self.place(box, marked)
            sheet.rule([(x, box.y), (x, box.bottom)], INK, line=1.0, dash="--")
