"""Facts and events given for every row: valid ones count, others are refused or reported."""

import warnings
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import polars as pl
import pytest

import psykavtal
from psykavtal import Counties
from psykavtal.errors import CohortError, NoEffectWarning, UnknownFactError

EVENT = "revision-need-raised"
APPROVED = "dalarna:chefsnatverket-approved"
FRAME = pl.DataFrame({"kommun": ["2080"] * 2, "dag": [date(2026, 1, 10), date(2026, 2, 10)]})
BY_ROW = {"municipality": "kommun", "on": "dag"}
ONE_DAY = {"municipality": "kommun"}


def in_force(counties: Counties, facts: Mapping[str, Any], *, on: str | None = None) -> list[bool | None]:
    columns = BY_ROW if on is None else ONE_DAY
    return psykavtal.classify(counties, FRAME, columns=columns, on=on, facts=facts)["in_force"].to_list()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(False, True, id="has not occurred"),
        pytest.param(True, None, id="has occurred"),
        pytest.param("2026-02-01", True, id="after the day, as text"),
        pytest.param(date(2026, 1, 10), None, id="on the day"),
        pytest.param(datetime(2026, 1, 9), None, id="before the day, at midnight"),  # noqa: DTZ001 (a day)
    ],
)
def test_with_one_day_an_event_is_true_or_false_or_has_a_day(
    counties: Counties, value: object, expected: bool | None
) -> None:
    assert in_force(counties, {APPROVED: value}, on="2026-01-10") == [expected] * 2


def test_with_a_column_of_days_an_event_has_occurred_in_the_rows_from_its_day_on(counties: Counties) -> None:
    assert in_force(counties, {APPROVED: "2026-02-01"}) == [True, None]
    assert in_force(counties, {APPROVED: "2026-02-10"}) == [True, None]
    assert in_force(counties, {APPROVED: "2026-02-11"}) == [True, True]


BAD: Mapping[str, tuple[str | None, Mapping[str, Any], str]] = {
    "true by row": (None, {EVENT: True}, "Give the day on which it occurred, like '2026-12-26'."),
    "false by row": (None, {EVENT: False}, f"the event '{EVENT}' needs a day"),
    "no day of the calendar": ("2026-01-10", {EVENT: "2026-02-30"}, f"the event '{EVENT}' has no valid day"),
    "no day by row": (None, {EVENT: "in December"}, f"the event '{EVENT}' has no valid day"),
    "a number for a day": (None, {EVENT: 20261226}, f"the event '{EVENT}' has no valid day"),
    "a day of a fact": (None, {"inpatient": "2026-02-01"}, "'inpatient' must be True or False"),
    "a principal": ("2026-01-10", {"need-noticed": True}, "'need-noticed' asks for a principal"),
}


@pytest.mark.parametrize(("on", "facts", "fault"), BAD.values(), ids=BAD)
def test_values_that_are_not_valid_are_refused_and_not_shown(
    counties: Counties, on: str | None, facts: Mapping[str, Any], fault: str
) -> None:
    with pytest.raises(CohortError) as caught:
        in_force(counties, facts, on=on)
    assert fault in str(caught.value)
    for value in ("02-30", "in December", "20261226", "2026-02-01"):
        assert value not in str(caught.value)


def test_a_fact_that_no_county_knows_is_refused(counties: Counties) -> None:
    with pytest.raises(UnknownFactError, match="Did you mean 'needs-region'"):
        in_force(counties, {"needs-regoin": True}, on="2026-01-10")


def test_inputs_on_which_no_rule_depends_are_reported_once(counties: Counties) -> None:
    frame = FRAME.with_columns(alder=40, region=True)
    columns = {**ONE_DAY, "age": "alder", "needs-region": "region"}
    facts = {"inpatient": True, "substance-use": True}
    with pytest.warns(NoEffectWarning) as caught:
        psykavtal.classify(counties.select("jamtland"), frame, columns=columns, on="2026-01-10", facts=facts)
    [warning] = caught
    assert warning.filename == __file__
    text = str(warning.message)
    assert all(repr(each) in text for each in ("age", "needs-region", *facts))
    assert "on 2026-01-10" in text


def test_an_input_on_which_a_rule_depends_is_not_reported(counties: Counties) -> None:
    frame = FRAME.with_columns(alder=40, region=True)
    columns = {**BY_ROW, "age": "alder", "needs-region": "region"}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        psykavtal.classify(counties, frame, columns=columns, facts={EVENT: "2026-12-26", "coordinated": False})
