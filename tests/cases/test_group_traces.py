"""The trace of a membership: each clause, fact by fact."""

from psykavtal import Truth
from tests.cases.group_cases import DALARNA, JAMTLAND, JONKOPING, KIN, MAIN, NEEDS, OPEN, SETTLED


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
