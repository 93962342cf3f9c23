"""The tables of all installed counties: complete, typed, and in one language each."""

import pickle
from collections import Counter
from datetime import date

import pytest

from psykavtal import Table
from psykavtal.agreements.field_text import field_label
from psykavtal.agreements.tables.making import make_tables, table_names
from psykavtal.errors import InvalidDateError, InvalidValueError, UnknownNameError
from psykavtal.model.provisions import KINDS, kind_of
from psykavtal.model.table_columns import ColumnType
from psykavtal.model.wording import LANGUAGES, UNTRANSLATED

DAY = "2026-01-10"
TYPES = {
    ColumnType.TEXT: str,
    ColumnType.TEXTS: tuple,
    ColumnType.INTEGER: int,
    ColumnType.BOOLEAN: bool,
    ColumnType.DATE: date,
}
NAMED = (
    *("provisions", "duties", "ages", "links", "bodies", "relations", "dates", "law"),
    *("open-questions", "silences", "comparison"),
)


@pytest.fixture(scope="module", params=LANGUAGES)
def tables(request, counties) -> dict[str, Table]:
    return {each.name: each for each in make_tables(counties.members, lang=request.param, on=DAY)}


def provisions_of(county):
    contents = county.holdings.contents
    return [*county.holdings.record.standing, *(each for content in contents for each in content.provisions)]


def test_every_table_of_the_issue_is_there(tables):
    assert set(NAMED) <= tables.keys()
    assert tuple(tables) == table_names()


def test_every_value_is_plain_and_of_the_type_of_its_column(tables):
    for table in tables.values():
        assert len(table) > 0
        names = [each.name for each in table.columns]
        assert len(names) == len(set(names)), table.name
        for row in table.rows:
            for column, cell in zip(table.columns, row, strict=True):
                if column.type is ColumnType.TEXTS and not (cell is None and column.is_key):
                    assert isinstance(cell, tuple), (table.name, column.name)
                    assert all(isinstance(each, str) and each for each in cell)
                elif cell is not None:
                    assert type(cell) is TYPES[column.type], (table.name, column.name, cell)
                    assert cell != "", (table.name, column.name)


def test_ids_of_an_ambiguous_provision_are_left_out_not_chosen(tables):
    for table in tables.values():
        lists = [each.name for each in table.columns if each.is_key and each.type is ColumnType.TEXTS]
        without = [row for row in table.to_records() if any(row[name] is None for name in lists)]
        assert {row["status_id"] for row in without} <= {"ambiguous"}


def test_columns_for_people_come_first_and_have_their_texts(tables):
    for table in tables.values():
        keys = [each.is_key for each in table.columns]
        assert keys == sorted(keys)
        assert any(each.is_brief for each in table.columns)
        for each in table.columns:
            for wording in (each.label, each.description):
                assert UNTRANSLATED not in wording.to("en")
            assert each.description.sv.endswith("."), (table.name, each.name)
            assert each.description.sv != each.description.to("en"), (table.name, each.name)
        headings = Counter(each.label.sv for each in table.columns)
        assert not [name for name, count in headings.items() if count > 1], table.name


def test_every_row_names_its_county_its_day_and_what_is_in_force(tables):
    for table in tables.values():
        assert set(table.column("county_code")) <= {"06", "20", "23"}
        assert set(table.column("on")) == {date(2026, 1, 10)}
        verdicts = set(table.column("in_force_id"))
        assert verdicts <= {"in-force", "presumed", "unclear", "not-in-force", None}
        without = [row for row in table.to_records() if row["in_force_id"] is None]
        assert not [row for row in without if row["document_id"] is not None]


def test_every_provision_is_there_once(tables, counties):
    expected = Counter((county.id, each.id) for county in counties.values() for each in provisions_of(county))
    found = Counter(zip(*(tables["provisions"].column(name) for name in ("county_id", "provision_id")), strict=True))
    assert found == expected
    assert set(found.values()) == {1}


def test_every_silence_is_there_once(tables, counties):
    expected = Counter(
        (each.document, each.topic)
        for county in counties.values()
        for content in county.holdings.contents
        for each in content.silences
    )
    found = Counter(zip(*(tables["silences"].column(name) for name in ("document_id", "topic_id")), strict=True))
    assert found == expected
    assert set(found.values()) == {1}


def test_every_open_question_is_there_once(tables, counties):
    expected = Counter()
    for county in counties.values():
        record = county.holdings.record
        owners = [(each.id, each) for each in (*provisions_of(county), *record.things, *record.documents)]
        owners += [(each.topic, each) for content in county.holdings.contents for each in content.silences]
        expected.update(
            (county.id, owner, one.name) for owner, each in owners for one in each.remarks if one.type.is_open
        )
    columns = ("county_id", "belongs_to_id", "remark_id")
    found = Counter(zip(*(tables["open-questions"].column(name) for name in columns), strict=True))
    assert found == expected
    assert len(found) > 200


@pytest.mark.parametrize("kind", [each for each in KINDS.values() if each.TABLE])
def test_every_provision_of_a_kind_is_in_its_table(tables, counties, kind):
    expected = {each.id for county in counties.values() for each in provisions_of(county) if isinstance(each, kind)}
    table = tables[kind.TABLE]
    found = set(table.column("provision_id"))
    if kind.TABLE == "ages":
        assert expected == {each for each in found if each in expected}
    assert expected <= found


