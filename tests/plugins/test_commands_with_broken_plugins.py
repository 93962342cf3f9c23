"""Commands report each disabled plugin and signal it by their exit code."""

import json
import os
import subprocess
import sys
import warnings
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from psykavtal import load_counties
from psykavtal.cli.main import main
from psykavtal.errors import PluginWarning
from tests.plugins.hostile import ON, distribution

RIVALS: dict[str, tuple[dict[str, bytes], list[str]]] = {
    "a county in two distributions": (
        {"again-dist": b"[psykavtal]\njamtland = psykavtal_jamtland:plugin\n"},
        ["jonkoping", "dalarna"],
    ),
    "a plugin that claims a code": (
        {"claim-dist": b"[psykavtal]\nhostile = hostile_module:plugin\n"},
        ["jonkoping", "dalarna"],
    ),
    "two entry points of one name in one distribution": (
        {
            "twice-dist": b"[psykavtal]\njamtland = psykavtal_jamtland:plugin\n[psykavtal]\njamtland = psykavtal_jamtland:plugin\n"
        },
        ["jonkoping", "dalarna"],
    ),
}

CLAIM = "from psykavtal import hookimpl\nfrom psykavtal.model.places import Place\n@hookimpl\n"

CLAIM += 'def psykavtal_county():\n    return Place(id="ours", code="23", name="Ours", region="R")\n'

CLAIM += "import sys\nplugin = sys.modules[__name__]\n"


def run(*arguments: str, given: str | None = None) -> Any:
    return CliRunner().invoke(main, arguments, input=given)


@cache
def run_with_whole_plugins(*arguments: str) -> Any:
    return run(*arguments)


COMMANDS: dict[str, tuple[str, ...]] = {
    "compare": ("compare", "--on", ON, "--county", "20"),
    "compare as JSON": ("compare", "--on", ON, "--format", "json"),
    "case": ("case", "--municipality", "2080", "--age", "30", "--on", ON),
    "counties": ("counties",),
    "facts": ("facts",),
    "law": ("law", "--on", ON),
    "escalation": ("escalation", "dalarna", "--on", ON),
}


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize(("points", "left"), RIVALS.values(), ids=RIVALS)
def test_a_county_that_is_missing_is_reported_and_the_exit_code_says_so(
    site: Path, points: dict[str, bytes], left: list[str], arguments: tuple[str, ...]
) -> None:
    (site / "hostile_module.py").write_text(CLAIM, encoding="utf-8")
    sys.modules.pop("hostile_module", None)
    before = run_with_whole_plugins(*arguments)
    for name, text in points.items():
        distribution(site, name, text)
    result = run(*arguments)
    assert result.exit_code == 3 if before.exit_code == 0 else result.exit_code != 0
    assert "jamtland" in result.stderr
    assert "23" in result.stderr
    assert bool(result.stdout) == bool(before.stdout)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        assert list(load_counties()) == left


def test_the_list_of_counties_names_each_disabled_plugin(site: Path) -> None:
    distribution(site, "hostile-dist", b"[psykavtal]\nhostile = no_such_module_x:plugin\n")
    result = run("counties")
    assert result.exit_code == 3
    assert "avstängd: hostile (hostile-dist 1.0)" in result.stdout
    assert "no_such_module_x" in result.stderr
    assert "disabled: hostile" in run("counties", "--lang", "en").stdout


def test_with_every_plugin_whole_the_exit_code_is_0() -> None:
    for arguments in (COMMANDS["compare"], COMMANDS["counties"], COMMANDS["facts"], COMMANDS["case"]):
        result = run(*arguments)
        assert (result.exit_code, result.stderr) == (0, "")


PRINTING = """\
import sys
print("noise at import")
sys.stdout.write("more noise\\n")
from psykavtal import hookimpl
class Plugin:
    @hookimpl
    def psykavtal_things(self, county):
        print("noise of a hook")
        return ()
    @hookimpl
    def psykavtal_provisions(self, document):
        print("noise of content")
        return ()
plugin = Plugin()
"""


def test_what_a_plugin_prints_does_not_mix_with_results(site: Path) -> None:
    distribution(site, "hostile-dist", b"[psykavtal]\nhostile = hostile_module:plugin\n")
    (site / "hostile_module.py").write_text(PRINTING, encoding="utf-8")
    line = json.dumps({"municipality": "2321", "age": 30})
    done = subprocess.run(
        [sys.executable, "-c", "from psykavtal.cli.main import main; main()", "case", "-", "--on", ON],
        input=f"{line}\n{line}\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert done.returncode == 0
    assert [json.loads(each)["line"] for each in done.stdout.splitlines()] == [1, 2]
    for noise in ("noise at import", "more noise", "noise of a hook", "noise of content"):
        assert noise in done.stderr
