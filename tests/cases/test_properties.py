"""What holds for every case: learning never turns a verdict, and what would decide it does."""

import itertools
from datetime import date, timedelta

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from psykavtal import AgeLimit, AgeRange, Ambiguous, Case, Citation, Derived, Truth, Wording, load_counties
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, Criterion, FactIs, Not
from psykavtal.model.places import Municipality
from psykavtal.model.provisions import TargetGroup
from tests.counties import VARMLAND, Coded, a_document, some_things

DAY = "2026-01-10"
COUNTIES = load_counties()
# Each way to ask of whom an agreement is for, with the facts that its clauses turn on.
WHERE = {
    "jonkoping": ("Jönköping", None, None),
    "jonkoping inclusive": ("Jönköping", None, "inclusive"),
    "jonkoping exclusive": ("Jönköping", None, "exclusive"),
    "dalarna": ("Falun", None, None),
    "jamtland": ("Åre", None, None),
    "jamtland 2021": ("Åre", "jamtland-2021", None),
}
TURNS_ON = {
    "jonkoping": {"psychiatric-condition", "needs-region", "needs-municipality", "next-of-kin"},
    "dalarna": {"psychiatric-disability"},
    "jamtland": {"psychiatric-disability", "coordinated", "simultaneous", "next-of-kin"},
}
FACTS = (
    "psychiatric-condition",
    "psychiatric-disability",
    "needs-region",
    "needs-municipality",
    "coordinated",
    "simultaneous",
    "next-of-kin",
    "inpatient",
)
SOME_FACTS = st.dictionaries(st.sampled_from(FACTS), st.booleans())
AGES = st.none() | st.integers(15, 21) | st.integers(0, 120)


def group(place, facts, age):
    municipality, document, readings = WHERE[place]
    case = Case(municipality=municipality, age=age, facts=facts)
    return COUNTIES.target_group(case, on=DAY, document=document, readings=readings)


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
            assert after.under(name).value.applies is not Truth.UNKNOWN
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


# --- A throw-away county, with any condition in which each fact stands once ---

LIMITS = st.tuples(st.none() | st.integers(1, 30), st.none() | st.integers(31, 80)).filter(any)
SHAPES = st.recursive(
    st.just("fact"),
    lambda inner: (
        st.tuples(st.just("not"), inner)
        | st.tuples(st.sampled_from(["all", "any"]), st.lists(inner, min_size=2, max_size=3))
    ),
    max_leaves=6,
)


def built(shape, names, limit):
    """A condition of this shape; each leaf takes the next name, and the one called "age" is the limit."""
    match shape:
        case "fact":
            name = next(names)
            range_ = AgeRange(at_least=limit[0], below=limit[1])
            return AgeIs(limit=AgeLimit(words="viss ålder", range=range_)) if name == "age" else FactIs(fact=name)
        case ("not", part):
            return Not(of=built(part, names, limit))
        case ("all", parts):
            return AllOf(of=tuple(built(each, names, limit) for each in parts))
        case ("any", parts):
            return AnyOf(of=tuple(built(each, names, limit) for each in parts))


CONDITIONS = st.builds(
    lambda shape, names, limit: built(shape, iter(names), limit),
    SHAPES,
    st.permutations((*FACTS[:7], "age", "inpatient")),
    LIMITS,
)


PLACE = attrs.evolve(VARMLAND, municipalities=(Municipality(code="1780", name="Karlstad"),))


def county_of(criterion: Criterion):
    group = TargetGroup(
        id="avtal.target-group.main",
        topic="target-group.who",
        document="avtal",
        about="avtal",
        wording=Wording(sv="Vissa."),
        citations=(Citation(document="avtal", text="t", section="s", start="Vissa"),),
        who=criterion,
    )

    def groups(document):
        return (group,) if document.id == "avtal" else ()

    plugin = Coded(
        psykavtal_county=lambda: PLACE,
        psykavtal_things=some_things,
        psykavtal_documents=a_document,
        psykavtal_target_groups=groups,
    )
    return load_counties(plugins=[plugin], strict=True)


def facts_and_age(criterion):
    match criterion:
        case FactIs(fact=fact):
            yield fact
        case AgeIs():
            yield "age"
        case Not(of=part):
            yield from facts_and_age(part)
        case AllOf(of=parts) | AnyOf(of=parts):
            for part in parts:
                yield from facts_and_age(part)


def plain(criterion, facts, age):
    """Ordinary logic, for a case of which everything is told."""
    match criterion:
        case FactIs(fact=fact):
            return facts[fact]
        case AgeIs(limit=limit):
            return (limit.range.at_least or 0) <= age < (limit.range.below or 999)
        case Not(of=part):
            return not plain(part, facts, age)
        case AllOf(of=parts):
            return all(plain(part, facts, age) for part in parts)
        case AnyOf(of=parts):
            return any(plain(part, facts, age) for part in parts)


def completions(criterion, facts, age):
    """Every way in which what is not told may be; ages on both sides of each end."""
    names = sorted(set(facts_and_age(criterion)) - {"age"} - facts.keys())
    ages = [age] if age is not None else [*range(90)] if "age" in set(facts_and_age(criterion)) else [0]
    for values in itertools.product((True, False), repeat=len(names)):
        for each in ages:
            yield {**facts, **dict(zip(names, values, strict=True))}, each


@settings(deadline=None)
@given(CONDITIONS, SOME_FACTS, AGES)
def test_any_condition_is_judged_as_every_way_to_complete_the_case_comes_to(criterion, facts, age):
    assume(age is None or age < 90)
    answer = county_of(criterion).target_group(
        Case(municipality="Karlstad", facts=facts, age=age), on=DAY, document="avtal"
    )
    found = {plain(criterion, *each) for each in completions(criterion, facts, age)}

    assert isinstance(answer, Derived)
    assert answer.value.applies is (Truth.of(found.pop()) if len(found) == 1 else Truth.UNKNOWN)


@settings(deadline=None)
@given(CONDITIONS, SOME_FACTS, AGES)
def test_what_would_decide_is_all_that_matters_and_nothing_else(criterion, facts, age):
    assume(age is None or age < 90)
    answer = county_of(criterion).target_group(
        Case(municipality="Karlstad", facts=facts, age=age), on=DAY, document="avtal"
    )
    matters = set()
    whole = {
        (tuple(sorted(told.items())), years): plain(criterion, told, years)
        for told, years in completions(criterion, facts, age)
    }
    for (told, years), verdict in whole.items():
        for name, value in told:
            other = (tuple(sorted({**dict(told), name: not value}.items())), years)
            if whole.get(other, verdict) is not verdict:
                matters.add(name)
        if any(whole.get((told, other), verdict) is not verdict for other in range(90)):
            matters.add("age")

    assert set(answer.missing_facts) == matters


# --- Birth dates ---

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
