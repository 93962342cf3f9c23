"""`psykavtal ask`: the verdict for the day, and every topic of a theme."""

import json
from itertools import product

import pytest
from click.testing import CliRunner

from psykavtal.cli import main
from tests.thorough import pairs

pytestmark = pytest.mark.usefixtures("loaded_once")

DAYS = ["2020-06-01", "2023-06-30", "2026-01-10", "2027-03-01"]
COUNTIES = ["dalarna", "jamtland", "jonkoping"]


def run(*arguments):
    result = CliRunner().invoke(main, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("county", COUNTIES)
def test_a_theme_starts_with_the_verdict_and_answers_every_topic(counties, county, day, lang):
    output = run("ask", county, "validity", "--on", day, "--lang", lang)
    verdict = counties[county].in_force(on=day).sentence.to(lang)
    assert verdict in " ".join(" ".join(output.splitlines()[1:4]).split())
    theme = [each for each in counties.topics.values() if each.theme == "validity"]
    assert len(theme) > 1
    assert all(f"{each.label.to(lang)} — " in output for each in theme)


def test_no_theme_is_an_error_on_any_day(counties):
    themes = {each.theme for each in counties.topics.values()}
    for theme, (county, day) in pairs(sorted(themes), product(COUNTIES, DAYS)):
        run("ask", county, theme, "--on", day)


@pytest.mark.parametrize("day", DAYS)
def test_a_document_starts_with_its_own_verdict(counties, day):
    output = run("ask", "jamtland", "validity", "--document", "jamtland-2021", "--on", day)
    document = counties["jamtland"].document("jamtland-2021", on=day)
    assert document.in_force().sentence.sv in " ".join(output.split())


def test_json_has_the_verdict():
    printed = json.loads(run("ask", "dalarna", "validity", "--on", "2020-06-01", "--format", "json"))
    assert printed["in_force"]["verdict"] == "true"
    assert printed["in_force"]["checked_until"] == "2020-02-07"


@pytest.mark.parametrize(
    ("words", "most"),
    [
        ("vem kallar till SIP", 45),
        ("kan man säga upp avtalet", 30),
        ("what ages", 40),
        ("hur länge gäller avtalet", 45),
    ],
)
@pytest.mark.parametrize("county", COUNTIES)
def test_a_question_whose_words_name_its_topic_is_answered_on_one_screen(county, words, most):
    lines = run("ask", county, words, "--on", "2026-01-10").splitlines()
    assert len(lines) <= most
    assert len(run("ask", county, words, "--on", "2026-01-10", "--full").splitlines()) >= len(lines)


def test_what_a_short_answer_leaves_out_is_counted_and_in_the_full_one(counties):
    asked = counties["jonkoping"].ask_in_words("hur länge gäller avtalet", on="2026-01-10")
    assert "11 till (--full)" in run("ask", "jonkoping", asked.words, "--on", "2026-01-10")
    full = " ".join(run("ask", "jonkoping", asked.words, "--on", "2026-01-10", "--full").split())
    assert all(each.provision.wording.sv in full for each in asked.not_answering[:11])


@pytest.mark.parametrize("command", [("ask",), ("escalation",), ("show",), ("timeline",)])
@pytest.mark.parametrize("name", ["Östersund", "2380", "ÖSTERSUND"])
def test_a_municipality_stands_for_its_county(command, name):
    rest = ("SIP", "--on", "2026-01-10") if command == ("ask",) else ()
    assert run(*command, name, *rest) == run(*command, "jamtland", *rest)


def test_a_name_of_no_county_and_no_municipality_suggests_a_county():
    result = CliRunner().invoke(main, ["ask", "Jämtlnd", "SIP"])
    assert result.exit_code != 0
    assert "Menade du 'jamtland'?" in result.output
