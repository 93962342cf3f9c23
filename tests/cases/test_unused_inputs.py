"""Facts, principals and places on which nothing depends are reported once per call, in the result."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psykavtal import Answer, Case, Counties, from_json, load_counties, to_json
from psykavtal.agreements.escalation.occasions import OCCASIONS
from psykavtal.cases.case_summary import summarise_case
from psykavtal.model.vocabulary import FactType
from psykavtal.output.text import text
from psykavtal.output.views.answer_view import answer_report
from psykavtal.output.views.case_summary_view import case_summary_report
from psykavtal.output.views.case_view import case_report, cases_report
from tests.cases.parts import DAY

COUNTIES = load_counties()
TRUTHS = sorted(each.id for each in COUNTIES.facts.values() if each.type is not FactType.PRINCIPAL)
SAID = {"sv": "Angivet, men inget här beror på det", "en": "Given, but nothing here depends on it"}

# The parts of a case that some county's text does not depend on.
CASES: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "a fact": ({"facts": {"sami": True}}, ("sami",)),
    "a fact that a duty depends on": ({"facts": {"discharge": True}}, ()),
    "a fact that the group depends on": ({"facts": {"psychiatric-disability": False}}, ()),
    "an occasion of the ladder": ({"facts": {"disagreement": True}}, ()),
    "an occasion of no ladder": ({"facts": {"delivery": True}}, ("delivery",)),
    "an event of the edition": ({"facts": {"revision-need-raised": False}}, ()),
    "an event of another county": (
        {"facts": {"dalarna:chefsnatverket-approved": True}},
        ("dalarna:chefsnatverket-approved",),
    ),
    "a principal": ({"principals": {"need-noticed": "region"}}, ()),
    "a principal that nobody asks for": ({"principals": {"conducts-care": "region"}}, ("conducts-care",)),
    "where the person lives": ({"lives_in": "Ragunda"}, ("lives_in",)),
    "who placed the person": ({"placed_by": "Jönköping"}, ("placed_by",)),
    "nothing": ({"age": 30}, ()),
    "several": (
        {"facts": {"sami": True, "coordinated": True, "refugee": False}, "placed_by": "Ragunda"},
        ("sami", "refugee", "placed_by"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_has_no_effect_is_a_field_of_the_answer_to_a_case(counties: Counties, name: str) -> None:
    given_parts, expected = CASES[name]
    answer = counties.what_applies(Case(municipality="2321", **given_parts), on=DAY)

    assert answer.unused_inputs == expected
    assert summarise_case(answer).unused_inputs == expected
    assert from_json(to_json(answer), counties=counties).unused_inputs == expected


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_people_read_it_once_and_by_label(counties: Counties, lang: str) -> None:
    case = Case(municipality="2321", facts={"sami": True, "discharge": True}, placed_by="Ragunda")
    answer = counties.what_applies(case, on=DAY)
    placed = {"sv": "kommunen som placerade personen", "en": "the municipality that placed the person"}[lang]
    sami = counties.facts["sami"].label.to(lang)

    for report in (case_report(answer), case_summary_report(summarise_case(answer), answer), cases_report([answer])):
        printed = " ".join(text(report, lang).split())
        assert printed.count(SAID[lang]) == 1
        assert f"{SAID[lang]}: {sami}; {placed}" in printed


def test_beside_each_other_counties_report_what_none_of_them_uses(counties: Counties) -> None:
    facts = {"sami": True, "needs-region": True}
    answers = [counties.what_applies(Case(facts=facts), on=DAY, county=each) for each in counties]

    assert "needs-region" in answers[-1].unused_inputs
    printed = " ".join(text(cases_report(answers), "sv").split())
    assert f"{SAID['sv']}: {counties.facts['sami'].label.sv} " in printed
    assert printed.count(SAID["sv"]) == 1


def test_the_target_group_alone_reports_what_membership_does_not_depend_on(counties: Counties) -> None:
    facts = {"coordinated": False, "discharge": True}
    answer = counties.target_group(Case(municipality="2321", facts=facts, lives_in="Åre"), on=DAY)

    assert answer.unused_inputs == ("discharge", "lives_in")
    assert SAID["sv"] in text(answer_report(answer), "sv")
    assert counties.target_group(Case(municipality="2321", facts={"coordinated": True}), on=DAY).unused_inputs == ()


def test_an_answer_on_a_topic_reports_the_facts_that_it_does_not_depend_on(counties: Counties) -> None:
    facts = {"revision-need-raised": False, "coordinated": True, "discharge": True}
    for asked in (counties["jamtland"], counties["jamtland"].document("jamtland-2025", on=DAY)):
        answer: Answer[Any] = asked.ask("target-group.who", on=DAY, facts=facts)
        assert answer.unused_inputs == ("discharge",)
        assert asked.ask("follow-up.agreement", on=DAY, facts=facts).unused_inputs == ("coordinated", "discharge")
        assert asked.ask("follow-up.agreement", on=DAY).unused_inputs == ()


def test_a_verdict_reports_the_facts_that_no_edition_depends_on(counties: Counties) -> None:
    facts = {"revision-need-raised": False, "coordinated": True}
    county = counties["jamtland"]

    assert county.in_force(on=DAY, facts=facts).unused_inputs == ("coordinated",)
    assert county.document("jamtland-2025", on=DAY).in_force(facts=facts).unused_inputs == ("coordinated",)


@given(
    st.sampled_from(["Åre", "Jönköping", "Falun"]),
    st.dictionaries(st.sampled_from(TRUTHS), st.booleans(), max_size=8),
    st.none() | st.integers(0, 120),
)
def test_nothing_changes_without_what_has_no_effect(municipality: str, facts: dict[str, bool], age: int | None) -> None:
    case = Case(municipality=municipality, facts=facts, age=age)
    answer = COUNTIES.what_applies(case, on=DAY)
    used = {name: value for name, value in facts.items() if name not in answer.unused_inputs}
    without = COUNTIES.what_applies(attrs.evolve(case, facts=used), on=DAY)

    assert without.unused_inputs == ()
    # An occasion that the text takes up nowhere leaves only its own silent route out.
    apart = {"unused_inputs": (), "disagreement": without.disagreement}
    assert attrs.evolve(answer, **apart) == without
    for each in answer.disagreement.routes:
        assert each.trigger in OCCASIONS
        assert each.route in [one.route for one in without.disagreement.routes]

    group = COUNTIES.target_group(case, on=DAY)
    fewer = attrs.evolve(case, facts={name: facts[name] for name in facts if name not in group.unused_inputs})
    assert attrs.evolve(group, unused_inputs=()) == COUNTIES.target_group(fewer, on=DAY)
