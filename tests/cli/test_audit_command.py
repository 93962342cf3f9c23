"""The command `audit`: counts on one screen, findings in detail, JSON."""

import pytest
from click.testing import CliRunner

from psykavtal import audit, from_json
from psykavtal.agreements.audit.core_checks import CORE_CHECKS
from psykavtal.cli import main

ON = "2026-01-10"
IDS = [each.id for each in CORE_CHECKS]


def run(*arguments):
    return CliRunner().invoke(main, ["audit", *arguments], catch_exceptions=False)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_command_counts_on_one_screen(counties, lang):
    result = run("--on", ON, "--lang", lang)
    lines = result.output.splitlines()

    assert result.exit_code == 0
    assert len(lines) <= 24
    everything = audit(counties, on=ON)
    for check in everything.checks:
        line = next(each for each in lines if each.startswith(check.label.to(lang)))
        for county in counties:
            decided = sum(each.is_decided for each in everything.of(county=county, check=check.id))
            assert not decided or f" {decided}" in line


def test_the_command_shows_every_finding_in_detail(counties):
    output = " ".join(run("--on", ON, "--lang", "en", "--detail").output.split())

    for finding in audit(counties, on=ON).findings:
        assert " ".join(finding.wording.to("en").split()) in output


def test_the_command_takes_a_county_a_check_and_json(counties):
    result = run("jonkoping", "--on", ON, "--check", "dead-ends", "--format", "json")

    assert from_json(result.output) == audit(counties["jonkoping"], on=ON, checks="dead-ends")
    assert run("--check", "dead-end", "--lang", "en").exit_code == 1
    assert "Did you mean 'dead-ends'" in run("--check", "dead-end", "--lang", "en").output
    assert all(f"{each}: " in run("--list").output for each in IDS)
