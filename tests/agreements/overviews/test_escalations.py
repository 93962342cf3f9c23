"""The routes of several counties are those of each one's edition."""

import pytest

from psykavtal import escalations, from_json, load_counties, to_json
from psykavtal.agreements.escalation.occasions import OCCASIONS
from psykavtal.model.answers import Ambiguous
from tests.norrvik import plugin

DAY = "2026-01-10"


def routes_of(answer):
    if isinstance(answer, Ambiguous) and answer.chosen is None:
        return [each.answer.by_text for each in answer.readings]
    return [answer.by_text] if answer.status in {"stated", "derived"} else []


@pytest.mark.parametrize("document", ["jamtland-2025", "jamtland-2021", "jonkoping-2025", "dalarna-direktiv-2020"])
def test_each_route_is_one_of_the_document(counties, document):
    county = next(each for each in counties.members if any(one.id == document for one in each.documents))
    edition = county.document(document, on=DAY)
    found = escalations([edition], on=DAY)
    for occasion in OCCASIONS:
        answer = edition.escalation.route(trigger=occasion)
        rows = [each for each in found.rows if each.occasion == occasion]
        assert {each.status for each in rows} == {answer.status}
        assert {each.route.content for each in rows if each.route} == {each.content for each in routes_of(answer)}
        names = {name for each in rows for name in each.readings}
        assert names == ({each.name for each in answer.readings} if isinstance(answer, Ambiguous) else set())


def test_a_county_is_asked_by_the_edition_that_applies(counties):
    by_county = escalations([counties["jamtland"]], on=DAY)
    by_document = escalations([counties["jamtland"].document("jamtland-2025", on=DAY)], on=DAY)
    assert [(each.occasion, each.route) for each in by_county.rows] == [
        (each.occasion, each.route) for each in by_document.rows
    ]


def test_a_county_whose_edition_is_unclear_has_no_route(counties):
    found = escalations([counties["dalarna"]], on=DAY)
    assert [(each.status, each.route) for each in found.rows] == [("not-recorded", None)] * len(OCCASIONS)
    assert {each.reason for each in found.rows} == {found.in_force[0].sentence}


def test_norrvik():
    found = escalations(load_counties([plugin], strict=True), on="2024-01-10")
    (row,) = [each for each in found.rows if each.occasion == "disagreement"]
    assert (row.status, [each.target for each in row.route.steps]) == (
        "stated",
        ["lokal-grupp", "tln", "psn", "skiljenamnd"],
    )


def test_the_records_have_a_row_for_each_step(counties):
    found = escalations(counties, on=DAY)
    records = found.to_records()
    assert len(records) == sum(len(each.route.steps) if each.route else 1 for each in found.rows)
    last = [each for each in records if each["subject"] == "Jämtland Härjedalen" and each["end"]]
    assert {each["end"] for each in last} == {"unnamed"}
    assert all(each["unnamed"] for each in last)


def test_the_reason_of_a_silence_has_no_id(counties):
    found = escalations([counties["jonkoping"]], on=DAY)
    (row,) = [each for each in found.rows if each.occasion == "disagreement"]
    assert row.reason is not None
    assert "jonkoping-2025" not in row.reason.sv


def test_routes_can_be_written_and_read(counties):
    found = escalations(counties, on=DAY)
    assert from_json(to_json(found), counties=counties) == found
