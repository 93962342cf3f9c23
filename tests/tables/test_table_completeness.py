"""Every provision, silence, open question, age and date is in a table once."""

from collections import Counter

import pytest

from psykavtal.model.provisions import KINDS
from tests.tables.provisions import provisions_of


def test_every_provision_is_there_once(tables_by_name, counties):
    expected = Counter((county.id, each.id) for county in counties.values() for each in provisions_of(county))
    found = Counter(
        zip(*(tables_by_name["provisions"].column(name) for name in ("county_id", "provision_id")), strict=True)
    )
    assert found == expected
    assert set(found.values()) == {1}


def test_every_silence_is_there_once(tables_by_name, counties):
    expected = Counter(
        (each.document, each.topic)
        for county in counties.values()
        for content in county.holdings.contents
        for each in content.silences
    )
    found = Counter(
        zip(*(tables_by_name["silences"].column(name) for name in ("document_id", "topic_id")), strict=True)
    )
    assert found == expected
    assert set(found.values()) == {1}


def test_every_open_question_is_there_once(tables_by_name, counties):
    expected = Counter()
    for county in counties.values():
        record = county.holdings.record
        owners = [(each.id, each) for each in (*provisions_of(county), *record.things, *record.documents)]
        owners += [(each.topic, each) for content in county.holdings.contents for each in content.silences]
        expected.update(
            (county.id, owner, one.name) for owner, each in owners for one in each.remarks if one.type.is_open
        )
    columns = ("county_id", "belongs_to_id", "remark_id")
    found = Counter(zip(*(tables_by_name["open-questions"].column(name) for name in columns), strict=True))
    assert found == expected
    assert len(found) > 200


@pytest.mark.parametrize("kind", [each for each in KINDS.values() if each.TABLE])
def test_every_provision_of_a_kind_is_in_its_table(tables_by_name, counties, kind):
    expected = {each.id for county in counties.values() for each in provisions_of(county) if isinstance(each, kind)}
    table = tables_by_name[kind.TABLE]
    found = set(table.column("provision_id"))
    if kind.TABLE == "ages":
        assert expected == {each for each in found if each in expected}
    assert expected <= found


def test_every_age_and_date_is_there(tables_by_name, counties):
    ages, dates = set(tables_by_name["ages"].column("words")), set(tables_by_name["dates"].column("date"))
    for county in counties.values():
        for each in provisions_of(county):
            assert {limit.words for limit in each.stated_ages()} <= ages
            assert {value.edtf for _, value in each.stated_dates()} <= dates
