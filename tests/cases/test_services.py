"""The services for a person's age, and the bands of ages with the same services."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psykavtal import Ambiguous, Derived, Truth
from tests.cases.services import ADULT, ADVICE, BUH, BUP, HOUSING, INPATIENT, PRIMARY, YOUTH, services, what_applies
from tests.thorough import FULL


@pytest.mark.parametrize(
    ("age", "is_for", "is_open"),
    [
        (10, {BUP, BUH, ADVICE}, {INPATIENT}),
        (12, {BUP, BUH, ADVICE}, {INPATIENT}),
        (13, {BUP, BUH, ADVICE, YOUTH}, {INPATIENT}),
        (17, {BUP, BUH, ADVICE, YOUTH}, {INPATIENT}),
        (18, {ADVICE, YOUTH}, {ADULT, BUP}),
        (19, {ADULT, ADVICE, YOUTH}, set()),
        (20, {ADULT, ADVICE, YOUTH}, set()),
        (21, {ADULT, YOUTH}, set()),
        (23, {ADULT}, {YOUTH}),
        (24, {ADULT}, set()),
    ],
)
def test_the_services_for_an_age(age, is_for, is_open):
    found = {each.key: each.applies for each in services(age=age).each}

    assert {key for key, truth in found.items() if truth is Truth.TRUE} == is_for | ({HOUSING} if age >= 18 else set())
    assert {key for key, truth in found.items() if truth is Truth.UNKNOWN} == is_open | {PRIMARY}


def test_a_word_for_an_age_is_decided_by_the_age_or_named_as_missing():
    def housing(**person):
        return next(each for each in what_applies(**person).services.value.each if each.key == HOUSING)

    assert (housing().applies, housing().missing_facts) == (Truth.UNKNOWN, ("adult",))
    assert [housing(age=age).applies for age in (17, 18)] == [Truth.FALSE, Truth.TRUE]
    assert housing(age=17, facts={"adult": True}).applies is Truth.TRUE


def test_a_service_whose_part_depends_on_a_reading_is_open_until_one_is_chosen():
    def primary(readings=None, **person):
        found = what_applies(readings=readings, **person).services.value.each
        return next(each for each in found if each.key.startswith("primarvarden"))

    assert (primary().key, primary().applies, primary().missing_facts) == (PRIMARY, Truth.UNKNOWN, ())
    assert primary(age=10).applies is primary(age=40).applies is Truth.UNKNOWN
    only = "mental-ill-health-only"
    assert primary(only, age=10).key == "primarvarden (första linjen för psykisk ohälsa)"
    assert [primary(only, age=age).applies for age in (10, 40)] == [Truth.FALSE, Truth.TRUE]
    assert primary(only).missing_facts == ("adult",)


def test_a_duty_towards_adults_is_ruled_out_for_a_child():
    def duty(**person):
        found = what_applies(facts={"lss-housing": True, "special-housing": False, "day-activity": False}, **person)
        return {each.provision.id: each.applies for each in found.responsibilities.value}

    name = "jamtland-2021.responsibility.m-health-care"
    assert duty(age=40)[name] is Truth.TRUE
    assert duty()[name] is Truth.UNKNOWN
    assert name not in duty(age=10)


def test_a_condition_of_a_service_is_open_until_it_is_told():
    def inpatient(**facts):
        given = {name.replace("_", "-"): value for name, value in facts.items()}
        return next(each for each in services(age=16, facts=given).each if each.key == INPATIENT)

    assert inpatient().missing_facts == ("needs-compulsory-care", "compulsory-care", "suicidal")
    assert inpatient(suicidal=True).applies is Truth.TRUE
    not_compulsory = {"compulsory_care": False, "needs_compulsory_care": False}
    assert inpatient(suicidal=False, **not_compulsory).applies is Truth.FALSE
    assert inpatient(suicidal=False).missing_facts == ("needs-compulsory-care", "compulsory-care")


def test_a_service_that_turns_on_a_reading_is_decided_by_no_fact():
    adult = next(each for each in services(age=18).each if each.key == ADULT)

    assert (adult.applies, adult.missing_facts) == (Truth.UNKNOWN, ())
    for reading, truth in (("inclusive", Truth.TRUE), ("exclusive", Truth.FALSE)):
        read = what_applies(age=18, readings={adult.provision.id: reading}).services
        assert isinstance(read, Derived | Ambiguous)
        (found,) = [each for each in read.value.each if each.key == ADULT]
        assert found.applies is truth


def test_services_whose_age_is_in_words_only_are_named_apart():
    assert set(services(age=30).without_ages) == {PRIMARY, HOUSING}


@pytest.mark.slow
@settings(max_examples=40 if FULL else 10, deadline=None)
@given(
    st.none() | st.integers(0, 120), st.dictionaries(st.sampled_from(["suicidal", "compulsory-care"]), st.booleans())
)
def test_bands_cover_every_age_once_and_agree_with_the_services_for_it(age, facts):
    bands = services(age=age, facts=facts).bands
    for years in range(121):
        (band,) = [each for each in bands if each.ages.covers(years)]
        if 30 < years < 120:
            continue  # no service turns there
        found = services(age=years, facts=facts)
        dated = [each for each in found.each if each.key not in found.without_ages]
        assert set(band.services) == {each.key for each in dated if each.applies is Truth.TRUE}
        assert set(band.possible) == {each.key for each in dated if each.applies is Truth.UNKNOWN}


def test_bands_show_where_services_overlap():
    overlap = next(each for each in services(age=15).bands if each.ages.covers(15))

    assert {BUP, YOUTH, BUH, ADVICE} == set(overlap.services)
