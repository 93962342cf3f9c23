"""The short forms fit on one screen and in a small file, and drop nothing without a word."""

import json

import pytest
from click.testing import CliRunner

from psykavtal.cli import main

DAY = ["--on", "2026-11-26"]
CASE = ["case", "--municipality", "Åre", "--age", "30", "--fact", "psychiatric-disability", *DAY]


def run(*arguments):
    result = CliRunner().invoke(main, [*arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_comparison_is_one_screen_with_a_line_for_each_county(lang):
    lines = run("compare", *DAY, "--lang", lang).splitlines()

    assert len(lines) <= 40
    assert max(map(len, lines)) <= 120
    for county in ("Jönköping", "Dalarna", "Jämtland Härjedalen"):
        assert any(line.startswith(f"{county}: ") for line in lines)
    assert any("18+ / 19+ ?" in line for line in lines)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_case_is_one_screen_and_says_how_to_see_the_rest(lang):
    lines = run(*CASE, "--lang", lang).splitlines()

    assert len(lines) <= 40
    assert "--full" in lines[-1]


def test_the_json_of_a_case_refers_to_provisions_by_id():
    short, whole = run(*CASE, "--format", "json"), run(*CASE, "--format", "json", "--include", "provisions")

    assert len(short.encode()) <= 30_000
    named = {name for duty in json.loads(short)["duties"] for name in duty["provisions"]}
    assert named <= json.loads(whole)["provisions"].keys()


def test_the_json_of_a_verdict_is_small():
    text = run(*CASE, "--format", "json", "--part", "target-group")

    assert len(text.encode()) < 2_000
    assert json.loads(text)["missing_facts"] == ["coordinated", "simultaneous"]
