"""The timeline of a county: the same verdicts as on any single day, from the dates of its record."""

from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import psykavtal
from psykavtal.agreements.timeline.timeline_events import EventType
from psykavtal.errors import InvalidDateError, UnknownFactError, UnknownNameError, UnknownReadingError
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording
from tests.norrvik import plugin

DAY = timedelta(days=1)
ALL = psykavtal.load_counties()
NORRVIK = psykavtal.load_counties([plugin])["norrvik"]
COUNTIES = {**ALL, "norrvik": NORRVIK}
ASKED = {
    "as asked": {},
    "with reports": {"include_reported": True},
    "without presumption": {"presume": False},
    "one reading": {"readings": "exclusive"},
    "an event by its day": {"facts": {"revision-need-raised": "2026-05-01"}},
    "an event that occurred": {"facts": {"revision-need-raised": True}, "include_reported": True},
}
PAIRS = [(county, asked) for county in COUNTIES for asked in ASKED]


@cache
def timeline_of(county, asked):
    return COUNTIES[county].timeline(**ASKED[asked])


def content(in_force):
    return attrs.evolve(in_force, on=date.min, sentence=Wording(sv="-"), editions=())


def same_as_asked(county, asked, day):
    stretch = timeline_of(county, asked).on(day)
    assert content(stretch.in_force) == content(COUNTIES[county].in_force(on=day, **ASKED[asked])), day


@given(st.sampled_from(PAIRS), st.dates(date(2005, 1, 1), date(2035, 12, 31)))
def test_any_day_has_the_verdict_that_the_county_gives(pair, day):
    same_as_asked(*pair, day)


@pytest.mark.parametrize("pair", PAIRS, ids=" ".join)
def test_days_around_each_bound_have_the_verdict_that_the_county_gives(pair):
    for stretch in timeline_of(*pair).stretches:
        for bound in (stretch.first, stretch.last):
            if bound is not None:
                for day in (bound - DAY, bound, bound + DAY):
                    same_as_asked(*pair, day)


def test_a_fact_without_effect_is_listed():
    facts = {"revision-need-raised": "2026-05-01"}

    assert ALL["jonkoping"].timeline(facts=facts).unused_inputs == ("revision-need-raised",)
    assert ALL["jamtland"].timeline(facts=facts).unused_inputs == ()


@pytest.mark.parametrize("pair", PAIRS, ids=" ".join)
def test_stretches_follow_each_other_without_holes(pair):
    for stretches in (timeline_of(*pair).stretches, timeline_of(*pair).verdicts):
        assert stretches[0].first is None
        assert stretches[-1].last is None
        for one, other in pairwise(stretches):
            assert one.last + DAY == other.first
        assert all(each.first <= each.last for each in stretches[1:-1])


@pytest.mark.parametrize("pair", PAIRS, ids=" ".join)
def test_joined_neighbours_differ(pair):
    verdicts = timeline_of(*pair).verdicts
    for one, other in pairwise(verdicts):
        assert content(one.in_force) != content(other.in_force)


@pytest.mark.parametrize("county", COUNTIES)
def test_each_date_of_the_record_begins_a_stretch(county):
    timeline = timeline_of(county, "as asked")
    firsts = {each.first for each in timeline.stretches}
    for event in timeline.events:
        if not event.type.is_of_copy:
            exact_end = event.date.is_exact and event.type.is_last_day
            assert (event.date.latest + DAY if exact_end else event.date.earliest) in firsts, event


@pytest.mark.parametrize("county", COUNTIES)
def test_each_event_has_its_kind_words_and_source(county):
    dated_by_text = {EventType.START, EventType.END, EventType.ADOPTION, EventType.DUE, EventType.WRITTEN_LATEST}
    for event in timeline_of(county, "as asked").events:
        assert event.type.label.to("en")
        assert event.wording.sv
        if event.type in dated_by_text:
            assert event.provision
            assert event.citations or event.reported


@pytest.mark.parametrize(
    ("county", "asked", "expected"),
    [
        ("jamtland", "as asked", [(None, "jamtland-2021", [None]), ("jamtland-2021", "jamtland-2025", [912, 547])]),
        ("jamtland", "one reading", [(None, "jamtland-2021", [None]), ("jamtland-2021", "jamtland-2025", [912])]),
        ("jonkoping", "as asked", [(None, "jonkoping-2025", [None])]),
        ("norrvik", "as asked", [(None, "norrvik-2023", [None]), ("norrvik-2023", None, [None])]),
    ],
)
def test_gaps_have_their_length_under_each_reading(county, asked, expected):
    gaps = timeline_of(county, asked).gaps
    assert [(each.before, each.after, [length.days for length in each.lengths]) for each in gaps] == expected


