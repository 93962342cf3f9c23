"""Tables as one Excel workbook with a sheet for each."""

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime
from importlib import import_module
from typing import Any

import attrs

from psykavtal.agreements.tables.table import Table
from psykavtal.model.optional_packages import needing
from psykavtal.model.table_columns import CellValue, ColumnType, TableColumn
from psykavtal.model.wording import Wording
from psykavtal.output.escaping import visible_lines
from psykavtal.output.export.about_export import AboutExport
from psykavtal.output.views.table_view import cell_texts

# A day of no meaning: with the day of writing, the same data would give different files.
_CREATED = datetime(2020, 1, 1, tzinfo=UTC)
_LONGEST = 32_767
_NARROWEST, _WIDEST, _LONG = 10, 60, 28
_FORBIDDEN = str.maketrans("[]:*?/\\", "-------")
_LONGEST_NAME = 31
_MEASURED = 200
_CUT = Wording(sv="… (avkortat; hela texten finns i CSV)", en="… (cut; the whole text is in the CSV)")
_CONTENTS = Wording(sv="Innehåll", en="Contents")
_HEADS = (
    Wording(sv="Blad", en="Sheet"),
    Wording(sv="Rader", en="Rows"),
    Wording(sv="Vad raderna är", en="The rows"),
)
_IDS = Wording(
    sv="Ett frågetecken i en cell betyder att läsningarna skiljer sig. De grå kolumnerna längst till höger är id för program. "
    "Kolumner utan innehåll är dolda.",
    en="A question mark in a cell means that the readings differ. The grey columns on the right are ids for programs. Columns "
    "without content are hidden.",
)


@attrs.frozen(eq=False)
class _Formats:
    """The formats of cells."""

    title: Any
    head: Any
    key_head: Any
    text: Any
    key: Any
    day: Any
    number: Any


def check_workbook() -> None:
    """Check that a workbook can be written.

    Raises:
        MissingPluginError: xlsxwriter is not installed.
    """
    _xlsxwriter()


