"""Days without a time zone are the days of their dates, on each engine; other values are refused."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import psykavtal
from psykavtal import Case, Counties, Truth
from psykavtal.cli import main
from psykavtal.cohorts import pandas_frames
from psykavtal.errors import CaseError, CohortError, InvalidDateError
from psykavtal.model.dates import parse_date
from tests.cohorts.days import AWARE, MIDNIGHT, ON, UNITS, ZONES, asked, refused, table
from tests.thorough import FULL

from .engines import GIVERS, values

FACTS = {"psychiatric-condition": True, "needs-region": True, "needs-municipality": True, "next-of-kin": False}


@pytest.mark.parametrize("order", [1, -1])
def test_dates_and_naive_date_times_in_one_column_of_pandas_are_days_in_any_order(
    counties: Counties, order: int
) -> None:
    days = [date(2008, 1, 10), datetime(2008, 1, 11, 23, 59), pd.Timestamp("2008-01-10"), None, pd.NaT][::order]  # noqa: DTZ001 (a day has no zone)
    frame = pd.DataFrame({"kommun": ["0680"] * 5, "dag": pd.Series(days, dtype=object)})
    found = psykavtal.classify(counties, frame, facts=FACTS, readings="inclusive", **asked("born"))
    assert values(found, "in_target_group")[::order] == [True, False, True, None, None]


def truth_of(counties: Counties, born: date, on: date) -> bool | None:
    answer = counties.target_group(Case(municipality="0680", born=born, facts=FACTS), on=on, readings="inclusive")
    value: Truth = (
        answer.value.applies if answer.status == "derived" or getattr(answer, "chosen", None) else Truth.UNKNOWN
    )
    return {Truth.TRUE: True, Truth.FALSE: False}.get(value)


BIRTHS = st.none() | st.datetimes(datetime(1910, 1, 1), datetime(2020, 1, 1))  # noqa: DTZ001 (a day has no zone)

VISITS = st.none() | st.datetimes(datetime(2025, 10, 1), datetime(2026, 12, 31))  # noqa: DTZ001 (as above)


@pytest.mark.parametrize("engine", GIVERS)
@pytest.mark.parametrize("role", ["born", "on"])
def test_a_date_time_without_a_zone_is_the_day_of_its_date(counties: Counties, engine: str, role: str) -> None:
    @settings(max_examples=25 if FULL else 6, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        st.lists(BIRTHS if role == "born" else VISITS, min_size=1, max_size=8),
        st.sampled_from(UNITS),
        st.none() | st.sampled_from(ZONES),
    )
    def check(days: list[datetime | None], unit: str, zone: str | None) -> None:
        cut = [None if each is None else each.replace(microsecond=0) for each in days]
        frame = GIVERS[engine](table(cut, pa.timestamp(unit, zone)))
        told = {**asked(role), "facts": FACTS, "readings": "inclusive"}
        if engine == "pandas of objects" and not any(cut):  # which then may have no type
            return
        if zone is not None:
            with pytest.raises(CohortError, match="time zone"):
                psykavtal.classify(counties, frame, **told)
            return
        expected = [
            None
            if day is None
            else truth_of(
                counties, day.date() if role == "born" else date(2008, 1, 10), day.date() if role == "on" else ON
            )
            for day in cut
        ]
        assert values(psykavtal.classify(counties, frame, **told), "in_target_group") == expected

    check()


@pytest.mark.parametrize("engine", ["polars", "polars lazy", "pyarrow", "pandas of pyarrow", "DuckDB"])
def test_days_counted_in_milliseconds_are_days(counties: Counties, engine: str) -> None:
    frame = GIVERS[engine](table([datetime(2008, 1, 10), datetime(1969, 12, 31)], pa.date64()))  # noqa: DTZ001 (as above)
    found = psykavtal.classify(counties, frame, facts=FACTS, readings="inclusive", **asked("born"))
    assert values(found, "in_target_group") == [True, True]
    psykavtal.check_people(frame, **asked("born"))


@pytest.mark.parametrize("engine", [each for each in GIVERS if each != "PySpark"])  # which has no nanoseconds
def test_a_time_of_day_with_nanoseconds_is_a_day(counties: Counties, engine: str) -> None:
    days = pa.array([1_199_923_200_000_000_001, -1], pa.timestamp("ns"))
    frame = GIVERS[engine](pa.table({"kommun": ["0680"] * 2, "dag": days}))
    psykavtal.check_people(frame, **asked("born"))
    found = psykavtal.classify(counties, frame, facts=FACTS, readings="inclusive", **asked("born"))
    assert values(found, "in_target_group") == [True, True]


AWARE_DAYS: Mapping[str, Any] = {
    "a date-time": AWARE,
    "midnight in Stockholm": MIDNIGHT,
    "a timestamp of pandas": pd.Timestamp("2008-01-11", tz="Europe/Stockholm"),
}


@pytest.mark.parametrize("day", AWARE_DAYS.values(), ids=AWARE_DAYS)
def test_a_single_aware_day_is_refused(counties: Counties, day: Any) -> None:
    frame = pl.DataFrame({"kommun": ["0680"]})
    with pytest.raises(InvalidDateError, match="time zone"):
        psykavtal.classify(counties, frame, columns={"municipality": "kommun"}, on=day)
    with pytest.raises(InvalidDateError, match="time zone"):
        psykavtal.check_people(frame, columns={"municipality": "kommun"}, on=day)
    with pytest.raises(InvalidDateError, match="time zone"):
        counties.what_applies(Case(municipality="0680"), on=day)
    with pytest.raises(CaseError, match="time zone") as caught:
        Case(born=day)
    assert "2008-01" not in str(caught.value)


DAYS: Mapping[str, Any] = {
    "a date-time at midnight": datetime(2026, 1, 10),  # noqa: DTZ001 (the case)
    "a timestamp of pandas": pd.Timestamp("2026-01-10"),
    "a day of numpy": np.datetime64("2026-01-10"),
    "midnight of numpy": np.datetime64("2026-01-10", "ns"),
}


@pytest.mark.parametrize("day", DAYS.values(), ids=DAYS)
def test_a_midnight_without_a_zone_is_a_day(day: Any) -> None:
    assert type(parse_date(day)) is date
    assert parse_date(day) == Case(born=day).born == date(2026, 1, 10)


OTHERS: Mapping[str, Any] = {
    "a time of day": datetime(2026, 1, 10, 5),  # noqa: DTZ001 (the case)
    "a nanosecond": pd.Timestamp("2026-01-10 00:00:00.000000001"),
    "an hour of numpy": np.datetime64("2026-01-10T05"),
    "a year of numpy": np.datetime64("2026"),
    "no time of pandas": pd.NaT,
    "no time of numpy": np.datetime64("NaT", "D"),
    "a period": pd.Period("2026-01-10"),
    "text with a zone": "2026-01-10T00:00+01:00",
    "a number": 20260110,
}


@pytest.mark.parametrize("day", OTHERS.values(), ids=OTHERS)
def test_other_values_are_not_days(day: Any) -> None:
    with pytest.raises(InvalidDateError, match="not a d"):
        parse_date(day)
    with pytest.raises(CaseError, match="born: "):
        Case(born=day)


@pytest.mark.parametrize("suffix", [".parquet", ".csv"])
def test_the_command_refuses_a_time_zone(tmp_path: Path, suffix: str) -> None:
    frame = pl.DataFrame({"kommun": ["0680"], "fodd": [MIDNIGHT]})
    people = tmp_path / f"people{suffix}"
    frame.write_parquet(people) if suffix == ".parquet" else frame.write_csv(people)
    for role in ("born", "on"):
        arguments = [str(people), "--out", str(tmp_path / f"out{suffix}"), "--column", "municipality=kommun"]
        arguments += ["--column", f"{role}=fodd", *(["--on", "2026-01-10"] if role == "born" else [])]
        result = CliRunner().invoke(main, ["classify", *arguments, "--lang", "en"])
        assert result.exit_code == 1
        assert ("time zone" if suffix == ".parquet" else "'fodd': 1 row(s) hold no date") in result.stderr
        assert [each.name for each in tmp_path.iterdir()] == [people.name]


@pytest.mark.parametrize(
    "day", ["2008-01-11T00:00+01:00", "2008-01-11 00:00:00", "08-01-11", "2008-1-11", "2008-01-11Z", "+2008-01-11"]
)
@pytest.mark.parametrize("role", ["born", "on"])
def test_other_text_than_a_day_in_a_csv_is_refused(tmp_path: Path, role: str, day: str) -> None:
    people = tmp_path / "people.csv"
    people.write_text(f"kommun,dag\n0680,{day}\n", "utf-8")
    arguments = [str(people), "--out", str(tmp_path / "out.csv"), "--column", "municipality=kommun"]
    arguments += ["--column", f"{role}=dag", *(["--on", "2026-01-10"] if role == "born" else [])]
    result = CliRunner().invoke(main, ["classify", *arguments, "--lang", "en"])
    assert (result.exit_code, "'dag': 1 row(s) hold no date" in result.stderr) == (1, True)
    assert day not in result.stderr


@pytest.mark.parametrize("engine", ["pandas of numpy", "pandas of pyarrow", "pandas of objects"])
@pytest.mark.parametrize("unit", UNITS)
def test_pandas_without_polars_comes_to_the_same(
    counties: Counties, monkeypatch: pytest.MonkeyPatch, engine: str, unit: str
) -> None:
    monkeypatch.setattr(pandas_frames, "find_spec", lambda _: None)
    days = [datetime(2008, 1, 10, 23), datetime(2008, 1, 11), datetime(1969, 12, 31, 23, 59), None]  # noqa: DTZ001 (a day has no zone)
    frame = GIVERS[engine](table(days, pa.timestamp(unit)))
    found = psykavtal.classify(counties, frame, facts=FACTS, readings="inclusive", **asked("born"))
    assert values(found, "in_target_group") == [True, False, True, None]
    assert "time zone" in refused(counties, GIVERS[engine](table([MIDNIGHT], pa.timestamp(unit, "UTC"))), "born")
