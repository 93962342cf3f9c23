"""The remark on somebody who is born on 29 February."""

import pytest

from psykavtal import Case
from tests.cases.services import COUNTIES, what_applies

LEAP_DAY = "Somebody born on 29 February is taken to turn an age on 28 February"


def remarks(notes):
    return sum(each.to("en").startswith(LEAP_DAY) for each in notes)


@pytest.mark.parametrize(("born", "count"), [("2008-02-29", 1), ("2008-02-28", 0), ("2008-03-01", 0), (None, 0)])
def test_one_remark_tells_when_somebody_born_on_29_february_turns_an_age(born, count):
    answer = what_applies(born=born, on="2026-02-28")

    assert remarks(answer.notes) == count
    assert not any(remarks(each.notes) for each in answer.all_answers())


@pytest.mark.parametrize(
    ("on", "status", "count"),
    [
        ("2026-02-28", "ambiguous", 1),
        ("2027-02-28", "derived", 1),
        ("2026-03-01", "ambiguous", 0),
        ("2027-03-01", "derived", 0),
    ],
)
def test_the_target_group_alone_has_the_remark_on_days_that_depend_on_it(on, status, count):
    facts = {"psychiatric-condition": True, "needs-region": True, "needs-municipality": True, "next-of-kin": False}
    case = Case(municipality="Jönköping", born="2008-02-29", facts=facts)
    answer = COUNTIES.target_group(case, on=on)

    assert answer.status == status
    assert remarks(answer.notes) == count
