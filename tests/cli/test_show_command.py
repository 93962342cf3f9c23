"""`psykavtal show` prints a document as recorded, beside its outline."""

import json
import re
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from psykavtal.cli import main

DAY = ("--on", "2026-01-10")


@pytest.fixture
def show() -> Callable[..., Result]:
    return lambda *arguments: CliRunner().invoke(main, ["show", *arguments], catch_exceptions=False)


def test_without_a_section_it_prints_the_outline_on_one_screen(show):
    for county in ("jamtland", "jonkoping"):
        result = show(county, *DAY)
        assert result.exit_code == 0, result.output
        lines = result.output.splitlines()
        assert len(lines) <= 40, county
        assert max(map(len, lines)) <= 100, county
        assert any("Målgrupp" in line and "bestämmelser" in line for line in lines)


def test_a_section_is_printed_with_wording_force_place_and_passages(show):
    output = show("dalarna", "3", "--document", "dalarna-direktiv-2020", "--lang", "en", *DAY).output
    assert re.search(r"Heading 3 of \d+, after «2. Beskrivning av uppdraget», before «4. Mål»\.", output)
    assert re.search(r"^3\. Syfte: \d+ provisions$", output, re.MULTILINE)
    assert "\n    item 1 of 4" in output
    assert "<«3. Syfte»:" in output


@pytest.mark.parametrize("section", ["Överenskommelsens syfte", "syfte", "10"])
def test_a_section_is_given_by_heading_id_or_number(show, section):
    assert "Överenskommelsens syfte" in show("jamtland", section, *DAY).output.partition("\n\n")[2].splitlines()[0]


def test_an_unknown_section_suggests(show):
    result = show("jonkoping", "Syftett", *DAY, "--lang", "en")
    assert result.exit_code == 1
    assert "Did you mean 'Syftet'?" in result.stderr


def test_the_whole_document_follows_its_outline(show):
    output = show("jonkoping", "--full", *DAY).output
    assert output.index("Disposition") < output.index("Syftet: ") < output.rindex("Avvikelser")
    assert show("jonkoping", "Syftet", "--full").exit_code == 2


def test_a_county_without_an_edition_names_its_documents(show):
    result = show("jamtland", "--on", "2012-01-01")
    assert result.exit_code == 0
    assert "--document jamtland-2025" in result.output


def test_the_only_available_document_is_shown_if_no_edition_applies(show):
    result = show("dalarna", "--on", "2012-01-01")
    assert result.exit_code == 0
    assert "1. Bakgrund" in result.output
    assert "Ingen redovisad upplaga gäller 2012-01-01" in result.output


@pytest.mark.parametrize("fmt", ["markdown", "html"])
def test_every_format_has_the_headings(show, fmt):
    output = show("jonkoping", "Syftet", "--format", fmt, *DAY).output
    assert "Syftet" in output
    assert "Rubrik 3 av" in output


def test_json_has_the_place_of_each_provision(show):
    printed = json.loads(show("jonkoping", "Gemensamt ansvarstagande", "--format", "json", *DAY).output)
    assert "Syftet" in [each["heading"] for each in printed["outline"]]
    assert {each["place"]["section"] for each in printed["provisions"]} == {"gemensamt"}
    assert all(each["provision"]["document"] == "jonkoping-2025" for each in printed["provisions"])
