"""The axis of ages: from birth to an age after which nothing changes."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Literal

import attrs

from psykavtal.agreements.overviews.age_entries import AgeEntry
from psykavtal.agreements.overviews.age_findings import BIRTHDAYS
from psykavtal.model.truth import Truth
from psykavtal.plots.grid import SMALL
from psykavtal.plots.status_styles import INK, MUTED, RULE

if TYPE_CHECKING:
    from psykavtal.plots.boxes import Box
    from psykavtal.plots.sheet import Sheet

_STEP = 6
_AFTER = 5


@attrs.frozen(kw_only=True)
class AgeStretch:
    """Completed years that are all covered, all not covered, or all unclear.

    Attributes:
        first: the first.
        below: the first after them.
        truth: whether they are covered.
    """

    first: int
    below: int
    truth: Truth


@attrs.frozen(kw_only=True)
class AgeAxis:
    """Places completed years on a strip of a sheet.

    Attributes:
        last: the age at its right end; later ages are like it.
    """

    last: int

    @classmethod
    def of(cls, entries: Sequence[AgeEntry]) -> "AgeAxis":
        """Return an axis on which every limit of the entries lies."""
        ranges = [each for entry in entries for reading in entry.readings for each in reading.ranges]
        limits = [age for each in ranges for age in (each.at_least, each.below) if age is not None]
        return cls(last=max([*BIRTHDAYS, *limits]) + _AFTER)

    def place(self, box: "Box", age: int) -> float:
        """Return the place of a birthday in a strip."""
        return box.x + box.width * min(age, self.last) / self.last

    def stretches(self, entry: AgeEntry) -> Iterator[AgeStretch]:
        """Yield the ages of an entry, as long as they have one truth."""
        for truth, ages in groupby(range(self.last), key=entry.covers):
            every = list(ages)
            yield AgeStretch(first=every[0], below=every[-1] + 1, truth=truth)

    def add_scale(self, sheet: "Sheet", box: "Box", label: str) -> float:
        """Add the ages at birthdays and in steps, with a label; return the lower end."""
        y = sheet.text(box.right, box.y, label, scale=SMALL, colour=MUTED, align="right")
        ages = [0, *(each for each in range(_STEP, self.last, _STEP) if min(abs(each - at) for at in BIRTHDAYS) > 1)]
        for age in ages:
            sheet.text(self.place(box, age), y, str(age), scale=SMALL, colour=MUTED, align=_align(age))
        for age in BIRTHDAYS:
            sheet.text(self.place(box, age), y, str(age), bold=True, scale=SMALL, align="center")
        return y + sheet.line * SMALL

    def add_birthdays(self, sheet: "Sheet", box: "Box") -> None:
        """Add a line through a strip at each birthday."""
        for age in BIRTHDAYS:
            x = self.place(box, age)
            sheet.rule([(x, box.y), (x, box.bottom)], INK, line=0.7, dash="--")
        sheet.rule([(box.x, box.y), (box.x, box.bottom)], RULE, line=0.6)


def _align(age: int) -> Literal["left", "center"]:
    return "left" if age == 0 else "center"
