"""Files of people, read and written as streams by polars."""

import csv
import errno
import os
import re
import unicodedata
from collections.abc import Collection, Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

import polars as pl

from psykavtal.cli.interrupts import Interrupts
from psykavtal.cli.output_file import whole_file
from psykavtal.cohorts.column_names import repeated
from psykavtal.cohorts.output_names import AGE, BORN, MUNICIPALITY, ON
from psykavtal.cohorts.reasons import LABELS
from psykavtal.errors import CohortError
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
    faults = [
        f"{name!r}: {count} columns have this name. Rename or delete all but one."
        if name
        else f"the header: {count} columns have no name. Give each a name, or delete it."
        for name, count in repeated(names)
    ]
    if faults:
        raise CohortError(f"{path.name} cannot be classified:", faults)


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
        f"{column!r}: {counts[column]} row(s) hold no {_EXPECTED.get(name, 'true or false')}."
        for name, column in columns.items()
        if counts.get(column)
    ]
    if faults:
        raise CohortError(f"{path.name} cannot be classified:", faults)
    return frame.with_columns(**made)


_EXPECTED = {AGE: "whole number of years", BORN: "date like 2008-03-01", ON: "date like 2008-03-01"}


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


@contextmanager
def plainly(path: Path, *, written: Path | None = None) -> Generator[None]:
    """Replace an engine's error about a file by one without its message.

    The engine's message may contain values of the file.

    Args:
        path: the file that is read.
        written: the file that is written, if any: an error of the file system is then about this one.

    Raises:
        CohortError: for every error of the engine or the file system.
    """
    fault = ""
    try:
        yield
    except (pl.exceptions.PolarsError, OSError, UnicodeDecodeError, csv.Error) as error:
        name = path.name if written is None or _number(error) is None else written.name
        fault = f"{name}: {_fault(error)}"
    if fault:
        raise CohortError("the file cannot be used:", (fault,))


def _fault(error: Exception) -> str:
    number = _number(error)
    if number is not None:
        return f"{os.strerror(number)}.{_FIXES.get(number, '')}"
    if isinstance(error, pl.exceptions.DuplicateError):
        name = re.search(r"column with name '(.*)' has more than one", str(error))
        which = repr(name[1]) if name else "two"
        return f"{which}: 2 columns have this name. Rename or drop all but one."
    if "more fields" in str(error):
        return "a row has more fields than the header. Put quotes around a field that contains a comma."
    return f"{type(error).__name__}. Is it a file of this kind, in UTF-8, with commas?"


def _number(error: Exception) -> int | None:
    """Return the system's number of an error, also of one that polars wraps.

    None for every other error.
    """
    if isinstance(error, OSError) and error.errno is not None:
        return error.errno
    found = re.search(r"\(os error ([0-9]+)\)", str(error))
    if found:
        return int(found[1])
    return errno.ENOENT if isinstance(error, FileNotFoundError) else None


_FIXES = {
    errno.ENOENT: " Does its folder exist?",
    errno.ENOSPC: " Free some space, or write elsewhere.",
    errno.EDQUOT: " Free some space, or write elsewhere.",
    errno.EFBIG: " Write elsewhere.",
    errno.EACCES: " Write where you may.",
    errno.EROFS: " Write where you may.",
    errno.EEXIST: " Give --force to write over it.",
}


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
