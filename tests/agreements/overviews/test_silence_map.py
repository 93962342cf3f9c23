"""The silence map has the status of each topic, as asking for it gives."""

import pytest

from psykavtal import from_json, load_counties, silence_map, to_json
from psykavtal.errors import InvalidDateError, InvalidValueError, UnknownTopicError
from tests.counties import AGREEMENT, COUNTY
from tests.norrvik import plugin

DAY = "2026-01-10"


@pytest.fixture(scope="module")
def norrvik():
    return load_counties([plugin], strict=True)


@pytest.mark.parametrize("on", [DAY, "2021-08-01", "2024-06-01", "2028-01-01"])
def test_each_cell_has_the_status_of_the_answer(counties, on):
    found = silence_map(counties, on=on, topics="all")
    assert found.subjects == tuple(each.name for each in counties.members)
    for row in found.rows:
        for county, cell in zip(counties.members, row.cells, strict=True):
            answer = county.ask(row.topic.id, on=on, include_reported=True)
            assert (cell.subject, cell.topic, cell.status) == (county.name, row.topic.id, answer.status)
            assert cell.provisions == tuple(each.id for each in answer.basis)
            assert cell.citations == answer.citations
            assert cell.cause == getattr(answer, "cause", "" if answer.status != "not-applicable" else cell.cause)


def test_a_document_is_asked_itself(counties):
    editions = [counties["jamtland"].document(each, on=DAY) for each in ("jamtland-2025", "jamtland-2021")]
    found = silence_map(editions, on=DAY, topics="sip.convener")
    assert [each.status for each in found.rows[0].cells] == [each.ask("sip.convener").status for each in editions]


def test_a_silence_is_no_open_question_of_its_own(counties):
    found = silence_map(counties, on=DAY, topics="disagreement.final-instance")
    assert [(each.status, each.open_questions) for each in found.rows[0].cells if each.status == "silent"] == [
        ("silent", ()),
        ("silent", ()),
    ]


def test_open_questions_are_those_of_the_remarks(counties):
    found = silence_map(counties, on=DAY, topics="all")
    for row in found.rows:
        for county, cell in zip(counties.members, row.cells, strict=True):
            answer = county.ask(row.topic.id, on=DAY, include_reported=True)
            own = [row.topic.question] if answer.status == "silent" else []
            assert [*own, *cell.open_questions] == list(answer.open_questions)


def test_a_map_of_all_topics_counts_each_once(counties):
    found = silence_map(counties, on=DAY, topics="all")
    assert found.omissions == 0
    for name in found.subjects:
        assert sum(found.counts(name).values()) == len(found.rows)


def test_the_overview_names_what_it_leaves_out(counties):
    every, overview = silence_map(counties, on=DAY, topics="all"), silence_map(counties, on=DAY)
    assert overview.omissions == len(every.rows) - len(overview.rows) > 0


def test_norrvik(norrvik):
    found = silence_map(norrvik, on="2024-01-10")
    cells = {row.topic.id: row.cells[0] for row in found.rows}
    assert found.counts("Norrvik") == {"stated": 15, "ambiguous": 1, "silent": 1}
    assert cells["sip.discharge"].status == "silent"
    assert cells["disagreement.interim"].is_uncertain
    assert cells["target-group.age"].ambiguous_members == ("norrvik-2023.target-group.children",)
    assert not cells["sip.consent"].is_uncertain


def test_a_matter_handed_over_is_marked(make_county):
    agreement = COUNTY + AGREEMENT + '\n[document.annat]\nnames = ["Annat avtal"]\ntype = "agreement"\n'
    document = """\
document = "avtal-2024"
silent_on = ["sip.timing"]

[linked-agreement.annat]
answers = ["links.agreements"]
passage = "Målgrupp: se … annat avtal"
link = "annat"
defers_to = ["annat"]
sv = "Frågan lämnas till ett annat avtal."

[silence."sip.convener"]
defers_to = "avtal-2024.linked-agreement.annat"
"""
    counties = load_counties([make_county.whole(agreement, document)], strict=True)
    found = silence_map(counties, on="2025-01-01", topics=["sip.convener", "sip.timing"])
    assert [(row.cells[0].status, row.cells[0].is_handed_over) for row in found.rows] == [
        ("silent", True),
        ("silent", False),
    ]


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"on": "imorgon"}, InvalidDateError, "on"),
        ({"on": DAY, "topics": "sip.convenor"}, UnknownTopicError, "sip.convener"),
    ],
)
def test_bad_arguments_are_refused(counties, arguments, error, message):
    with pytest.raises(error, match=message):
        silence_map(counties, **arguments)


@pytest.mark.parametrize("subjects", [[], "jamtland", [1], None])
def test_nothing_to_map_is_refused(subjects):
    with pytest.raises(InvalidValueError, match="subjects"):
        silence_map(subjects, on=DAY)


def test_an_unknown_subject_is_refused_with_the_nearest(counties):
    with pytest.raises(InvalidValueError, match="Did you mean 'Dalarna'"):
        silence_map(counties, on=DAY).counts("Dalarne")


def test_records_are_flat_and_in_one_language(counties):
    found = silence_map(counties, on=DAY)
    swedish, english = found.to_records(), found.to_records(lang="en")
    assert len(swedish) == len(english) == len(found.rows) * len(found.subjects)
    assert {each["status_label"] for each in swedish} & {each["status_label"] for each in english} == set()
    assert all(isinstance(value, str | int) for each in swedish for value in each.values())


def test_a_map_can_be_written_and_read(counties):
    found = silence_map(counties, on=DAY)
    assert from_json(to_json(found), counties=counties) == found
