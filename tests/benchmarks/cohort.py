"""A cohort of Sweden's size: `classify` against code written by hand for each engine. Prints; asserts only equality.

Run by `nox -s bench`; a number of rows can be given. Everybody and every rule is made up.
"""

import argparse
import time
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import numpy as np

from psykavtal.cohorts.age_expressions import last_birth
from psykavtal.model.birthdays import OLDEST

from .measuring import compare, in_turn, report, run_parts
from .one_group import one_group_on_duckdb, one_group_on_pandas, one_group_on_polars, one_group_on_pyarrow
from .people import PATIENTS, SWEDEN, Column, arrow, people
from .rules import (
    COUNTIES,
    YOUNGEST,
    added,
    counties,
    every_edition,
    turns,
    youngest,
)

TENTH = 10


# --- Every county, the edition by each row's day ---


def per_county(frame: Any) -> list[tuple[int, ...]]:
    """How many of each county are true and null."""
    import polars as pl

    verdict = pl.col("in_target_group")
    found = frame.group_by(county=pl.col("code") // 100).agg(yes=verdict.sum(), unknown=verdict.is_null().sum())
    return sorted(each for each in found.collect().rows() if any(each[1:]))


def planned_by_hand(frame: Any, editions: int, *, own_days: bool = False) -> Any:
    """The same plan on polars: a cheap filter, a cell by county and interval, a branch for each distinct rule."""
    import polars as pl

    days = {county: turns(editions, county if own_days else None) for county in COUNTIES}
    every = sorted({day for each in days.values() for day in each})
    width = len(every) + 1
    cells: dict[int, list[int]] = {}
    for county, own in days.items():
        for number, first in enumerate([None, *every]):
            edition = 0 if first is None else sum(day <= first for day in own)
            cells.setdefault(youngest(county, edition), []).append(county * width + number)
    codes = [int(each) for rules in counties(1) for each in rules.municipalities]
    on, born, code = pl.col("on"), pl.col("born"), pl.col("code")
    chain: Any = pl.when(on < every[0]).then(pl.lit(0))
    for number, (first, after) in enumerate(zip(every, [*every[1:], date.max], strict=True), start=1):
        chain = chain.when((on >= first) & (on < after)).then(pl.lit(number))
    cell = pl.when(code.is_in(codes)).then((code.cast(pl.Int32) // 100) * width) + chain
    needs = pl.col("region") & pl.col("municipality") & ~pl.col("substance")
    verdict: Any = pl
    for age, own_cells in cells.items():
        verdict = verdict.when(pl.col("cell").is_in(own_cells)).then(
            needs & (pl.col("known").dt.offset_by(f"{age}y") <= on)
        )
    anybody = (born <= on) & ~(born.dt.offset_by("121y") <= on)
    made = frame.filter(needs.fill_null(value=True)).with_columns(cell=cell, known=pl.when(anybody).then(born))
    made = made.with_columns(in_target_group=verdict)
    kept = pl.col("cell").is_not_null() & (pl.col("in_target_group").is_null() | pl.col("in_target_group"))
    return made.filter(kept)


def an_expression_each(frame: Any, editions: int) -> list[tuple[int, ...]]:
    """One expression for each edition, over all rows; without a plan."""
    import polars as pl

    on, born, code = pl.col("on"), pl.col("born"), pl.col("code")
    needs = pl.col("region") & pl.col("municipality") & ~pl.col("substance")
    known = pl.when((born <= on) & ~(born.dt.offset_by("121y") <= on)).then(born)
    frame = frame.with_columns(known=known).collect().lazy()
    found: dict[int, list[int]] = {}
    for county, rules in zip(COUNTIES, counties(editions), strict=True):
        codes = [int(each) for each in rules.municipalities]
        for number, (first, after) in enumerate(pairwise([date.min, *turns(editions), date.max])):
            here = code.is_in(codes) & (on >= first) & (on < after)
            verdict = needs & (pl.col("known").dt.offset_by(f"{youngest(county, number)}y") <= on)
            made = frame.select(here=here, verdict=verdict)
            yes, unknown = pl.col("here") & pl.col("verdict"), pl.col("here") & pl.col("verdict").is_null()
            counted = made.select(yes.sum(), unknown=unknown.sum()).collect().row(0)
            found[county] = [a + b for a, b in zip(found.get(county, (0, 0)), counted, strict=True)]
    return [(county, *each) for county, each in found.items() if any(each)]


def tables_by_hand(columns: Mapping[str, Column], editions: int) -> Any:
    """A look-up table of numpy: by county and day the last birth date that the rule covers."""
    first_day, days = date(2012, 1, 1), 366 * 15
    every_day = [first_day + timedelta(days=each) for each in range(days)]
    start = np.datetime64(first_day, "D").astype(np.int32)
    numbers = np.full(100, -1, dtype=np.int32)
    numbers[list(COUNTIES)] = np.arange(len(COUNTIES))
    begins = turns(editions)
    births = {age: [days_of(last_birth(day, age)) for day in every_day] for age in (*YOUNGEST, OLDEST + 1)}
    edition = [sum(first <= day for first in begins) for day in every_day]
    last = np.array(
        [[births[youngest(county, edition[at])][at] for at in range(days)] for county in COUNTIES], dtype=np.int32
    ).ravel()
    oldest = np.array(births[OLDEST + 1], dtype=np.int32)

    def run() -> list[tuple[int, ...]]:
        code, on, born = (columns[name].held for name in ("code", "on", "born"))
        on, born = on.view(np.int64).astype(np.int32), born.view(np.int64).astype(np.int32)
        county, day = numbers[code // 100], on - start
        known = ~columns["born"].nulls & (born <= on) & (born > oldest[day])
        old_enough = born <= last[county * days + day]
        yes, possible = known & old_enough, ~known | old_enough
        for name, wanted in (("region", True), ("municipality", True), ("substance", False)):
            held, nulls = columns[name].held, columns[name].nulls
            holds = held if wanted else ~held
            yes &= holds & ~nulls
            possible &= holds | nulls
        found = (np.bincount(county[each], minlength=len(COUNTIES)) for each in (yes, possible & ~yes))
        return [(number, int(a), int(b)) for number, a, b in zip(COUNTIES, *found, strict=True) if a or b]

    return run


def days_of(day: date) -> int:
    """A day as a number, as engines hold it."""
    return (day - date(1970, 1, 1)).days


def every_county_on_polars(frame: Any, *, own_days: bool) -> None:
    """Against the same plan by hand, and many editions against few."""
    lazy, days = frame.lazy(), ", days of their own" if own_days else ""

    def ours(editions: int) -> Any:
        return per_county(added(every_edition(editions, own_days=own_days), lazy))

    compare(
        f"21 counties x 5 editions{days}",
        ("classify", lambda: ours(5)),
        ("by hand", lambda: per_county(planned_by_hand(lazy, 5, own_days=own_days)), "" if own_days else "<= 1.3"),
    )
    compare(
        f"21 counties x 20 editions{days}",
        ("classify x 20", lambda: ours(20)),
        ("x 5", lambda: ours(5), "<= 1.6" if own_days else "<= 1.4"),
        same=False,
    )


def without_a_plan(frame: Any) -> None:
    """Against one expression for each edition: once, on a tenth of the rows, for it takes its time."""
    lazy, few = frame.lazy(), frame.head(len(frame) // TENTH).lazy()

    def ours(people: Any) -> Any:
        return per_county(added(every_edition(5), people))

    taken = in_turn({"classify": lambda: ours(lazy)})["classify"]
    start = time.perf_counter()
    found = an_expression_each(few, 5)
    once = (time.perf_counter() - start) * TENTH
    assert found == ours(few), "without a plan: the counts differ"
    how = f"classify {taken} / an expression for each edition {once:.1f} s (once, a tenth of the rows, times ten)"
    report("21 counties x 5 editions", how, taken.median / once, "<= 1/500")


def dense(rows: int) -> None:
    """A register of patients: most have the needs, so that a first filter leaves most."""
    import polars as pl

    columns = people(rows, PATIENTS)
    lazy = pl.from_arrow(arrow(columns)).rechunk().lazy()
    compare(
        "21 counties x 5 editions, dense",
        ("classify", lambda: per_county(added(every_edition(5), lazy))),
        ("numpy tables", tables_by_hand(columns, 5), "<= 2"),
        ("polars by hand", lambda: per_county(planned_by_hand(lazy, 5)), ""),
        rounds=5,
    )


def main() -> None:
    """Everything, in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=SWEDEN)
    parser.add_argument(
        "parts", nargs="*", help="only these: polars, pyarrow, duckdb, pandas, every, days, plan, dense"
    )
    given = parser.parse_args()
    import polars as pl

    table = arrow(people(given.rows))
    frame = pl.from_arrow(table).rechunk()
    print(f"{given.rows:,} rows, none of them of anybody; ratios of rounds in turn, medians and extremes\n")
    parts: dict[str, Callable[[], None]] = {
        "polars": lambda: one_group_on_polars(frame),
        "pyarrow": lambda: one_group_on_pyarrow(table),
        "duckdb": lambda: one_group_on_duckdb(table),
        "pandas": lambda: one_group_on_pandas(table),
        "every": lambda: every_county_on_polars(frame, own_days=False),
        "plan": lambda: without_a_plan(frame),
        "dense": lambda: dense(given.rows),
        "days": lambda: every_county_on_polars(frame, own_days=True),
    }
    run_parts(parts, given.parts)


if __name__ == "__main__":
    main()
