"""The periods of a county answer every day as the county does on that day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psykavtal import County, load_counties
from psykavtal.agreements.group_periods import periods
from psykavtal.agreements.group_rules import group_rule
from tests.norrvik import plugin

DAYS = st.dates(date(2005, 1, 1), date(2032, 1, 1))


def members() -> dict[str, County]:
    every = (*load_counties().members, *load_counties([plugin]).members)
    return {each.id: each for each in every}


MEMBERS = members()
PERIODS = {name: periods(each) for name, each in MEMBERS.items()}


def check(name: str, day: date) -> None:
    county = MEMBERS[name]
    period = [each for each in PERIODS[name] if each.first is None or each.first <= day][-1]
    verdict = county.in_force(on=day)
    assert (period.in_force.key, period.in_force.document, period.in_force.candidates) == (
        verdict.key,
        verdict.document,
        verdict.candidates,
    )
    assert period.rule.criteria == group_rule(county.ask("target-group.who", on=day)).criteria


@given(st.sampled_from(sorted(MEMBERS)), DAYS)
def test_a_day_is_answered_by_its_period(name: str, day: date) -> None:
    check(name, day)


@pytest.mark.parametrize("name", sorted(MEMBERS))
def test_the_days_around_each_change_are_answered_by_their_periods(name: str) -> None:
    starts = [each.first for each in PERIODS[name] if each.first is not None]
    for day in starts:
        check(name, day - timedelta(days=1))
        check(name, day)


def test_a_document_applies_from_its_written_period_on() -> None:
    for day in (date(2023, 5, 31), date(2023, 6, 1), date(2024, 1, 10), date(2026, 3, 31), date(2026, 4, 1)):
        check("norrvik", day)
