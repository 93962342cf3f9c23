"""The command on the installed counties; its output is compared in test_norrvik.py."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

import psykavtal
from psykavtal.cli import main

DAY = "2026-01-10"


@pytest.fixture
def run():
    def runner(*arguments, code=0):
        result = CliRunner().invoke(main, list(arguments), catch_exceptions=False)
        assert result.exit_code == code, result.output
        return result

    return runner


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (("compare", "--on", DAY), "Läget 2026-01-10\nJönköping: "),
        (("compare", "--on", DAY, "--detail"), "\n\nGäller till — Till vilken dag gäller den?\n  Jönköping [tyst]\n"),
        (("compare", "--on", DAY, "--topic", "validity", "--format", "markdown"), "| Jönköping | Dalarna |"),
        (("escalation", "jamtland", "--on", DAY, "--lang", "en"), "Jämtland Härjedalen: as of 2026-01-10"),
        (("escalation", "dalarna", "--on", DAY), "--document dalarna-direktiv-2020"),
        (("counties",), "Jämtland Härjedalen"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_installed_counties_are_shown(run, arguments, shown):
    assert shown in run(*arguments).output


def test_json_is_the_comparison(run, counties):
    printed = json.loads(run("compare", "--on", DAY, "--format", "json").output)

    assert psykavtal.from_dict(printed, counties=counties) == psykavtal.compare(counties, on=DAY)


def test_without_a_day_it_uses_the_one_it_runs_on_and_says_so(run):
    assert date.today().isoformat() in run("compare", "--topic", "validity").output.splitlines()[0]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("compare", "--on", "26-01-10"), 2, "four digits for the year"),
        (("compare", "--on", "2026-02-30"), 2, "not a day of the calendar"),
        (("compare", "--topic", "sipp", "--on", DAY), 1, "Did you mean 'sip'"),
        (("compare", "--county", "skåne", "--on", DAY), 1, "installed with its own distribution"),
        (("escalation", "jamtlnd", "--on", DAY), 1, "Did you mean 'jamtland'"),
        (("escalation", "jamtland", "--document", "jamtland-2052", "--on", DAY), 1, "Did you mean 'jamtland-2025'"),
        (("sources", "check", "/nowhere"), 2, "does not exist"),
        (("schema", "nothing"), 2, "county"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else str(value),
)
def test_a_mistake_is_told_with_what_would_be_right(arguments, code, told):
    result = CliRunner().invoke(main, [*arguments, "--lang", "en"], catch_exceptions=False)

    assert result.exit_code == code
    assert told in result.output
    assert "Traceback" not in result.output


def test_the_installed_command_runs_in_a_pipe():
    command = Path(sys.executable).parent / "psykavtal"
    done = subprocess.run(
        [command, "compare", "--on", DAY, "--topic", "target-group.age"], capture_output=True, text=True, check=True
    )

    assert "Åldersgräns" in done.stdout
    assert "\x1b[" not in done.stdout


def test_every_citation_of_every_county_resolves(run, sources):
    output = run("sources", "check", str(sources)).output

    assert [line.rpartition(", ")[2] for line in output.splitlines()] == ["0 anmärkningar"] * 3


def test_a_passage_is_shown_from_the_source(run, sources):
    output = run("sources", "show", "jamtland-2025.relation.local", str(sources)).output

    assert "lokal samverkansarena" in output


def test_an_id_that_nothing_bears_is_told(run, sources):
    output = run("sources", "show", "jamtland-2025.relation.locl", str(sources), code=1).output

    assert "jamtland-2025.relation.local" in output


@pytest.mark.parametrize("which", ["county", "document", "exchange"])
def test_a_schema_is_printed(run, which):
    assert json.loads(run("schema", which).output) == psykavtal.schema_of(which)
