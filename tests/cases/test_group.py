"""Whether a person is in the target group: clause by clause, under each way to read the text."""

import attrs
import pytest

from psykavtal import Ambiguous, Case, Derived, NotRecorded, Truth
from psykavtal.errors import PsykavtalError, UndeterminedError, UnknownReadingError

DAY = "2026-01-10"
MAIN = "jonkoping-2025.target-group.main"
KIN = "jonkoping-2025.target-group.kin"
CLAUSE = "dalarna-direktiv-2020.target-group.agreement"
NEEDS = "+psychiatric-condition +needs-region +needs-municipality"
JONKOPING = ("Jönköping", {})
DALARNA = ("Falun", {})
JAMTLAND = ("Åre", {})
OLDER = ("Åre", {"document": "jamtland-2021"})


def told(facts):
    """Facts as people would jot them down: +so -not-so."""
    return {each[1:]: each[0] == "+" for each in facts.split()}


@pytest.fixture(scope="module")
def group(counties):
    def asked(place, age, facts, **asking):
        municipality, how = place
        case = Case(municipality=municipality, age=age, facts=told(facts))
        return counties.target_group(case, on=DAY, **{**how, **asking})

    return asked


SETTLED = [
    # place, age, facts, verdict, the clauses that decide
    (JONKOPING, 17, f"{NEEDS} -next-of-kin", False, [MAIN, KIN]),
    (JONKOPING, 19, f"{NEEDS} -next-of-kin", True, [MAIN]),
    (JONKOPING, 19, NEEDS, True, [MAIN]),
    (JONKOPING, 19, f"{NEEDS} +next-of-kin", True, [MAIN]),
    (JONKOPING, 90, f"{NEEDS} +inpatient", True, [MAIN]),
    (JONKOPING, 30, "-needs-region -next-of-kin", False, [MAIN, KIN]),
    (JONKOPING, None, "-psychiatric-condition -next-of-kin", False, [MAIN, KIN]),
    (JONKOPING, 30, "+next-of-kin", True, [KIN]),
    (JONKOPING, 19, "+next-of-kin -psychiatric-condition", True, [KIN]),
    (DALARNA, 17, "", False, [CLAUSE]),
    (DALARNA, 18, "+psychiatric-disability", True, [CLAUSE]),
    (DALARNA, 90, "-psychiatric-disability", False, [CLAUSE]),
    (JAMTLAND, 3, "+psychiatric-disability +coordinated +simultaneous", True, ["jamtland-2025.target-group.main"]),
    (JAMTLAND, None, "+psychiatric-disability +coordinated +simultaneous", True, ["jamtland-2025.target-group.main"]),
    (JAMTLAND, 50, "+psychiatric-disability -coordinated", False, ["jamtland-2025.target-group.main"]),
    (OLDER, 3, "+psychiatric-disability", True, ["jamtland-2021.target-group.main"]),
    (OLDER, None, "+next-of-kin", True, ["jamtland-2021.target-group.kin"]),
    (
        OLDER,
        40,
        "-psychiatric-disability -next-of-kin",
        False,
        ["jamtland-2021.target-group.main", "jamtland-2021.target-group.kin"],
    ),
]


@pytest.mark.parametrize(("place", "age", "facts", "verdict", "by"), SETTLED)
def test_who_is_settled_to_be_in_or_out(group, place, age, facts, verdict, by):
    answer = group(place, age, facts)

    assert isinstance(answer, Derived)
    assert bool(answer.value) is verdict
    assert list(answer.value.decided_by) == by
    assert answer.missing_facts == answer.value.missing_facts == ()
    assert answer.citations
    assert "condition-and-facts" in [rule.id for rule in answer.rules]


OPEN = [
    # place, age, facts, what would decide
    (JONKOPING, None, "", "psychiatric-condition needs-region needs-municipality age next-of-kin"),
    (JONKOPING, None, f"{NEEDS} -next-of-kin", "age"),
    (JONKOPING, 19, "+needs-region -next-of-kin", "psychiatric-condition needs-municipality"),
    (JONKOPING, 19, "-needs-region", "next-of-kin"),
    (DALARNA, 18, "", "psychiatric-disability"),
    (DALARNA, None, "+psychiatric-disability", "age"),
    (JAMTLAND, 3, "+psychiatric-disability", "coordinated simultaneous"),
    (JAMTLAND, None, "+coordinated", "psychiatric-disability simultaneous"),
    (OLDER, None, "", "psychiatric-disability next-of-kin"),
    (OLDER, None, "-psychiatric-disability", "next-of-kin"),
]


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


