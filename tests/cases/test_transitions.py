"""The birthdays on which a service begins or ends for a person."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psykavtal import Derived, NotRecorded, Truth
from psykavtal.cases.result_types import Change
from psykavtal.model.birthdays import age_on
from tests.cases.services import (
    ADULT,
    ADVICE,
    BUH,
    BUP,
    DAY,
    INPATIENT,
    YOUTH,
    services,
    what_applies,
)


def test_the_transitions_of_somebody_who_is_seventeen():
    answer = what_applies(born="2008-03-01").transitions

    assert isinstance(answer, Derived)
    assert {(each.on.isoformat(), each.change.value, each.key, each.readings) for each in answer.value} == {
        ("2026-03-01", "begins", ADULT, ("inclusive",)),
        ("2027-03-01", "begins", ADULT, ("exclusive",)),
        ("2026-03-01", "ends", INPATIENT, ()),
        ("2026-03-01", "ends", BUP, ("exclusive",)),
        ("2027-03-01", "ends", BUP, ("inclusive",)),
        ("2026-03-01", "ends", BUH, ()),
        ("2029-03-01", "ends", ADVICE, ()),
        ("2031-03-01", "ends", YOUTH, ("exclusive",)),
        ("2032-03-01", "ends", YOUTH, ("inclusive",)),
    }
    assert [each.key for each in answer.value if each.applies is Truth.UNKNOWN] == [INPATIENT]
    assert [each.on for each in answer.value] == sorted(each.on for each in answer.value)


@settings(max_examples=40, deadline=None)
@given(st.dates(date(1990, 1, 1), DAY), st.dates(DAY, date(2035, 1, 1)))
def test_transitions_lie_after_the_day_and_agree_with_the_services_on_both_sides(born, on):
    facts = {"suicidal": True}
    for each in what_applies(on=on, born=born, facts=facts).transitions.value:
        assert each.on > on
        assert each.age == age_on(born, each.on) > age_on(born, date.fromordinal(each.on.toordinal() - 1))
        before, after = (
            next(found for found in services(age=age, facts=facts).each if found.key == each.key).applies
            for age in (each.age - 1, each.age)
        )
        there = Truth.TRUE if each.change is Change.BEGINS else Truth.FALSE
        if each.readings:
            assert Truth.UNKNOWN in (before, after)
        else:
            assert (before, after) == (~there, there)


@settings(max_examples=40, deadline=None)
@given(st.dates(date(1990, 1, 1), DAY))
def test_no_turn_of_a_service_is_left_out(born):
    facts = {"suicidal": True}
    found = what_applies(born=born, facts=facts)
    listed = {(each.key, each.age) for each in found.transitions.value}
    in_words = found.services.value.without_ages
    for age in range(age_on(born, DAY) + 1, 60):
        one, other = services(age=age - 1, facts=facts).each, services(age=age, facts=facts).each
        for before, after in zip(one, other, strict=True):
            turns = before.applies is not after.applies and before.key not in in_words
            assert not turns or (before.key, age) in listed


def test_a_reading_that_is_chosen_leaves_one_day_for_each_turn():
    coming = what_applies(born="2008-03-01", readings="inclusive").transitions.value

    assert all(each.readings == () for each in coming)
    assert {(each.key, each.change.value): each.age for each in coming} == {
        (ADULT, "begins"): 18,
        (INPATIENT, "ends"): 18,
        (BUP, "ends"): 19,
        (BUH, "ends"): 18,
        (ADVICE, "ends"): 21,
        (YOUTH, "ends"): 24,
    }


def test_with_an_age_only_the_days_are_not_recorded_and_the_birth_date_would_decide():
    answer = what_applies(age=17).transitions

    assert isinstance(answer, NotRecorded)
    assert answer.missing_facts == ("born",)


@pytest.mark.parametrize(
    ("municipality", "document"), [("Åre", None), ("Falun", None), ("Falun", "dalarna-direktiv-2020")]
)
def test_where_no_ages_are_said_a_birth_date_would_decide_nothing(municipality, document):
    by_age, by_birth = (
        what_applies(municipality=municipality, document=document, **person).transitions
        for person in ({"age": 17}, {"born": "2008-03-01"})
    )

    assert by_age.status == by_birth.status in ("silent", "not-recorded")
    assert "born" not in by_age.missing_facts
