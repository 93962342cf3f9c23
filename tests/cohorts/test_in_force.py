"""The verdict of the text, whether it applies, and the reason for a missing verdict."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl
import pytest

import psykavtal
from psykavtal import Counties
from psykavtal.cohorts.output_names import OUTPUTS

FACTS = {
    "psychiatric-condition": True,
    "psychiatric-disability": True,
    "needs-region": True,
    "needs-municipality": True,
    "coordinated": True,
    "simultaneous": True,
}
COLUMNS = OUTPUTS[:5]
V5, OLDER, DIRECTIVE = "jamtland-2025", "jamtland-2021", "dalarna-direktiv-2020"
APPLIES: Mapping[str, tuple[str, int | None, tuple[Any, ...]]] = {
    "2321 2026-01-10": ("stated", 40, (V5, True, True, True, None)),
    "2321 2026-11-26": ("presumed", 40, (V5, True, True, True, None)),
    "2321 2024-06-01": ("none in force", 40, (None, False, None, None, "none-in-force")),
    "2321 2022-05-10": ("one candidate", 40, (OLDER, None, None, True, "edition-unknown")),
    "0680 2025-09-29": ("the day of the decision", 40, (None, False, None, None, "none-in-force")),
    "0680 2028-01-01": ("readings of an age", 18, ("jonkoping-2025", True, None, None, "fact-missing")),
    "2080 2012-01-01": ("not yet written", 40, (None, False, None, None, "none-in-force")),
    "2080 2018-06-01": ("a candidate that is not available", 40, ("dalarna-v3", None, None, None, "edition-unknown")),
    "2080 2020-06-01": ("the directive about the agreement", 40, ("dalarna-v3", True, True, True, None)),
    "2080 2020-06-02": ("no age", None, ("dalarna-v3", True, None, None, "age-missing")),
    "2080 2021-08-01": ("two candidates, one text", 40, (DIRECTIVE, None, None, True, "edition-unknown")),
    "0180 2026-01-10": ("another county", 40, (None, None, None, None, "no-county")),
}

pytestmark = pytest.mark.filterwarnings("ignore::psykavtal.errors.NoEffectWarning")


def classified(counties: Counties, **columns: Any) -> list[tuple[Any, ...]]:
    """The added columns of rows with days of their own; the facts are given for all."""
    frame = pl.DataFrame(columns)
    found = psykavtal.classify(counties, frame, columns={each: each for each in columns}, add=COLUMNS, facts=FACTS)
    return found.select(COLUMNS).rows()


@pytest.mark.parametrize("place", APPLIES, ids=[f"{name}, {each[0]}" for name, each in APPLIES.items()])
def test_a_verdict_needs_an_edition_in_force(counties: Counties, place: str) -> None:
    municipality, day = place.split()
    _, age, expected = APPLIES[place]
    on = date.fromisoformat(day)
    ages = pl.Series([age], dtype=pl.Int64)
    assert classified(counties, municipality=[municipality], age=ages, on=[on]) == [expected]
    frame = pl.DataFrame({"kommun": [municipality], "alder": ages})
    columns = {"municipality": "kommun", "age": "alder"}
    found = psykavtal.classify(counties, frame, columns=columns, on=on, add=COLUMNS, facts=FACTS)
    assert found.select(COLUMNS).rows() == [expected]


def test_a_row_without_a_day_has_an_unknown_edition(counties: Counties) -> None:
    days = pl.Series([None], dtype=pl.Date)
    assert classified(counties, municipality=["0680"], on=days) == [(None, None, None, None, "edition-unknown")]


@pytest.mark.parametrize(
    ("age", "kin", "expected"),
    [
        pytest.param(18, False, "readings-differ", id="an age that two readings part"),
        pytest.param(None, False, "age-missing", id="no age"),
        pytest.param(500, False, "row-invalid", id="an impossible age"),
        pytest.param(18, None, "fact-missing", id="a fact before a reading"),
        pytest.param(None, None, "fact-missing", id="a fact before an age"),
        pytest.param(40, None, None, id="a verdict"),
    ],
)
def test_a_reason_is_the_first_that_applies(
    counties: Counties, age: int | None, kin: bool | None, expected: str | None
) -> None:
    schema = {"municipality": pl.String, "age": pl.Int64, "next-of-kin": pl.Boolean}
    frame = pl.LazyFrame({"municipality": ["0680"], "age": [age], "next-of-kin": [kin]}, schema=schema)
    found = psykavtal.classify(
        counties, frame, columns={each: each for each in schema}, on="2026-01-10", add=COLUMNS, facts=FACTS
    ).collect()
    assert found["reason"].to_list() == [expected]
    assert found["in_target_group"].is_null().to_list() == [expected is not None]


def test_an_impossible_code_is_of_no_county(counties: Counties) -> None:
    frame = pl.LazyFrame({"kommun": ["680", "Åre", None]})
    found = psykavtal.classify(
        counties, frame, columns={"municipality": "kommun"}, on="2026-01-10", add=["reason"]
    ).collect()
    assert found["reason"].to_list() == ["no-county"] * 3


def test_clauses_and_services_are_of_an_edition_in_force_only(counties: Counties) -> None:
    frame = pl.DataFrame({"kommun": ["2321", "2321"], "alder": [40, 40], "dag": [date(2022, 5, 10), date(2026, 1, 10)]})
    columns = {"municipality": "kommun", "age": "alder", "on": "dag"}
    found = psykavtal.classify(counties, frame, columns=columns, add=["by_text", "decided_by", "services"], facts=FACTS)
    assert found["by_text"].to_list() == [True, True]
    assert found["decided_by"].is_null().to_list() == [True, False]
    assert found["services"].to_list() == [None, None]


def test_without_a_choice_the_document_and_both_verdicts_are_added(counties: Counties) -> None:
    frame = pl.DataFrame({"kommun": ["2321"]})
    found = psykavtal.classify(counties, frame, columns={"municipality": "kommun"}, on="2026-01-10")
    assert found.columns == ["kommun", "document", "in_force", "in_target_group"]