@pytest.mark.parametrize("pair", PAIRS, ids=" ".join)
def test_no_edition_applies_in_a_gap_under_its_reading(pair):
    county, asked = pair
    for gap in timeline_of(*pair).gaps:
        for length in gap.lengths:
            chosen = dict(each.split(":") for each in length.readings)
            arguments = {**ASKED[asked], **({"readings": chosen} if chosen else {})}
            for day in {length.first, length.last} - {None}:
                assert COUNTIES[county].in_force(on=day, **arguments).verdict is Truth.FALSE
            assert length.days is None or length.at_most is None or length.days <= length.at_most


def test_a_stretch_names_what_is_uncertain():
    timeline = timeline_of("jamtland", "as asked")

    year = [each.to("en") for each in timeline.on("2023-06-01").uncertain]
    assert any("2022 is the last year" in each for each in year)
    assert any("2023 is the last year" in each for each in year)
    assert any("juni 2025" in each.sv for each in timeline.on("2025-06-15").uncertain)
    assert "Has a need of revision been raised?" in [each.to("en") for each in timeline.on("2027-01-01").uncertain]


FOLLOW_UP = "jonkoping-2025.follow-up.agreement"


@pytest.mark.parametrize(
    ("done", "on", "verdict"),
    [
        (None, "2027-09-29", None),
        (None, "2027-09-30", Truth.UNKNOWN),
        ("2026-11-01", "2028-10-31", None),
        ("2026-11-01", "2028-11-01", Truth.UNKNOWN),
        ("2026-11-01", "2028-12-31", Truth.UNKNOWN),
        ("2026-11-01", "2029-01-01", Truth.TRUE),
        ("2029-01-01", "2028-12-31", Truth.UNKNOWN),
    ],
)
def test_a_follow_up_is_overdue_if_its_interval_has_passed(done, on, verdict):
    """At least every other year, from 2025-09-30; years are counted in months or in calendar years."""
    given = None if done is None else {FOLLOW_UP: done}
    found = {each.matter.provision: each for each in timeline_of("jonkoping", "as asked").overdue(on=on, done=given)}

    assert (found[FOLLOW_UP].verdict if FOLLOW_UP in found else None) is verdict
    if verdict is Truth.UNKNOWN:
        assert found[FOLLOW_UP].missing


def test_matters_of_an_edition_that_does_not_apply_are_left_out():
    timeline = timeline_of("jamtland", "as asked")

    assert {each.matter.document for each in timeline.overdue(on="2022-05-10")} == {"jamtland-2021"}
    assert timeline.overdue(on="2024-06-01") == ()
    assert {each.matter.document for each in timeline.overdue(on="2026-11-26")} == {"jamtland-2025"}


def test_a_deadline_is_listed_once_it_has_passed():
    timeline = timeline_of("jamtland", "as asked")
    plan = "jamtland-2021.pending.primary-care-plan"

    assert plan not in {each.matter.provision for each in timeline.overdue(on="2022-01-01")}
    (late,) = (each for each in timeline.overdue(on="2022-01-02") if each.matter.provision == plan)
    assert late.verdict is Truth.UNKNOWN
    assert plan not in {each.matter.provision for each in timeline.overdue(on="2022-01-02", done={plan: "2021-12-01"})}


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("county", COUNTIES)
def test_rows_have_plain_values_and_names(county, lang):
    timeline = timeline_of(county, "as asked")
    rows = [*timeline.to_records(lang=lang), *timeline.gap_records(lang=lang), *timeline.event_records(lang=lang)]

    assert len(rows) >= len(timeline.stretches) + len(timeline.gaps) + len(timeline.events)
    for row in rows:
        assert all(isinstance(each, str | int | date | None) for each in row.values())
        assert row["county"] == county
    assert all(row["about"] for row in timeline.event_records(lang=lang))
    for row, stretch in zip(timeline.to_records(lang=lang), timeline.stretches, strict=True):
        assert (row["first"], row["last"], row["in_force"]) == (stretch.first, stretch.last, stretch.in_force.key)
        assert bool(row["document_name"]) == (stretch.document is not None)


def test_unknown_days_and_matters_are_refused():
    timeline = timeline_of("jamtland", "as asked")

    with pytest.raises(InvalidDateError):
        timeline.on("2024")
    with pytest.raises(UnknownNameError, match=r"Did you mean 'jamtland-2025\.follow-up\.agreement'"):
        timeline.overdue(on="2026-01-01", done={"jamtland-2025.follow-up.agrement": "2025-01-01"})


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"facts": {"revision-need": True}}, UnknownFactError),
        ({"readings": "exclusiv"}, UnknownReadingError),
        ({"agreement": "jamtland"}, UnknownNameError),
        ({"facts": {"revision-need-raised": "2026"}}, InvalidDateError),
    ],
)
def test_unknown_names_are_refused(arguments, error):
    with pytest.raises(error):
        ALL["jamtland"].timeline(**arguments)
