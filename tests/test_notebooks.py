"""The notebooks and the ten tasks of the documentation: they run, and the tasks are short."""

import contextlib
import io
import json
import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[1] / "docs"
NOTEBOOKS = sorted((DOCS / "notebooks").glob("*.ipynb"))
CELL = re.compile(r"```\{code-cell\} ipython3\n(?::tags: \[(?P<tags>[^]]*)\]\n\n?)?(?P<code>.*?)```", re.DOTALL)
TASKS = [(each["tags"] or "", each["code"].strip()) for each in CELL.finditer((DOCS / "tasks.md").read_text("utf-8"))]
LONGEST_LINE, MOST_LINES = 100, 3


def cells(path):
    return json.loads(path.read_text("utf-8"))["cells"]


def run(codes):
    names = {}
    with contextlib.redirect_stdout(io.StringIO()):
        for code in codes:
            exec(compile(code, "<cell>", "exec"), names)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_has_no_stored_output(path):
    code = [each for each in cells(path) if each["cell_type"] == "code"]
    assert code
    assert all(each["outputs"] == [] and each["execution_count"] is None for each in code)


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path):
    run("".join(each["source"]) for each in cells(path) if each["cell_type"] == "code")


def test_there_are_ten_tasks_of_at_most_three_short_lines():
    tasks = [code for tags, code in TASKS if "task" in tags.split(", ")]
    assert len(tasks) == 10
    for task in tasks:
        lines = task.splitlines()
        assert len(lines) <= MOST_LINES, task
        assert max(map(len, lines)) <= LONGEST_LINE, task
        assert not re.search(r";|\bdef\b|\blambda\b", task), task


@pytest.mark.slow
def test_the_ten_tasks_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run(code for _, code in TASKS)
    assert (tmp_path / "tabeller" / "psykavtal.xlsx").is_file()
