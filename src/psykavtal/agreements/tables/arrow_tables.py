"""Tables as tables of pyarrow, and as data frames of pandas and polars."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from psykavtal.model.optional_packages import needing
from psykavtal.model.table_columns import ColumnType, TableColumn

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd  # type: ignore[import-untyped]
    import polars as pl

    from psykavtal.agreements.tables.table import Table


def arrow_table(table: "Table") -> Any:  # noqa: ANN401 (pyarrow has no types)
    """Return a table as a table of pyarrow.

    Raises:
        MissingPluginError: pyarrow is not installed.
    """
    with needing("pyarrow", purpose="Arrow"):
        arrow: Any = import_module("pyarrow")

    types: dict[ColumnType, Callable[[], Any]] = {
        ColumnType.TEXT: arrow.string,
        ColumnType.TEXTS: lambda: arrow.list_(arrow.string()),
        ColumnType.INTEGER: arrow.int64,
        ColumnType.BOOLEAN: arrow.bool_,
        ColumnType.DATE: arrow.date32,
    }
    fields = [
        arrow.field(each.name, types[each.type](), metadata=_described(each, table.lang)) for each in table.columns
    ]
    arrays = [arrow.array([row[at] for row in table.rows], type=field.type) for at, field in enumerate(fields)]
    about = {
        "title": table.title.to(table.lang),
        "description": table.description.to(table.lang),
        "language": table.lang,
    }
    day = {} if table.on is None else {"on": table.on.isoformat()}
    return arrow.Table.from_arrays(arrays, schema=arrow.schema(fields, metadata={**about, **day}))


def _described(column: TableColumn, lang: str) -> dict[str, str]:
    return {"label": column.label.to(lang), "description": column.description.to(lang)}


def pandas_frame(table: "Table") -> "pd.DataFrame":
    """Return a table as a data frame of pandas.

    Raises:
        MissingPluginError: pandas or pyarrow is not installed.
    """
    with needing("pandas", "pyarrow", purpose="pandas"):
        pandas: Any = import_module("pandas")
        arrow: Any = import_module("pyarrow")

    nullable: dict[Any, Any] = {arrow.int64(): pandas.Int64Dtype(), arrow.bool_(): pandas.BooleanDtype()}
    frame: pd.DataFrame = arrow_table(table).to_pandas(date_as_object=False, types_mapper=nullable.get)
    return frame


def polars_frame(table: "Table") -> "pl.DataFrame":
    """Return a table as a data frame of polars.

    Raises:
        MissingPluginError: polars or pyarrow is not installed.
    """
    with needing("polars", "pyarrow", purpose="polars"):
        polars: Any = import_module("polars")

    frame: pl.DataFrame = polars.DataFrame(arrow_table(table))
    return frame
