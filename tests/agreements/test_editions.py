"""Which edition applies on a day, and what is said where none is shown to."""

import pytest

import psykavtal

DAYS = [
    # county, day, include_reported, status, document, facts that would decide
    ("jamtland", "2022-06-01", False, "not-recorded", None, ()),
    ("jamtland", "2022-06-01", True, "reported", "jamtland-2021", ()),
    ("jamtland", "2023-06-01", False, "not-recorded", None, ()),
    ("jamtland", "2023-06-01", True, "ambiguous", None, ()),
    ("jamtland", "2024-06-01", False, "not-recorded", None, ()),
    ("jamtland", "2024-06-01", True, "not-recorded", None, ()),
    ("jamtland", "2025-06-30", False, "not-recorded", None, ()),
    ("jamtland", "2025-07-01", False, "stated", "jamtland-2025", ()),
    ("jamtland", "2026-01-10", False, "stated", "jamtland-2025", ()),
    ("jonkoping", "2025-09-29", False, "not-recorded", None, ()),
    ("jonkoping", "2025-09-30", False, "derived", "jonkoping-2025", ()),
    ("jonkoping", "2026-01-10", False, "derived", "jonkoping-2025", ()),
    ("dalarna", "2014-01-01", False, "not-recorded", None, ()),
    ("dalarna", "2014-01-01", True, "reported", "dalarna-v1", ()),
    ("dalarna", "2015-06-01", True, "ambiguous", None, ()),
    ("dalarna", "2017-01-15", True, "not-recorded", None, ()),
    ("dalarna", "2019-06-01", False, "not-recorded", None, ()),
    ("dalarna", "2019-06-01", True, "reported", "dalarna-v3", ()),
    ("dalarna", "2020-01-15", False, "stated", "dalarna-v3", ()),
    ("dalarna", "2020-06-01", False, "not-recorded", None, ("chefsnatverket", "valfardsradet")),
    ("dalarna", "2026-01-10", False, "not-recorded", None, ("chefsnatverket", "valfardsradet")),
    ("dalarna", "2026-01-10", True, "not-recorded", None, ("chefsnatverket", "valfardsradet")),
]


@pytest.mark.parametrize(
    ("county", "day", "include_reported", "status", "document", "decide"),
    DAYS,
    ids=[f"{c} {d} {e}" for c, d, e, *_ in DAYS],
)
def test_the_edition_of_a_day(counties, county, day, include_reported, status, document, decide):
    answer = counties[county].edition(on=day, include_reported=include_reported)

    assert answer.status == status
    match answer:
        case psykavtal.Stated(edition) | psykavtal.Derived(edition) | psykavtal.Reported(edition):
            assert edition.id == document
            assert answer.citations or answer.sources
        case psykavtal.NotRecorded(reason):
            assert day in str(reason)
            assert tuple(each.partition(":")[2].partition("-")[0] for each in answer.missing_facts) == decide
        case psykavtal.Ambiguous(readings):
            assert len(readings) > 1


def test_until_2023_is_read_in_two_ways(counties):
    answer = counties["jamtland"].edition(on="2023-06-01", include_reported=True)

    assert isinstance(answer, psykavtal.Ambiguous)
    assert {each.name: each.answer.status for each in answer.readings} == {
        "exclusive": "not-recorded",
        "inclusive": "reported",
    }


def test_a_reason_never_settles_what_the_text_leaves_open(counties):
    answer = counties["jamtland"].edition(on="2024-06-01")

    assert isinstance(answer, psykavtal.NotRecorded)
    assert "2022-12-31 eller gällde till 2023-12-31" in str(answer.reason)


def test_beyond_the_day_on_which_it_was_looked_into_an_open_end_depends_on_the_reading(counties):
    answer = counties["jamtland"].edition(on="2027-06-01")

    assert isinstance(answer, psykavtal.Ambiguous)
    assert answer.under("starts-revision").status == "derived"
    assert answer.under("lapses").missing_facts == ("revision-need-raised",)
    with pytest.raises(psykavtal.PsykavtalError, match="ambiguous"):
        _ = answer.value


def test_a_chosen_reading_is_the_value_and_says_that_it_was_chosen(counties):
    answer = counties["jamtland"].edition(on="2027-06-01", readings="starts-revision")

    assert answer.value.id == "jamtland-2025"
    assert answer.chosen == "starts-revision"


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ({"dalarna:chefsnatverket-approved": False}, "derived"),
        ({"dalarna:chefsnatverket-approved": True}, "not-recorded"),
        ({"dalarna:chefsnatverket-approved": True, "dalarna:valfardsradet-approved": True}, "not-recorded"),
        ({"dalarna:valfardsradet-approved": False}, "derived"),
    ],
    ids=["one body has not approved", "one has, of the other nothing is known", "both have", "the other has not"],
)
def test_an_event_that_ends_the_validity_is_a_fact(counties, facts, status):
    answer = counties["dalarna"].edition(on="2020-06-01", facts=facts)

    assert answer.status == status


def test_what_has_both_ended_is_not_said_to_be_open(counties):
    both = {"dalarna:chefsnatverket-approved": True, "dalarna:valfardsradet-approved": True}

    answer = counties["dalarna"].edition(on="2020-06-01", facts=both)

    assert answer.missing_facts == ()


def test_no_day_is_assumed(counties):
    with pytest.raises(TypeError, match="on"):
        counties["jamtland"].edition()


@pytest.mark.parametrize("day", ["26-01-10", "2026-02-30", "20260110", "", "idag"])
def test_what_is_no_date_is_refused(counties, day):
    with pytest.raises(psykavtal.PsykavtalError, match=r"is not a da(te|y)"):
        counties["jamtland"].edition(on=day)


def test_the_names_of_municipalities_tell_where_they_come_from(counties):
    named, counted = counties["jamtland"].municipalities, counties["jonkoping"].municipalities

    assert (named.status, len(named)) == ("stated", 8)
    assert (counted.status, len(counted)) == ("derived", 13)
    assert [rule.id for rule in counted.rules] == ["names-from-code-list"]


@pytest.mark.parametrize("name", ["Åre", "2321", "åre"])
def test_a_municipality_tells_its_county(counties, name):
    assert counties.by_municipality(name).id == "jamtland"


@pytest.mark.parametrize("name", ["Håbo", "Are", "0180", ""])
def test_names_are_matched_with_their_rings_and_dots(counties, name):
    with pytest.raises(psykavtal.PsykavtalError, match="no installed county has a municipality"):
        counties.by_municipality(name)


@pytest.mark.parametrize("name", ["jamtland", "23", "Jämtland Härjedalen", "jämtland härjedalen"])
def test_a_county_is_found_by_id_code_and_name(counties, name):
    assert counties[name].code == "23"


def test_an_unknown_county_suggests_the_nearest_and_how_one_is_installed(counties):
    with pytest.raises(psykavtal.PsykavtalError, match=r"Did you mean 'jamtland'.*pip install ./plugins/"):
        counties["jamtlnd"]
    assert "skane" not in counties
    assert counties.get("skane") is None
