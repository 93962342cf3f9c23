"""Progress on standard error, if it is a terminal."""

import os
import sys
from contextlib import suppress
from types import TracebackType
from typing import Self

import polars as pl
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars

from psykavtal.model.wording import Wording

_PHASES = {
    "check": Wording(sv="Ser efter åldrar och koder", en="Looking through ages and codes"),
    "write": Wording(sv="Klassar", en="Classifying"),
}
_CLEAR_LINE_AND_SHOW_CURSOR = b"\r\x1b[2K\x1b[?25h"


class Progress:
    """The current phase and how far it has come, on standard error."""

    def __init__(self, *, shown: bool, lang: str) -> None:
        """Shown on a terminal only."""
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._bars = Bars(*columns, console=Console(stderr=True), disable=not shown, transient=True)
        self._shown = shown
        self._lang = lang
        self._task = self._bars.add_task("", total=None)

    def phase(self, name: str, *, rows: int | None = None) -> None:
        """Begin a phase; of so many rows, if it counts them."""
        self._bars.update(self._task, description=_PHASES[name].to(self._lang), total=rows, completed=0)

    def watched(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """Return the frame, with its rows counted as they pass.

        It is returned as it is if no progress is shown.
        """
        if not self._shown:
            return frame

        def passed(batch: pl.DataFrame) -> pl.DataFrame:
            self._bars.advance(self._task, batch.height)
            return batch

        return frame.map_batches(passed, streamable=True)

    def restore(self) -> None:
        """Leave the terminal as it was, without waiting for anything.

        For the end of the process.
        """
        if self._shown:
            with suppress(OSError):
                os.write(sys.stderr.fileno(), _CLEAR_LINE_AND_SHOW_CURSOR)

    def __enter__(self) -> Self:
        """Show it."""
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the terminal as it was."""
        self._bars.stop()
