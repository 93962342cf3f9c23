"""Columns with the functions that give their cells."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeAlias, TypeVar

import attrs

from psykavtal.agreements.tables.county_rows import CountyRows
from psykavtal.model.table_columns import CellValue, ColumnType, TableColumn
from psykavtal.model.wording import Wording

S = TypeVar("S")
T = TypeVar("T")

Row: TypeAlias = tuple[CellValue, ...]


@attrs.frozen
class FilledColumn(Generic[S]):
    """A column, and the function that gives its cell.

    Attributes:
        column: the column.
        cell: returns the cell of a row, from the county and the subject of the row.
    """

    column: TableColumn
    cell: Callable[[CountyRows, S], CellValue]

    def of(self, part: Callable[[T], S]) -> "FilledColumn[T]":
        """Return the column for rows of which the subject is a part."""
        cell = self.cell
        return FilledColumn(self.column, lambda rows, whole: cell(rows, part(whole)))

    def or_none(self) -> "FilledColumn[S | None]":
        """Return the column for rows that may have no subject; then its cell is empty."""
        cell = self.cell
        empty: CellValue = () if self.column.type is ColumnType.TEXTS else None
        return FilledColumn(self.column, lambda rows, subject: empty if subject is None else cell(rows, subject))


def filled(
    name: str,
    label: Wording,
    description: Wording,
    cell: Callable[[CountyRows, S], CellValue],
    *,
    kind: ColumnType = ColumnType.TEXT,
    brief: bool = False,
) -> FilledColumn[S]:
    """Return a column for people, with its function."""
    return FilledColumn(TableColumn(name=name, label=label, description=description, type=kind, is_brief=brief), cell)


def key(
    name: str,
    label: Wording,
    cell: Callable[[CountyRows, S], CellValue],
    *,
    description: Wording | None = None,
    kind: ColumnType = ColumnType.TEXT,
) -> FilledColumn[S]:
    """Return a column of ids, with its function.

    Args:
        name: the name of the column, which ends in `_id` if another column has the names for the ids.
        label: the label of the column with the names.
        cell: the function.
        description: the description, if it is more than the ids for the label.
        kind: the type of the cells.
    """
    described = description or Wording(sv=f"Id för: {label.sv}.", en=f"Id of: {label.to('en')}.")
    heading = Wording(sv=f"{label.sv} (id)", en=f"{label.to('en')} (id)")
    return FilledColumn(TableColumn(name=name, label=heading, description=described, type=kind, is_key=True), cell)


def people_first(columns: Iterable[FilledColumn[S]]) -> tuple[FilledColumn[S], ...]:
    """Return the columns for people, then those for programs, each in order."""
    return tuple(sorted(columns, key=lambda each: each.column.is_key))


def fill(columns: Sequence[FilledColumn[S]], rows: CountyRows, subjects: Iterable[S]) -> Iterator[Row]:
    """Yield a row for each subject."""
    cells = [each.cell for each in columns]
    return (tuple([cell(rows, each) for cell in cells]) for each in subjects)
