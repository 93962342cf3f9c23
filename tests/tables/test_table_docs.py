"""The tasks of an analyst that the page on tables shows work, each in at most three lines."""

import re
from pathlib import Path

import openpyxl
import pytest

from psykavtal.agreements.tables.making import table_names

PAGE = (Path(__file__).parents[2] / "docs" / "tables.md").read_text("utf-8")
TASKS = dict(re.findall(r"^## ([^\n]+)\n\n```python\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL))


@pytest.mark.parametrize("task", TASKS)
def test_a_task_takes_at_most_three_short_lines(task):
    lines = [each for each in TASKS[task].splitlines() if each]
    assert len(lines) <= 3
    assert max(map(len, lines)) <= 100
    assert ";" not in TASKS[task]


def test_a_tidy_frame_of_provisions():
    names: dict[str, object] = {}
    exec(TASKS["A tidy frame of provisions"], names)
    frame = names["frame"]
    assert {"county", "document", "topic", "status", "wording", "in_force"} <= set(frame.columns)
    assert frame["provision_id"].is_unique


@pytest.mark.slow
def test_excel_for_a_colleague(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    exec(TASKS["Excel for a colleague"], {})
    book = openpyxl.load_workbook(tmp_path / "tabeller" / "psykavtal.xlsx")
    assert len(book.worksheets) == len(table_names()) + 1
