"""Speed of tables as ratios: all tables, and an export of them, against reading the documents. Asserts nothing.

Run by `nox -s bench`. Reading is that of all documents and of the places of their passages, of counties that were just loaded.
"""

import gc
import statistics
import tempfile
import time
from pathlib import Path

import psykavtal
from psykavtal.agreements.tables.making import make_tables
from psykavtal.output.export.exporting import write_files
from psykavtal.output.export.prepared_export import prepared_export

ROUNDS = 15
DAY = "2026-01-10"


def round_of() -> dict[str, float]:
    """The seconds that each part takes, of counties that were just loaded."""
    counties = psykavtal.load_counties()
    gc.collect()
    gc.disable()
    times = [time.perf_counter()]
    for county in counties.values():
        _ = county.holdings.contents, county.holdings.text_order
    times.append(time.perf_counter())
    rows = sum(len(each) for each in make_tables(counties.members, on=DAY))
    times.append(time.perf_counter())
    assert rows > 1000
    with tempfile.TemporaryDirectory() as folder:
        write_files(prepared_export(counties, on=DAY), Path(folder))
    times.append(time.perf_counter())
    gc.enable()
    parts = ("reading", "tables of everything", "export, four formats")
    return {name: after - before for name, before, after in zip(parts, times[:-1], times[1:], strict=True)}


def main() -> None:
    """Print the medians, and the ratios to reading of the same round."""
    rounds = [round_of() for _ in range(ROUNDS + 1)][1:]
    for name in rounds[0]:
        milliseconds = statistics.median(each[name] for each in rounds) * 1000
        ratio = statistics.median(each[name] / each["reading"] for each in rounds)
        target = "target <= 3" if name == "tables of everything" else ""
        print(f"{name:<24}{milliseconds:>8.0f} ms{ratio:>8.2f}   {target}")


if __name__ == "__main__":
    main()
