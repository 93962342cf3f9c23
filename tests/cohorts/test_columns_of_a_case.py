"""The added columns of a row equal the answers about the case and the county, on any day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import psykavtal
from psykavtal import Case, Counties, Truth
from psykavtal.agreements.group_periods import periods
from psykavtal.agreements.group_rules import group_rule
from psykavtal.cases.result_types import Membership
from psykavtal.cohorts.output_names import OUTPUTS, Output
from psykavtal.model.answers import Ambiguous, Answer, NotRecorded, Reported, Silent, Unreadable
from tests.thorough import FULL

FACTS = (
    "psychiatric-condition",
    "needs-region",
    "needs-municipality",
    "next-of-kin",
    "psychiatric-disability",
    "coordinated",
    "simultaneous",
)
EVENT = "revision-need-raised"
DAYS = st.dates(date(2012, 1, 1), date(2032, 1, 1))

pytestmark = pytest.mark.filterwarnings("ignore::psykavtal.errors.NoEffectWarning")


def memberships(answer: Answer[Membership]) -> list[Membership]:
    """The verdict under each interpretation that is left."""
    match answer:
        case Ambiguous():
            left = [each for each in answer.readings if answer.chosen in (None, each.name)]
            return [found for each in left for found in memberships(each.answer)]
        case NotRecorded() | Silent() | Unreadable() | Reported() | psykavtal.NotApplicable():
            return []
        case psykavtal.Stated(by_text=found) | psykavtal.Derived(by_text=found):
            return [found]


def of_case(counties: Counties, case: Case, on: date, **asked: Any) -> dict[Output, Any]:
    """The columns that the answers about a case result in."""
    county = counties.by_municipality(case.municipality)
    events = {name: value for name, value in case.facts.items() if name == EVENT}
    in_force = county.in_force(on=on, facts=events, **asked)
    answer = counties.target_group(case, on=on, **asked)
    found = memberships(answer)
    truths = {each.applies for each in found}
    by_text = {Truth.TRUE: True, Truth.FALSE: False}.get(truths.pop()) if len(truths) == 1 else None
    verdict = by_text if in_force.verdict is Truth.TRUE else None
    speakers = {each.document for each in answer.basis} if found else set()
    return {
        "document": in_force.document or (speakers.pop() if len(speakers) == 1 else None),
        "in_force": {Truth.TRUE: True, Truth.FALSE: False}.get(in_force.verdict),
        "in_target_group": verdict,
        "by_text": by_text,
        "reason": None if verdict is not None else reason(in_force.verdict, answer, found),
    }


def reason(in_force: Truth, answer: Answer[Membership], found: list[Membership]) -> str:
    if in_force is not Truth.TRUE:
        return "edition-unknown" if in_force is Truth.UNKNOWN else "none-in-force"
    if not found:
        return "not-read" if isinstance(answer, NotRecorded | Unreadable) else "not-stated"
    missing = {name for each in found for name in each.missing_facts}
    if missing:
        return "fact-missing" if missing != {"age"} else "age-missing"
    return "readings-differ"


def of_row(counties: Counties, case: Case, on: date, *, add: tuple[Output, ...], **asked: Any) -> dict[Output, Any]:
    """The columns that one row results in."""
    facts = {name: value for name, value in case.facts.items() if name != EVENT}
    ages = {} if case.age is None else {"age": [case.age]}
    frame = pl.DataFrame({"kommun": [case.municipality], **ages, **{name: [value] for name, value in facts.items()}})
    columns = {"municipality": "kommun", **{name: name for name in (*ages, *facts)}}
    found = psykavtal.classify(counties, frame, columns=columns, on=on, add=add, **asked)
    return found.select(add).row(0, named=True)


@settings(max_examples=80 if FULL else 20, deadline=None)
@given(
    st.sampled_from(("0680", "2321", "2080")),
    st.none() | st.integers(0, 100) | st.just(18),
    st.dictionaries(st.sampled_from(FACTS), st.booleans()),
    st.sampled_from((None, True, False)),
    DAYS,
    st.sampled_from((None, "inclusive", "exclusive", "starts-revision")),
)
def test_a_row_equals_the_case(
    counties: Counties,
    municipality: str,
    age: int | None,
    facts: Mapping[str, bool],
    event: bool | None,
    on: date,
    readings: str | None,
) -> None:
    events = {} if event is None else {EVENT: event}
    case = Case(municipality=municipality, age=age, facts={**facts, **events})
    expected = of_case(counties, case, on, readings=readings)
    add = tuple(each for each in OUTPUTS if each in expected)
    assert of_row(counties, case, on, add=add, facts=events, readings=readings) == expected


@settings(max_examples=40 if FULL else 10, deadline=None)
@given(st.sampled_from(("0680", "2321", "2080")), DAYS, DAYS)
def test_an_event_by_its_day_is_true_from_that_day_in_each_row(
    counties: Counties, municipality: str, occurred: date, on: date
) -> None:
    facts = {"coordinated": True, "simultaneous": True, "psychiatric-disability": True}
    case = Case(municipality=municipality, age=30, facts={**facts, EVENT: occurred <= on})
    expected = of_case(counties, case, on)
    frame = pl.DataFrame({"kommun": [municipality], "age": [30], "dag": [on]})
    columns = {"municipality": "kommun", "age": "age", "on": "dag"}
    add = tuple(each for each in OUTPUTS if each in expected)
    given = {**facts, EVENT: occurred}
    by_row = psykavtal.classify(counties, frame, columns=columns, add=add, facts=given)
    assert by_row.select(add).row(0, named=True) == expected
    del columns["on"]
    on_a_day = psykavtal.classify(counties, frame, columns=columns, on=on, add=add, facts=given)
    assert on_a_day.select(add).row(0, named=True) == expected


@given(st.sampled_from(("jonkoping", "dalarna", "jamtland")), st.dates(date(2000, 1, 1), date(2040, 1, 1)))
def test_a_period_equals_the_county_on_each_of_its_days(counties: Counties, county: str, day: date) -> None:
    period = [each for each in periods(counties[county]) if each.first is None or each.first <= day][-1]
    in_force = counties[county].in_force(on=day)
    assert (period.document, period.in_force.verdict) == (in_force.document, in_force.verdict)
    rule = group_rule(counties[county].ask("target-group.who", on=day))
    assert (period.rule.criteria, period.rule.answer.status) == (rule.criteria, rule.answer.status)
