"""Lookup of counties and municipalities by name and code."""

import pytest

import psykavtal


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
    known = r"Known counties: dalarna, jamtland, jonkoping\. A county is installed with its own distribution\."
    with pytest.raises(psykavtal.PsykavtalError, match=rf"Did you mean 'jamtland'\? {known}"):
        counties["jamtlnd"]
    with pytest.raises(psykavtal.PsykavtalError, match=rf"Did you mean 'Jönköping'\? {known}"):
        counties.by_municipality("Jonkoping")
    assert "skane" not in counties
    assert counties.get("skane") is None


def test_the_candidates_of_a_day_can_be_pasted(counties):
    with pytest.raises(psykavtal.PsykavtalError) as raised:
        counties["jamtland"].edition(on="2022-06-01")
    assert raised.value.fix == 'Candidates: county.document("jamtland-2021", on="2022-06-01").'


def test_documents_that_can_be_read_are_named_first(counties):
    with pytest.raises(psykavtal.PsykavtalError) as raised:
        counties["jamtland"].document("jonkoping-2025", on="2026-01-10")
    names, _, more = raised.value.fix.partition("; ")
    assert names.startswith("Known documents: jamtland-2021, jamtland-2025, ")
    assert len(names.split(", ")) == 10
    assert more == f"{len(counties['jamtland'].documents) - 10} more."
