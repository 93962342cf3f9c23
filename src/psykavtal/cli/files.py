"""Files of people, read and written as streams by polars, with progress where somebody looks."""

import os
import tempfile
from collections.abc import Collection
from pathlib import Path
from types import TracebackType
from typing import Self

import polars as pl
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars

from psykavtal.errors import CohortError
from psykavtal.model.wording import Wording

_PHASES = {
    "check": Wording(sv="Ser efter åldrar och koder", en="Looking through ages and codes"),
    "write": Wording(sv="Klassar", en="Classifying"),
}
_VERDICTS = (
    (True, Wording(sv="i målgruppen", en="in the target group")),
    (False, Wording(sv="inte i målgruppen", en="not in the target group")),
    (None, Wording(sv="inte avgjort", en="not settled")),
)


def scan(path: Path, *, text: Collection[str] = (), truths: Collection[str] = ()) -> pl.LazyFrame:
    """A file as a lazy frame.

    Args:
        path: the file, .parquet or .csv.
        text: the columns of a CSV that are read as text, so that a code keeps its zero.
        truths: those that are read as true or false, also where they begin with nulls.
    """
    if path.suffix == ".parquet":
        return pl.scan_parquet(path)
    header = pl.scan_csv(path, infer_schema=False).collect_schema().names()
    types = {**dict.fromkeys(text, pl.String()), **dict.fromkeys(truths, pl.Boolean())}
    known = {name: dtype for name, dtype in types.items() if name in header}
    return pl.scan_csv(path, schema_overrides=known, try_parse_dates=True)


def count(frame: pl.LazyFrame) -> int:
    """How many rows there are."""
    return int(frame.select(pl.len()).collect(engine="streaming").item())


def sink(frame: pl.LazyFrame, out: Path) -> None:
    """Write a lazy frame as a stream; the file is there whole, or not at all.

    Raises:
        CohortError: it cannot be computed or written; the engine's own words, which may hold values, are not told.
    """
    handle, name = tempfile.mkstemp(dir=out.parent, prefix=".psykavtal-", suffix=out.suffix)
    os.close(handle)
    part = Path(name)
    try:
        if out.suffix == ".parquet":
            frame.sink_parquet(part)
        else:
            frame.sink_csv(part)
        part.replace(out)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise CohortError("the file cannot be written:", (f"{out.name}: {type(error).__name__}.",)) from None
    finally:
        part.unlink(missing_ok=True)


def summary(out: Path, *, lang: str) -> str:
    """How many rows of a written file are in the target group, are not, and are not settled."""
    column = pl.col("in_target_group")
    counts = scan(out, truths=["in_target_group"]).group_by(column).len().collect(engine="streaming")
    by_verdict = dict(counts.iter_rows())
    return "\n".join(
        f"{by_verdict.get(verdict, 0):>12,}  {label.to(lang)}".replace(",", " ") for verdict, label in _VERDICTS
    )


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
