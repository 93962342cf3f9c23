"""`psykavtal case` and `facts`, as people and other systems run them."""

import io
import json
import re

import click
import pytest
from click.testing import CliRunner

import psykavtal
from psykavtal import Case
from psykavtal.cases.case_summary import summarise_case
from psykavtal.cli import main
from psykavtal.cli.report_printing import print_report
from psykavtal.output.text import text
from psykavtal.output.views.case_summary_view import case_summary_report
from psykavtal.output.views.case_view import case_report, cases_report

pytestmark = pytest.mark.usefixtures("loaded_once")

DAY = "2026-01-10"
CASE = Case(municipality="2321", born="2008-03-01", facts={"coordinated": True, "inpatient": False})

TOLD = ("--municipality", "2321", "--born", "2008-03-01", "--fact", "coordinated", "--not-fact", "inpatient")


@pytest.fixture
def run():
    def runner(*arguments, code=0, stdin=None):
        result = CliRunner().invoke(main, list(arguments), catch_exceptions=False, input=stdin)
        assert result.exit_code == code, result.output
        return result.output

    return runner


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_people_read_the_short_form(run, counties, lang):
    printed = run("case", *TOLD, "--on", DAY, "--lang", lang)

    answer = counties.what_applies(CASE, on=DAY)
    assert printed == text(case_summary_report(summarise_case(answer), answer), lang)
    assert len(printed.splitlines()) <= 40


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_full_form_is_the_explanation_of_the_answer(run, counties, lang):
    printed = run("case", *TOLD, "--on", DAY, "--lang", lang, "--full")

    assert printed == counties.what_applies(CASE, on=DAY).explain(lang)


@pytest.mark.parametrize(("part", "lang"), [("Målgrupp", "sv"), ("target group", "en")])
def test_a_part_is_a_section_of_the_full_form(run, counties, part, lang):
    printed = run("case", *TOLD, "--on", DAY, "--lang", lang, "--part", part)

    whole = case_report(counties.what_applies(CASE, on=DAY))
    (section,) = [each for each in whole.sections if each.heading.to(lang).casefold() == part.casefold()]
    others = [each for each in whole.sections if each is not section]
    assert all(line.text.to(lang).split()[0] in printed for line in section.lines)
    assert not [each for each in others if f"\n{each.heading.to(lang)}\n" in printed]


def test_json_is_the_short_form(run, counties):
    printed = json.loads(run("case", *TOLD, "--on", DAY, "--format", "json"))

    asked = counties.what_applies(CASE, on=DAY)
    assert psykavtal.from_dict(printed, counties=counties) == summarise_case(asked)
    assert "provisions" not in printed


def test_full_json_is_the_answer(run, counties):
    printed = json.loads(run("case", *TOLD, "--on", DAY, "--full", "--format", "json"))

    assert psykavtal.from_dict(printed, counties=counties) == counties.what_applies(CASE, on=DAY)


def test_short_json_includes_its_provisions_on_request(run, counties):
    printed = json.loads(run("case", *TOLD, "--on", DAY, "--format", "json", "--include", "provisions"))

    provisions = printed.pop("provisions")
    assert set(provisions) >= {
        *printed["clauses"],
        *(name for each in printed["duties"] for name in each["provisions"]),
    }
    assert {name: each["id"] for name, each in provisions.items()} == {name: name for name in provisions}
    asked = counties.what_applies(CASE, on=DAY)
    assert psykavtal.from_dict(printed, counties=counties) == summarise_case(asked)


def test_a_reading_can_be_chosen_for_all_or_for_one(run, counties):
    told = ("--municipality", "Jönköping", "--age", "18", "--on", DAY, "--full", "--format", "json")
    case = Case(municipality="Jönköping", age=18)
    one = "jonkoping-2025.target-group.main"

    for options, readings in ((["exclusive"], "exclusive"), ([f"{one}=inclusive"], {one: "inclusive"})):
        given = [part for each in options for part in ("--reading", each)]
        printed = json.loads(run("case", *told, *given))
        assert psykavtal.from_dict(printed, counties=counties) == counties.what_applies(case, on=DAY, readings=readings)


def test_one_case_is_put_through_every_county_side_by_side(run, counties):
    told = ("--age", "18", "--fact", "psychiatric-disability", "--on", DAY, "--all-counties")
    printed = run("case", *told, "--lang", "en")

    case = Case(age=18, facts={"psychiatric-disability": True})
    for each in counties:
        answer = counties.what_applies(case, on=DAY, county=each)
        assert printed.count(f"\n  {answer.county_name} [{answer.target_group.label.to('en')}]\n") >= 1


@pytest.mark.parametrize(("width", "beside"), [(160, True), (60, False)], ids=["wide", "narrow"])
def test_on_a_terminal_that_is_wide_enough_the_counties_stand_beside_each_other(counties, monkeypatch, width, beside):
    terminal = io.StringIO()
    terminal.isatty = lambda: True
    monkeypatch.setattr("sys.stdout", terminal)
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "xterm")
    answers = [counties.what_applies(Case(age=18), on=DAY, county=each) for each in counties]
    print_report(cases_report(answers), "text", "en")

    lines = re.sub(r"\x1b\[[0-9;]*m", "", terminal.getvalue()).splitlines()
    together = [line for line in lines if all(each.county_name in line for each in answers)]
    assert bool(together) is beside
    # Whatever the shape, each county is there with its statuses.
    text = " ".join(" ".join(lines).split())
    for each in answers:
        assert each.county_name in text
        assert each.in_force.label.to("en") in text


