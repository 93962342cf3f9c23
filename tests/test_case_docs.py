"""The how-to for one case is held to: what its commands print is what it shows."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from psykavtal.cli import main

ROOT = Path(__file__).parents[1]
PAGE = ROOT.joinpath("docs", "case.md").read_text("utf-8")
CONSOLE = re.findall(r"```console\n\$ (.*?)\n(.*?)```", PAGE, re.DOTALL)
CASE = '{"municipality": "2321", "age": 17}'


@pytest.fixture
def run(tmp_path, monkeypatch):
    """The command, where there is the answer that the page speaks of, and its case."""
    monkeypatch.chdir(tmp_path)

    def runner(*arguments):
        return CliRunner().invoke(main, list(arguments), catch_exceptions=False).output

    tmp_path.joinpath("case.json").write_text(CASE, encoding="utf-8")
    answer = runner("case", "--municipality", "2321", "--age", "17", "--on", "2026-01-10", "--format", "json")
    tmp_path.joinpath("answer.json").write_text(answer, encoding="utf-8")
    return runner


def test_it_shows_the_commands_of_a_case():
    assert [command.split()[3] for command, _ in CONSOLE] == ["case"]
    assert all(shown.strip() for _, shown in CONSOLE)


@pytest.mark.parametrize(("command", "shown"), CONSOLE, ids=lambda value: value[:40])
def test_a_command_prints_what_is_shown(run, command, shown):
    words = shlex.split(command)
    assert words[:3] == ["uv", "run", "psykavtal"]
    printed = run(*words[3:])

    excerpts = [each.strip("\n") for each in re.split(r"^…$", shown, flags=re.MULTILINE)]
    assert printed.startswith(excerpts[0])
    at = 0
    for each in excerpts:
        at = printed.find(each, at)
        assert at >= 0, each
        at += len(each)


def test_the_parts_of_a_case_are_those_that_the_page_names():
    from psykavtal.cases.case_input import _KEYS

    rows = re.findall(r"^\| (`[^|]+) \|", PAGE, re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row)} == set(_KEYS)
