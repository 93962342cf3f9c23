"""The definition of a table: its columns, and the rows of counties."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import attrs

from psykavtal.agreements.tables.county_rows import CountyRows
from psykavtal.agreements.tables.filled_columns import FilledColumn, Row, fill, people_first
from psykavtal.model.table_columns import TableColumn
from psykavtal.model.wording import Wording

S = TypeVar("S")


@attrs.frozen(kw_only=True)
class Tabulation:
    """The definition of a table.

    Attributes:
        name: its name.
        title: its name for people.
        description: its rows, for people.
        columns: its columns, those for people first.
        rows: returns the rows of counties, in their order.
        needs_day: whether it can only be made for a day.
    """

    name: str
    title: Wording
    description: Wording
    columns: tuple[TableColumn, ...]
    rows: Callable[[Sequence[CountyRows]], Iterator[Row]]
    needs_day: bool = False


def by_county(
    name: str,
    title: Wording,
    description: Wording,
    columns: Iterable[FilledColumn[S]],
    subjects: Callable[[CountyRows], Iterable[S]],
) -> Tabulation:
    """Return a table with a row for each subject of each county.

    Args:
        name: its name.
        title: its name for people.
        description: its rows, for people.
        columns: its columns, each with the function of its cells.
        subjects: returns the subjects of a county, in order.
    """
    ordered = people_first(columns)

    def rows(counties: Sequence[CountyRows]) -> Iterator[Row]:
        for each in counties:
            yield from fill(ordered, each, subjects(each))

    return Tabulation(
        name=name,
        title=title,
        description=description,
        columns=tuple(each.column for each in ordered),
        rows=rows,
    )
