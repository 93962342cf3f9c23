"""Age coverage keeps readings apart, and finds the holes and overlaps at a birthday."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psykavtal import AgeRange, Truth, age_coverage, from_json, load_counties, to_json
from psykavtal.agreements.overviews.age_entries import AgeEntry, AgeReading
from psykavtal.agreements.overviews.age_findings import AgeFindingType, age_findings
from psykavtal.model.wording import Wording
from tests.norrvik import plugin

DAY = "2026-01-10"


def entry(name, *ranges, is_service=True):
    """An entry with a reading for each range."""
    readings = tuple(
        AgeReading(names=(str(each),), ranges=(AgeRange(at_least=each[0], below=each[1]),)) for each in ranges
    )
    return AgeEntry(
        subject="Värmland",
        is_service=is_service,
        name=Wording(sv=name, en=name),
        words=("ord",),
        readings=readings,
        provision=name,
    )


YOUNG = {"exclusive": (0, 18), "inclusive": (0, 19)}
ADULT = {"inclusive": (18, None), "exclusive": (19, None)}


@pytest.mark.parametrize(
    ("young", "adult", "expected"),
    [
        ([(0, 18)], [(18, None)], []),
        ([(0, 18)], [(19, None)], [("hole", 18, True)]),
        ([(0, 19)], [(18, None)], [("overlap", 18, True)]),
        ([(0, 18)], [(18, None), (19, None)], [("hole", 18, False)]),
        ([(0, 18), (0, 19)], [(18, None), (19, None)], [("hole", 18, False), ("overlap", 18, False)]),
        ([(0, 21)], [(18, None)], [("overlap", 18, True), ("overlap", 19, True), ("overlap", 20, True)]),
        ([(0, 18)], [(20, None)], [("no-successor", 18, True)]),
        ([(0, 18), (0, 19)], [], [("no-successor", 18, False), ("no-successor", 19, False)]),
        ([(13, 24)], [(18, None)], []),
    ],
)
def test_between_two_services(young, adult, expected):
    entries = [entry("unga", *young), *([entry("vuxna", *adult)] if adult else [])]
    found = [(each.type.value, each.age, each.is_certain) for each in age_findings(entries)]
    if young == [(0, 21)]:  # it ends at 21, where none begins
        expected = [("no-successor", 21, True)]
    assert found == expected


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        ([(18, None)], [(17, True)]),
        ([(18, None), (19, None)], [(17, True), (18, False)]),
        ([(0, 21)], [(21, True)]),
        ([(0, None)], []),
        ([(30, None)], []),
    ],
)
def test_the_ages_that_a_target_group_does_not_cover(ranges, expected):
    found = list(age_findings([entry("grupp", *ranges, is_service=False)]))
    assert [(each.age, each.is_certain) for each in found] == expected
    assert {each.type for each in found} <= {AgeFindingType.NOT_COVERED}


BOUNDS = st.integers(15, 22)


@given(
    ends=st.lists(BOUNDS, min_size=1, max_size=3, unique=True),
    starts=st.lists(BOUNDS, min_size=1, max_size=3, unique=True),
)
def test_a_hole_is_an_age_that_neither_covers_and_an_overlap_one_that_both_do(ends, starts):
    young, adult = entry("unga", *((0, each) for each in ends)), entry("vuxna", *((each, None) for each in starts))
    for each in age_findings([young, adult]):
        pairs = [(one.covers(each.age), other.covers(each.age)) for one in young.readings for other in adult.readings]
        if each.type is AgeFindingType.HOLE:
            wanted = (Truth.FALSE, Truth.FALSE)
        elif each.type is AgeFindingType.OVERLAP:
            wanted = (Truth.TRUE, Truth.TRUE)
        else:
            continue
        assert wanted in pairs
        assert each.is_certain == (set(pairs) == {wanted})


def test_an_age_without_figures_is_unknown():
    adults = AgeEntry(
        subject="Värmland",
        is_service=True,
        name=Wording(sv="vuxna"),
        words=("vuxna",),
        readings=(AgeReading(),),
        provision="vuxna",
    )
    assert [adults.covers(age) for age in (17, 40)] == [Truth.UNKNOWN, Truth.UNKNOWN]
    assert adults.label.sv == "ingen ålder i siffror"
    assert not list(age_findings([adults]))


def test_each_reading_of_an_installed_county_is_that_of_the_record(counties):
    coverage = age_coverage(counties, on=DAY)
    provisions = {each.id: each for county in counties.members for each in county.find().provisions}
    assert coverage.entries
    for each in coverage.entries:
        limits = provisions[each.provision].stated_ages()
        ranges = {one for reading in each.readings for one in reading.ranges}
        assert {one for limit in limits for one in limit.possible()} <= ranges
        assert set(each.words) >= {limit.words for limit in limits}
        assert each.citations == provisions[each.provision].citations


@pytest.mark.parametrize("age", [0, 17, 18, 19, 21, 64, 90])
def test_a_target_group_covers_the_ages_that_its_limits_cover(counties, age):
    coverage = age_coverage(counties, on=DAY)
    for each in coverage.entries:
        if len({reading.is_limited for reading in each.readings}) == 1:
            answer = counties[each.subject].ask("target-group.age", on=DAY)
            for group in answer.basis:
                if group.id == each.provision:
                    assert each.covers(age) is group.age_limits[0].covers(age)


def test_a_chosen_reading_is_the_only_one(counties):
    coverage = age_coverage([counties["jonkoping"]], on=DAY, readings="inclusive")
    (group,) = [each for each in coverage.entries if each.name.sv == "Målgrupp"]
    assert (group.label.sv, group.status, group.covers(18)) == ("18+", "stated", Truth.TRUE)


def test_norrvik():
    coverage = age_coverage(load_counties([plugin], strict=True), on="2024-01-10")
    assert [(each.is_service, each.label.sv, each.status) for each in coverage.entries] == [
        (False, "0–17 / 0–18 ?", "ambiguous"),
        (False, "0–20", "stated"),
        (False, "alla åldrar", "stated"),
        (False, "13+", "stated"),
        (False, "ingen åldersgräns anges", "silent"),
        (True, "0–17", "stated"),
        (True, "18+", "stated"),
    ]
    assert [(each.type.value, each.age, each.is_certain) for each in coverage.findings] == [
        ("not-covered", 18, False),
        ("not-covered", 21, True),
    ]
    assert [each.type.value for each in coverage.holes] == ["not-covered", "not-covered"]
    assert coverage.overlaps == ()


def test_the_records_have_a_row_for_each_reading(counties):
    coverage = age_coverage(counties, on=DAY)
    records = coverage.to_records(lang="en")
    assert len(records) == sum(len(each.readings) for each in coverage.entries)
    first = records[0]
    assert (first["reading"], first["from_age"], first["to_age"], first["covers_18"]) == ("inclusive", 18, None, "true")


def test_a_coverage_can_be_written_and_read(counties):
    found = age_coverage(counties, on=DAY)
    assert from_json(to_json(found), counties=counties) == found
