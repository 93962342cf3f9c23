"""A table of plain values, for Arrow, pandas, polars and programs."""

from typing import TYPE_CHECKING, Any

import attrs

from psykavtal.errors import Message, UnknownNameError, suggestion
from psykavtal.lazy import Frozen
from psykavtal.model import arguments
from psykavtal.model.display import Shown
from psykavtal.model.table_columns import CellValue, TableColumn

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd  # type: ignore[import-untyped]
    import polars as pl

    from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True, repr=False, slots=False)
class Table(Shown, Frozen):
    """Rows of plain values with described columns.

    The name of a column is the same in both languages. A column `x` has text in the language of the table, `x_id` the id of it.

    Attributes:
        name: its name, like "provisions".
        lang: the language of its texts: "sv" or "en".
        on: the day of its verdicts on what is in force; None for a table without verdicts.
        title: its name for people.
        description: its rows, for people.
        columns: the columns, those for people first.
        rows: a value for each column: text, whole number, true or false, date, tuple of texts, or None.
        not_read: ids of the documents that cannot be read, and are left out.

    Examples:
        >>> from psykavtal import load_counties
        >>> table = load_counties().table("silences", lang="en")
        >>> table.column("status")[0]
        'silent'
        >>> sorted(table.to_records()[0])[:3]
        ['county', 'county_code', 'county_id']
    """

    name: str
    lang: str
    on: "date | None" = None
    title: "Wording"
    description: "Wording"
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[CellValue, ...], ...]
    not_read: tuple[str, ...] = ()

    def column(self, name: str) -> tuple[CellValue, ...]:
        """Return the cells of a column.

        Raises:
            UnknownNameError: unknown column.
        """
        names = [each.name for each in self.columns]
        if arguments.text(name, "name") not in names:
            fix = suggestion(name, names, kind="columns")
            fault = Message(en="unknown column {name!r}.", sv="okänd kolumn {name!r}.", name=name)
            raise UnknownNameError(fault, value=name, place=self.name, fix=fix)
        at = names.index(name)
        return tuple(row[at] for row in self.rows)

    def to_records(self) -> "list[dict[str, Any]]":
        """Return a dictionary for each row, by column; a tuple becomes a list."""
        names = [each.name for each in self.columns]
        return [
            {name: list(cell) if isinstance(cell, tuple) else cell for name, cell in zip(names, row, strict=True)}
            for row in self.rows
        ]

    def to_pandas(self) -> "pd.DataFrame":
        """Return the table as a data frame of pandas.

        Whole numbers and truth values keep their types beside missing values; days are `datetime64`.

        Raises:
            MissingPluginError: pandas or pyarrow is not installed.
        """
        from psykavtal.agreements.tables.arrow_tables import pandas_frame  # noqa: PLC0415 (brings pandas)

        return pandas_frame(self)

    def to_polars(self) -> "pl.DataFrame":
        """Return the table as a data frame of polars.

        Raises:
            MissingPluginError: polars or pyarrow is not installed.
        """
        from psykavtal.agreements.tables.arrow_tables import polars_frame  # noqa: PLC0415 (brings polars)

        return polars_frame(self)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return the rows as a stream of the Arrow PyCapsule interface.

        polars, DuckDB, narwhals and pyarrow read it, and pandas by `pandas.DataFrame.from_arrow`. The metadata of the
        schema has the labels and descriptions.

        Raises:
            MissingPluginError: pyarrow is not installed.
        """
        from psykavtal.agreements.tables.arrow_tables import arrow_table  # noqa: PLC0415 (brings pyarrow)

        stream: object = arrow_table(self).__arrow_c_stream__(requested_schema)
        return stream

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.rows)

    def __bool__(self) -> bool:
        """Return True: a table without rows is a table."""
        return True

    def __repr__(self) -> str:
        """Return the name, the size, the language and the day."""
        day = "" if self.on is None else f", on {self.on.isoformat()}"
        missing = f"; not read: {', '.join(self.not_read)}" if self.not_read else ""
        return f"<Table {self.name}: {len(self)} rows, {len(self.columns)} columns, {self.lang}{day}{missing}>"
