"""An interrupted or failing `psykavtal classify` leaves the folder as it was, and no process."""

import errno
import fcntl
import os
import resource
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from click.testing import CliRunner

from psykavtal.cli import main, output_file
from psykavtal.cli.progress import Progress

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")]

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


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return people(tmp_path_factory.mktemp("in"), ROWS)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    return people(folder, 1000)


def arguments(given: Path, out: Path) -> list[str]:
    added = [part for each in ("document", "in_target_group", "decided_by") for part in ("--add", each)]
    return ["classify", str(given), "--on", "2026-01-10", "--out", str(out), "--force", *COLUMNS, *added]


def default_signals() -> None:
    """A process started in the background of a script ignores some signals, and so would those it starts."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


NAMED = "import os; del os.O_TMPFILE;" if hasattr(os, "O_TMPFILE") else ""
"""What takes files without a name from Python, as on platforms that have none."""


def start(given: Path, out: Path, *, first: str = "", **more: Any) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", f"{first}from psykavtal.cli import main; main()", *arguments(given, out)]
    options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "preexec_fn": default_signals, **more}
    return subprocess.Popen(command, **options)


def held(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def has_begun_to_write(process: subprocess.Popen[bytes], folder: Path) -> bool:
    """Whether a process has an open file of the folder with something in it."""
    for each in Path(f"/proc/{process.pid}/fd").iterdir():
        with suppress(OSError):
            if each.readlink().is_relative_to(folder) and each.stat().st_size:
                return True
    return False


def stopped_while_writing(given: Path, out: Path, number: int, *, first: str = "") -> int:
    """The exit code of the command after a signal when it has begun to write."""
    process = start(given, out, first=first)
    try:
        with suppress(OSError):
            while process.poll() is None and not has_begun_to_write(process, out.parent):
                time.sleep(0.005)
        process.send_signal(number)
        return process.wait(timeout=60)
    finally:
        process.kill()
        process.wait()


SIGNALS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}
can_see = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="cannot see when a process writes")


@can_see
@pytest.mark.parametrize("older", [True, False], ids=["over an older file", "a new file"])
@pytest.mark.parametrize("first", ["", NAMED], ids=["without a name", "with a temporary name"])
@pytest.mark.parametrize(("number", "suffix"), list(zip(SIGNALS, (".csv", ".parquet", ".csv"), strict=True)))
def test_a_signal_while_writing_leaves_nothing(
    large: Path, tmp_path: Path, number: signal.Signals, suffix: str, first: str, older: bool
) -> None:
    out = tmp_path / f"out{suffix}"
    if older:
        out.write_bytes(OLDER)
    before = held(tmp_path)
    assert stopped_while_writing(large, out, number, first=first) == SIGNALS[number]
    assert held(tmp_path) == before


@can_see
@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="the platform has no files without a name")
def test_even_the_end_of_a_process_that_cannot_do_anything_leaves_nothing(large: Path, tmp_path: Path) -> None:
    assert stopped_while_writing(large, tmp_path / "out.csv", signal.SIGKILL) == -signal.SIGKILL
    assert held(tmp_path) == {}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_at_any_moment_leaves_nothing_or_the_whole_file(
    large: Path, tmp_path: Path, number: signal.Signals
) -> None:
    out = tmp_path / "out.parquet"
    begun = time.monotonic()
    assert start(large, out).wait(timeout=60) == 0
    whole = held(tmp_path)
    duration = time.monotonic() - begun
    stopped = 0
    for part in (3, 5, 7, 9):
        out.write_bytes(OLDER)
        process = start(large, out)
        time.sleep(duration * part / 10)
        process.send_signal(number)
        code = process.wait(timeout=60)
        if not code:  # it was quicker than the first run, which shared the machine
            duration *= part / 20
        stopped += code == SIGNALS[number]
        assert held(tmp_path) in (({out.name: OLDER}, whole) if code else (whole,))
    assert stopped


def test_a_signal_that_was_ignored_stays_ignored(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    process = start(small, out, preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    while process.poll() is None:
        process.send_signal(signal.SIGHUP)
        time.sleep(0.02)
    assert process.returncode == 0
    assert out.exists()


@can_see
def test_a_terminal_that_is_closed_leaves_nothing(large: Path, tmp_path: Path) -> None:
    terminal, end = os.openpty()

    def take() -> None:
        default_signals()
        os.setsid()
        fcntl.ioctl(2, termios.TIOCSCTTY, 0)

    process = start(large, tmp_path / "out.csv", stdin=end, stdout=end, stderr=end, preexec_fn=take)
    try:
        os.close(end)
        while process.poll() is None and not has_begun_to_write(process, tmp_path):
            time.sleep(0.005)
        os.close(terminal)
        assert process.wait(timeout=60) == SIGNALS[signal.SIGHUP]
        assert held(tmp_path) == {}
    finally:
        process.kill()
        process.wait()


def run(given: Path, out: Path, *, force: bool = True) -> tuple[int, str]:
    result = CliRunner().invoke(main, [each for each in arguments(given, out) if force or each != "--force"])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stderr


def no_unnamed_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)


def file_system_without_them(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def refuse(path: Any, flags: int, *more: Any, **named: Any) -> int:
        if hasattr(os, "O_TMPFILE") and flags & os.O_TMPFILE == os.O_TMPFILE:
            raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))
        return opened(path, flags, *more, **named)

    monkeypatch.setattr(os, "open", refuse)


def no_proc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output_file, "_path", lambda fd: f"/nowhere/{fd}")


PLATFORMS: Mapping[str, Callable[[pytest.MonkeyPatch], None]] = {
    "as it is": lambda _: None,
    "no files without a name": no_unnamed_files,
    "a file system without them": file_system_without_them,
    "no /proc": no_proc,
}


@pytest.fixture(params=PLATFORMS)
def platform(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    PLATFORMS[request.param](monkeypatch)
    return str(request.param)


@pytest.mark.usefixtures("platform")
def test_a_file_is_written_whole_on_every_platform(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "out.parquet"
    out.parent.mkdir()
    for _ in range(2):
        assert run(small, out)[0] == 0
        assert pl.read_parquet(out).height == 1000
        assert [each.name for each in out.parent.iterdir()] == ["out.parquet"]


@pytest.mark.usefixtures("platform")
@pytest.mark.parametrize("mode", [0o644, 0o600, 0o640, 0o666])
def test_a_file_keeps_the_permissions_of_the_older_one(small: Path, tmp_path: Path, mode: int) -> None:
    out = tmp_path / "out.csv"
    out.write_bytes(OLDER)
    out.chmod(mode)
    assert run(small, out)[0] == 0
    assert out.stat().st_mode & 0o777 == mode
    assert out.read_bytes() != OLDER


@pytest.mark.usefixtures("platform")
@pytest.mark.parametrize("mask", [0o022, 0o077, 0o027])
def test_a_new_file_has_the_permissions_that_the_user_gives_new_files(small: Path, tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        assert run(small, tmp_path / "out.csv")[0] == 0
        assert (tmp_path / "out.csv").stat().st_mode & 0o777 == 0o666 & ~mask
    finally:
        assert os.umask(before) == mask


@pytest.mark.usefixtures("platform")
@pytest.mark.parametrize("older", [True, False], ids=["to a file", "to nothing"])
def test_a_symbolic_link_stays(small: Path, tmp_path: Path, older: bool) -> None:
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere" / "real.csv"
    if older:
        target.write_bytes(OLDER)
    out = tmp_path / "out.csv"
    out.symlink_to(Path("elsewhere") / "real.csv")
    assert run(small, out)[0] == 0
    assert out.is_symlink()
    assert target.read_text().startswith("kommun,")
    assert [each.name for each in target.parent.iterdir()] == ["real.csv"]


@pytest.mark.usefixtures("platform")
def test_a_file_that_appears_meanwhile_is_not_replaced(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.csv"

    def appearing(_: Progress, frame: pl.LazyFrame) -> pl.LazyFrame:
        out.write_bytes(OLDER)
        return frame

    monkeypatch.setattr(Progress, "watched", appearing)
    code, fault = run(small, out, force=False)
    assert (code, "Give --force" in fault) == (1, True)
    assert {each.name for each in tmp_path.iterdir()} == {"in", "out.csv"}
    assert out.read_bytes() == OLDER


def failing(error: Exception) -> Callable[[Progress, pl.LazyFrame], pl.LazyFrame]:
    def fails(_: pl.DataFrame) -> pl.DataFrame:
        raise error

    return lambda _, frame: frame.map_batches(fails, streamable=True)


@pytest.mark.usefixtures("platform")
@pytest.mark.parametrize("error", [RuntimeError("x"), OSError(errno.EPIPE, "x"), KeyError("x")], ids=type)
def test_an_exception_of_the_progress_leaves_nothing(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr(Progress, "watched", failing(error))
    out = tmp_path / "out.csv"
    out.write_bytes(OLDER)
    with suppress(type(error)):
        assert run(small, out)[0] == 1
    assert out.read_bytes() == OLDER
    assert {each.name for each in tmp_path.iterdir()} == {"in", "out.csv"}


FULL: Mapping[str, Exception] = {
    "of the system": OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
    "of polars": pl.exceptions.ComputeError("sink: No space left on device (os error 28)"),
    "of polars, as the system's": OSError("No space left on device (os error 28)"),
}


@pytest.mark.parametrize("error", FULL.values(), ids=FULL)
def test_a_full_disk_is_called_a_full_disk(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def full(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(pl.LazyFrame, "sink_csv", full)
    code, fault = run(small, tmp_path / "out.csv")
    assert code == 1
    assert "out.csv: No space left on device. Free some space" in fault
    assert "UTF-8" not in fault
    assert [each.name for each in tmp_path.iterdir()] == ["in"]


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_a_file_that_becomes_too_large_is_called_so(large: Path, tmp_path: Path, suffix: str) -> None:
    def few() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    process = start(large, tmp_path / f"out{suffix}", stderr=subprocess.PIPE, preexec_fn=few)
    _, fault = process.communicate(timeout=60)
    assert process.returncode == 1
    assert f"out{suffix}: File too large.".encode() in fault
    assert held(tmp_path) == {}


def test_a_folder_that_is_not_there_is_called_so(small: Path, tmp_path: Path) -> None:
    code, fault = run(small, tmp_path / "none" / "out.csv")
    assert (code, "out.csv: No such file or directory. Does its folder exist?" in fault) == (1, True)


def test_what_is_not_a_file_is_not_replaced(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    os.mkfifo(out)
    code, fault = run(small, out)
    assert (code, "is not a regular file" in fault) == (1, True)
    assert out.is_fifo()
