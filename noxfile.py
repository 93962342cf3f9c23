"""Sessions for developers and CI: `nox` runs the whole matrix, `nox -l` lists the sessions."""

import subprocess
import sys
import tomllib
from pathlib import Path

import nox

nox.needs_version = ">=2026.4"
nox.options.default_venv_backend = "uv"
nox.options.sessions = ["lint", "types", "tests", "lowest", "engines", "docs"]

ROOT = Path(__file__).parent
COUNTIES = sorted(path.name for path in (ROOT / "plugins").iterdir() if path.is_dir())
GROUPS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]


def found(version: str) -> bool:
    """Whether there is an interpreter of this version that runs; the name alone may lead to none."""
    try:
        subprocess.run([f"python{version}", "-c", ""], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


# Every interpreter from the oldest that is supported, as far as it is found on the machine.
PYTHONS = [version for version in ("3.11", "3.12", "3.13", "3.14") if found(version)]
THIS = f"{sys.version_info.major}.{sys.version_info.minor}"
PROCESSES = ("-n", "auto", "--dist", "loadfile")  # what a module computes once is computed in one process
# What an interpreter or a dependency can break: the model, reading, plugins, cases, frames, tables, search, the package.
FAST_TESTS = (
    "tests/model",
    *(f"tests/exchange/test_{each}.py" for each in ("round_trips", "case_json", "refuses")),
    "tests/law/test_law.py",
    *(f"tests/cases/test_{each}.py" for each in ("leap_days", "refuses")),
    *(f"tests/plugins/test_{each}.py" for each in ("plugins", "county_files", "object_cache")),
    *(f"tests/cohorts/test_{each}.py" for each in ("engines", "classify")),
    *(f"tests/tables/test_{each}.py" for each in ("frames", "tables")),
    "tests/search/test_words.py",
    *(f"tests/test_{each}.py" for each in ("package", "norrvik", "pickling", "output_formats")),
)
FAST = ("-m", "not slow", *PROCESSES, *FAST_TESTS)


def packages(session: nox.Session, *groups: str, resolution: str = "highest") -> None:
    """Install the core and the counties, as `pip install . ./plugins/...` does, with groups of tools."""
    tools = [each for group in groups for each in GROUPS[group]]
    counties = [f"./plugins/{county}" for county in COUNTIES]
    session.install(
        f"--resolution={resolution}", "-e", ".", *(part for each in counties for part in ("-e", each)), *tools
    )


@nox.session
def lint(session: nox.Session) -> None:
    """Style, format, and the import contract."""
    packages(session, "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports")


@nox.session
def types(session: nox.Session) -> None:
    """mypy and pyright, both strict."""
    packages(session, "lint", "test", "docs", "frames", "pictures")
    session.run("mypy", "src", *(f"plugins/{county}/src" for county in COUNTIES))
    session.run("mypy", "tests/typing_cases.py")
    session.run("pyright", "--pythonpath", str(Path(session.bin) / "python"))


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run all tests with every combination, on every interpreter that is found."""
    packages(session, "test", "docs", "frames", "pictures")
    session.env["PSYKAVTAL_TESTS"] = "full"
    session.run("pytest", *(session.posargs or PROCESSES))


@nox.session(python=[version for version in PYTHONS if version != THIS], default=False)
def fast(session: nox.Session) -> None:
    """Run the tests that are not slow on the interpreters beside the one that runs nox."""
    packages(session, "test", "docs", "frames", "pictures")
    session.run("pytest", *FAST, *session.posargs)


@nox.session(python=PYTHONS[:1])
def lowest(session: nox.Session) -> None:
    """Run all tests against the lowest direct dependencies."""
    packages(session, "test", "docs", "frames", "pictures", resolution="lowest-direct")
    session.run("pytest", *(session.posargs or PROCESSES))


@nox.session(python=PYTHONS[:1], default=False)
def lowest_fast(session: nox.Session) -> None:
    """Run the tests that are not slow against the lowest direct dependencies."""
    packages(session, "test", "docs", "frames", "pictures", resolution="lowest-direct")
    session.run("pytest", *FAST, *session.posargs)


@nox.session
def engines(session: nox.Session) -> None:
    """Every engine against the scalar evaluator, Dask and PySpark (with a Java runtime) among them."""
    packages(session, "test", "frames", "engines")
    session.env.setdefault("PSYKAVTAL_EXAMPLES", "12")
    quiet = ["-W", "default::FutureWarning", "-W", "default::ResourceWarning", "-W", "default::DeprecationWarning"]
    files = [
        f"tests/cohorts/test_{each}.py" for each in ("engines", "days", "days_with_a_zone", "column_names", "arguments")
    ]
    session.run("pytest", *files, *quiet, *session.posargs)


@nox.session
def bench_engines(session: nox.Session) -> None:
    """Speed on Dask and PySpark as ratios, and the rows that differ there."""
    packages(session, "frames", "engines")
    session.run("python", "-W", "ignore", "-m", "tests.benchmarks.engines")
    session.run("python", "-W", "ignore", "-m", "tests.benchmarks.differing", "--rules=8", "pyspark", "dask")


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation, every warning an error, the notebook executed."""
    packages(session, "docs", "frames", "pictures")
    session.run("sphinx-build", "-W", "-n", "-q", "-j", "auto", "-b", "html", "docs", "docs/_build/html")


@nox.session(default=False)
def browser(session: nox.Session) -> None:
    """Open the documentation in a real Chromium: scripts, requests, links, widths, accessibility."""
    packages(session, "docs", "frames", "pictures", "test", "browser")
    session.run("sphinx-build", "-W", "-n", "-q", "-j", "auto", "-b", "html", "docs", "docs/_build/html")
    session.run("pytest", "-c", "tests/browser/pytest.ini", *(session.posargs or ("-q",)))


@nox.session
def bench(session: nox.Session) -> None:
    """Speed as ratios, measured side by side: whole processes, tables, pictures, one case, a cohort of Sweden's size."""
    packages(session, "frames", "pictures")
    session.run("python", "tests/benchmarks/ratios.py")
    session.run("python", "tests/benchmarks/further_counties.py")
    session.run("python", "tests/benchmarks/search.py")
    session.run("python", "tests/benchmarks/tables.py")
    session.run("python", "-m", "tests.benchmarks.diff")
    session.run("python", "-m", "tests.benchmarks.drawing")
    session.run("python", "-m", "tests.benchmarks.comparing")
    session.run("python", "-m", "tests.benchmarks.case")
    session.run("python", "-m", "tests.benchmarks.differing")
    session.run("python", "-m", "tests.benchmarks.streaming")
    session.run("python", "-m", "tests.benchmarks.cohort", *session.posargs)


@nox.session
def openfisca(session: nox.Session) -> None:
    """OpenFisca-Core on an equal rule, against ours, in an environment of its own."""
    packages(session, "frames")
    session.install("openfisca-core==46.0.1")
    session.run("python", "-m", "tests.benchmarks.openfisca", *session.posargs)
