"""Tables as data frames: the same values in each, with their types."""

from datetime import date

import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from psykavtal.agreements.tables import arrow_tables
from psykavtal.errors import MissingPluginError

DAY = "2026-01-10"


@pytest.mark.slow
def test_polars_and_pyarrow_have_the_same_values(tables):
    for table in tables:
        records = table.to_records()
        assert pa.table(table).to_pylist() == records
        assert pl.DataFrame(table).to_dicts() == records
        assert table.to_polars().to_dicts() == records
        assert nw.from_native(table.to_polars()).columns == [each.name for each in table.columns]


def test_pandas_keeps_the_types_beside_missing_values(counties):
    frame = counties.table("ages", on=DAY).to_pandas()
    assert str(frame["at_least"].dtype) == "Int64"
    assert str(frame["is_excluded"].dtype) == "boolean"
    assert str(frame["on"].dtype).startswith("datetime64")
    assert set(frame["on"].dt.date) == {date(2026, 1, 10)}
    at_18 = frame[(frame.at_least <= 18) & (frame.status_id == "stated")]
    assert len(at_18) > 0


def test_pandas_reads_the_stream(tables):
    for table in tables:
        frame = pd.DataFrame.from_arrow(table)
        assert list(frame.columns) == [each.name for each in table.columns]
        assert len(frame) == len(table)


def test_the_schema_describes_its_columns(counties):
    schema = pa.table(counties.table("silences", lang="en", on=DAY)).schema
    assert schema.metadata[b"title"] == b"Silences"
    assert schema.metadata[b"on"] == b"2026-01-10"
    assert schema.field("topic").metadata[b"label"] == b"Topic"


def test_a_table_without_rows_keeps_its_columns(norrvik):
    none = norrvik.select([])
    assert len(none) == 1  # no name selects all
    table = norrvik.table("follow-ups", on=DAY)
    empty = type(table)(
        **{**{each.name: getattr(table, each.name) for each in type(table).__attrs_attrs__}, "rows": ()}
    )
    assert pa.table(empty).schema == pa.table(table).schema
    assert empty.to_pandas().empty
    assert bool(empty)


@pytest.mark.parametrize("package", ["pyarrow", "pandas", "polars"])
def test_a_missing_package_is_named_with_the_command_that_installs_it(counties, monkeypatch, package):
    found = arrow_tables.import_module

    def import_module(name):
        if name == package:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return found(name)

    monkeypatch.setattr(arrow_tables, "import_module", import_module)
    table = counties.table("ages")
    method = {"pyarrow": table.__arrow_c_stream__, "pandas": table.to_pandas, "polars": table.to_polars}[package]
    with pytest.raises(MissingPluginError, match=rf"needs {package}, .* Install it: pip install {package}\."):
        method()
