"""The engines whose frames are classified: how each is given rows, and gives them back."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import attrs

Rows = list[dict[str, Any]]
"""Rows by column; a null is None."""

SCHEMA = ("id", "code", "born", "age", "on", "needs-region", "needs-municipality", "substance-use", "next-of-kin")


@attrs.frozen
class Engine:
    """An engine.

    Attributes:
        name: its name, as a test's id.
        give: makes its frame of rows.
        take: gives back the rows of its frame.
        needs: the module that it is.
        eager: whether it looks at its rows at once.
    """

    name: str
    give: Callable[[Rows], Any]
    take: Callable[[Any], Rows]
    needs: str
    eager: bool = False

    def __str__(self) -> str:
        return self.name


def polars(rows: Rows) -> Any:
    pl = import_module("polars")
    types = {"born": pl.Date, "on": pl.Date, "age": pl.Int64, "id": pl.Int64}
    facts = dict.fromkeys(SCHEMA[5:], pl.Boolean)
    code = pl.Int16 if any(isinstance(each["code"], int) for each in rows) else pl.String
    return pl.DataFrame(rows, schema={each: {**types, **facts, "code": code}[each] for each in SCHEMA})


def arrow(rows: Rows) -> Any:
    return polars(rows).to_arrow()


def pandas_nullable(rows: Rows) -> Any:
    pd = import_module("pandas")
    types = dict.fromkeys(SCHEMA[5:], "boolean")
    frame = pd.DataFrame(rows, columns=list(SCHEMA)).astype({**types, "age": "Int64"})
    if any(isinstance(each["code"], int) for each in rows):
        frame = frame.astype({"code": "Int64"})
    for name in ("born", "on"):
        frame[name] = pd.to_datetime(frame[name])
    return frame.set_index(frame["id"] * 10)


def pandas_arrow(rows: Rows) -> Any:
    pd = import_module("pandas")
    return arrow(rows).to_pandas(types_mapper=pd.ArrowDtype)


def pandas_plain(rows: Rows) -> Any:
    """Facts and days as plain objects, which is what a reader of files often gets."""
    pd = import_module("pandas")
    frame = pd.DataFrame(rows, columns=list(SCHEMA)).astype(dict.fromkeys([*SCHEMA[5:], "born", "on"], object))
    frame["age"] = frame["age"].astype("Int64")
    return frame.astype({"code": "Int64"}) if any(isinstance(each["code"], int) for each in rows) else frame


def from_pandas(frame: Any) -> Rows:
    pd = import_module("pandas")
    return [
        {name: None if pd.isna(value) else value for name, value in row.items()} for row in frame.to_dict("records")
    ]


def duckdb(rows: Rows) -> Any:
    people = arrow(rows)  # noqa: F841 (the query names it)
    return import_module("duckdb").connect().sql("select * from people")


def dask(rows: Rows) -> Any:
    return import_module("dask.dataframe").from_pandas(pandas_nullable(rows).reset_index(drop=True), npartitions=2)


@cache
def spark() -> Any:
    builder = import_module("pyspark.sql").SparkSession.builder.master("local[2]")
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def pyspark(rows: Rows) -> Any:
    number = "int" if any(isinstance(each["code"], int) for each in rows) else "string"
    types = ["int", number, "date", "int", "date", *["boolean"] * 4]
    schema = ", ".join(f"`{name}` {each}" for name, each in zip(SCHEMA, types, strict=True))
    return spark().createDataFrame([tuple(row[each] for each in SCHEMA) for row in rows], schema)


def values(frame: Any, name: str) -> list[Any]:
    """The values of one column of a frame of any engine, a null as None."""
    nw, pd = import_module("narwhals"), import_module("pandas")
    found = nw.from_native(frame).lazy().select(name).collect()[name].to_list()
    return [None if pd.isna(each) else each for each in found]


def by_name(frame: Any) -> Rows:
    rows: Sequence[Mapping[str, Any]] = frame.to_dicts() if hasattr(frame, "to_dicts") else frame.to_pylist()
    return [dict(each) for each in rows]


EVERY = (
    Engine("polars", polars, by_name, "polars", eager=True),
    Engine("polars-lazy", lambda rows: polars(rows).lazy(), lambda frame: by_name(frame.collect()), "polars"),
    Engine(
        "polars-streaming",
        lambda rows: polars(rows).lazy(),
        lambda frame: by_name(frame.collect(engine="streaming")),
        "polars",
    ),
    Engine("pyarrow", arrow, by_name, "pyarrow", eager=True),
    Engine("pandas-nullable", pandas_nullable, from_pandas, "pandas", eager=True),
    Engine("pandas-arrow", pandas_arrow, from_pandas, "pandas", eager=True),
    Engine("pandas-plain", pandas_plain, from_pandas, "pandas", eager=True),
    Engine("duckdb", duckdb, lambda frame: by_name(frame.pl()), "duckdb"),
    Engine("dask", dask, lambda frame: from_pandas(frame.compute()), "dask"),
    Engine("pyspark", pyspark, lambda frame: [each.asDict() for each in frame.collect()], "pyspark"),
)


def to_pyspark(table: Any) -> Any:
    """A table of pyarrow as a frame of PySpark: TIMESTAMP for a time zone, TIMESTAMP_NTZ without."""
    pa = import_module("pyarrow")

    def of(dtype: Any) -> str:
        if pa.types.is_timestamp(dtype):
            return "timestamp" if dtype.tz else "timestamp_ntz"
        return {"string": "string", "large_string": "string", "date32[day]": "date", "bool": "boolean"}.get(
            str(dtype), "bigint"
        )

    whole = [
        each.cast(pa.timestamp("us", each.type.tz)) if pa.types.is_timestamp(each.type) else each
        for each in table.columns
    ]
    rows = [tuple(each) for each in zip(*(column.to_pylist() for column in whole), strict=True)]
    return spark().createDataFrame(rows, ", ".join(f"`{each.name}` {of(each.type)}" for each in table.schema))


def to_pandas_arrow(table: Any) -> Any:
    return table.to_pandas(types_mapper=import_module("pandas").ArrowDtype)


def to_dask(table: Any) -> Any:
    return import_module("dask.dataframe").from_pandas(to_pandas_arrow(table), npartitions=1)


FROM_ARROW: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "polars": ("polars", lambda table: import_module("polars").from_arrow(table)),
    "polars lazy": ("polars", lambda table: import_module("polars").from_arrow(table).lazy()),
    "pyarrow": ("pyarrow", lambda table: table),
    "pandas of numpy": ("pandas", lambda table: table.to_pandas()),
    "pandas of pyarrow": ("pandas", to_pandas_arrow),
    "pandas of objects": ("pandas", lambda table: table.to_pandas(timestamp_as_object=True)),
    "DuckDB": ("duckdb", lambda table: import_module("duckdb").connect().from_arrow(table)),
    "Dask": ("dask", to_dask),
    "PySpark": ("pyspark", to_pyspark),
}
"""Each engine by its name: the module that it needs, and how its frame is made of a table of pyarrow."""

GIVERS = {name: give for name, (needs, give) in FROM_ARROW.items() if find_spec(needs) is not None}
INSTALLED = tuple(each for each in EVERY if find_spec(each.needs) is not None)

DAYS = (date(2026, 2, 28), date(2024, 2, 28), date(2024, 2, 29), date(2025, 3, 1), date(2026, 1, 10), date(2100, 2, 28))
