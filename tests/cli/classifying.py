"""Run `psykavtal classify` on generated people, and stop it."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import polars as pl

ROWS = 3_000_000

COLUMNS = ("--column", "municipality=kommun", "--column", "born=fodd", "--column", "next-of-kin=anhorig")

OLDER = b"an older file"


def people(folder: Path, rows: int) -> Path:
    frame = pl.select(
        kommun=pl.int_range(rows) % 3 * 800 + 680,
        fodd=pl.date(1990, 1, 1) + pl.duration(days=pl.int_range(rows) % 9000),
        anhorig=pl.int_range(rows) % 2 == 0,
    )
    path = folder / "people.parquet"
    frame.write_parquet(path)
    return path


def arguments(given: Path, out: Path) -> list[str]:
    added = [part for each in ("document", "in_target_group", "decided_by") for part in ("--add", each)]
    return [
        "classify",
        str(given),
        "--lang",
        "en",
        "--on",
        "2026-01-10",
        "--out",
        str(out),
        "--force",
        *COLUMNS,
        *added,
    ]


def default_signals() -> None:
    """A process started in the background of a script ignores some signals, and so would those it starts."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def start(given: Path, out: Path, *, first: str = "", **more: Any) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", f"{first}from psykavtal.cli import main; main()", *arguments(given, out)]
    options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "preexec_fn": default_signals, **more}
    return subprocess.Popen(command, **options)


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let this process write no file larger than a number of bytes."""
    import resource  # of POSIX only

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def held(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}
