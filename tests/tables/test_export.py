"""The export: every file, the same bytes twice, and nothing half written."""

import csv
import errno
import io
import json
import os
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

import jsonschema
import openpyxl
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import psykavtal
from psykavtal import Table, from_json
from psykavtal.agreements.tables.making import make_tables
from psykavtal.errors import ExportError, InvalidDateError, InvalidValueError, MissingPluginError
from psykavtal.model.table_columns import ColumnType, TableColumn
from psykavtal.model.wording import Wording
from psykavtal.output.export import exporting, prepared_export
from psykavtal.output.export.csv_files import csv_bytes, excel_csv_bytes
from psykavtal.output.export.prepared_export import FORMATS

DAY = "2026-01-10"
FORMULAS = ("=1+1", "+46 8", "-1", "@SUM(A1)", "'=1", "https://example.org", "0123", "\t=1")


@pytest.fixture(scope="module")
def folder(counties, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("export") / "out"
    psykavtal.export(counties, out, on=DAY, formats=FORMATS)
    return out


@pytest.fixture(scope="module")
def tables(counties) -> list[Table]:
    return list(make_tables(counties.members, on=DAY))


def content(folder: Path) -> dict[str, bytes]:
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def table_of(*rows, names=("text",)) -> Table:
    label = Wording(sv="text", en="text")
    columns = tuple(TableColumn(name=each, label=label, description=label, is_brief=True) for each in names)
    return Table(name="t", lang="sv", title=label, description=label, columns=columns, rows=rows)


def parsed(data: bytes, separator: str = ",", encoding: str = "utf-8") -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(encoding), newline=""), delimiter=separator))


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


@given(st.lists(st.none() | st.text(st.characters(codec="utf-8"), min_size=1), max_size=5))
def test_csv_loses_no_text(texts):
    rows = table_of(*((each, "end") for each in texts), names=("text", "end"))
    exact = [row[0] or None for row in parsed(csv_bytes(rows))[1:]]
    assert exact == texts
    guarded = [row[0] or None for row in parsed(excel_csv_bytes(rows), ";", "utf-8-sig")[1:]]
    assert [each and each.removeprefix("'") for each in guarded] == texts


def test_csv_for_excel_has_a_byte_order_mark_semicolons_and_no_formula():
    data = excel_csv_bytes(table_of(*((each,) for each in FORMULAS)))
    assert data.startswith(b"\xef\xbb\xbf")
    cells = [row[0] for row in parsed(data, ";", "utf-8-sig")[1:]]
    assert not [each for each in cells if each[0] in "=+-@\t"]
    assert [each.removeprefix("'") for each in cells[:5]] == list(FORMULAS[:5])
    assert [row[0] for row in parsed(csv_bytes(table_of(*((each,) for each in FORMULAS))))[1:]] == list(FORMULAS)


@pytest.mark.slow
def test_the_workbook_has_a_sheet_for_each_table(folder, tables):
    book = openpyxl.load_workbook(folder / "psykavtal.xlsx")
    contents, *sheets = book.worksheets
    assert contents.title == "Innehåll"
    assert [each.title for each in sheets] == [each.title.sv for each in tables]
    for sheet, table in zip(sheets, tables, strict=True):
        assert [cell.value for cell in sheet[1]] == [each.label.sv for each in table.columns]
        assert sheet.max_row == len(table) + 1
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref is not None
        widths = [each.width for each in sheet.column_dimensions.values()]
        assert all(8 <= each <= 62 for each in widths), table.name
    listed = {row[0].value: row[1].value for row in contents.iter_rows(min_row=3) if isinstance(row[1].value, int)}
    assert listed == {each.title.sv: len(each) for each in tables}


def hidden_columns(sheet) -> set[int]:
    """The numbers of the hidden columns; columns of equal width share one entry of the file."""
    hidden = [each for each in sheet.column_dimensions.values() if each.hidden]
    return {at for each in hidden for at in range(each.min, each.max + 1)}


@pytest.mark.slow
def test_the_workbook_hides_columns_without_content(folder, tables):
    sheets = openpyxl.load_workbook(folder / "psykavtal.xlsx").worksheets[1:]
    for sheet, table in zip(sheets, tables, strict=True):
        empty = {at for at, each in enumerate(zip(*table.rows, strict=True), 1) if not set(each) - {None, ()}}
        assert hidden_columns(sheet) == empty


