"""A kind is one class: a new one in one file works everywhere; the reference page has each kind's module."""

import subprocess
import sys
from pathlib import Path

from psykavtal.model.provisions import KINDS

ROOT = Path(__file__).parents[1]


def test_a_new_kind_works_everywhere():
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:randomly",
        "-o",
        "addopts=--import-mode=importlib",
        "tests/new_kind",
    ]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_reference_page_lists_the_module_of_each_kind():
    page = (ROOT / "docs/reference/provisions.md").read_text(encoding="utf-8")
    modules = {each.__module__ for each in KINDS.values() if each.__module__.startswith("psykavtal.")}
    assert [each for each in sorted(modules) if f".. automodule:: {each}\n" not in page] == []
