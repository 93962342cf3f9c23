"""One target group on one day, written by hand for each engine, against `classify`."""

from typing import Any

from psykavtal.cohorts.age_expressions import first_birth, last_birth
from psykavtal.cohorts.pandas_frames import classified

from .measuring import compare
from .rules import (
    STOCKHOLM,
    TODAY,
    added,
    one_group,
    youngest,
)

CODES = [int(each) for each in one_group().counties[0].municipalities]
AGE = youngest(STOCKHOLM, 0)
LAST = last_birth(TODAY, AGE)
FIRST = first_birth(TODAY)


def polars_counts(frame: Any) -> tuple[int, ...]:
    """How many are true, false and null."""
    import polars as pl

    verdict = pl.col("in_target_group")
    found = frame.select(verdict.sum(), no=(~verdict).sum(), unknown=verdict.is_null().sum())
    return found.collect().row(0)


def polars_by_hand(frame: Any, *, checked: bool) -> Any:
    """One group on polars."""
    import polars as pl

    born = pl.col("born")
    known = pl.when(born.is_between(FIRST, TODAY)).then(born) if checked else born
    needs = pl.col("region") & pl.col("municipality") & ~pl.col("substance")
    verdict = pl.when(pl.col("code").is_in(CODES)).then(needs & (known <= LAST))
    return frame.with_columns(in_target_group=verdict)


def one_group_on_polars(frame: Any) -> None:
    """Lazy and streaming, with and without the check for ages that nobody has."""
    lazy, classifier = frame.lazy(), one_group()
    compare(
        "one group, polars lazy",
        ("classify", lambda: polars_counts(added(classifier, lazy))),
        ("by hand", lambda: polars_counts(polars_by_hand(lazy, checked=True)), "<= 1.15"),
        ("by hand, ages unchecked", lambda: polars_counts(polars_by_hand(lazy, checked=False)), ""),
        rounds=25,
    )


def one_group_on_duckdb(table: Any) -> None:
    """DuckDB, its data its own."""
    import duckdb

    connection = duckdb.connect()
    connection.register("given", table)
    connection.execute("create table people as select * from given")
    counting = (
        "select count(*) filter (in_target_group), count(*) filter (not in_target_group),"
        " count(*) filter (in_target_group is null) from"
    )
    codes = ", ".join(map(str, CODES))
    by_hand = f"""
        select *, case when code in ({codes}) then region and municipality and not substance and
        case when born between date '{FIRST}' and date '{TODAY}' then born end <= date '{LAST}' end as in_target_group
        from people"""
    classifier = one_group()

    def ours() -> Any:
        made = added(classifier, connection.table("people"))
        return made.query("made", f"{counting} made").fetchall()

    compare(
        "one group, DuckDB",
        ("classify", ours),
        ("by hand", lambda: connection.sql(f"{counting} ({by_hand})").fetchall(), "<= 1.2"),
    )


def one_group_on_pyarrow(table: Any) -> None:
    """pyarrow."""
    import pyarrow as pa
    import pyarrow.compute as pc

    codes = pa.array(CODES, pa.int16())
    first, today, last = (pa.scalar(each, pa.date32()) for each in (FIRST, TODAY, LAST))
    classifier = one_group()

    def counts(made: Any) -> tuple[int, ...]:
        verdict = made["in_target_group"]
        return (pc.sum(verdict).as_py(), pc.sum(pc.invert(verdict)).as_py(), verdict.null_count)

    def by_hand() -> Any:
        born = table["born"]
        known = pc.if_else(pc.and_(pc.greater_equal(born, first), pc.less_equal(born, today)), born, None)
        needs = pc.and_kleene(table["region"], table["municipality"])
        needs = pc.and_kleene(needs, pc.invert(table["substance"]))
        verdict = pc.and_kleene(needs, pc.less_equal(known, last))
        of_county = pc.if_else(pc.is_in(table["code"], codes), verdict, None)
        return table.append_column("in_target_group", of_county)

    def refusing() -> Any:
        born, code = table["born"], table["code"]
        wrong = (pc.greater(born, today), pc.less(born, first), pc.less(code, 100), pc.greater(code, 9999))
        assert not any(pc.any(each).as_py() for each in wrong)
        return by_hand()

    compare(
        "one group, pyarrow",
        ("classify", lambda: counts(added(classifier, table))),
        ("by hand, rows refused", lambda: counts(refusing()), "<= 1.2"),
        ("by hand", lambda: counts(by_hand()), ""),
    )


def one_group_on_pandas(table: Any) -> None:
    """pandas with types that have nulls."""
    import pandas as pd
    import pyarrow as pa

    frame = table.to_pandas(types_mapper={pa.bool_(): pd.BooleanDtype(), pa.int16(): pd.Int16Dtype()}.get)
    for name in ("born", "on"):
        frame[name] = pd.to_datetime(frame[name])
    classifier = one_group()
    first, today, last = (pd.Timestamp(each) for each in (FIRST, TODAY, LAST))

    def counts(made: Any) -> tuple[int, ...]:
        verdict = made["in_target_group"]
        return (int(verdict.sum()), int((~verdict).sum()), int(verdict.isna().sum()))

    def by_hand() -> Any:
        born = frame["born"]
        known = born.between(first, today)
        old_enough = (born <= last).astype("boolean").mask(~known)
        verdict = frame["region"] & frame["municipality"] & ~frame["substance"] & old_enough
        return frame.assign(in_target_group=verdict.where(frame["code"].isin(CODES)))

    def ours() -> Any:
        return classified(frame, classifier.people, classifier.add, lambda made: added(classifier, made))

    compare(
        "one group, pandas nullable",
        ("classify", lambda: counts(ours())),
        ("by hand", lambda: counts(by_hand()), "<= 1.5"),
    )
