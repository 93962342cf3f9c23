"""Whether an edition of a county's agreement applies on a day."""

import pytest

import psykavtal
from psykavtal.errors import UndeterminedError
from psykavtal.model.truth import Truth
from tests.agreements.in_force_rows import ROWS


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_verdict_of_a_day(counties, row):
    found = row.ask(counties)

    assert (found.key, found.status) == (row.key, row.status)
    assert found.verdict is row.verdict
    assert tuple(each.id for each in found.rules) == row.rules
    assert (found.document, found.candidates, found.missing_facts) == (row.document, row.candidates, row.missing)
    assert (found.checked_until and found.checked_until.isoformat()) == row.checked_until
    assert (found.before, found.after) == (row.before, row.after)
    assert row.day in found.sentence.sv
    assert row.day in found.sentence.en
    assert found.citations or found.sources or found.reports


@pytest.mark.parametrize("row", [each for each in ROWS if each.verdict is Truth.TRUE], ids=str)
def test_the_edition_is_returned_if_the_verdict_is_true(counties, row):
    edition = counties[row.county].edition(on=row.day, **row.arguments)

    assert (edition.id, edition.on.isoformat()) == (row.document, row.day)
    assert edition.in_force(**row.arguments).verdict is Truth.TRUE


@pytest.mark.parametrize("row", [each for each in ROWS if each.verdict is not Truth.TRUE], ids=str)
def test_no_edition_is_returned_otherwise(counties, row):
    with pytest.raises(UndeterminedError) as caught:
        counties[row.county].edition(on=row.day, **row.arguments)

    for candidate in row.candidates:
        assert candidate in str(caught.value)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_one_verdict_for_each_edition(counties, row):
    county = counties[row.county]
    found = row.ask(counties)

    alone = {each.subject: each.verdict for each in found.editions}
    assert alone == {each: county.document(each, on=row.day).in_force(**row.arguments).verdict for each in alone}
    applying = [each for each, verdict in alone.items() if verdict is Truth.TRUE]
    assert (len(applying) == 1) == (found.verdict is Truth.TRUE)
    assert all(verdict is Truth.FALSE for verdict in alone.values()) == (found.verdict is Truth.FALSE)


def test_an_unknown_verdict_is_no_truth(counties):
    with pytest.raises(UndeterminedError, match="has no known start"):
        bool(counties["jamtland"].in_force(on="2022-05-10"))


def test_both_ends_that_a_text_allows_are_in_the_reason(counties):
    found = counties["jamtland"].in_force(on="2024-06-01")

    assert "gällde till 2022-12-31 eller 2023-12-31 (läst ur «till 2023»)" in found.sentence.sv
    assert "applied until 2022-12-31 or 2023-12-31 (read from «till 2023»)" in found.sentence.to("en")


def test_the_name_of_an_edition_does_not_contradict_its_verdict(counties):
    sentence = counties["dalarna"].in_force(on="2020-06-01").sentence

    assert sentence.sv == "Överenskommelsen, version 3 antas gälla 2020-06-01 (kontrollerad till 2020-02-07)."


def test_a_report_against_a_stated_day_is_listed_and_not_used(counties):
    found = counties["dalarna"].in_force(on="2020-01-15")

    assert {each.id for each in found.reports} == {"dalarna.validity.v4-reported", "dalarna.validity.v4-news"}


@pytest.mark.parametrize("day", ["26-01-10", "2026-02-30", "20260110", " ", "idag"])
def test_an_invalid_day_is_refused(counties, day):
    for ask in (counties["jamtland"].in_force, counties["jamtland"].edition):
        with pytest.raises(psykavtal.PsykavtalError, match=r"is not a da(te|y)"):
            ask(on=day)


def test_a_day_is_required(counties):
    jamtland = counties["jamtland"]
    for ask in (jamtland.in_force, jamtland.edition, lambda: jamtland.ask("sip.use")):
        with pytest.raises(psykavtal.PsykavtalError, match="on: no day is given"):
            ask()
