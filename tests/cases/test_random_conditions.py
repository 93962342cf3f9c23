"""Random conditions are evaluated as all completions of the facts are."""

import itertools

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from psykavtal import AgeLimit, AgeRange, Case, Derived, Truth
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, FactIs, Not
from tests.cases.facts import AGES, DAY, FACTS, SOME_FACTS, county_of

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
