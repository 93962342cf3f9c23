"""Days with a time zone are refused, on each engine."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta, timezone
from itertools import product
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import psykavtal
from psykavtal import Counties
from psykavtal.errors import CohortError
from tests.cohorts.days import AWARE, MIDNIGHT, UNITS, ZONES, asked, refused, table
from tests.thorough import pairs

from .engines import GIVERS


@pytest.mark.parametrize(("typed", "asked_for"), pairs(product(GIVERS, UNITS), product(ZONES, ["born", "on"])), ids=str)
def test_a_time_zone_is_refused(counties: Counties, typed: tuple[str, str], asked_for: tuple[str, str]) -> None:
    (engine, unit), (zone, role) = typed, asked_for
    frame = GIVERS[engine](table([MIDNIGHT, None], pa.timestamp(unit, zone)))
    fault = refused(counties, frame, role)
    assert fault.startswith("'dag': a date-time with a time zone")
    assert "Convert it to the local day" in fault


@pytest.mark.parametrize("engine", [each for each in GIVERS if each != "pandas of objects"])  # which has no type then
def test_a_time_zone_is_refused_even_if_every_value_is_null(counties: Counties, engine: str) -> None:
    frame = GIVERS[engine](table([None], pa.timestamp("us", "UTC")))
    assert "time zone" in refused(counties, frame, "born")


def test_a_lazy_frame_is_refused_without_being_read(counties: Counties) -> None:
    def fails(_: pl.DataFrame) -> pl.DataFrame:
        raise AssertionError("it was collected")

    frame = pl.DataFrame(pl.from_arrow(table([MIDNIGHT], pa.timestamp("us", "UTC"))))
    lazy = frame.lazy().map_batches(fails, schema=frame.schema)
    with pytest.raises(CohortError, match="time zone"):
        psykavtal.classify(counties, lazy, **asked("born"))
    with pytest.raises(CohortError, match="time zone"):
        psykavtal.check_people(lazy, **asked("born"))


@pytest.mark.parametrize("zone", ["UTC", "Europe/Stockholm", "Pacific/Kiritimati"])
@pytest.mark.parametrize("sql", ["TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE"])
def test_duckdb_is_refused_in_every_session(counties: Counties, zone: str, sql: str) -> None:
    connection = duckdb.connect()
    connection.execute(f"SET TimeZone = '{zone}'")
    frame = connection.sql(f"select '0680' kommun, date '2008-01-10' fodd, {sql} '2008-01-11 00:00+01' dag")
    assert "time zone" in refused(counties, frame, "born")
    assert "time zone" in refused(counties, frame, "on")


OBJECTS: Mapping[str, list[Any]] = {
    "aware date-times": [AWARE, AWARE],
    "offsets that differ": [AWARE, AWARE.astimezone(timezone(timedelta(hours=1)))],
    "aware before naive": [AWARE, datetime(2008, 1, 11)],  # noqa: DTZ001 (the case)
    "naive before aware": [datetime(2008, 1, 11), AWARE],  # noqa: DTZ001 (the case)
    "a date before aware": [date(2008, 1, 11), AWARE],
    "a null before aware": [None, AWARE],
    "timestamps of pandas": [pd.Timestamp("2008-01-11", tz="Europe/Stockholm"), pd.NaT],
}


@pytest.mark.parametrize("role", ["born", "on"])
@pytest.mark.parametrize("days", OBJECTS.values(), ids=OBJECTS)
def test_aware_objects_in_pandas_are_refused(counties: Counties, days: list[Any], role: str) -> None:
    frame = pd.DataFrame(
        {"kommun": ["0680"] * 2, "fodd": [date(2008, 1, 10)] * 2, "dag": pd.Series(days, dtype=object)}
    )
    assert refused(counties, frame, role).startswith("'dag': a date-time with a time zone")


def test_categories_with_a_time_zone_are_refused(counties: Counties) -> None:
    aware = pd.Categorical([pd.Timestamp("2008-01-11", tz="UTC")])
    frame = pd.DataFrame({"kommun": ["0680"], "dag": aware})
    assert "time zone" in refused(counties, frame, "born")
    encoded = pa.array([AWARE], pa.timestamp("us", "UTC")).dictionary_encode()
    assert "time zone" in refused(counties, pa.table({"kommun": ["0680"], "dag": encoded}), "born")


NO_DAYS: Mapping[str, Any] = {
    "times of day": pl.Series([time(1)]),
    "durations": pl.Series([timedelta(1)]),
    "text of a day": pl.Series(["2008-01-11"]),
    "numbers": pl.Series([13_889]),
}


@pytest.mark.parametrize("engine", [each for each in GIVERS if each not in ("PySpark", "Dask")])
@pytest.mark.parametrize("days", NO_DAYS.values(), ids=NO_DAYS)
def test_what_is_not_a_day_is_refused(counties: Counties, engine: str, days: pl.Series) -> None:
    rows = pl.DataFrame({"kommun": ["0680"], "fodd": [date(2008, 1, 10)], "dag": days}).to_arrow()
    for role in ("born", "on"):
        assert "'dag': must hold dates" in refused(counties, GIVERS[engine](rows), role)


NO_DAYS_OF_PANDAS: Mapping[str, Any] = {
    "periods": pd.Series(pd.period_range("2008-01-11", periods=1, freq="D")),
    "years of numpy": pd.Series([np.datetime64("2008")], dtype=object),
    "text of a day": pd.Series(["2008-01-11"], dtype=object),
    "times of day": pd.Series([time(1)], dtype=object),
    "numbers": pd.Series([2008.0]),
    "intervals": pd.Series(pd.interval_range(0, 1)),
    "sparse days": pd.Series(pd.arrays.SparseArray(np.array(["2008-01-11"], "M8[ns]"))),
}


@pytest.mark.parametrize("days", NO_DAYS_OF_PANDAS.values(), ids=NO_DAYS_OF_PANDAS)
def test_columns_of_pandas_that_are_not_days_are_refused(counties: Counties, days: Any) -> None:
    frame = pd.DataFrame({"kommun": ["0680"], "fodd": [date(2008, 1, 10)], "dag": days})
    for role in ("born", "on"):
        assert refused(counties, frame, role).startswith("'dag': ")
