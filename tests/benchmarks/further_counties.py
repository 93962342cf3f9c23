"""A further county of five editions in a load: milliseconds that each adds. Prints; asserts nothing.

Run by `nox -s bench`. The counties are copies of an installed one under other codes, in a folder of their own, each
with its document five times.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

ROUNDS = 9
FEW, MANY = 3, 18
CODES = ("01", "03", "04", "05", "07", "08", "09", "10", "12", "13", "14", "17", "18", "19", "21", "22", "24", "25")
YEARS = (2025, 2021, 2017, 2013, 2009)
EDITION = "jonkoping-2025"
LOAD = """
import time
from psykavtal import TomlCounty, load_counties
plugins = [TomlCounty(f"county_{code}") for code in %r]
start = time.perf_counter()
counties = load_counties(plugins=plugins)
print((time.perf_counter() - start) * 1000)
assert len(counties) == len(plugins), counties.problems
"""


def main() -> None:
    """Load few and many counties in turn, each in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for code in CODES:
            write_county(Path(folder), code)
        rounds = [(load(folder, FEW), load(folder, MANY)) for _ in range(ROUNDS + 1)][1:]
    each = [(many - few) / (MANY - FEW) for few, many in rounds]
    print(
        f"a further county of five editions: {statistics.median(each):.2f} ms [{min(each):.2f}-{max(each):.2f}]   <= 3"
    )


def load(folder: str, number: int) -> float:
    """Return the milliseconds that a new process takes to load so many counties."""
    run = [sys.executable, "-c", LOAD % (CODES[:number],)]
    return float(subprocess.run(run, env={**os.environ, "PYTHONPATH": folder}, check=True, capture_output=True).stdout)


def write_county(folder: Path, code: str) -> None:
    """Write a package with a county of five editions."""
    spec = find_spec("psykavtal_jonkoping")
    assert spec is not None
    assert spec.origin is not None
    source, package = Path(spec.origin).parent, folder / f"county_{code}"
    package.mkdir()
    tables = re.split(r"(?m)^(?=\[)", source.joinpath("county.toml").read_text("utf-8"))
    written = "".join(table for each in tables for table in tables_for(each, code))
    package.joinpath("county.toml").write_text(written, "utf-8")
    for year in YEARS:
        content = source.joinpath("2025.toml").read_text("utf-8").replace(EDITION, f"jonkoping-{year}")
        package.joinpath(f"{year}.toml").write_text(content, "utf-8")
    package.joinpath("__init__.py").touch()


def tables_for(table: str, code: str) -> list[str]:
    """Return a table as it is for another county: once, or for each edition."""
    if table.startswith(("[county]", "[county.")):
        own = {'id = "jonkoping"': f'id = "c{code}"', 'name = "Jönköping"': f'name = "County {code}"'}
        table = re.sub(r'"06(\d\d)?"', lambda found: f'"{code}{found[1] or ""}"', table)
        for old, new in own.items():
            table = table.replace(old, new)
        return [table]
    if table.startswith("[content]"):
        return ["[content]\n", *(f'jonkoping-{year} = "{year}.toml"\n' for year in YEARS), "\n"]
    return [of_year(table, year) for year in YEARS] if EDITION in table else [table]


def of_year(table: str, year: int) -> str:
    """Return a table on the edition of another year, under an id of its own."""
    table = table.replace(EDITION, f"jonkoping-{year}")
    if year == YEARS[0]:
        return table
    table = re.sub(r"(?m)^\[(?!document\.)([\w-]+)\.([\w-]+)\]", rf"[\1.\2-{year}]", table)
    return table.replace("2025-", f"{year}-").replace("2027-", f"{year + 2}-")


if __name__ == "__main__":
    main()
