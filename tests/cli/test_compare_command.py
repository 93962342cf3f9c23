"""`psykavtal compare`: documents in place of counties."""

import json

import pytest
from click.testing import CliRunner

import psykavtal
from psykavtal.cli import main

pytestmark = pytest.mark.usefixtures("loaded_once")

DAY = "2026-01-10"
EDITIONS = ("jamtland-2021", "jamtland-2025")


def run(*arguments, code=0):
    result = CliRunner().invoke(main, ["compare", *arguments], catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result.output


def of_documents(*names):
    return [each for name in names for each in ("--document", name)]


@pytest.mark.parametrize("names", [EDITIONS, ("jamtland-2021", "dalarna-direktiv-2020", "jonkoping-2025")], ids=str)
def test_documents_are_compared_as_by_the_library(counties, names):
    printed = json.loads(run(*of_documents(*names), "--on", DAY, "--topic", "all", "--format", "json"))
    owners = {each.id: county for county in counties.values() for each in county.documents}
    expected = psykavtal.compare([owners[each].document(each, on=DAY) for each in names], on=DAY, topics="all")
    assert psykavtal.from_dict(printed, counties=counties) == expected


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_both_editions_are_named_in_the_output(counties, lang):
    output = run(*of_documents(*EDITIONS), "--on", DAY, "--topic", "sip.convener", "--lang", lang, "--detail")
    assert {"sv": "Vem kallar till SIP?", "en": "Who calls the SIP?"}[lang] in output
    for name in EDITIONS:
        assert counties["jamtland"].document(name, on=DAY).document.name in output


def test_a_topic_of_a_document_that_is_not_an_agreement_is_compared():
    arguments = (*of_documents("dalarna-direktiv-2020", "jamtland-2025"), "--on", DAY, "--topic", "commission.funding")
    assert "Vem betalar för uppdraget?" in run(*arguments, "--detail")


@pytest.mark.parametrize(
    ("arguments", "code", "printed"),
    [
        (of_documents("jamtland-2024"), 1, "no document 'jamtland-2024'. Did you mean 'jamtland-202"),
        (of_documents("jamtland-2025", "jamtland-2025"), 1, "one is given twice"),
        ((*of_documents("jamtland-2025"), "--county", "jamtland"), 2, "--county and --document do not go together"),
    ],
    ids=str,
)
def test_wrong_documents_are_refused(arguments, code, printed):
    output = run(*arguments, "--on", DAY, "--lang", "en", code=code)
    assert printed in output
    assert "plan-" not in output
