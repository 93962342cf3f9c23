"""Flip cases: right, minimal and complete, held against every case with the facts that matter."""

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import psykavtal
from psykavtal import AgeLimit, AgeRange, Case, Truth
from psykavtal.cases.decisive_facts import MOST_FACTS, DecisiveFacts, decisive_facts
from psykavtal.errors import InvalidDateError, InvalidValueError, UnknownDocumentError
from psykavtal.model.answers import Derived, Stated
from psykavtal.model.condition_evaluation import evaluate
from psykavtal.model.conditions import AgeIs, FactIs, InWords
from tests.random_conditions import criteria

DAY = "2026-01-10"
DOCUMENTS = {
    "jamtland-2021": "2321",
    "jamtland-2025": "2321",
    "jonkoping-2025": "0680",
    "dalarna-direktiv-2020": "2080",
}
PAIRS = [
    ("jamtland-2021", "jamtland-2025"),
    ("jamtland-2025", "jonkoping-2025"),
    ("dalarna-direktiv-2020", "jonkoping-2025"),
]


def verdict(counties, document, facts, age):
    case = Case(municipality=DOCUMENTS[document], facts=facts, age=age)
    answer = counties.target_group(case, on=DAY, document=document)
    return answer.by_text.applies if isinstance(answer, Stated | Derived) else Truth.UNKNOWN


def ages_in(case):
    """Some ages of a case: the ends of its range, and beside the limits that occur."""
    return (
        [None] if case.ages is None else [age for age in (0, 10, 17, 18, 19, 20, 21, 65, 120) if case.ages.covers(age)]
    )


@pytest.mark.parametrize("names", [*PAIRS, *((b, a) for a, b in PAIRS)], ids=str)
@pytest.mark.parametrize("include_undecided", [False, True])
def test_each_case_gives_both_verdicts_and_no_part_of_it_does(counties, names, include_undecided):
    found = psykavtal.flip_cases(counties, *names, on=DAY, include_undecided=include_undecided)
    assert found
    for case in found:
        facts = {each.fact: each.value for each in case.facts}
        assert case.before is not case.after
        assert case.is_undecided <= include_undecided
        for age in ages_in(case):
            assert [verdict(counties, each, facts, age) for each in names] == [case.before, case.after]
        smaller = [({name: value for name, value in facts.items() if name != each}, age) for each in facts]
        smaller += [(facts, None)] if case.ages is not None else []
        for fewer, one in smaller:
            age = None if one is None or case.ages is None else one
            assert [verdict(counties, each, fewer, age) for each in names] != [case.before, case.after]


@pytest.mark.parametrize("names", [PAIRS[0], pytest.param(PAIRS[2], marks=pytest.mark.slow)], ids=str)
def test_every_difference_contains_a_case(counties, names):
    found = psykavtal.flip_cases(counties, *names, on=DAY)
    facts = found.facts
    ages = (None, 0, 17, 18, 19, 120) if found.depends_on_age else (None,)
    smallest = {(frozenset((each.fact, each.value) for each in case.facts), case.ages) for case in found}
    differences = 0
    for values, age in product(product((None, True, False), repeat=len(facts)), ages):
        given_facts = {name: value for name, value in zip(facts, values, strict=True) if value is not None}
        one, other = (verdict(counties, each, given_facts, age) for each in names)
        if {one, other} == {Truth.TRUE, Truth.FALSE}:
            differences += 1
            assert any(
                known <= given_facts.items() and (limit is None or (age is not None and limit.covers(age)))
                for known, limit in smallest
            )
    assert differences


def test_no_case_contains_another(counties):
    for names in PAIRS:
        for one, other in combinations(psykavtal.flip_cases(counties, *names, on=DAY), 2):
            given_one, given_other = ({(each.fact, each.value) for each in case.facts} for case in (one, other))
            assert one.ages != other.ages or not (given_one <= given_other or given_other <= given_one)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_does_not_differ_from_itself(counties, document):
    found = psykavtal.flip_cases(counties, document, document, on=DAY, include_undecided=True)
    assert not found
    assert "No facts" in found.sentence.to("en")


@pytest.mark.parametrize(
    ("names", "day", "error"),
    [
        (("jamtland", "jamtland-2025"), DAY, UnknownDocumentError),
        (("jamtbus", "jamtland-2025"), DAY, InvalidValueError),
        (("jamtland-2021", "jamtland-2025"), "2026-02-30", InvalidDateError),
    ],
    ids=str,
)
def test_wrong_input_is_refused(counties, names, day, error):
    with pytest.raises(error):
        psykavtal.flip_cases(counties, *names, on=day)


# --- The facts that decide a condition, of conditions of any form ---

NAMES = ("a", "b", "c")
CHILD = {"child": AgeRange(below=18)}
AMBIGUOUS = psykavtal.load_counties()["jonkoping"].document("jonkoping-2025", on=DAY).target_groups[0].age_limits[0]
LIMITS = (
    AgeLimit(words="från 18 år", range=AgeRange(at_least=18)),
    AgeLimit(words="alla", range=AgeRange()),
    AgeLimit(words="vuxna"),
    AMBIGUOUS,
)
LEAVES = st.one_of(
    st.sampled_from([FactIs(fact=each) for each in (*NAMES, "child")]),
    st.sampled_from([AgeIs(limit=each) for each in LIMITS]),
    st.just(InWords()),
)
AGES = (None, 5, 17, 18, 19, 50)


def within(facts, age):
    return DecisiveFacts(frozenset(facts.items()), None if age is None else frozenset({age}))


@given(criteria(LEAVES, most=7), st.booleans())
def test_decisive_facts_are_those_for_which_the_condition_has_the_truth(criterion, truth):
    found = decisive_facts(criterion, CHILD, truth=truth)
    for values, age in product(product((None, True, False), repeat=len(NAMES)), AGES):
        facts = {name: value for name, value in zip(NAMES, values, strict=True) if value is not None}
        known = facts if age is None else {**facts, "child": age < 18}
        is_decided = evaluate(criterion, known, age=age) is Truth.of(truth)
        assert any(each.is_within(within(facts, age)) for each in found) is is_decided


@given(criteria(LEAVES, most=7), st.booleans())
def test_no_decisive_set_contains_another(criterion, truth):
    found = decisive_facts(criterion, CHILD, truth=truth)
    for one, other in combinations(found, 2):
        assert not one.is_within(other)
        assert not other.is_within(one)
    assert all(len(each.facts) <= MOST_FACTS for each in found)
