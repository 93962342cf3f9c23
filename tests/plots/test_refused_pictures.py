"""Pictures of nothing, and wrong arguments."""

import pytest
from matplotlib.figure import Figure

import psykavtal
from psykavtal import plots
from psykavtal.errors import InvalidValueError, UnknownTriggerError
from tests.counties import AGREEMENT, COUNTY, MakeCounty
from tests.output.languages import LANGUAGES
from tests.plots.pictures import DAY


@pytest.fixture
def make_county(tmp_path, monkeypatch):
    return MakeCounty(tmp_path, monkeypatch)


@pytest.fixture
def bare(make_county):
    """A county whose agreement states only until when it applies."""
    document = 'document = "avtal-2024"\nsilent_on = ["sip.convener"]\n'
    return psykavtal.load_counties([make_county.whole(COUNTY + AGREEMENT, document)])


@pytest.mark.parametrize("draw", [plots.responsibility_matrix, plots.age_coverage, plots.escalation])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_picture_of_nothing_says_so(bare, draw, lang):
    with pytest.raises(InvalidValueError, match="nothing to draw for Värmland on 2025-01-01") as raised:
        draw(bare, on="2025-01-01", lang=lang)
    assert raised.value.to("sv").startswith("det finns inget att rita för Värmland 2025-01-01")


@pytest.mark.parametrize("draw", [plots.silence_map, plots.responsibility_matrix, plots.age_coverage, plots.escalation])
def test_a_day_before_every_edition_draws_nothing(counties, draw):
    with pytest.raises(InvalidValueError, match=r"nothing to draw for Jönköping on 2020-01-01\. No recorded edition"):
        draw([counties["jonkoping"]], on="2020-01-01")


def test_people_of_other_counties_draw_nothing(counties):
    import polars as pl

    frame = pl.DataFrame({"kommun": ["0180", None]})
    with pytest.raises(InvalidValueError, match="nothing to draw"):
        plots.coverage_of_people(counties, frame, columns={"municipality": "kommun"}, on=DAY)


@pytest.mark.parametrize("given", [[], 1, ["jamtland"], None])
def test_no_timeline_is_refused(given):
    with pytest.raises(InvalidValueError, match="timelines: this is not a timeline"):
        plots.timeline(given)


def test_a_timeline_without_a_date_draws_nothing(make_county):
    county = psykavtal.load_counties([make_county(COUNTY)], strict=True).members[0]
    with pytest.raises(InvalidValueError, match="no date is recorded for Värmland"):
        plots.timeline(county)


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ({}, InvalidValueError, "on: the day is missing"),
        ({"on": DAY, "lang": "fi"}, InvalidValueError, "unknown language 'fi'"),
        ({"on": DAY, "size": "poster"}, InvalidValueError, "unknown size 'poster'.*print, phone, slides"),
        ({"on": DAY, "occasion": "disagrement"}, UnknownTriggerError, "Did you mean 'disagreement'"),
    ],
)
def test_bad_arguments_are_refused(counties, given, error, message):
    with pytest.raises(error, match=message):
        plots.escalation(counties, **given)


def test_a_day_beside_an_overview_is_refused(counties):
    with pytest.raises(InvalidValueError, match="SilenceMap is of a day already"):
        plots.silence_map(psykavtal.silence_map(counties, on=DAY), on=DAY)


def test_axes_that_are_too_small_are_refused(counties):
    ax = Figure(figsize=(2, 1)).subplots()
    with pytest.raises(InvalidValueError, match=r"ax: the axes are too small: .* inches are needed"):
        plots.silence_map(counties, on=DAY, ax=ax)
