"""The columns of every table: typed values, in one language each, with a label beside each id."""

from collections import Counter
from datetime import date

import pytest

from psykavtal.agreements.field_text import field_label
from psykavtal.agreements.tables.making import make_tables, table_names
from psykavtal.model.provisions import KINDS, kind_of
from psykavtal.model.table_columns import ColumnType
from psykavtal.model.wording import LANGUAGES, UNTRANSLATED
from tests.tables.exports import DAY
from tests.tables.provisions import provisions_of

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


def test_every_table_of_the_issue_is_there(tables_by_name):
    assert set(NAMED) <= tables_by_name.keys()
    assert tuple(tables_by_name) == table_names()


def test_every_value_is_plain_and_of_the_type_of_its_column(tables_by_name):
    for table in tables_by_name.values():
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


def test_ids_of_an_ambiguous_provision_are_left_out_not_chosen(tables_by_name):
    for table in tables_by_name.values():
        lists = [each.name for each in table.columns if each.is_key and each.type is ColumnType.TEXTS]
        without = [row for row in table.to_records() if any(row[name] is None for name in lists)]
        assert {row["status_id"] for row in without} <= {"ambiguous"}


def test_columns_for_people_come_first_and_have_their_texts(tables_by_name):
    for table in tables_by_name.values():
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


def test_every_row_names_its_county_its_day_and_what_is_in_force(tables_by_name):
    for table in tables_by_name.values():
        assert set(table.column("county_code")) <= {"06", "20", "23"}
        assert set(table.column("on")) == {date(2026, 1, 10)}
        verdicts = set(table.column("in_force_id"))
        assert verdicts <= {"in-force", "presumed", "unclear", "not-in-force", None}
        without = [row for row in table.to_records() if row["in_force_id"] is None]
        assert not [row for row in without if row["document_id"] is not None]


def test_no_column_for_people_shows_an_id(tables_by_name, counties):
    ids = {*counties.topics, *counties.facts}
    for county in counties.values():
        record = county.holdings.record
        ids |= {each.id for each in (*record.things, *record.documents)} | {each.id for each in provisions_of(county)}
    # A few ids are words of Swedish, and names of what they identify.
    names = {each for county in counties.values() for thing in county.holdings.record.things for each in thing.names}
    shown = {each for each in ids - names if "-" in each or "." in each}
    for table in tables_by_name.values():
        for column in (each for each in table.columns if not each.is_key):
            cells = table.column(column.name)
            texts = {text for cell in cells for text in (cell if isinstance(cell, tuple) else (cell,))}
            assert not texts & shown, (table.name, column.name)


def test_a_label_stands_beside_every_id(tables_by_name):
    for table in tables_by_name.values():
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
