"""A grid: a title, columns with heads, rows with labels and cells."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

import attrs

from psykavtal.plots.boxes import Box
from psykavtal.plots.status_styles import MUTED, RULE

if TYPE_CHECKING:
    from psykavtal.plots.sheet import Sheet

SMALL = 0.88
"""The size of notes, as a share of that of ordinary text."""

_TITLE = 1.3
_GAP = 0.7
_NARROWEST = 5.4


class GridCell(Protocol):
    """A cell, which knows its height and draws itself."""

    def height(self, sheet: "Sheet", width: float) -> float:
        """Return the height that the cell needs."""
        ...

    def draw(self, sheet: "Sheet", box: Box) -> None:
        """Add the cell to a sheet."""
        ...


@attrs.frozen(kw_only=True)
class GridColumn:
    """The head of a column.

    Attributes:
        head: its text.
        note: a short text below it; empty for none.
    """

    head: str
    note: str = ""


@attrs.frozen(kw_only=True)
class GridRow:
    """A row.

    Attributes:
        label: its label.
        cells: a cell for each column.
    """

    label: str
    cells: tuple[GridCell, ...]


def add_title(sheet: "Sheet", title: str) -> float:
    """Add a title at the top; return the lower end."""
    margin = margin_of(sheet)
    return sheet.text(margin, margin, title, width=sheet.width - 2 * margin, scale=_TITLE, bold=True) + sheet.line * 0.4


def add_name(sheet: "Sheet", y: float, name: str, note: str, width: float) -> float:
    """Add a name and a note, on one line if possible; return the lower end."""
    margin, gap = margin_of(sheet), sheet.font * 0.8
    used = sheet.width_of(name, bold=True) + gap
    below = sheet.text(margin, y, name, width=width, bold=True)
    if used + sheet.width_of(note, scale=SMALL) > width:
        return sheet.text(margin, below, note, width=width, scale=SMALL, colour=MUTED)
    sheet.text(margin + used, y + sheet.font * (1 - SMALL), note, scale=SMALL, colour=MUTED)
    return below


def margin_of(sheet: "Sheet") -> float:
    """Return the margin of a sheet."""
    return sheet.font


def add_grid(
    sheet: "Sheet",
    y: float,
    columns: Sequence[GridColumn],
    rows: Sequence[GridRow],
    *,
    label_share: float,
    heading: str = "",
) -> float:
    """Add a grid below `y`; return the lower end.

    Columns that do not fit follow in further blocks.

    Args:
        sheet: the sheet.
        y: the upper end.
        columns: the heads of the columns.
        rows: the rows.
        label_share: the share of the width for the labels of the rows.
        heading: a heading across all columns; empty for none.
    """
    margin = margin_of(sheet)
    inner = sheet.width - 2 * margin
    if heading:
        y = sheet.text(margin, y, heading, width=inner, bold=True)
    fitting = max(1, int(inner * (1 - label_share) / (sheet.font * (_NARROWEST + _GAP))))
    blocks = -(-len(columns) // fitting)
    size = -(-len(columns) // blocks)
    for start in range(0, len(columns), size):
        own = [GridRow(label=each.label, cells=each.cells[start : start + size]) for each in rows]
        y = _add_block(sheet, y, columns[start : start + size], own, inner * label_share)
    return y


def _add_block(sheet: "Sheet", y: float, columns: Sequence[GridColumn], rows: Sequence[GridRow], first: float) -> float:
    """Add columns that fit, with the labels of the rows; return the lower end."""
    margin, gap, padding = margin_of(sheet), sheet.font * _GAP, sheet.line * 0.2
    width = (sheet.width - 2 * margin - first) / len(columns) - gap
    places = [margin + first + gap + number * (width + gap) for number in range(len(columns))]
    y = max([y, *(_add_head(sheet, x, y, width, each) for x, each in zip(places, columns, strict=True))]) + padding
    for row in rows:
        sheet.rule([(margin, y), (sheet.width - margin, y)], RULE, line=0.6)
        label = len(sheet.lines_of(row.label, first)) * sheet.line
        height = max(label, *(each.height(sheet, width) for each in row.cells))
        sheet.text(margin, y + padding + (height - label) / 2, row.label, width=first)
        for x, cell in zip(places, row.cells, strict=True):
            cell.draw(sheet, Box(x, y + padding, width, height))
        y += height + 2 * padding
    sheet.rule([(margin, y), (sheet.width - margin, y)], RULE, line=0.6)
    return y + sheet.line * 0.5


def _add_head(sheet: "Sheet", x: float, y: float, width: float, column: GridColumn) -> float:
    """Add the head of a column; return the lower end."""
    if column.head:
        y = sheet.text(x, y, column.head, width=width, bold=True)
    return sheet.text(x, y, column.note, width=width, scale=SMALL, colour=MUTED) if column.note else y