@pytest.mark.slow
def test_the_workbook_shows_every_text_as_text(with_wording, tmp_path):
    for number, each in enumerate(FORMULAS):
        out = tmp_path / str(number)
        psykavtal.export(with_wording(each), out, on=DAY, formats="excel")
        book = openpyxl.load_workbook(out / "psykavtal.xlsx")
        cells = [
            cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None
        ]
        assert not [cell for cell in cells if cell.data_type == "f"]
        shown = each.replace("\t", " ")
        assert [cell.data_type for cell in cells if cell.value == shown]
        assert {cell.data_type for cell in cells if cell.value == shown} == {"s"}


def test_a_text_that_is_too_long_for_a_cell_is_cut_with_a_remark(tmp_path, with_wording):
    text = "å" * 33_000
    psykavtal.export(with_wording(text), tmp_path / "out", on=DAY, formats=("excel", "csv"))
    book = openpyxl.load_workbook(tmp_path / "out" / "psykavtal.xlsx")
    longest = max((str(cell.value) for row in book["Bestämmelser"].iter_rows() for cell in row), key=len)
    assert len(longest) == 32_767
    assert longest.endswith("… (avkortat; hela texten finns i CSV)")
    assert text in (tmp_path / "out" / "csv" / "provisions.csv").read_text("utf-8")


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
    small = {**json.loads(text), "counties": []}
    jsonschema.validate(small, schema)


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


def test_an_older_export_is_replaced_only_if_asked(norrvik, tmp_path):
    out = tmp_path / "out"
    psykavtal.export(norrvik, out, on=DAY, formats=("csv", "excel"))
    before = content(out)
    with pytest.raises(ExportError, match=r"is not empty\. Give an empty or a new folder"):
        psykavtal.export(norrvik, out, on=DAY, lang="en")
    assert content(out) == before
    psykavtal.export(norrvik, out, on=DAY, lang="en", formats="csv", replace=True)
    assert {each.partition("/")[0] for each in content(out)} == {"csv", "CODEBOOK.md", "datapackage.json"}
    assert sorted(each.name for each in tmp_path.iterdir()) == ["out"]


@pytest.mark.parametrize("name", ["thesis.docx", "csv/notes.txt", ".hidden", "json/more/x.json"])
def test_files_of_another_origin_are_never_replaced(norrvik, tmp_path, name):
    out = tmp_path / "out"
    psykavtal.export(norrvik, out, on=DAY, formats=("csv", "json"))
    (out / name).parent.mkdir(exist_ok=True)
    (out / name).write_text("mine")
    before = content(out)
    with pytest.raises(ExportError, match=rf"has files that are not of an export: {name}\. Move them"):
        psykavtal.export(norrvik, out, on=DAY, replace=True)
    assert content(out) == before


