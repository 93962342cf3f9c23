"""The README is held to: its commands print what it shows, and its Python runs."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from psykavtal.cli import main

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
CONSOLE = re.findall(r"```console\n\$ (.*?)\n(.*?)```", README, re.DOTALL)


def test_it_shows_the_two_commands():
    assert {"uv run psykavtal compare", "uv run pytest"} <= {command for command, _ in CONSOLE}


@pytest.mark.parametrize(("command", "output"), [each for each in CONSOLE if each[1]], ids=lambda value: value[:60])
def test_a_command_prints_what_is_shown(command, output):
    words = shlex.split(command)
    assert words[:3] == ["uv", "run", "psykavtal"]

    printed = CliRunner().invoke(main, words[3:], catch_exceptions=False).output

    assert printed.strip() == output.strip()


def test_the_python_runs(capsys):
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert len([line for line in code.splitlines() if line.strip()]) <= 13

    exec(compile(code, "README.md", "exec"), {})

    printed = capsys.readouterr().out
    assert "stated" in printed
    assert "include_reported=True" in printed


def test_every_document_that_is_linked_is_there():
    root = Path(__file__).parents[1]
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (root / target).exists(), target
