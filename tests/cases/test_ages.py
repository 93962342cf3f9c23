"""The services for a person's age, and the birthdays on which that turns."""

from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psykavtal import Ambiguous, Case, Derived, NotRecorded, Truth, load_counties
from psykavtal.cases.result_types import Change
from psykavtal.model.birthdays import age_on

DAY = date(2026, 1, 10)
COUNTIES = load_counties()
ADULT = "vuxenpsykiatrin"
BUP = "bup (första linjen för psykisk ohälsa)"
YOUTH = "ungdomsmottagningarna (visst uppdrag i första linjen för psykisk ohälsa)"
INPATIENT = "heldygnsvard-unga"
BUH = "buh (medicinsk vård)"
ADVICE = "buh (råd och stöd (LSS 9.1))"
PRIMARY = "primarvarden (första linjen för somatisk vård och psykisk ohälsa)"
HOUSING = "boenden-lss (kommunens hälso- och sjukvård)"


def what_applies(on=DAY, document="jamtland-2021", municipality="Åre", readings=None, **told):
    case = Case(municipality=municipality, **told)
    return COUNTIES.what_applies(case, on=on, document=document, readings=readings)


def services(age=None, facts=()):
    return services_for(age, tuple(dict(facts).items()))


@cache
def services_for(age, facts):
    return what_applies(age=age, facts=dict(facts)).services.value


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
    def housing(**told):
        return next(each for each in what_applies(**told).services.value.each if each.key == HOUSING)

    assert (housing().applies, housing().missing_facts) == (Truth.UNKNOWN, ("adult",))
    assert [housing(age=age).applies for age in (17, 18)] == [Truth.FALSE, Truth.TRUE]
    assert housing(age=17, facts={"adult": True}).applies is Truth.TRUE


def test_a_service_whose_part_depends_on_a_reading_is_open_until_one_is_chosen():
    def primary(readings=None, **told):
        found = what_applies(readings=readings, **told).services.value.each
        return next(each for each in found if each.key.startswith("primarvarden"))

    assert (primary().key, primary().applies, primary().missing_facts) == (PRIMARY, Truth.UNKNOWN, ())
    assert primary(age=10).applies is primary(age=40).applies is Truth.UNKNOWN
    only = "mental-ill-health-only"
    assert primary(only, age=10).key == "primarvarden (första linjen för psykisk ohälsa)"
    assert [primary(only, age=age).applies for age in (10, 40)] == [Truth.FALSE, Truth.TRUE]
    assert primary(only).missing_facts == ("adult",)


def test_a_duty_towards_adults_is_ruled_out_for_a_child():
    def duty(**told):
        found = what_applies(facts={"lss-housing": True, "special-housing": False, "day-activity": False}, **told)
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
@settings(max_examples=40, deadline=None)
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
    told = {(each.key, each.age) for each in found.transitions.value}
    in_words = found.services.value.without_ages
    for age in range(age_on(born, DAY) + 1, 60):
        one, other = services(age=age - 1, facts=facts).each, services(age=age, facts=facts).each
        for before, after in zip(one, other, strict=True):
            turns = before.applies is not after.applies and before.key not in in_words
            assert not turns or (before.key, age) in told


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
        what_applies(municipality=municipality, document=document, **told).transitions
        for told in ({"age": 17}, {"born": "2008-03-01"})
    )

    assert by_age.status == by_birth.status in ("silent", "not-recorded")
    assert "born" not in by_age.missing_facts


LEAP_DAY = "Somebody born on 29 February is taken to turn an age on 28 February"


def remarks(notes):
    return sum(each.to("en").startswith(LEAP_DAY) for each in notes)


@pytest.mark.parametrize(("born", "count"), [("2008-02-29", 1), ("2008-02-28", 0), ("2008-03-01", 0), (None, 0)])
def test_one_remark_tells_when_somebody_born_on_29_february_turns_an_age(born, count):
    answer = what_applies(born=born, on="2026-02-28")

    assert remarks(answer.notes) == count
    assert not any(remarks(each.notes) for each in answer.all_answers())


@pytest.mark.parametrize(
    ("on", "status", "count"),
    [
        ("2026-02-28", "ambiguous", 1),
        ("2027-02-28", "derived", 1),
        ("2026-03-01", "ambiguous", 0),
        ("2027-03-01", "derived", 0),
    ],
)
def test_the_target_group_alone_has_the_remark_on_days_that_depend_on_it(on, status, count):
    facts = {"psychiatric-condition": True, "needs-region": True, "needs-municipality": True, "next-of-kin": False}
    case = Case(municipality="Jönköping", born="2008-02-29", facts=facts)
    answer = COUNTIES.target_group(case, on=on)

    assert answer.status == status
    assert remarks(answer.notes) == count
