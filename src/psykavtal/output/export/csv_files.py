"""Tables as CSV: exact for programs, or for a spreadsheet of a Swedish computer."""

import csv
import io
import json
from datetime import date

from psykavtal.agreements.tables.table import Table
from psykavtal.model.table_columns import CellValue

EXCEL_SEPARATOR = ";"
"""The separator that a spreadsheet expects if the decimal sign is a comma."""

_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
# The beginnings of a text that a spreadsheet reads as a formula, and the sign that prevents it.
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
_GUARD = "'"


def csv_bytes(table: Table) -> bytes:
    """Return a table as CSV by RFC 4180: UTF-8, commas, every text as it is.

    A list is a JSON array, a day is 2026-01-10, a truth value is true or false, and a cell without a value is empty.
    """
    return _written(table, ",", guarded=False).encode()


def excel_csv_bytes(table: Table) -> bytes:
    """Return a table as CSV that Excel opens on a Swedish computer.

    It is UTF-8 with a byte order mark, and has semicolons between cells. A text that a spreadsheet would read as a formula has an apostrophe before it, and so has a text that begins with an
    apostrophe: without its first apostrophe, it is the text as it was.
    """
    return (_BYTE_ORDER_MARK + _written(table, EXCEL_SEPARATOR, guarded=True)).encode()


def _written(table: Table, separator: str, *, guarded: bool) -> str:
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, delimiter=separator, lineterminator="\r\n")
    writer.writerow(each.name for each in table.columns)
    writer.writerows([_text(cell, guarded=guarded) for cell in row] for row in table.rows)
    return lines.getvalue()


def _text(value: CellValue, *, guarded: bool) -> str:
    """Return the text of a cell."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return json.dumps(value, ensure_ascii=False)
        case date():
            return value.isoformat()
        case str() if guarded and value.startswith(_FORMULAS):
            return f"{_GUARD}{value}"
        case _:
            return str(value)
