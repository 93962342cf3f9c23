"""One target group on PySpark and Dask, against code by hand for each. Prints; asserts only equality.

Run by `nox -s engines`.
"""

import argparse
import tempfile
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from psykavtal.cohorts.age_expressions import first_birth, last_birth
from tests.cohorts.engines import spark

from .measuring import compare, run_parts
from .people import SWEDEN, arrow, people
from .rules import STOCKHOLM, TODAY, added, one_group, youngest

CODES = [int(each) for each in one_group().counties[0].municipalities]
LAST = last_birth(TODAY, youngest(STOCKHOLM, 0))
FIRST = first_birth(TODAY)


def on_pyspark(file: Path) -> None:
    """PySpark, its data cached."""
    from pyspark.sql import functions as f

    frame = spark().read.parquet(str(file)).cache()
    frame.count()
    classifier = one_group()

    def counts(made: Any) -> tuple[int, ...]:
        verdict = f.col("in_target_group")
        return tuple(made.select(f.count_if(verdict), f.count_if(~verdict), f.count_if(verdict.isNull())).first())

    def by_hand() -> Any:
        born = f.col("born")
        known = f.when(born.between(FIRST, TODAY), born)
        needs = f.col("region") & f.col("municipality") & ~f.col("substance")
        return frame.withColumn("in_target_group", f.when(f.col("code").isin(CODES), needs & (known <= f.lit(LAST))))

    compare(
        "one group, PySpark",
        ("classify", lambda: counts(added(classifier, frame))),
        ("by hand", lambda: counts(by_hand()), "<= 1.2"),
    )
    frame.unpersist()


def on_dask(file: Path) -> None:
    """Dask with pandas' types that have nulls, each part by hand as for pandas."""
    import dask.dataframe as dd
    import pandas as pd

    table = pq.read_table(file)
    frame = table.to_pandas(
        types_mapper={each.type: pd.BooleanDtype() for each in table.schema if each.type == "bool"}.get
    )
    for name in ("born", "on"):
        frame[name] = pd.to_datetime(frame[name])
    parts = dd.from_pandas(frame, npartitions=4)
    first, today, last = (pd.Timestamp(each) for each in (FIRST, TODAY, LAST))
    classifier = one_group()

    def counts(made: Any) -> tuple[int, ...]:
        found = made["in_target_group"].compute()
        return (int(found.sum()), int((~found).sum()), int(found.isna().sum()))

    def part(one: Any) -> Any:
        known = one["born"].between(first, today)
        old_enough = (one["born"] <= last).astype("boolean").mask(~known)
        verdict = one["region"] & one["municipality"] & ~one["substance"] & old_enough
        return one.assign(in_target_group=verdict.where(one["code"].isin(CODES)))

    def ours() -> Any:
        return counts(added(classifier, parts).astype({"in_target_group": "boolean"}))

    compare(
        "one group, Dask",
        ("classify", ours),
        ("by hand", lambda: counts(parts.map_partitions(part)), ""),
        rounds=5,
    )


def main() -> None:
    """Both, from one file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=SWEDEN)
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "people.parquet"
        pq.write_table(arrow(people(rows)), file)
        print(f"{rows:,} rows, none of them of anybody\n")
        run_parts({"pyspark": lambda: on_pyspark(file), "dask": lambda: on_dask(file)})


if __name__ == "__main__":
    main()
