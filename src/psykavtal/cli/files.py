"""Files of people, read and written as streams by polars, with progress where somebody looks."""

import os
import tempfile
from collections.abc import Collection, Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import polars as pl
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars

from psykavtal.ask.cohort.names import AGE, BORN, MUNICIPALITY, ON
from psykavtal.errors import CohortError
from psykavtal.model.wording import Wording

_PHASES = {
    "check": Wording(sv="Ser efter åldrar och koder", en="Looking through ages and codes"),
    "write": Wording(sv="Klassar", en="Classifying"),
}
_VERDICTS = (
    ("true", Wording(sv="i målgruppen", en="in the target group")),
    ("false", Wording(sv="inte i målgruppen", en="not in the target group")),
    ("", Wording(sv="inte avgjort", en="not settled")),
    ("elsewhere", Wording(sv="utan kommun i något län här", en="of no municipality of a county here")),
)


def scan(path: Path) -> pl.LazyFrame:
    """A file as a lazy frame; a CSV with every column as text, whatever it holds.

    Raises:
        CohortError: it cannot be read.
    """
    with plainly(path):
        frame = pl.scan_parquet(path) if path.suffix == ".parquet" else pl.scan_csv(path, infer_schema=False)
        frame.collect_schema()
        return frame


def typed(frame: pl.LazyFrame, told: Mapping[str, str], path: Path) -> pl.LazyFrame:
    """The columns of a CSV that tell of people, as what they tell; nothing of what cannot be read is shown.

    Args:
        frame: every column as text.
        told: what a column tells, and its name.
        path: the file, for the error.

    Raises:
        CohortError: a column holds what is none of that; with how many rows.
    """
    header = frame.collect_schema().names()
    made = {column: _as(name, column) for name, column in told.items() if column in header and name != MUNICIPALITY}
    wrong = [(pl.col(column).is_not_null() & made[column].is_null()).sum().alias(column) for column in made]
    with plainly(path):
        counts = frame.select(wrong).collect(engine="streaming").row(0, named=True) if wrong else {}
    faults = [
        f"{column!r}: {counts[column]} row(s) hold no {_WANTED.get(name, 'true or false')}."
        for name, column in told.items()
        if counts.get(column)
    ]
    if faults:
        raise CohortError(f"{path.name} cannot be classified:", faults)
    return frame.with_columns(**made)


_WANTED = {AGE: "whole number of years", BORN: "date like 2008-03-01", ON: "date like 2008-03-01"}


def _as(name: str, column: str) -> pl.Expr:
    """A column of text as what it tells; null where it is none of that."""
    text = pl.col(column).str.strip_chars()
    if name in (BORN, ON):
        return text.str.to_date("%Y-%m-%d", strict=False)
    if name == AGE:
        return text.cast(pl.Int64, strict=False)
    lower = text.str.to_lowercase()
    return pl.when(lower == "true").then(pl.lit(value=True)).when(lower == "false").then(pl.lit(value=False))


@contextmanager
def plainly(path: Path) -> Generator[None]:
    """Tell what goes wrong with a file without the engine's own words, which may hold what stands in it.

    Raises:
        CohortError: whatever the engine or the file system raises.
    """
    fault = ""
    try:
        yield
    except (pl.exceptions.PolarsError, OSError) as error:
        fault = f"{path.name}: {type(error).__name__}. Is it a file of this kind, in UTF-8, with commas?"
    if fault:
        raise CohortError("the file cannot be used:", (fault,))


def count(frame: pl.LazyFrame, path: Path) -> int:
    """How many rows there are.

    Raises:
        CohortError: the file cannot be read to its end.
    """
    with plainly(path):
        return int(frame.select(pl.len()).collect(engine="streaming").item())


def sink(frame: pl.LazyFrame, out: Path) -> None:
    """Write a lazy frame as a stream; the file is there whole, or not at all.

    Raises:
        CohortError: it cannot be computed or written.
    """
    with plainly(out):
        handle, name = tempfile.mkstemp(dir=out.parent, prefix=".psykavtal-", suffix=out.suffix)
        os.close(handle)
        part = Path(name)
        try:
            if out.suffix == ".parquet":
                frame.sink_parquet(part)
            else:
                frame.sink_csv(part)
            part.replace(out)
        finally:
            part.unlink(missing_ok=True)


def summary(out: Path, *, municipality: str, codes: Collection[str], lang: str) -> str:
    """How many rows of a written file are in the target group, are not, are not settled, or of no county here."""
    code = pl.col(municipality).cast(pl.String).str.zfill(4)
    verdict = pl.col("in_target_group").cast(pl.String)
    group = pl.when(code.is_in(list(codes))).then(verdict.fill_null("")).otherwise(pl.lit("elsewhere"))
    with plainly(out):
        counts = scan(out).group_by(group.alias("group")).len().collect(engine="streaming")
    found = dict(counts.iter_rows())
    return "\n".join(f"{found.get(name, 0):>12,}  {label.to(lang)}".replace(",", " ") for name, label in _VERDICTS)


class Progress:
    """What is being done and how far it has come, on standard error."""

    def __init__(self, *, shown: bool, lang: str) -> None:
        """Shown on a terminal only."""
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._bars = Bars(*columns, console=Console(stderr=True), disable=not shown, transient=True)
        self._shown = shown
        self._lang = lang
        self._task = self._bars.add_task("", total=None)

    def phase(self, name: str, *, rows: int | None = None) -> None:
        """Begin a phase; of so many rows, where it counts them."""
        self._bars.update(self._task, description=_PHASES[name].to(self._lang), total=rows, completed=0)

    def watched(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """The frame, its rows counted as they pass; untouched where nobody looks."""
        if not self._shown:
            return frame

        def passed(batch: pl.DataFrame) -> pl.DataFrame:
            self._bars.advance(self._task, batch.height)
            return batch

        return frame.map_batches(passed, streamable=True)

    def __enter__(self) -> Self:
        """Show it."""
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the terminal as it was."""
        self._bars.stop()
