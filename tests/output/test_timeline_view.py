"""A timeline as text, in a notebook and on the command line: short, in one language, and complete in full."""

import json

import pytest
from click.testing import CliRunner

from psykavtal import from_dict, load_counties
from psykavtal.cli import main
from psykavtal.output.text import text
from psykavtal.output.views.timeline_view import timeline_report

COUNTIES = load_counties()
DAY = "2026-01-10"
MOST_LINES = 48
"""One screen: the county with most editions has most lines."""


def run(*arguments):
    result = CliRunner().invoke(main, ["timeline", *arguments], catch_exceptions=False)
    return result.exit_code, result.output


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("county", COUNTIES)
def test_the_short_form_fits_a_screen(county, lang):
    code, output = run(county, "--on", DAY, "--lang", lang)

    assert code == 0
    assert len(output.splitlines()) <= MOST_LINES


@pytest.mark.parametrize("county", COUNTIES)
def test_the_short_form_names_each_gap_question_and_edition(county):
    timeline = COUNTIES[county].timeline()
    output = " ".join(run(county, "--on", DAY)[1].split())

    for gap in timeline.gaps:
        assert all(f"{each.days} dagar" in output for each in gap.lengths if each.days)
    for overdue in timeline.overdue(on=DAY):
        assert all(each.sv in output for each in overdue.missing)
    for stretch in timeline.verdicts:
        assert all(timeline.labels[each].sv in output for each in stretch.may_apply)
    assert all(each.sv in output for each in timeline.on(DAY).uncertain)


@pytest.mark.parametrize("county", COUNTIES)
def test_the_full_form_names_each_date_and_source(county):
    timeline = COUNTIES[county].timeline()
    output = " ".join(run(county, "--on", DAY, "--lang", "en", "--full")[1].split())

    for event in timeline.events:
        assert event.date.edtf in output
        assert event.about.to("en") in output
        assert all(" ".join(each.start.split()) in output for each in event.citations)


def test_a_day_before_any_edition_has_nothing_overdue():
    code, output = run("jonkoping", "--on", "1999-01-01")

    assert code == 0
    assert "1999-01-01: dagen som frågan gäller" in output
    assert output.splitlines()[-3].strip() == "inget"


def test_the_text_of_a_timeline_has_no_option_of_the_command():
    timeline = COUNTIES["jamtland"].timeline()

    assert timeline.explain("en") == text(timeline_report(timeline, in_code=True), "en")
    assert "--full" not in timeline.explain("en")
    assert "Överenskommelsen, version 5.0" in timeline._repr_html_()


def test_json_has_the_timeline_and_the_overdue_matters():
    code, output = run("jamtland", "--on", "2026-11-26", "--format", "json")
    table = json.loads(output)
    timeline = COUNTIES["jamtland"].timeline()

    assert code == 0
    assert from_dict(table["timeline"]) == timeline
    assert tuple(from_dict(each) for each in table["overdue"]) == timeline.overdue(on="2026-11-26")


def test_an_unknown_county_suggests_the_nearest():
    code, output = run("jamtlan", "--lang", "en")

    assert code == 1
    assert "Did you mean 'jamtland'?" in output
