"""What callers of `classify` rely on: same frames, lazy stays lazy, real counties, and errors that tell nothing of a person."""

import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import psykavtal
from psykavtal import Counties
from psykavtal.cohorts.output_names import OUTPUTS
from psykavtal.errors import CohortError, PsykavtalError, UnknownFactError, UnknownReadingError

FACTS = ("psychiatric-condition", "needs-region", "needs-municipality", "next-of-kin")
COLUMNS = {"municipality": "kommun", "born": "fodd", **{each: each for each in FACTS}}
ON = date(2026, 1, 10)


def people(**columns: Any) -> pl.DataFrame:
    """One row for each of three people in Jönköping, with columns changed."""
    given = {
        "kommun": ["0680", "0680", "0680"],
        "fodd": [date(2008, 1, 10), date(2008, 1, 11), date(2006, 6, 1)],
        **{each: [True, True, True] for each in FACTS[:3]},
        "next-of-kin": [False, False, False],
    }
    return pl.DataFrame({**given, **columns})


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        pytest.param(None, [None, False, True], id="18 is open"),
        pytest.param("inclusive", [True, False, True], id="18 is in"),
        pytest.param("exclusive", [False, False, True], id="18 is not yet in"),
    ],
)
def test_who_is_eighteen_hangs_on_the_reading(counties: Counties, readings: str | None, expected: list[bool]) -> None:
    found = psykavtal.classify(counties, people(), columns=COLUMNS, on=ON, readings=readings)
    assert found["in_target_group"].to_list() == expected
    assert found["document"].to_list() == ["jonkoping-2025"] * 3


def test_every_column_that_can_be_asked_for(counties: Counties) -> None:
    found = psykavtal.classify(counties, people(), columns=COLUMNS, on=ON, add=OUTPUTS)
    assert found.columns == [*people().columns, *OUTPUTS]
    assert found.drop(*OUTPUTS).equals(people())
    assert found["in_force"].to_list() == [True] * 3
    assert found["in_target_group"].to_list() == found["by_text"].to_list() == [None, False, True]
    assert found["reason"].to_list() == ["readings-differ", None, None]
    assert found["decided_by"].to_list() == [
        None,
        "jonkoping-2025.target-group.main; jonkoping-2025.target-group.kin",
        "jonkoping-2025.target-group.main",
    ]
    assert found["services"].to_list() == ["", "", "somatisk-vard-och-hemsjukvard"]
    assert found["services_open"].to_list() == ["somatisk-vard-och-hemsjukvard", "", ""]


def test_a_fact_without_a_column_is_unknown_and_not_false(counties: Counties) -> None:
    told = {name: column for name, column in COLUMNS.items() if name != "next-of-kin"}
    found = psykavtal.classify(counties, people(), columns=told, on=ON)
    assert found["in_target_group"].to_list() == [None, None, True]


def test_a_municipality_of_no_county_here_has_nulls(counties: Counties) -> None:
    found = psykavtal.classify(counties, people(kommun=["0180", None, "0680"]), columns=COLUMNS, on=ON)
    assert found["document"].to_list() == [None, None, "jonkoping-2025"]
    assert found["in_target_group"].to_list() == [None, None, True]


def test_each_row_can_have_a_day_of_its_own(counties: Counties) -> None:
    frame = people(dag=[date(2025, 9, 29), date(2026, 1, 11), None])
    found = psykavtal.classify(counties, frame, columns={**COLUMNS, "on": "dag"}, readings="inclusive")
    assert found["document"].to_list() == [None, "jonkoping-2025", None]
    assert found["in_target_group"].to_list() == [None, True, None]


def test_an_event_decides_which_edition_applies(counties: Counties) -> None:
    frame = pl.DataFrame({"kommun": ["2080"], "alder": [40]})
    told = {"municipality": "kommun", "age": "alder"}
    events = {"dalarna:chefsnatverket-approved": False}
    unclear = psykavtal.classify(counties, frame, columns=told, on=ON)
    assert unclear.select("document", "in_force").row(0) == ("dalarna-direktiv-2020", None)
    assert psykavtal.classify(counties, frame, columns=told, on=ON, facts=events)["document"].to_list() == [
        "dalarna-v3"
    ]