@pytest.mark.parametrize(("age", "inclusive", "exclusive"), [(17, False, False), (18, True, False), (19, True, True)])
@pytest.mark.parametrize("by", ["name", "provision"])
def test_a_limit_that_can_be_read_in_two_ways(group, age, inclusive, exclusive, by):
    facts = f"{NEEDS} -next-of-kin"
    for reading, verdict in (("inclusive", inclusive), ("exclusive", exclusive)):
        chosen = reading if by == "name" else {MAIN: reading}
        answer = group(JONKOPING, age, facts, readings=chosen)
        assert (answer.status, answer.chosen) == ("ambiguous", reading)
        assert bool(answer.value) is verdict
    unread = group(JONKOPING, age, facts)
    if inclusive is exclusive:
        assert isinstance(unread, Derived)
        assert bool(unread.value) is inclusive
        assert "readings-agree" in [rule.id for rule in unread.rules]


def test_at_eighteen_both_readings_stand_with_their_reasons_and_there_is_no_value(group):
    answer = group(JONKOPING, 18, f"{NEEDS} -next-of-kin")

    assert isinstance(answer, Ambiguous)
    assert answer.chosen is None
    assert {each.name: bool(each.answer.value) for each in answer.readings} == {"inclusive": True, "exclusive": False}
    assert all(each.why.sv and each.why.en for each in answer.readings)
    with pytest.raises(UndeterminedError):
        answer.value  # noqa: B018 (the access is what raises)
    with pytest.raises(UndeterminedError):
        bool(answer)


@pytest.mark.parametrize("age", [12, 17, 18])
def test_whether_the_age_limit_is_for_those_close_has_several_readings(group, age):
    answer = group(JONKOPING, age, "+next-of-kin -psychiatric-condition")

    assert isinstance(answer, Ambiguous)
    assert [each.name for each in answer.readings] == ["without-age", "with-age-inclusive", "with-age-exclusive"]
    assert bool(answer.under("without-age").value)


def test_at_eighteen_a_reading_may_leave_open_what_the_other_settles(group):
    answer = group(JONKOPING, 18, NEEDS)

    found = {each.name: each.answer.value for each in answer.readings}
    by_limit = {
        limit: [value for name, value in found.items() if f"main:{limit}" in name]
        for limit in ("inclusive", "exclusive")
    }
    assert all(by_limit["inclusive"])
    assert {each.applies for each in by_limit["exclusive"]} == {Truth.UNKNOWN, Truth.FALSE}
    assert {each.missing_facts for each in by_limit["exclusive"] if each.applies is Truth.UNKNOWN} == {("next-of-kin",)}


def test_a_reading_that_no_provision_has_is_refused(group):
    with pytest.raises(UnknownReadingError, match="inclusiv"):
        group(JONKOPING, 18, NEEDS, readings="inclusiv")
    with pytest.raises(PsykavtalError):
        group(JONKOPING, 18, NEEDS, readings={"jonkoping-2025.target-group.none": "inclusive"})


def leaves(membership):
    return {
        clause.provision.id: [
            (getattr(leaf.criterion, "fact", "age"), leaf.truth.value) for leaf in clause.trace.leaves()
        ]
        for clause in membership.clauses
    }


def test_the_trace_tells_fact_by_fact_how_it_came_about(group):
    assert leaves(group(JONKOPING, 40, "+psychiatric-condition -needs-region").value) == {
        MAIN: [
            ("psychiatric-condition", "true"),
            ("needs-region", "false"),
            ("needs-municipality", "unknown"),
            ("age", "true"),
        ],
        KIN: [("next-of-kin", "unknown")],
    }
    assert leaves(group(DALARNA, 17, "+psychiatric-disability").value) == {
        "dalarna-direktiv-2020.target-group.agreement": [("psychiatric-disability", "true"), ("age", "false")]
    }
    assert leaves(group(JAMTLAND, None, "-simultaneous").value) == {
        "jamtland-2025.target-group.main": [
            ("psychiatric-disability", "unknown"),
            ("coordinated", "unknown"),
            ("simultaneous", "false"),
            ("age", "true"),
        ]
    }


def test_under_a_reading_the_trace_has_the_limit_as_it_is_read(group):
    answer = group(JONKOPING, 18, NEEDS, readings="exclusive")

    assert ("age", "false") in leaves(answer.value)[MAIN]


def test_a_clause_has_the_truth_that_its_trace_comes_to(group):
    for place, age, facts, *_ in (*SETTLED, *OPEN):
        for clause in group(place, age, facts).value.clauses:
            assert clause.applies is clause.trace.truth
            assert clause.missing_facts == () or clause.applies is Truth.UNKNOWN


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


def test_the_verdict_alone_is_that_of_the_whole_answer(counties):
    for place, age, facts, *_ in (*SETTLED, *OPEN):
        municipality, how = place
        case = Case(municipality=municipality, age=age, facts=told(facts))
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
