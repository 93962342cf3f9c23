"""Properties of every case: more facts never reverse a verdict, and birth dates count as ages."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psykavtal import AgeLimit, AgeRange, Ambiguous, Case, Truth
from psykavtal.model.conditions import AgeIs
from tests.cases.facts import AGES, COUNTIES, FACTS, SOME_FACTS, WHERE, county_of, group

TURNS_ON = {
    "jonkoping": {"psychiatric-condition", "needs-region", "needs-municipality", "next-of-kin"},
    "dalarna": {"psychiatric-disability"},
    "jamtland": {"psychiatric-disability", "coordinated", "simultaneous", "next-of-kin"},
}


def verdicts(answer):
    """The verdict under each way to read it; one where they agree."""
    if isinstance(answer, Ambiguous) and answer.chosen is None:
        return {each.name: each.answer.value.applies for each in answer.readings}
    return {"": answer.value.applies}


def settled(answer):
    """The verdict, where it is the same however the text is read."""
    found = set(verdicts(answer).values())
    return found.pop() if len(found) == 1 else Truth.UNKNOWN


@settings(deadline=None)
@given(st.sampled_from(sorted(WHERE)), SOME_FACTS, SOME_FACTS, AGES, AGES)
def test_learning_more_never_turns_a_verdict(place, facts, more, age, learnt):
    before = settled(group(place, facts, age))
    after = settled(group(place, {**more, **facts}, learnt if age is None else age))

    assert before is Truth.UNKNOWN or after is before


def parts_of(name):
    """The readings of each group that the name of an interpretation joins."""
    return {each.rpartition(":")[2] for each in name.split(" + ")}


@settings(deadline=None)
@given(st.sampled_from(sorted(WHERE)), SOME_FACTS, AGES, st.data())
def test_telling_all_that_would_decide_it_decides_it_under_each_reading(place, facts, age, data):
    answer = group(place, facts, age)
    readings = answer.readings if isinstance(answer, Ambiguous) else ()
    chosen = [each.name for each in readings] or [None]
    for name in chosen:
        value = answer.value if name is None or answer.status == "derived" else answer.under(name).value
        told = {each: data.draw(st.booleans()) for each in value.missing_facts if each != "age"}
        then = data.draw(st.integers(0, 120)) if "age" in value.missing_facts else age
        after = group(place, {**facts, **told}, then)
        if name is not None and isinstance(after, Ambiguous):
            # Readings that no longer differ are left out of the names.
            agreeing = [each.name for each in after.readings if parts_of(each.name) <= parts_of(name)]
            assert agreeing
            assert all(after.under(each).value.applies is not Truth.UNKNOWN for each in agreeing)
        elif isinstance(after, Ambiguous) and after.chosen is None:
            assert Truth.UNKNOWN not in verdicts(after).values()
        else:
            assert after.value.applies is not Truth.UNKNOWN


def brute(place, facts, age):
    """The verdict by trying every way in which what is not told may be."""
    open_facts = [each for each in FACTS if each not in facts and each in TURNS_ON[place.split()[0]]]
    ages = (0, 17, 18, 19, 120) if age is None else (age,)
    found = set()
    for values in itertools.product((True, False), repeat=len(open_facts)):
        whole = {**facts, **dict(zip(open_facts, values, strict=True))}
        found |= {verdict for each in ages for verdict in verdicts(group(place, whole, each)).values()}
        if len(found) > 1:
            return Truth.UNKNOWN
    return found.pop()


@settings(deadline=None)
@given(
    st.sampled_from(sorted(WHERE)),
    st.fixed_dictionaries({"inpatient": st.booleans()}, optional=dict.fromkeys(FACTS[:-1], st.booleans())),
    AGES,
)
def test_the_verdict_is_what_every_way_to_complete_the_case_comes_to(place, facts, age):
    assert settled(group(place, facts, age)) is brute(place, facts, age)


@pytest.mark.parametrize("place", WHERE)
def test_the_verdict_of_nobody_in_particular_is_open(place):
    assert brute(place, {}, None) is Truth.UNKNOWN


BIRTHS = st.dates(date(1930, 1, 1), date(2026, 1, 10)) | st.builds(
    lambda year: date(year, 2, 29), st.sampled_from(range(1932, 2025, 4))
)

DAYS = st.dates(date(2026, 1, 10), date(2026, 11, 20))


def years_by_counting(born, day):
    """The age, by counting birthdays one by one; who is born on 29 February has one on the last of each February."""
    count = -1
    for year in range(born.year, day.year + 1):
        try:
            turned = born.replace(year=year)
        except ValueError:
            turned = date(year, 2, 28)
        count += turned <= day
    return count


@settings(deadline=None)
@given(BIRTHS, DAYS, SOME_FACTS)
def test_a_birth_date_is_answered_as_the_age_that_it_makes(born, day, facts):
    age = years_by_counting(born, day)
    for municipality in ("Jönköping", "Falun", "Åre"):
        by_birth, by_age = (
            COUNTIES.target_group(Case(municipality=municipality, facts=facts, **told), on=day)
            for told in ({"born": born}, {"age": age})
        )
        assert by_birth.status == by_age.status
        assert verdicts(by_birth) == verdicts(by_age)


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2008, 11, 20)).filter(lambda day: (day.month, day.day) != (2, 29)))
def test_somebody_is_eighteen_from_the_birthday_on(born):
    birthday = born.replace(year=born.year + 18)
    case = Case(municipality="Karlstad", born=born)
    county = county_of(AgeIs(limit=AgeLimit(words="från 18 år", range=AgeRange(at_least=18))))
    days = (birthday - timedelta(days=1), birthday, birthday + timedelta(days=1))
    found = [bool(county.target_group(case, on=day, document="avtal").value) for day in days]

    assert found == [False, True, True]


@pytest.mark.parametrize(
    ("born", "on", "verdict"),
    [
        ("2008-02-29", "2026-02-27", False),
        ("2008-02-29", "2026-02-28", True),
        ("2008-02-29", "2026-03-01", True),
        ("2008-03-01", "2026-02-28", False),
        ("2008-02-28", "2026-02-28", True),
        # In a year that has the day there is nothing to agree on.
        ("2004-02-29", "2024-02-28", True),
        ("2006-02-28", "2024-02-28", True),
        # The day makes an age that the limit does not turn on.
        ("1984-02-29", "2026-02-28", True),
        ("2012-02-29", "2026-02-28", False),
    ],
)
def test_who_is_born_on_29_february_turns_on_the_28th(born, on, verdict):
    county = county_of(AgeIs(limit=AgeLimit(words="från 18 år", range=AgeRange(at_least=18))))
    answer = county.target_group(Case(municipality="Karlstad", born=born), on=on, document="avtal")

    assert bool(answer.value) is verdict
