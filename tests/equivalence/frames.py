"""Rows of people for `classify`, and the engines that hold them. 20,000 rows, always the same."""

from collections.abc import Iterator
from datetime import date, timedelta
from importlib import import_module
from importlib.util import find_spec
from random import Random
from typing import Any

from .ask import Ask
from .outline import Outline
from .people import DAYS, LEAP_BORN

ROWS = 20_000
ENGINES = {"polars": "polars", "polars-lazy": "polars", "pandas": "pandas", "pyarrow": "pyarrow", "duckdb": "duckdb"}
FACTS = (
    "psychiatric-disability",
    "psychiatric-condition",
    "coordinated",
    "simultaneous",
    "needs-region",
    "needs-municipality",
    "substance-use",
    "next-of-kin",
)
_LIMITS = (13, 18, 19, 24, 65)


def cohorts(outline: Outline) -> Iterator[Ask]:
    """Each engine that is installed, with a column of days, with one day, and with only possible rows."""
    names = tuple(dict.fromkeys(name for each in outline.counties.values() for name in each.names))
    events = {each: True for county in outline.counties.values() for each in county.events}
    for engine, module in ENGINES.items():
        if find_spec(module) is None:
            continue
        args: dict[str, Any] = {"engine": engine}
        yield Ask(part="cohorts", op="classify", args={**args, "age": "born"})
        yield Ask(part="cohorts", op="classify", args={**args, "age": "age", "only_possible": True})
        yield Ask(part="cohorts", op="classify", args={**args, "age": "age", "on": date(2026, 1, 10)})
        if engine == "polars":
            for name in names:
                yield Ask(part="cohorts", op="classify", args={**args, "age": "born", "readings": name})
            yield Ask(part="cohorts", op="classify", args={**args, "age": "born", "facts": events})
            yield Ask(part="cohorts", op="classify", args={**args, "age": "born", "on": date(2026, 2, 28)})


def columns(outline: Outline, rows: int = ROWS) -> dict[str, list[Any]]:
    """The rows by column; a null is None."""
    random = Random(10)

    def pick(values: tuple[Any, ...]) -> Any:
        return values[int(random.random() * len(values))]

    codes = (*(code for each in outline.counties.values() for code in each.municipalities), "0180", None)
    days = tuple(sorted({*DAYS, *outline.all_days()}))
    days = tuple(day for day in days if day.year >= 2012)
    made: dict[str, list[Any]] = {name: [] for name in ("number", "code", "born", "age", "on", *FACTS)}
    for number in range(rows):
        on = pick(days)
        kind = random.random()
        if kind < 0.3:
            born = on - timedelta(days=int(pick(_LIMITS) * 365.25) + int(random.random() * 5) - 2)
        elif kind < 0.4:
            born = min(pick(LEAP_BORN[:5]), on)
        else:
            born = on - timedelta(days=int(random.random() * 36_000))
        given = (number, pick(codes), born, int(random.random() * 100), on)
        for name, value in zip(("number", "code", "born", "age", "on"), given, strict=True):
            made[name].append(None if name in {"born", "age"} and random.random() < 0.05 else value)
        for name in FACTS:
            made[name].append(pick((True, True, False, None)))
    return made


def frame(engine: str, held: dict[str, list[Any]]) -> Any:
    """A frame of an engine with these columns."""
    if engine.startswith("polars"):
        made = _polars(held)
        return made.lazy() if engine == "polars-lazy" else made
    if engine == "pandas":
        pd = import_module("pandas")
        types = {**dict.fromkeys(FACTS, "boolean"), "age": "Int64"}
        made = pd.DataFrame(held).astype(types)
        for name in ("born", "on"):
            made[name] = pd.to_datetime(made[name])
        return made
    arrow = _polars(held).to_arrow() if find_spec("polars") else import_module("pyarrow").table(held)
    if engine == "pyarrow":
        return arrow
    return import_module("duckdb").connect().sql("select * from arrow")


def _polars(held: dict[str, list[Any]]) -> Any:
    pl = import_module("polars")
    types = {"number": pl.Int64, "code": pl.String, "born": pl.Date, "age": pl.Int64, "on": pl.Date}
    types |= dict.fromkeys(FACTS, pl.Boolean)
    return pl.DataFrame(held, schema={name: types[name] for name in held})


def rows_of(made: Any, names: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """The rows of a frame of any engine as plain values, in the order of their numbers."""
    if hasattr(made, "collect"):
        made = made.collect()
    if hasattr(made, "to_arrow_table"):
        made = made.to_arrow_table()
    elif hasattr(made, "fetch_arrow_table"):
        made = made.fetch_arrow_table()
    if hasattr(made, "isna"):
        made = made.astype(object).where(made.notna(), None)
        held = {name: list(made[name]) for name in ("number", *names)}
    elif hasattr(made, "to_pylist"):
        held = {name: made.column(name).to_pylist() for name in ("number", *names)}
    else:
        held = {name: made[name].to_list() for name in ("number", *names)}
    return sorted(zip(*held.values(), strict=True), key=lambda row: int(row[0]))


def summary(rows: list[tuple[Any, ...]]) -> dict[str, Any]:
    """The different outcomes in the order in which they are met, how often, and which each row has."""
    outcomes: dict[tuple[Any, ...], int] = {}
    numbers = [(int(row[0]), outcomes.setdefault(row[1:], len(outcomes))) for row in rows]
    counts = [0] * len(outcomes)
    for _, outcome in numbers:
        counts[outcome] += 1
    blocks: dict[str, str] = {}
    for number, outcome in numbers:
        block = f"{number // 500 * 500:05}"
        blocks[block] = f"{blocks[block]} {number}:{outcome}" if block in blocks else f"{number}:{outcome}"
    return {"outcomes": [list(each) for each in outcomes], "counts": counts, "rows": blocks}