def test_every_age_and_date_is_there(tables, counties):
    ages, dates = set(tables["ages"].column("words")), set(tables["dates"].column("date"))
    for county in counties.values():
        for each in provisions_of(county):
            assert {limit.words for limit in each.stated_ages()} <= ages
            assert {value.edtf for _, value in each.stated_dates()} <= dates


@pytest.mark.parametrize("kind", KINDS.values())
def test_a_field_has_the_label_of_its_own_kind(counties, kind):
    """Fields of two kinds can have one name, as the start of a validity and of a plan."""
    for name, label in kind.LABELS.items():
        assert field_label(name, kind) == label
    for row in counties.table("dates").to_records():
        if row["field_id"].startswith(f"{kind_of(kind)}."):
            assert row["field"] == f"{kind.PLURAL}: {kind.LABELS[row['field_id'].partition('.')[2]]}"


def test_both_languages_have_the_same_keys_and_figures(counties):
    both = [list(make_tables(counties.members, lang=lang, on=DAY)) for lang in LANGUAGES]
    for sv, en in zip(*both, strict=True):
        assert sv.columns == en.columns
        same = [
            at
            for at, each in enumerate(sv.columns)
            if each.is_key or each.type not in (ColumnType.TEXT, ColumnType.TEXTS)
        ]
        assert [[row[at] for at in same] for row in sv.rows] == [[row[at] for at in same] for row in en.rows]


def test_no_column_for_people_shows_an_id(tables, counties):
    ids = {*counties.topics, *counties.facts}
    for county in counties.values():
        record = county.holdings.record
        ids |= {each.id for each in (*record.things, *record.documents)} | {each.id for each in provisions_of(county)}
    # A few ids are words of Swedish, and names of what they identify.
    names = {each for county in counties.values() for thing in county.holdings.record.things for each in thing.names}
    shown = {each for each in ids - names if "-" in each or "." in each}
    for table in tables.values():
        for column in (each for each in table.columns if not each.is_key):
            cells = table.column(column.name)
            texts = {text for cell in cells for text in (cell if isinstance(cell, tuple) else (cell,))}
            assert not texts & shown, (table.name, column.name)


def test_a_label_stands_beside_every_id(tables):
    for table in tables.values():
        names = {each.name: each for each in table.columns}
        for name in names:
            partner = names.get(name.removesuffix("_id"))
            if not name.endswith("_id") or partner is None:
                continue
            for label, key in zip(table.column(partner.name), table.column(name), strict=True):
                ambiguous = "?" in str(label)
                assert (
                    bool(label) == bool(key)
                    or ambiguous
                    or (name, key)
                    in {
                        ("modality_id", "none"),
                        ("reading_id", ()),
                    }
                ), (table.name, name, label, key)


def test_without_a_day_nothing_is_said_to_be_in_force(counties):
    tables = list(make_tables(counties.members))
    assert "comparison" not in [each.name for each in tables]
    for each in tables:
        assert each.on is None
        assert set(each.column("in_force")) == set(each.column("in_force_id")) == set(each.column("on")) == {None}


def test_a_county_has_the_rows_of_its_own(counties):
    whole = counties.table("duties", on=DAY)
    one = counties["jamtland"].table("duties", on=DAY)
    code = [each.name for each in whole.columns].index("county_code")
    assert one.rows == tuple(row for row in whole.rows if row[code] == "23")
    assert one.columns == whole.columns


def test_equal_data_make_equal_tables(counties):
    one, other = (counties.table("ages", on=DAY) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert one != counties.table("ages", on="2026-01-11")
    assert pickle.loads(pickle.dumps(one)) == one


def test_the_repr_gives_the_size_and_the_day(counties):
    table = counties.table("silences", on=DAY, lang="en")
    assert repr(table) == f"<Table silences: {len(table)} rows, {len(table.columns)} columns, en, on 2026-01-10>"


@pytest.mark.parametrize(
    ("arguments", "error", "fault"),
    [
        ({"name": "provision"}, UnknownNameError, "unknown table 'provision'. Did you mean 'provisions'?"),
        ({"name": 5}, InvalidValueError, "name: must be text, not int."),
        ({"name": "ages", "lang": "de"}, InvalidValueError, "unknown language 'de'. Languages: sv, en."),
        ({"name": "ages", "lang": None}, InvalidValueError, "lang: must be text, not NoneType."),
        ({"name": "ages", "on": "2026-13-01"}, InvalidDateError, "on: '2026-13-01' is not a day of the calendar."),
        ({"name": "ages", "on": ""}, InvalidDateError, "on: '' is not a date."),
        ({"name": "comparison"}, InvalidValueError, "comparison: needs a day. Give the day to ask for"),
    ],
)
def test_a_mistake_is_refused_with_what_would_be_right(counties, arguments, error, fault):
    for source in (counties, counties["jamtland"]):
        with pytest.raises(error) as caught:
            source.table(**arguments)
        assert str(caught.value).startswith(fault)


def test_an_unknown_column_suggests_the_nearest(counties):
    with pytest.raises(UnknownNameError, match=r"ages: unknown column 'at_leest'\. Did you mean 'at_least'?"):
        counties.table("ages").column("at_leest")


def test_a_day_before_any_edition_is_not_in_force(counties):
    verdicts = set(counties["jamtland"].table("provisions", on="1950-01-01").column("in_force_id"))
    assert "in-force" not in verdicts
    assert "presumed" not in verdicts