def test_only_those_who_are_or_may_be_in_a_target_group_are_kept(counties: Counties) -> None:
    frame = people(kommun=["0680", "0680", "0180"])
    found = psykavtal.classify(counties, frame, columns=COLUMNS, on=ON, only_possible=True, add=["document"])
    assert found["fodd"].to_list() == [date(2008, 1, 10)]
    assert found.columns == [*frame.columns, "document"]


def test_a_lazy_frame_is_not_collected(counties: Counties) -> None:
    def fails(_: pl.DataFrame) -> pl.DataFrame:
        raise AssertionError("it was collected")

    lazy = people().lazy().map_batches(fails, schema=people().schema)
    found = psykavtal.classify(counties, lazy, columns=COLUMNS, on=ON, only_possible=True)
    assert isinstance(found, pl.LazyFrame)
    with pytest.raises(AssertionError, match="it was collected"):
        found.collect()


def test_a_frame_of_pandas_keeps_its_index_and_its_other_columns(counties: Counties) -> None:
    frame = people().to_pandas().set_index(pd.Index(["a", "b", "c"])).assign(other=[object()] * 3)
    found = psykavtal.classify(counties, frame, columns=COLUMNS, on=ON)
    assert list(found.index) == ["a", "b", "c"]
    assert found["other"].equals(frame["other"])
    assert found["in_target_group"].dtype == pd.BooleanDtype()
    assert found["in_target_group"].isna().tolist() == [True, False, False]
    assert "in_target_group" not in frame
    kept = psykavtal.classify(counties, frame, columns=COLUMNS, on=ON, only_possible=True)
    assert list(kept.index) == ["a", "c"]


def test_the_same_kind_of_frame_comes_back(counties: Counties) -> None:
    assert isinstance(psykavtal.classify(counties, people().to_arrow(), columns=COLUMNS, on=ON), pa.Table)
    assert isinstance(psykavtal.classify(counties, people(), columns=COLUMNS, on=ON), pl.DataFrame)


def test_an_empty_frame_and_columns_of_nulls_only(counties: Counties) -> None:
    assert psykavtal.classify(counties, people().clear(), columns=COLUMNS, on=ON).is_empty()
    nothing = pl.DataFrame({name: [None, None] for name in people().columns})
    found = psykavtal.classify(counties, nothing, columns=COLUMNS, on=ON)
    assert found["in_target_group"].to_list() == [None, None]
    arrow = psykavtal.classify(counties, nothing.to_arrow(), columns=COLUMNS, on=ON)
    assert arrow["document"].to_pylist() == [None, None]
    plain = psykavtal.classify(counties, nothing.to_pandas(), columns=COLUMNS, on=ON)
    assert plain["in_target_group"].isna().all()


BAD: tuple[tuple[str, Mapping[str, Any], str], ...] = (
    ("no municipality", {"columns": {"age": "fodd"}}, "municipality: is missing"),
    ("age and birth date", {"columns": {**COLUMNS, "age": "fodd"}}, "age: is given beside 'born'"),
    ("no day", {"on": None}, "on: is missing"),
    ("two days", {"columns": {**COLUMNS, "on": "fodd"}}, "one day for all is given beside a column of days"),
    ("no such fact", {"columns": {**COLUMNS, "needs-regoin": "x"}}, "Did you mean 'needs-region'?"),
    ("a fact that asks which", {"columns": {**COLUMNS, "need-noticed": "x"}}, "'need-noticed': unknown fact"),
    ("no such column", {"columns": {**COLUMNS, "municipality": "komun"}}, "Did you mean 'kommun'?"),
    ("a fact of text", {"columns": {**COLUMNS, "inpatient": "kommun"}}, "'kommun': must hold true or false"),
    ("a birth date of text", {"columns": {**COLUMNS, "born": "kommun"}}, "'kommun': must hold dates"),
    ("no such output", {"add": ["documnt"]}, "Did you mean 'document'?"),
    ("no output", {"add": []}, "names no column"),
    ("one text for a list", {"add": "document"}, "Give a list of columns"),
    (
        "ages with a point",
        {"frame": people(alder=[18.0] * 3), "columns": {"municipality": "kommun", "age": "alder"}},
        "whole numbers that can be null",
    ),
    (
        "a column that is there",
        {"frame": people(document=["x"] * 3)},
        "'document': the frame has a column of this name",
    ),
    ("no frame", {"frame": {"kommun": ["0680"]}}, "a dict is not a frame of"),
    ("lost zeros", {"frame": people(kommun=["680", "0680", "0680"])}, "'kommun': 1 row(s) hold no SCB code"),
    ("names for codes", {"frame": people(kommun=["Åre", "Berg", None])}, "'kommun': 2 row(s) hold no SCB code"),
    ("numbers that are none", {"frame": people(kommun=[68, 680, 99999])}, "'kommun': 2 row(s) hold a number"),
    ("born later", {"frame": people(fodd=[date(2026, 1, 11)] * 3)}, "'fodd': 3 row(s) hold a birth date after"),
    ("too old", {"frame": people(fodd=[date(1850, 1, 1)] * 3)}, "'fodd': 3 row(s) hold a birth date that makes"),
)


