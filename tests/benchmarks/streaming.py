"""Peak memory of whole processes that stream a Parquet file: `classify` against polars by hand. Prints.

Run by `nox -s bench`. The processes run in turn; each tells its own peak.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from psykavtal.cohorts.age_expressions import first_birth, last_birth

from .measuring import report
from .rules import STOCKHOLM, TODAY, one_group, youngest

ROUNDS = 7
ROOT = Path(__file__).parents[2]

START = """
import resource, sys
from datetime import date
import polars as pl
frame = pl.scan_parquet(sys.argv[1])
"""
OURS = """
from tests.benchmarks.rules import added, one_group
made = added(one_group(), frame)
"""
BY_HAND = f"""
born = pl.col("born")
known = pl.when(born.is_between({first_birth(TODAY)!r}, {TODAY!r})).then(born)
needs = pl.col("region") & pl.col("municipality") & ~pl.col("substance")
codes = {[int(each) for each in one_group().counties[0].municipalities]}
of_county = pl.when(pl.col("code").is_in(codes)).then(needs & (known <= {last_birth(TODAY, youngest(STOCKHOLM, 0))!r}))
made = frame.with_columns(in_target_group=of_county)
""".replace("datetime.date", "date")
COUNTED = """
verdict = pl.col("in_target_group")
print(*made.select(verdict.sum(), unknown=verdict.is_null().sum()).collect(engine="streaming").row(0))
"""
WRITTEN = """
made.sink_parquet(sys.argv[2])
verdict = pl.col("in_target_group")
"""
END = "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"


def peak(code: str, *files: Path) -> tuple[float, str]:
    """The peak of a process in MiB, and what it printed before."""
    command = [sys.executable, "-c", code, *map(str, files)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    *told, last = done.stdout.splitlines()
    return float(last), " ".join(told)


def main() -> None:
    """Counted, and written to another file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_600_000)
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as folder:
        source, ours, hand = (Path(folder) / f"{name}.parquet" for name in ("people", "ours", "hand"))
        # Another process makes the file: a process begins with the peak of the one that starts it.
        make = [sys.executable, "-m", "tests.benchmarks.people", str(source), str(rows)]
        subprocess.run(make, check=True, cwd=ROOT)
        for what, end, target in (("counted", COUNTED, "<= 1.15"), ("written", WRITTEN, "<= 1.15")):
            codes = {name: START + way + end + END for name, way in (("ours", OURS), ("hand", BY_HAND))}
            found = [(peak(codes["ours"], source, ours), peak(codes["hand"], source, hand)) for _ in range(ROUNDS)]
            assert len({each for both in found for _, each in both}) == 1, "the counts differ"
            mine, theirs = ([each[at][0] for each in found] for at in (0, 1))
            spread = [f"{statistics.median(each):.0f} MiB [{min(each):.0f}-{max(each):.0f}]" for each in (mine, theirs)]
            how = f"classify {spread[0]} / polars by hand {spread[1]}"
            middle = statistics.median(a / b for a, b in zip(mine, theirs, strict=True))
            report(f"peak memory, {source.stat().st_size / 2**20:.0f} MiB streamed and {what}", how, middle, target)
        import polars as pl

        assert pl.scan_parquet(ours).collect().equals(pl.scan_parquet(hand).collect()), "the files differ"


if __name__ == "__main__":
    main()
