"""The verdict on the target group, and the facts that would decide it."""

import attrs
import pytest

from psykavtal import Case, Derived, Truth
from psykavtal.errors import UndeterminedError
from tests.cases.group_cases import (
    OPEN,
    SETTLED,
    facts_of,
)
from tests.cases.parts import DAY


@pytest.mark.parametrize(("place", "age", "facts", "verdict", "by"), SETTLED)
def test_who_is_settled_to_be_in_or_out(group, place, age, facts, verdict, by):
    answer = group(place, age, facts)

    assert isinstance(answer, Derived)
    assert bool(answer.value) is verdict
    assert list(answer.value.decided_by) == by
    assert answer.missing_facts == answer.value.missing_facts == ()
    assert answer.citations
    assert "condition-and-facts" in [rule.id for rule in answer.rules]


@pytest.mark.parametrize(("place", "age", "facts", "deciding"), OPEN)
def test_who_is_not_settled_and_what_would_decide_it(group, place, age, facts, deciding):
    answer = group(place, age, facts)

    assert isinstance(answer, Derived)
    assert answer.value.applies is Truth.UNKNOWN
    assert " ".join(answer.missing_facts) == deciding
    assert answer.value.missing_facts == answer.missing_facts
    assert answer.value.decided_by == ()
    with pytest.raises(UndeterminedError):
        bool(answer.value)


def test_the_verdict_alone_is_that_of_the_whole_answer(counties):
    for place, age, facts, *_ in (*SETTLED, *OPEN):
        municipality, how = place
        case = Case(municipality=municipality, age=age, facts=facts_of(facts))
        whole = counties.what_applies(case, on=DAY, **how).target_group
        alone = counties.target_group(case, on=DAY, **how)
        assert attrs.evolve(alone, unused_inputs=()) == whole


def test_that_somebody_is_outside_or_may_be_stands_above_the_rest(counties):
    def notes(**facts):
        given = {name.replace("_", "-"): value for name, value in facts.items()}
        return counties.what_applies(Case(municipality="Åre", facts=given), on=DAY).notes

    inside = notes(psychiatric_disability=True, coordinated=True, simultaneous=True)
    assert inside == ()
    assert "utanför målgruppen" in notes(coordinated=False)[0].sv
    assert "inte avgjort" in notes()[0].sv