@pytest.mark.parametrize(("changed", "told"), [pytest.param(*each[1:], id=each[0]) for each in BAD])
def test_what_cannot_be_is_refused_and_nothing_of_a_person_told(
    counties: Counties, changed: Mapping[str, Any], told: str
) -> None:
    asked = {"frame": people(), "columns": COLUMNS, "on": ON, **changed}
    with pytest.raises(CohortError) as caught:
        psykavtal.classify(counties, **asked)
    assert told in str(caught.value)
    for value in ("Åre", "2008", "1850", "99999", "0680"):
        assert value not in str(caught.value)


def test_ages_that_nobody_has(counties: Counties) -> None:
    frame = pl.DataFrame({"kommun": ["0680"] * 3, "alder": [-1, 130, 30]})
    told = {"municipality": "kommun", "age": "alder"}
    with pytest.raises(CohortError, match=r"'alder': 2 row\(s\) hold an age that nobody has"):
        psykavtal.classify(counties, frame, columns=told, on=ON)
    with pytest.raises(CohortError, match=r"'alder': 2 row\(s\)"):
        psykavtal.check_people(frame.lazy(), columns=told, on=ON)
    lazily = psykavtal.classify(counties, frame.lazy(), columns=told, on=ON, add=["services"]).collect()
    assert lazily["services"].to_list() == ["", "", "somatisk-vard-och-hemsjukvard"]


def test_codes_of_several_types_in_one_column_of_pandas(counties: Counties) -> None:
    frame = people().to_pandas().assign(kommun=["0680", 680, None])
    with pytest.raises(CohortError, match="'kommun': holds values of several types"):
        psykavtal.classify(counties, frame, columns=COLUMNS, on=ON)


def test_all_faults_are_told_together(counties: Counties) -> None:
    with pytest.raises(CohortError) as caught:
        psykavtal.classify(counties, people(), columns={"age": "x", "born": "y", "inpatent": "z"})
    assert len(caught.value.faults) == 4


def test_events_and_readings_are_of_the_vocabulary(counties: Counties) -> None:
    with pytest.raises(UnknownFactError):
        psykavtal.classify(counties, people(), columns=COLUMNS, on=ON, facts={"approved": True})
    with pytest.raises(UnknownReadingError):
        psykavtal.classify(counties, people(), columns=COLUMNS, on=ON, readings="broad")
    with pytest.raises(PsykavtalError, match="2026-13-01"):
        psykavtal.classify(counties, people(), columns=COLUMNS, on="2026-13-01")


def test_narwhals_is_imported_only_where_there_is_a_frame() -> None:
    code = """
import sys
sys.modules["narwhals"] = None
import psykavtal
from psykavtal.errors import MissingPluginError
try:
    psykavtal.classify(psykavtal.load_counties(), [], columns={}, on="2026-01-10")
except MissingPluginError as error:
    print(error)
"""
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert told == "classify: needs narwhals, which is not installed. Install it: pip install narwhals.\n"
