"""Files of people, read and written as streams by polars."""

import csv
import unicodedata
from collections.abc import Collection, Mapping
from pathlib import Path

import polars as pl

from psykavtal.cli.file_errors import plainly
from psykavtal.cli.interrupts import Interrupts
from psykavtal.cli.output_file import whole_file
from psykavtal.cohorts.column_names import repeated
from psykavtal.cohorts.output_names import AGE, BORN, MUNICIPALITY, ON
from psykavtal.cohorts.reasons import LABELS
from psykavtal.errors import CohortError, Message
from psykavtal.model.wording import Wording

_TRUE = ("true", Wording(sv="i målgruppen", en="in the target group"))
_FALSE = ("false", Wording(sv="inte i målgruppen", en="not in the target group"))
_VERDICTS = (_TRUE, _FALSE, ("", Wording(sv="inte avgjort", en="undecided")), ("no-county", LABELS["no-county"]))
_REASONS = (_TRUE, _FALSE, *LABELS.items())


def scan(path: Path) -> pl.LazyFrame:
    """Return a file as a lazy frame.

    Every column of a CSV is text, whatever it contains.

    Raises:
        CohortError: it cannot be read.
    """
    with plainly(path):
        if path.suffix == ".csv":
            _refuse_repeated(path)
            frame = pl.scan_csv(path, infer_schema=False)
        else:
            frame = pl.scan_parquet(path)
        frame.collect_schema()
        return frame


def _refuse_repeated(path: Path) -> None:
    """Refuse a CSV whose header has a name more than once.

    Polars would rename all but the first.

    Raises:
        CohortError: with every such name.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        header: list[str] = next((row for row in csv.reader(file) if row), list[str]())
    names = [unicodedata.normalize("NFC", each.strip().strip('"').strip()) for each in header]
    faults = [_several_columns(name, count) for name, count in repeated(names)]
    if faults:
        raise CohortError(_cannot_be_classified(path), faults)


def typed(frame: pl.LazyFrame, columns: Mapping[str, str], path: Path) -> pl.LazyFrame:
    """Convert the columns of a CSV with facts about people to their types.

    No value that cannot be converted is shown.

    Args:
        frame: every column as text.
        columns: the fact that a column gives, and the column's name.
        path: the file, for the error.

    Raises:
        CohortError: a column contains invalid values; with the number of rows.
    """
    header = frame.collect_schema().names()
    made = {column: _as(name, column) for name, column in columns.items() if column in header and name != MUNICIPALITY}
    wrong = [(pl.col(column).is_not_null() & made[column].is_null()).sum().alias(column) for column in made]
    with plainly(path):
        counts = frame.select(wrong).collect(engine="streaming").row(0, named=True) if wrong else {}
    faults = [
        Message(
            en="{column!r}: {count} row(s) hold no {content}.",
            sv="{column!r}: {count} rad(er) har inget {content}.",
            column=column,
            count=counts[column],
            content=_EXPECTED.get(name, _TRUTH),
        )
        for name, column in columns.items()
        if counts.get(column)
    ]
    if faults:
        raise CohortError(_cannot_be_classified(path), faults)
    return frame.with_columns(**made)


_TRUTH = Message(en="true or false", sv="värde true eller false")
_DATE = Message(en="date like 2008-03-01", sv="datum som 2008-03-01")
_EXPECTED = {AGE: Message(en="whole number of years", sv="helt antal år"), BORN: _DATE, ON: _DATE}


def _cannot_be_classified(path: Path) -> Message:
    return Message(en="{file} cannot be classified:", sv="{file} kan inte klassas:", file=path.name)


def _several_columns(name: str, count: int) -> Message:
    if not name:
        return Message(
            en="the header: {count} columns have no name. Give each a name, or delete it.",
            sv="rubrikraden: {count} kolumner har inget namn. Ge var och en ett namn, eller ta bort den.",
            count=count,
        )
    return Message(
        en="{column!r}: {count} columns have this name. Rename or delete all but one.",
        sv="{column!r}: {count} kolumner har detta namn. Byt namn på eller ta bort alla utom en.",
        column=name,
        count=count,
    )


def _as(name: str, column: str) -> pl.Expr:
    """Convert a column of text to the type of its fact; null for invalid values."""
    text = pl.col(column).str.strip_chars()
    if name in (BORN, ON):
        # By itself the format takes 08-01-11 for the year 8.
        return pl.when(text.str.contains(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")).then(
            text.str.to_date("%Y-%m-%d", strict=False)
        )
    if name == AGE:
        return text.cast(pl.Int64, strict=False)
    lower = text.str.to_lowercase()
    return pl.when(lower == "true").then(pl.lit(value=True)).when(lower == "false").then(pl.lit(value=False))


def count(frame: pl.LazyFrame, path: Path) -> int:
    """Return the number of rows.

    Raises:
        CohortError: the file cannot be read to its end.
    """
    with plainly(path):
        return int(frame.select(pl.len()).collect(engine="streaming").item())


def sink(frame: pl.LazyFrame, people: Path, out: Path, interrupts: Interrupts, *, replace: bool) -> None:
    """Write a lazy frame as a stream; the file appears whole, or not at all.

    Args:
        frame: the frame.
        people: the file that it reads, for errors.
        out: the file that it writes.
        interrupts: the signals that end the process.
        replace: whether an older file may be replaced.

    Raises:
        CohortError: it cannot be computed or written.
    """
    with plainly(people, written=out), whole_file(out, interrupts, replace=replace) as file:
        if out.suffix == ".parquet":
            interrupts.run(lambda: frame.sink_parquet(file))
        else:
            interrupts.run(lambda: frame.sink_csv(file))


def summary(out: Path, *, municipality: str, codes: Collection[str], lang: str) -> str:
    """Return a summary of a written file: the number of rows by result.

    Rows are in the target group, not in it, undecided, or of a municipality outside the counties
    here. If the file has reasons, each that occurs is counted by itself.
    """
    verdict = pl.col("in_target_group").cast(pl.String)
    with plainly(out):
        frame = scan(out)
        has_reasons = "reason" in frame.collect_schema()
        if has_reasons:
            group = verdict.fill_null(pl.col("reason"))
        else:
            code = pl.col(municipality).cast(pl.String).str.zfill(4)
            group = pl.when(code.is_in(list(codes))).then(verdict.fill_null("")).otherwise(pl.lit("no-county"))
        found = dict(frame.group_by(group.alias("group")).len().collect(engine="streaming").iter_rows())
    shown = [each for each in _REASONS if each[0] in found] if has_reasons else _VERDICTS
    return "\n".join(f"{found.get(name, 0):>12,}  {label.to(lang)}".replace(",", " ") for name, label in shown)
