"""Dates as texts give them: bounds that hold, and answers that never contradict each other."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psykavtal import Truth, UncertainDate
from psykavtal.errors import InvalidDateError
from psykavtal.model.dates import parse_date

DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31))


@st.composite
def edtf(draw: st.DrawFn) -> str:
    def partial() -> str:
        return draw(DAYS).isoformat()[: draw(st.sampled_from([4, 7, 10]))]

    several = draw(st.booleans())
    text = f"[{','.join(partial() for _ in range(draw(st.integers(1, 3))))}]" if several else partial()
    return text + draw(st.sampled_from(["", "", "?"]))


@given(edtf(), st.integers(-3, 3), st.booleans(), DAYS)
def test_reached_and_passed_never_contradict_each_other(text: str, beside: int, at_end: bool, far: date) -> None:
    when = UncertainDate(text)
    bound = when.latest if at_end else when.earliest
    for day in (bound + timedelta(days=beside), far):
        check(when, day)


def check(when: UncertainDate, day: date) -> None:
    assert when.earliest <= when.latest
    reached, passed = when.reached_by(day), when.passed_by(day)
    if passed is Truth.TRUE:
        assert reached is Truth.TRUE
    if reached is Truth.FALSE:
        assert passed is Truth.FALSE
    assert when.reached_by(day) is when.passed_by(day + timedelta(days=1))
    if when.is_preliminary:
        assert (reached, passed) == (Truth.UNKNOWN, Truth.UNKNOWN)
    else:
        assert (reached is Truth.UNKNOWN) == (when.earliest <= day < when.latest)
        assert (reached is Truth.TRUE) == (when.latest <= day)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "exact"),
    [
        ("2025-07-01", date(2025, 7, 1), date(2025, 7, 1), True),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), False),
        ("2023", date(2023, 1, 1), date(2023, 12, 31), False),
        ("[2022-12-31,2023-12-31]", date(2022, 12, 31), date(2023, 12, 31), False),
        ("[2024, 2023-02]", date(2023, 2, 1), date(2024, 12, 31), False),
        ("2025-07-01?", date(2025, 7, 1), date(2025, 7, 1), False),
    ],
)
def test_a_date_has_the_bounds_that_its_notation_gives(text: str, earliest: date, latest: date, exact: bool) -> None:
    when = UncertainDate(text)
    assert (when.earliest, when.latest, when.is_exact) == (earliest, latest, exact)
    assert str(when) == text


NO_DATES = ["24-03-01", "2025-6-1", "2025-13", "2023-02-29", "0000", "juni 2025", "", "[]", "[2023", "2025-07-01T00"]
NO_DATES += ["20250701", "?", "2025-07-01??", "٢٠٢٥", "2025-07-01\n", "[2023]?]", "2025-00", "2025-07-00"]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_refused_with_what_would_be(text: str) -> None:
    with pytest.raises(InvalidDateError) as raised:
        UncertainDate(text)
    assert raised.value.fix


@pytest.mark.parametrize("text", [each for each in NO_DATES if each != "0000"] + ["2025", "2025-07", "٢٠٢٥-٠٧-٠١"])
def test_a_day_without_its_century_or_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(InvalidDateError) as raised:
        parse_date(text, place="on")
    assert (raised.value.place, raised.value.value) == ("on", text)
    assert raised.value.fix


@given(DAYS)
def test_a_day_is_read_from_a_date_and_from_its_text(day: date) -> None:
    assert parse_date(day) == parse_date(day.isoformat()) == UncertainDate(day.isoformat()).earliest == day
    with pytest.raises(InvalidDateError):
        parse_date(day.isoformat()[2:])
