"""Helpers for the tests of exports."""

import csv
import io
from pathlib import Path

from psykavtal import Table
from psykavtal.model.table_columns import TableColumn
from psykavtal.model.wording import Wording

DAY = "2026-01-10"
FORMULAS = ("=1+1", "+46 8", "-1", "@SUM(A1)", "'=1", "https://example.org", "0123", "\t=1")


def content(folder: Path) -> dict[str, bytes]:
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def table_of(*rows, names=("text",)) -> Table:
    label = Wording(sv="text", en="text")
    columns = tuple(TableColumn(name=each, label=label, description=label, is_brief=True) for each in names)
    return Table(name="t", lang="sv", title=label, description=label, columns=columns, rows=rows)


def parsed(data: bytes, separator: str = ",", encoding: str = "utf-8") -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(encoding), newline=""), delimiter=separator))
