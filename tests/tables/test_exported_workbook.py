"""The exported workbook: a sheet for each table, every text as text."""

import openpyxl
import pytest

import psykavtal
from tests.tables.exports import DAY, FORMULAS


@pytest.fixture(scope="module")
def book(folder):
    return openpyxl.load_workbook(folder / "psykavtal.xlsx")


@pytest.mark.slow
def test_the_workbook_has_a_sheet_for_each_table(book, tables):
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
def test_the_workbook_hides_columns_without_content(book, tables):
    sheets = book.worksheets[1:]
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
