"""Terms that are prolonged in steps until a notice takes effect."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import psykavtal
from psykavtal import UncertainDate
from psykavtal.agreements.prolonged_terms import end_by_notice, prolonged_term, term_ends
from psykavtal.agreements.query import Query
from psykavtal.errors import UndeterminedError
from psykavtal.model.provisions import Prolongation
from psykavtal.model.truth import Truth
from tests.agreements.county_with_terms import NOTICE, TERM, counties_of, county_of, verdict_of
from tests.counties import MakeCounty

PRESUMED = ("presumed", "derived", ("presumed-prolonged",), (NOTICE,))
BY_NOTICE = ("notice-ends-term",)
TERMS: dict[str, tuple[str, Mapping[str, Any], tuple[Any, ...]]] = {
    "before it begins": ("2023-03-31", {}, ("not-in-force", "stated", (), ())),
    "in the first term": ("2026-03-31", {}, ("in-force", "stated", (), ())),
    "in the first term after a notice": (
        "2026-03-31",
        {NOTICE: "2025-02-01"},
        ("in-force", "stated", (), ()),
    ),
    "after the first term": ("2026-04-01", {}, PRESUMED),
    "after many terms": ("2099-04-01", {}, PRESUMED),
    "with no notice": ("2026-04-01", {NOTICE: False}, ("in-force", "derived", ("end-event-not-occurred",), ())),
    "with a notice of no day": ("2026-04-01", {NOTICE: True}, ("unclear", "not-recorded", (), (NOTICE,))),
    "after a notice in time": ("2026-04-01", {NOTICE: "2025-02-01"}, ("not-in-force", "derived", BY_NOTICE, ())),
    "after a notice on the last day in time": (
        "2026-04-01",
        {NOTICE: "2025-03-31"},
        ("not-in-force", "derived", BY_NOTICE, ()),
    ),
    "after a notice that is late": ("2028-03-31", {NOTICE: "2025-06-01"}, ("in-force", "derived", BY_NOTICE, ())),
    "when that notice takes effect": (
        "2028-04-01",
        {NOTICE: "2025-06-01"},
        ("not-in-force", "derived", BY_NOTICE, ()),
    ),
    "before a notice that is still to come": (
        "2027-01-01",
        {NOTICE: "2027-06-01"},
        ("in-force", "derived", BY_NOTICE, ()),
    ),
}


@pytest.mark.parametrize("name", TERMS)
def test_a_term_is_prolonged_until_a_notice_takes_effect(make_county: MakeCounty, name: str) -> None:
    on, facts, expected = TERMS[name]
    county = county_of(make_county, TERM)

    found = county.in_force(on=on, facts=facts)
    assert verdict_of(found) == expected
    assert found.unused_inputs == ()
    assert verdict_of(county.document("avtal-2024", on=on).in_force(facts=facts)) == expected


def test_without_presumption_a_prolongation_is_unclear(make_county: MakeCounty) -> None:
    county = county_of(make_county, TERM)

    assert county.in_force(on="2026-03-31", presume=False).key == "in-force"
    found = county.in_force(on="2026-04-01", presume=False)
    assert verdict_of(found) == ("unclear", "not-recorded", (), (NOTICE,))
    assert "förlängd är inte känt" in found.sentence.sv
    assert "prolonged" in found.sentence.to("en")


def test_people_read_until_when_it_is_prolonged(make_county: MakeCounty) -> None:
    county = county_of(make_county, TERM)

    sentences = {
        "2027-01-01": {},
        "2026-04-01": {NOTICE: "2025-02-01"},
        "2028-01-01": {NOTICE: "2025-06-01"},
    }
    found = [county.in_force(on=day, facts=facts).sentence for day, facts in sentences.items()]
    assert [each.sv for each in found] == [
        "Avtalet 2024 antas gälla 2027-01-01 (förlängd till 2028-03-31, om ingen har sagt upp den).",
        "Ingen redovisad upplaga gäller 2026-04-01. Avtalet 2024 upphörde 2026-03-31 genom uppsägning.",
        "Avtalet 2024 gäller 2028-01-01 (perioden löper till 2028-03-31).",
    ]
    assert [each.to("en") for each in found] == [
        "Avtalet 2024 is presumed to apply on 2027-01-01 (prolonged until 2028-03-31, unless notice was given).",
        "No recorded edition applies on 2026-04-01. Avtalet 2024 ended on 2026-03-31 by notice.",
        "Avtalet 2024 applies on 2028-01-01 (the term runs until 2028-03-31).",
    ]


def test_a_prolongation_for_a_number_of_times_ends(make_county: MakeCounty) -> None:
    once = TERM.replace("months = 24,", "months = 24, times = 1,")
    county = county_of(make_county, once)

    assert verdict_of(county.in_force(on="2028-03-31")) == PRESUMED
    assert verdict_of(county.in_force(on="2028-04-01")) == ("not-in-force", "stated", (), ())
    # A notice that is in time for no term ends nothing before the last one.
    assert county.in_force(on="2028-03-31", facts={NOTICE: "2028-01-01"}).key == "in-force"


def test_the_error_lists_the_notice_among_the_ways_out(make_county: MakeCounty) -> None:
    answer = county_of(make_county, TERM).ask("target-group.who", on="2026-04-01", presume=False)

    with pytest.raises(UndeterminedError):
        _ = answer.value
    assert f'facts={{"{NOTICE}": False}}' in answer.ways_out
    assert "presume=True" in answer.ways_out


@pytest.mark.parametrize("notice", [None, "2025-02-01", "2025-06-01"])
def test_rows_and_timelines_have_the_same_verdicts(make_county: MakeCounty, notice: str | None) -> None:
    counties = counties_of(make_county, TERM)
    county = counties["varmland"]
    facts = {} if notice is None else {NOTICE: notice}
    timeline = county.timeline(facts=facts)
    for end in (date(2023, 4, 1), date(2026, 3, 31), date(2028, 3, 31), date(2030, 3, 31)):
        for day in (end - timedelta(days=1), end, end + timedelta(days=1)):
            expected = county.in_force(on=day, facts=facts)
            assert timeline.on(day).in_force.key == expected.key
            frame = pl.DataFrame({"k": ["1780"], "d": [day]})
            one = psykavtal.classify(
                counties, frame, columns={"municipality": "k"}, on=day, add=["in_force"], facts=facts
            )
            many = psykavtal.classify(
                counties, frame, columns={"municipality": "k", "on": "d"}, add=["in_force"], facts=facts
            )
            for found in (one, many):
                assert Truth.of(found["in_force"].to_list()[0]) is expected.verdict, day


def test_a_day_is_in_the_first_term_that_has_not_ended() -> None:
    every = list(term_ends(date(2026, 2, 28), Prolongation(words="årsvis", months=12, times=3)))

    assert every == [date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29), date(2029, 2, 28)]


@given(
    st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    st.integers(1, 60),
    st.integers(0, 24),
    st.dates(date(2000, 1, 1), date(2060, 1, 1)),
    st.dates(date(2000, 1, 1), date(2060, 1, 1)),
)
def test_a_notice_ends_the_first_term_for_which_it_is_in_time(
    end: date, months: int, notice_months: int, notice: date, on: date
) -> None:
    prolongation = Prolongation(words="i sänder", months=months, notice="n", notice_months=notice_months)
    last = end_by_notice(end, prolongation, notice)
    assert last is not None
    assert last in list(term_ends(end, prolongation))[:800]
    query = Query(subject="s", on=on, facts={"n": notice <= on}, days={"n": notice})
    assert prolonged_term(UncertainDate(end.isoformat()), prolongation, query).truth is Truth.of(on <= last)
