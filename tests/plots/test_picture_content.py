"""A picture shows what its table has, in one language and without ids."""

import re
from datetime import date

import pytest

import psykavtal
from psykavtal import plots
from psykavtal.model.answers import STATUSES
from psykavtal.model.provisions import Bearer
from psykavtal.plots.timeline_chart import TimelineRows
from tests.counties import AGREEMENT, COUNTY, MakeCounty
from tests.county_names import names_of
from tests.output.languages import LANGUAGES, OTHER
from tests.plots.pictures import DAY, PICTURES, people, picture_of, texts, words


@pytest.mark.parametrize("on", ["2013-11-01", "2016-12-31", "2020-02-07", "2021-08-01", "2024-06-01", "2026-11-25"])
def test_the_rows_of_a_timeline_have_the_verdict_of_each_day(counties, on):
    day = date.fromisoformat(on)
    for county in counties.members:
        verdict = county.in_force(on=on)
        may_apply = verdict.candidates or (() if verdict.document is None else (verdict.document,))
        timeline = county.timeline()
        rows = TimelineRows.of(timeline, "sv").rows
        found = {row.name: stretch.in_force.key for row in rows for stretch in row.stretches if day in stretch}
        names = {timeline.labels[each].sv: verdict.key for each in may_apply}
        assert found == (names or {"ingen redovisad upplaga gäller": "not-in-force"})


def test_the_table_is_the_data(counties):
    assert list(PICTURES["silence map"](counties).table) == psykavtal.silence_map(counties, on=DAY).to_records()
    matrix = psykavtal.responsibility_matrix(counties, on=DAY)
    assert list(plots.responsibility_matrix(matrix, lang="en").table) == matrix.to_records(lang="en")
    coverage = psykavtal.age_coverage(counties, on=DAY)
    assert list(plots.age_coverage(coverage).table) == coverage.to_records()
    routes = [each for each in psykavtal.escalations(counties, on=DAY).to_records() if each["occasion"] == "deviation"]
    assert list(plots.escalation(counties, on=DAY, occasion="deviation").table) == routes
    assert list(plots.comparison(counties, on=DAY).table) == psykavtal.compare(counties, on=DAY).records()
    timelines = [each.timeline() for each in counties.members]
    assert list(plots.timeline(timelines).table) == [row for each in timelines for row in each.to_records()]
    counted = people(counties)
    assert list(plots.coverage_of_people(counted).table) == counted.to_records()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PICTURES)
def test_it_is_in_one_language(counties, name, lang):
    picture = picture_of(name, lang=lang)
    shown = re.sub(r"«[^»]*»", "", f"{words(picture)} {picture.alt_text}")
    things = (each for county in counties.members for every in names_of(county).values() for each in every)
    for each in sorted(things, key=len, reverse=True):
        shown = shown.replace(each, "")
    labels = [*STATUSES.values(), *(each.label for each in Bearer), *(each.label for each in counties.topics.values())]
    foreign = {each.to(OTHER[lang]) for each in labels} - {each.to(lang) for each in labels}
    assert [each for each in foreign if re.search(rf"(?<!\w){re.escape(each)}(?!\w)", shown)] == []


@pytest.mark.parametrize("name", PICTURES)
def test_no_id_is_shown(counties, name):
    picture = picture_of(name)
    shown = f"{words(picture)} {picture.alt_text} {picture.title}".split()
    things = [each for county in counties.members for each in names_of(county) if "-" in each]
    ids = {*counties.topics, *(each for each in counties.facts if "-" in each), *STATUSES, *things}
    names = {
        part
        for county in counties.members
        for every in names_of(county).values()
        for each in every
        for part in each.split()
    }
    assert {each.strip("().,:;«»") for each in shown} & {
        each for each in ids if re.search("[-.]", each)
    } - names == set()


def test_a_name_with_dollar_signs_is_no_formula(tmp_path, monkeypatch):
    county = (COUNTY + AGREEMENT).replace('names = ["Rådet"]', 'names = ["Rådet $x^2$ <b>"]')
    counties = psykavtal.load_counties([MakeCounty(tmp_path, monkeypatch).whole(county)], strict=True)
    picture = plots.escalation(counties, on="2025-01-01")
    assert "1. Rådet $x^2$ <b>" in [each.get_text() for each in texts(picture)]
    assert "Rådet $x^2$ &lt;b&gt;" in picture.to_svg()
