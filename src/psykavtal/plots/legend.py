"""A legend: what the areas, the symbols and the letters mean."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from psykavtal.plots.boxes import Box
from psykavtal.plots.grid import SMALL, margin_of
from psykavtal.plots.grid_cells import Badge
from psykavtal.plots.status_styles import MUTED, Style

if TYPE_CHECKING:
    from psykavtal.plots.sheet import Sheet

_SIDE = 1.25


@attrs.frozen(kw_only=True)
class LegendEntry:
    """An entry of a legend.

    Attributes:
        text: the meaning.
        sign: the area or the badge that has it; a text is its own sign.
    """

    text: str
    sign: Style | Badge | str


def add_legend(sheet: "Sheet", y: float, entries: Sequence[LegendEntry], notes: Sequence[str] = ()) -> float:
    """Add a legend below `y`, then notes; return the lower end."""
    margin = margin_of(sheet)
    x, right = margin, sheet.width - margin
    step = sheet.font * 1.75
    for each in entries:
        sign = sheet.width_of(each.sign, bold=True) if isinstance(each.sign, str) else sheet.font * _SIDE * 1.2
        text = sheet.width_of(each.text, scale=SMALL)
        needed = sign + sheet.font * 0.5 + text
        if x > margin and x + needed > right:
            x, y = margin, y + step
        _add_sign(sheet, x, y, each.sign)
        left = x + sign + sheet.font * 0.5
        lines = sheet.text(left, y + sheet.font * 0.15, each.text, width=right - left, scale=SMALL)
        y += max(0.0, lines - y - step)
        x += needed + sheet.font * 1.4
    y += step
    for note in notes:
        y = sheet.text(margin, y, note, width=right - margin, scale=SMALL, colour=MUTED) + sheet.line * 0.15
    return y


def _add_sign(sheet: "Sheet", x: float, y: float, sign: Style | Badge | str) -> None:
    match sign:
        case Badge():
            sign.draw(sheet, x, y)
        case Style():
            sheet.symbol_area(Box(x, y, sheet.font * _SIDE, sheet.font * _SIDE), sign, scale=0.6)
        case str():
            sheet.text(x, y + sheet.font * 0.15, sign, bold=True)
