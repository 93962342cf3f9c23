"""The target group under each reading of an age limit."""

import pytest

from psykavtal import Ambiguous, Derived, Truth
from psykavtal.errors import PsykavtalError, UndeterminedError, UnknownReadingError
from tests.cases.group_cases import JONKOPING, MAIN, NEEDS


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
