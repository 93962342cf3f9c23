"""The term of a plan that a text mentions."""

import pytest

from psykavtal import UncertainDate, Wording
from psykavtal.model.provisions import PlanTerm


def term(**days):
    given = {name: UncertainDate(day) for name, day in days.items()}
    return PlanTerm(
        id="a.plan-term.x", topic="plan.term", document="a", about="a", wording=Wording(sv="x"), plan="p", **given
    )


@pytest.mark.parametrize(
    ("days", "field"),
    [
        ({"start": "2020", "end": "2022"}, None),
        ({"start": "2020"}, None),
        ({"end": "2022"}, None),
        ({"start": "2020", "end": "2020"}, None),
        ({}, ""),
        ({"start": "2023", "end": "2022"}, "end"),
    ],
)
def test_a_term_has_a_day_and_does_not_end_before_it_starts(days, field):
    found = list(term(**days).check({}))

    assert [each.field for each in found] == ([] if field is None else [field])
    assert all(each.fault.to("sv") != each.fault.to("en") for each in found)


def test_a_term_is_shown_by_its_first_and_last_day():
    assert term(start="2020", end="2022").short("plan.term", str).sv == "2020–2022"
    assert term(end="2022").short("plan.term", str).sv == "–2022"
