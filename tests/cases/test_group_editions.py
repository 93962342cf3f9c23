"""The target group of the edition that applies, or of none."""

import pytest

from psykavtal import Case, Derived, NotRecorded, Truth
from psykavtal.errors import UndeterminedError
from tests.cases.group_cases import CLAUSE, DALARNA
from tests.cases.parts import DAY


def test_of_dalarna_the_directive_says_whom_the_agreement_is_for_though_no_edition_is_determined(counties):
    case = Case(municipality="Falun", age=18, facts={"psychiatric-disability": True})
    answer = counties.what_applies(case, on=DAY)

    assert answer.in_force.verdict is Truth.UNKNOWN
    assert answer.in_force.missing_facts == ("dalarna:chefsnatverket-approved", "dalarna:valfardsradet-approved")
    assert isinstance(answer.target_group, Derived)
    assert {each.document for each in answer.target_group.citations} == {"dalarna-direktiv-2020"}


def test_the_directive_states_whom_the_agreement_is_for(group):
    answer = group(DALARNA, 18, "", document="dalarna-direktiv-2020")

    assert [each.about for each in answer.basis if each.id == CLAUSE] == ["dalarna-overenskommelse"]


def test_a_fact_of_what_has_occurred_settles_which_edition_of_dalarna_applies(counties):
    facts = {"psychiatric-disability": True, "dalarna:chefsnatverket-approved": False}
    answer = counties.what_applies(Case(municipality="Falun", age=18, facts=facts), on=DAY)

    assert (answer.in_force.verdict, answer.in_force.document) == (Truth.TRUE, "dalarna-v3")
    assert [rule.id for rule in answer.in_force.rules] == ["end-event-not-occurred"]


def test_a_person_is_in_no_target_group_on_a_day_without_an_edition(counties):
    facts = {"psychiatric-disability": True, "coordinated": True, "simultaneous": True}
    case = Case(municipality="Åre", facts=facts)

    answer = counties.target_group(case, on="2024-06-01")
    assert isinstance(answer, NotRecorded)
    assert answer.cause == "none-in-force"
    with pytest.raises(UndeterminedError):
        answer.value  # noqa: B018 (the access is what raises)
    later = counties.what_applies(case, on="2027-01-10")
    assert (later.in_force.key, later.target_group.value.applies) == ("presumed", Truth.TRUE)
