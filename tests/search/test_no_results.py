"""Searches without results, and the status and remarks of results."""

import json

import pytest
from click.testing import CliRunner

from psykavtal.agreements.search.recorded_status import RecordedStatus
from psykavtal.cli import main
from psykavtal.model.answers import Silent
from psykavtal.output.text import text
from psykavtal.output.views.search_view import search_report

pytestmark = pytest.mark.usefixtures("loaded_once")

DAY = "2026-01-10"


def run(*arguments):
    result = CliRunner().invoke(main, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return " ".join(result.output.split())


@pytest.mark.parametrize(
    ("arguments", "lang", "printed"),
    [
        (("diarienummer", "--county", "dalarna"), "sv", "Diarienummer: tyst i dalarna-direktiv-2020"),
        (("diarienummer", "--county", "dalarna"), "en", "Registry number: silent in dalarna-direktiv-2020"),
        (("kronor",), "sv", "tyst i jamtland-2025 Finansiering: sagt i dalarna-direktiv-2020"),
        (("undertecknat",), "en", "Signatories: silent in "),
        (("parkering",), "sv", "Ingen fråga har orden; det visar inte att texterna är tysta"),
        (("parkering",), "en", "No topic has the words; it is not shown that the texts are silent"),
        (
            ("LVM", "--document", "jamtland-2025"),
            "sv",
            "Utan filter: 4 (jamtland-2021, jonkoping-2025) Tvångsvård: sagt",
        ),
        (("Krokom", "--document", "jamtland-2025"), "sv", "Utan filter: 1 (jamtland-2021)"),
        (("SIP", "kanske"), "en", "Topics with any of the words: SIP: "),
    ],
    ids=str,
)
def test_no_result_names_the_topics_and_their_status(arguments, lang, printed):
    assert printed in run("find", *arguments, "--lang", lang)


@pytest.mark.parametrize("word", ["diarienummer", "undertecknat", "kronor", "pengar", "dnr"])
def test_a_silence_that_a_search_names_is_the_answer_of_the_document(counties, word):
    results = counties.find(word)
    assert not results
    assert results.topics
    for each in results.topics:
        for document, status in each.statuses:
            county = next(one for one in counties.values() if document in [known.id for known in one.documents])
            answer = county.document(document, on=DAY).ask(each.topic.id)
            assert isinstance(answer, Silent) == (status == "silent"), (each.topic.id, document)


def test_the_topics_are_only_named_without_results(counties):
    assert counties.find("SIP").topics == ()
    assert counties.find(topic="sip").topics == ()
    assert "topic document.registry-number: silent in" in repr(counties.find("diarienummer"))


def test_every_result_has_its_recorded_status(counties):
    results = counties.find()
    assert {each.status for each in results} == {each.value for each in RecordedStatus}
    for each in results:
        assert each.status == RecordedStatus.of(each.provision).value
    assert counties.find("Ragunda")[0].status is None


@pytest.mark.parametrize(
    ("lang", "labels"), [("sv", ("sagt", "uppgift från annat håll")), ("en", ("stated", "reported"))]
)
def test_the_status_is_printed(lang, labels):
    output = run("find", "version", "--document", "jamtland-2021", "--lang", lang)
    assert all(f"[{each}]" in output for each in labels)


def test_remarks_with_a_word_are_printed_with_their_kind(counties):
    results = counties.find("budget", county="dalarna")
    with_remarks = [each for each in results if each.remarks]
    assert with_remarks
    for each in results:
        assert ("remark" in each.where) == bool(each.remarks)
        assert set(each.remarks) <= set(each.provision.remarks)
    printed = " ".join(text(search_report(results, counties.topics, {}), "sv").split())
    for each in with_remarks:
        assert all(f"{one.type.label.sv.capitalize()}: {one.text.sv}" in printed for one in each.remarks)


def test_json_has_status_remarks_and_topics():
    found = json.loads(run("find", "budget", "--county", "dalarna", "--format", "json"))["found"][0]
    assert found["status"] == "stated"
    assert found["remarks"][0]["kind"] == "not-stated"
    none = json.loads(run("find", "diarienummer", "--county", "dalarna", "--format", "json"))
    assert none["topics"] == [{"topic": "document.registry-number", "statuses": {"dalarna-direktiv-2020": "silent"}}]
    assert json.loads(run("find", "LVM", "--document", "jamtland-2025", "--format", "json"))["elsewhere"]


@pytest.mark.parametrize("word", ["SIP", "kommun", "budget", "anhöriga"])
def test_remarks_are_those_by_which_the_result_is_found(counties, word):
    for each in counties.find(word):
        assert ("remark" in each.where) == bool(each.remarks)
