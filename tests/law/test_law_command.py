"""References of a document, and the command `law`."""

import json

import pytest
from click.testing import CliRunner

from psykavtal import load_counties
from psykavtal.cli.main import main
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty

LEGAL = """
[legal-reference.plan-hsl]
answers = ["law.references"]
passage = "Målgrupp: Avtalet gäller under"
as_written = "16 kap. 4 § HSL"
subject = "individual-plan"
sv = "Anges för planen."

[legal-reference.plan-sol]
answers = ["law.references"]
passage = "Målgrupp: Avtalet gäller under"
as_written = "13 kap. 5 § SoL"
subject = "individual-plan"
sv = "Anges för planen."

[legal-reference.unclear]
answers = ["law.references"]
passage = "Målgrupp: Avtalet gäller under"
as_written = "gällande lag"
sv = "Anges allmänt."
"""


def test_references_of_a_document_are_held_against_each_other(tmp_path, monkeypatch):
    dated = AGREEMENT.replace("read_on", "dated = 2024-03-01\nread_on", 1)
    county = MakeCounty(tmp_path, monkeypatch).whole(county=COUNTY + dated, document=DOCUMENT + LEGAL)
    (testlan,) = load_counties(plugins=[county], strict=True).members
    found = {each.provision.as_written: each.resolution for each in testlan.law_references(on="2030-01-01")}
    checks = {written: [each.check.value for each in resolution.findings] for written, resolution in found.items()}
    assert checks["16 kap. 4 § HSL"] == ["no-number"]
    assert checks["13 kap. 5 § SoL"][-1] == "pair"
    assert checks["gällande lag"] == ["not-parsed"]


@pytest.fixture
def run():
    def _run(*arguments: str):
        return CliRunner().invoke(main, ["law", *arguments], catch_exceptions=False)

    return _run


def test_the_command_says_what_a_citation_comes_to(run, snapshot):
    assert run("13 kap. 5 § SoL", "--on", "2025-07-01", "--subject", "individual-plan").output == snapshot


@pytest.mark.parametrize("arguments", [["--subject", "individual-plan"], ["HSL", "--county", "jamtland"]])
def test_options_that_do_not_go_together_are_refused(run, arguments):
    assert run(*arguments).exit_code == 2


def test_the_command_gives_json(run):
    (table,) = json.loads(run("HSL", "--on", "2026-01-10", "--format", "json").output)
    assert table["kind"] == "resolution"
    assert json.loads(run("--on", "2026-01-10", "--format", "json").output)[0]["kind"] == "law-reference"