def test_an_empty_folder_and_a_link_to_one_stay(norrvik, tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    psykavtal.export(norrvik, tmp_path / "link", on=DAY, formats="csv")
    assert (tmp_path / "link").is_symlink()
    assert "csv/provisions.csv" in content(tmp_path / "real")
    assert not [each for each in (tmp_path / "real").iterdir() if each.name.startswith(".")]


def test_a_file_is_not_a_folder(norrvik, tmp_path):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(ExportError, match=r"out: is a file\. Give the name of a folder\."):
        psykavtal.export(norrvik, tmp_path / "out", on=DAY, replace=True)
    with pytest.raises(ExportError, match="nor does the folder around it"):
        psykavtal.export(norrvik, tmp_path / "none" / "out", on=DAY)
    assert (tmp_path / "out").read_text() == "mine"


FAILURES = {
    "a full disk": (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "the disk is full. Free some space"),
    "a file too large": (OSError(errno.EFBIG, os.strerror(errno.EFBIG)), "a file becomes too large. Write elsewhere."),
    "a folder that cannot be written": (
        PermissionError(errno.EACCES, os.strerror(errno.EACCES)),
        "cannot be written. Write where you may.",
    ),
}


@pytest.mark.parametrize("older", [True, False], ids=["over an older export", "new"])
@pytest.mark.parametrize("at", [0, 20])
@pytest.mark.parametrize(("error", "fault"), FAILURES.values(), ids=FAILURES)
def test_nothing_half_written_is_left(norrvik, tmp_path, monkeypatch, error, fault, at, older):
    out = tmp_path / "out"
    if older:
        psykavtal.export(norrvik, out, on=DAY, formats="csv")
    before = content(tmp_path)
    write, written = Path.write_bytes, []

    def fails(path, data):
        written.append(path)
        if len(written) > at:
            raise error
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", fails)
    with pytest.raises(ExportError) as caught:
        psykavtal.export(norrvik, out, on=DAY, formats=("csv", "parquet"), replace=True)
    assert str(caught.value).startswith(f"{out}: {fault}")
    assert content(tmp_path) == before
    assert [each.name for each in tmp_path.iterdir()] == (["out"] if older else [])
    if older:
        assert not [each for each in out.iterdir() if each.name.startswith(".")]


@pytest.mark.parametrize("number", range(1, 8))
def test_a_move_that_fails_leaves_the_older_export(norrvik, tmp_path, monkeypatch, number):
    out = tmp_path / "out"
    psykavtal.export(norrvik, out, on=DAY, formats="csv")
    before = content(tmp_path)
    rename, renamed = Path.rename, []

    def fails(path, target):
        renamed.append(path)
        if len(renamed) == number:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(ExportError, match="Input/output error"):
        psykavtal.export(norrvik, out, on=DAY, formats=("csv", "parquet"), replace=True)
    assert content(tmp_path) == before


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
def test_an_interrupted_export_leaves_nothing(norrvik, tmp_path, monkeypatch, error):
    def stops(*_):
        raise error

    monkeypatch.setattr(exporting, "write_files", stops)
    with pytest.raises(error):
        psykavtal.export(norrvik, tmp_path / "out", on=DAY)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "error", "fault"),
    [
        ({"formats": "xlsx"}, InvalidValueError, "formats: unknown format 'xlsx'."),
        ({"formats": "exel"}, InvalidValueError, "formats: unknown format 'exel'. Did you mean 'excel'?"),
        ({"formats": ()}, InvalidValueError, "formats: is empty. One of: "),
        ({"formats": 5}, InvalidValueError, "formats: must be text or a list of texts, not int."),
        ({"lang": "de"}, InvalidValueError, "unknown language 'de'."),
        ({"on": "yesterday"}, InvalidDateError, "on: 'yesterday' is not a date."),
        ({"replace": "yes"}, InvalidValueError, "replace: must be true or false, not str."),
        ({"folder": 5}, InvalidValueError, "folder: must be a Path, not int."),
        ({"folder": ""}, InvalidValueError, "folder: must be a Path, not str."),
    ],
)
def test_a_mistake_is_refused_before_anything_is_written(norrvik, tmp_path, arguments, error, fault):
    given_arguments = {"folder": tmp_path / "out", "formats": "csv", **arguments}
    with pytest.raises(error) as caught:
        psykavtal.export(norrvik, **given_arguments)
    assert str(caught.value).startswith(fault)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("fmt", "package"), [("parquet", "pyarrow"), ("excel", "xlsxwriter")])
def test_a_missing_package_is_named_before_anything_is_written(norrvik, tmp_path, monkeypatch, fmt, package):
    from psykavtal.output.export import parquet_files, workbook

    def missing(_):
        raise ModuleNotFoundError(f"No module named {package!r}", name=package)

    monkeypatch.setattr({"parquet": parquet_files, "excel": workbook}[fmt], "import_module", missing)
    with pytest.raises(MissingPluginError, match=f"Install it: pip install {package}"):
        psykavtal.export(norrvik, tmp_path / "out", on=DAY, formats=fmt)
    assert list(tmp_path.iterdir()) == []


def test_half_of_a_character_pair_is_named_with_its_file(norrvik, tmp_path, monkeypatch):
    monkeypatch.setitem(prepared_export._OF_TABLES, "csv", (".csv", lambda _: "\ud800".encode()))
    with pytest.raises(ExportError, match=r"csv/provisions\.csv: a text has half of a character pair"):
        psykavtal.export(norrvik, tmp_path / "out", on=DAY, formats="csv")
    assert list(tmp_path.iterdir()) == []


def test_without_a_day_there_is_no_comparison(norrvik, tmp_path):
    psykavtal.export(norrvik, tmp_path / "out", formats="csv")
    files = content(tmp_path / "out")
    assert "csv/comparison.csv" not in files
    assert "Ingen dag är vald" in files["CODEBOOK.md"].decode()
