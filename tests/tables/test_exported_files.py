"""The files of an export: all of them, with the content of the tables, the same bytes twice."""

import json
import zipfile
from collections import Counter
from datetime import date

import jsonschema_rs
import polars as pl
import pytest

import psykavtal
from psykavtal import from_json
from psykavtal.model.table_columns import ColumnType
from psykavtal.output.export.prepared_export import FORMATS
from tests.tables.exports import DAY, content, parsed


@pytest.mark.slow
def test_every_file_is_there(folder, tables):
    expected = {"CODEBOOK.md", "datapackage.json", "psykavtal.xlsx", "json/counties.json"}
    expected |= {f"json/schemas/{each}.json" for each in ("county", "document", "exchange")}
    expected |= {f"{fmt}/{each.name}.csv" for fmt in ("csv", "csv-excel") for each in tables}
    expected |= {f"parquet/{each.name}.parquet" for each in tables}
    assert content(folder).keys() == expected


@pytest.mark.slow
def test_the_same_data_give_the_same_bytes(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("time.time", lambda: 0.0)
    again = psykavtal.load_counties(strict=True)
    psykavtal.export(again, tmp_path / "out", on=DAY, formats=FORMATS)
    assert content(tmp_path / "out") == content(folder)
    with zipfile.ZipFile(folder / "psykavtal.xlsx") as book:
        assert b"2020-01-01T00:00:00Z" in book.read("docProps/core.xml")


@pytest.mark.slow
def test_parquet_and_csv_have_the_tables(folder, tables):
    for table in tables:
        assert pl.read_parquet(folder / "parquet" / f"{table.name}.parquet").to_dicts() == table.to_records()
        head, *rows = parsed((folder / "csv" / f"{table.name}.csv").read_bytes())
        assert head == [each.name for each in table.columns]
        for row, cells in zip(table.rows, rows, strict=True):
            for value, column, cell in zip(row, table.columns, cells, strict=True):
                assert read_cell(cell, column.type) == value


def read_cell(cell: str, kind: ColumnType):
    if cell == "":
        return None
    return {
        ColumnType.TEXT: str,
        ColumnType.TEXTS: lambda each: tuple(json.loads(each)),
        ColumnType.INTEGER: int,
        ColumnType.BOOLEAN: {"true": True, "false": False}.get,
        ColumnType.DATE: date.fromisoformat,
    }[kind](cell)


@pytest.mark.slow
def test_the_codebook_describes_each_column_in_both_languages(folder, tables):
    text = (folder / "CODEBOOK.md").read_text("utf-8")
    package = json.loads((folder / "datapackage.json").read_bytes())
    assert [each["name"] for each in package["resources"]] == [each.name for each in tables]
    for table, resource in zip(tables, package["resources"], strict=True):
        assert f"## {table.name}: {table.title.sv} / {table.title.to('en')}" in text
        assert (folder / resource["path"]).is_file()
        assert resource["rows"] == len(table)
        assert [each["name"] for each in resource["schema"]["fields"]] == [each.name for each in table.columns]
        for column, field in zip(table.columns, resource["schema"]["fields"], strict=True):
            assert f"| `{column.name}` |" in text
            assert field["type"] == column.type.value
            assert field["descriptions"] == {"sv": column.description.sv, "en": column.description.to("en")}


@pytest.mark.slow
def test_the_json_is_the_data_of_the_counties(folder, counties):
    text = (folder / "json" / "counties.json").read_text("utf-8")
    assert from_json(text) == from_json(psykavtal.to_json(counties))
    schema = json.loads((folder / "json" / "schemas" / "exchange.json").read_bytes())
    assert schema == psykavtal.schema_of("exchange")
    jsonschema_rs.Draft202012Validator(schema).validate(json.loads(text))


@pytest.mark.parametrize("fmt", FORMATS)
def test_a_format_alone_has_its_files_and_a_codebook_that_names_one(norrvik, tmp_path, fmt):
    psykavtal.export(norrvik, tmp_path / "out", on=DAY, formats=fmt)
    files = content(tmp_path / "out")
    folders = Counter(each.partition("/")[0] for each in files)
    own = {"excel": "psykavtal.xlsx"}.get(fmt, fmt)
    described = set() if fmt == "json" else {"CODEBOOK.md", "datapackage.json"}
    assert set(folders) == {own, *described}
    if described:
        paths = {each["path"] for each in json.loads(files["datapackage.json"])["resources"]}
        assert paths <= set(files)


def test_without_a_day_there_is_no_comparison(norrvik, tmp_path):
    psykavtal.export(norrvik, tmp_path / "out", formats="csv")
    files = content(tmp_path / "out")
    assert "csv/comparison.csv" not in files
    assert "Ingen dag är vald" in files["CODEBOOK.md"].decode()
