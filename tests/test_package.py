"""The package as it is imported: bare until asked, every public name at home."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import psykavtal

ROOT = Path(psykavtal.__file__).parent

HEAVY = ("networkx", "rich", "cattrs", "narwhals", "sphinx", "pytest", "tomllib", "sqlite3", "snowballstemmer")


def _run(code, bytecode):
    command = [sys.executable, "-X", f"pycache_prefix={bytecode}", "-c", code]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout.split()


@pytest.fixture(scope="module")
def bytecode(tmp_path_factory):
    """A folder of bytecode and caches in which one process has read every county."""
    folder = tmp_path_factory.mktemp("bytecode")
    _run("import psykavtal; psykavtal.load_counties(strict=True)", folder)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import psykavtal", []),
        ("import psykavtal; psykavtal.load_counties()", []),
        ("import psykavtal; psykavtal.load_counties()['23'].edition(on='2026-01-10').target_groups", []),
        ("import psykavtal; psykavtal.compare(psykavtal.load_counties(), on='2026-01-10')", []),
        (
            (
                "import psykavtal; e = psykavtal.load_counties()['23'].edition(on='2026-01-10')\n"
                "e.escalation.route(trigger='disagreement')"
            ),
            [],
        ),
        (
            (
                "import psykavtal; c = psykavtal.load_counties(); case = psykavtal.Case(municipality='Åre', age=17)\n"
                "c.what_applies(case, on='2026-01-10').explain()"
            ),
            [],
        ),
        (
            "import psykavtal; e = psykavtal.load_counties()['23'].edition(on='2026-01-10')\ne.escalation.graph",
            ["networkx"],
        ),
        ("import psykavtal.cli", []),
        ("import psykavtal; psykavtal.load_counties().find(topic='sip', kind='responsibility')[0]", []),
    ],
    ids=["import", "load", "an edition", "a comparison", "a route", "a case", "a graph", "the command", "filters"],
)
def test_nothing_heavy_is_imported_before_it_is_needed(code, expected, bytecode):
    script = f"import sys\n{code}\nprint(*sorted(name for name in {HEAVY!r} if name in sys.modules))"
    assert _run(script, bytecode) == expected


def test_the_bare_import_brings_no_dependency():
    code = "import sys; before = set(sys.modules); import psykavtal; print(*sorted(set(sys.modules) - before))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert loaded == ["psykavtal"]


@pytest.mark.parametrize("name", psykavtal.__all__)
def test_every_public_name_is_there_and_documented(name):
    if name != "Answer":  # a union has no docstring of its own; its members have
        assert getattr(psykavtal, name).__doc__


def test_type_checkers_are_told_of_the_same_names():
    source = Path(psykavtal.__file__).read_text("utf-8")
    told = set(re.findall(r"^    from psykavtal\S* import (\w+) as \1$", source, re.MULTILINE))

    assert told == set(psykavtal.__all__)


def test_a_name_that_there_is_none_of_is_an_attribute_error():
    with pytest.raises(AttributeError, match="load_county"):
        psykavtal.load_county  # noqa: B018 (the access is what raises)


COUNTY = re.compile("j[aä]mtland|j[oö]nk[oö]ping|dalarna|härjedalen", re.IGNORECASE)


def _logic(path):
    """A module without its docstrings, whose examples may name a county."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node):
            node.body[0] = ast.Pass()
    return ast.unparse(tree)


# The national register lists every county by its code, whether it is installed or not.
LOGIC = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "model" / "national_register.py")


@pytest.mark.parametrize("path", LOGIC, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_logic_of_the_core_names_a_county(path):
    assert COUNTY.findall(_logic(path)) == []


def test_the_national_register_has_every_county():
    from psykavtal.model.national_register import COUNTIES

    assert len(COUNTIES) == len(set(COUNTIES.values())) == 21
    assert all(re.fullmatch(r"[0-2][0-9]", code) and name.endswith(" län") for code, name in COUNTIES.items())


@pytest.mark.parametrize("path", sorted({*ROOT.rglob("*.toml"), *ROOT.rglob("*.json")}), ids=lambda path: path.name)
def test_no_data_of_the_core_names_a_county(path):
    assert COUNTY.findall(path.read_text("utf-8")) == []