@pytest.mark.parametrize("full", [True, False], ids=["whole", "short"])
def test_one_case_is_put_through_every_county_as_json(run, counties, full):
    options = ["--full"] if full else []
    printed = json.loads(run("case", "--age", "18", "--on", DAY, "--all-counties", "--format", "json", *options))

    assert [each["county"] for each in printed] == list(counties)
    for each in printed:
        asked = counties.what_applies(Case(age=18), on=DAY, county=each["county"])
        assert psykavtal.from_dict(each, counties=counties) == (asked if full else summarise_case(asked))


LINES = """\
{"municipality": "2321", "born": "2008-03-01", "facts": {"coordinated": true, "inpatient": false}}

{"municipality": "Jönköping", "age": 18}
{"municipality": "2321", "age": 130}
{"Kerstin Exempelsson": "20080301-0000"}
no JSON
{"municipality": "Falun", "age": 17}
"""


def test_lines_are_answered_line_by_line_in_their_order(run, counties):
    output = run("case", "-", "--on", DAY, "--lang", "en", stdin=LINES, code=1)
    told = [json.loads(line) for line in output.splitlines()]

    assert [each["line"] for each in told] == [1, 3, 4, 5, 6, 7]
    answers = {each["line"]: each["answer"] for each in told if "answer" in each}
    errors = {each["line"]: each["error"] for each in told if "error" in each}
    assert psykavtal.from_dict(answers[1], counties=counties) == counties.what_applies(CASE, on=DAY)
    assert {line: each["county"] for line, each in answers.items()} == {1: "jamtland", 3: "jonkoping", 7: "dalarna"}
    assert {line: each["kind"] for line, each in errors.items()} == dict.fromkeys((4, 5, 6), "CaseError")
    assert "between 0 and 120" in errors[4]["message"]
    for secret in ("Kerstin", "0000", "130"):
        assert secret not in json.dumps(errors)


def test_lines_that_can_all_be_answered_leave_the_exit_code_0(run):
    output = run("case", "-", "--on", DAY, stdin='{"municipality": "2321"}')

    assert json.loads(output)["answer"]["kind"] == "what-applies"


def test_no_lines_are_answered_by_none(run):
    assert run("case", "-", "--on", DAY, stdin="") == ""


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("--municipality", "2321", "--age", "130"), 1, "between 0 and 120"),
        (("--municipality", "2321", "--age", "x"), 1, "a whole number of completed years"),
        (("--municipality", "2321", "--born", "2008-3-1"), 1, "not a day of the calendar"),
        (("--municipality", "2321", "--born", "2027-01-01"), 1, "lies after the day asked for"),
        (("--municipality", "0180"), 1, "no plugin for that county is installed"),
        ((), 1, "municipality: is missing"),
        (("--municipality", "2321", "--fact", "inpatent"), 1, "Did you mean 'inpatient'"),
        (("--municipality", "2321", "--fact", "inpatient", "--not-fact", "inpatient"), 2, "both given for inpatient"),
        (("--municipality", "2321", "--principal", "need-noticed"), 2, "write NAME=VALUE"),
        (
            ("--municipality", "2321", "--principal", "need-noticed=region", "--principal", "need-noticed=x"),
            2,
            "a name is given twice",
        ),
        (("--municipality", "2321", "--reading", "inclusiv"), 1, "inclusiv"),
        (("--municipality", "2321", "--document", "jamtland-2012"), 1, "jamtland-2021"),
        (("-", "--age", "18"), 2, "is read from standard input"),
        (("-", "--all-counties"), 2, "every line is one county's"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else str(value),
)
def test_a_mistake_is_told_with_what_would_be_right(run, arguments, code, told):
    output = run("case", *arguments, "--on", DAY, "--lang", "en", code=code)

    assert told in " ".join(output.split())
    assert "Traceback" not in output


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_facts_are_listed_with_the_question_that_decides_each(run, counties, lang):
    output = run("facts", "--lang", lang)

    for each in counties.facts.values():
        assert output.count(f"  {each.id} ") == 1
        assert each.question.to(lang) in output


@pytest.mark.parametrize("command", ["case", "facts"])
def test_the_help_says_what_each_option_is_for(run, command):
    output = run(command, "--help")

    assert output.startswith(f"Usage: main {command}") or f" {command} " in output.splitlines()[0]
    for option in main.commands[command].params:
        if isinstance(option, click.Option):
            assert option.help
            assert option.opts[0] in output


def test_the_help_of_a_case_says_that_it_takes_no_name(run):
    text = " ".join(run("case", "--help").split())

    assert "no name and no identity number" in text
    assert "unknown, never false" in text
    assert "not an assessment" in text