def workbook_bytes(tables: Sequence[Table], about: AboutExport) -> bytes:
    """Return tables as an Excel workbook: a sheet of contents, and one for each table.

    Every text is a text, whatever it begins with: no cell is a formula, and only the contents have links, to the sheets.
    The same tables give the same bytes.

    Args:
        tables: the tables, all in one language.
        about: the description of the export, for the sheet of contents.

    Raises:
        MissingPluginError: xlsxwriter is not installed.
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = _xlsxwriter().Workbook(out, options)
    book.set_properties({"created": _CREATED, "title": about.title})
    formats = _formats(book)
    names = _sheet_names(tables, about.lang)
    _write_contents(book.add_worksheet(_CONTENTS.to(about.lang)), tables, names, about, formats)
    for table, name in zip(tables, names, strict=True):
        _TableSheet(book.add_worksheet(name), table, formats).write()
    book.close()
    return out.getvalue()


def _xlsxwriter() -> Any:  # noqa: ANN401 (it has no types)
    with needing("xlsxwriter", purpose="Excel"):
        return import_module("xlsxwriter")


def _formats(book: Any) -> _Formats:  # noqa: ANN401 (it has no types)
    wrapped = {"text_wrap": True, "valign": "top"}
    head = {**wrapped, "bold": True, "bottom": 1}
    return _Formats(
        title=book.add_format({"bold": True, "font_size": 14}),
        head=book.add_format({**head, "bg_color": "#DDE8F0"}),
        key_head=book.add_format({**head, "bg_color": "#E4E4E4", "font_color": "#444444"}),
        text=book.add_format(wrapped),
        key=book.add_format({**wrapped, "font_color": "#444444"}),
        day=book.add_format({**wrapped, "num_format": "yyyy-mm-dd", "align": "left"}),
        number=book.add_format({**wrapped, "align": "left"}),
    )


def _sheet_names(tables: Sequence[Table], lang: str) -> list[str]:
    """Return a name for the sheet of each table: its title, as Excel allows it."""
    found: list[str] = []
    taken = {_CONTENTS.to(lang).casefold()}
    for each in tables:
        name = title = each.title.to(lang).translate(_FORBIDDEN).strip("'")[:_LONGEST_NAME] or each.name
        number = 2
        while name.casefold() in taken:
            name = f"{title[: _LONGEST_NAME - 4]} {number}"
            number += 1
        taken.add(name.casefold())
        found.append(name)
    return found


def _write_contents(
    sheet: Any,  # noqa: ANN401 (it has no types)
    tables: Sequence[Table],
    names: Sequence[str],
    about: AboutExport,
    formats: _Formats,
) -> None:
    """Write the sheet that states what the others are."""
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 8)
    sheet.set_column(2, 2, 100)
    sheet.write_string(0, 0, visible_lines(about.title), formats.title)
    at = 1
    for line in (*about.lines, _IDS.to(about.lang)):
        sheet.merge_range(at, 0, at, 2, "", formats.text)
        sheet.write_string(at, 0, visible_lines(line), formats.text)
        sheet.set_row(at, 15 * (1 + len(line) // 120))
        at += 1
    at += 1
    for column, label in enumerate(_HEADS):
        sheet.write_string(at, column, label.to(about.lang), formats.head)
    for row, (table, name) in enumerate(zip(tables, names, strict=True), at + 1):
        sheet.write_url(row, 0, f"internal:'{name}'!A1", string=name)
        sheet.write_number(row, 1, len(table), formats.number)
        sheet.write_string(row, 2, visible_lines(table.description.to(about.lang)), formats.text)


@attrs.frozen(eq=False)
class _TableSheet:
    """The sheet of a table: a frozen row of headings, a filter, columns that fit."""

    sheet: Any
    table: Table
    formats: _Formats

    def write(self) -> None:
        """Write the headings and the rows."""
        columns, lang = self.table.columns, self.table.lang
        for at, column in enumerate(columns):
            cells = [row[at] for row in self.table.rows]
            is_empty = all(each in (None, ()) for each in cells)
            self.sheet.set_column(at, at, _width(column, cells[:_MEASURED], lang), None, {"hidden": is_empty})
            head = self.formats.key_head if column.is_key else self.formats.head
            self.sheet.write_string(0, at, visible_lines(column.label.to(lang)), head)
        for number, row in enumerate(self.table.rows, 1):
            for at, value in enumerate(row):
                if value not in (None, ()):
                    self._write_cell(number, at, value)
        self.sheet.freeze_panes(1, 1)
        self.sheet.autofilter(0, 0, max(len(self.table), 1), len(columns) - 1)

    def _write_cell(self, number: int, at: int, value: CellValue) -> None:
        """Write one cell: a day, a number, or text for everything else."""
        column, lang = self.table.columns[at], self.table.lang
        if isinstance(value, date):
            self.sheet.write_datetime(number, at, value, self.formats.day)
        elif column.type is ColumnType.INTEGER:
            self.sheet.write_number(number, at, value, self.formats.number)
        else:
            text = visible_lines("\n".join(each.to(lang) for each in cell_texts(value)))
            self.sheet.write_string(
                number, at, _fitting(text, lang), self.formats.key if column.is_key else self.formats.text
            )


def _fitting(text: str, lang: str) -> str:
    """Return text that a cell can hold, with a remark if it is cut."""
    cut = _CUT.to(lang)
    return text if len(text) <= _LONGEST else text[: _LONGEST - len(cut)] + cut


def _width(column: TableColumn, cells: Sequence[CellValue], lang: str) -> float:
    """Return the width of a column: short texts on one line, long ones wrapped."""
    lengths = [len(line.to(lang)) for cell in cells for line in cell_texts(cell)]
    longest = max(lengths, default=0)
    heading = min(len(column.label.to(lang)), _LONG)
    if column.type is ColumnType.DATE:
        longest = len("2026-01-10")
    if longest <= _LONG:
        return max(_NARROWEST, longest + 2, heading / 2 + 4)
    average = sum(lengths) / len(lengths)
    return min(_WIDEST, max(_LONG, average))
