"""A signal to `psykavtal classify` leaves the folder as it was, and no process."""

import fcntl
import os
import signal
import subprocess
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.classifying import OLDER, default_signals, held, start
from tests.thorough import FULL, pairs, some

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")]

NAMED = "import os; del os.O_TMPFILE;" if hasattr(os, "O_TMPFILE") else ""

"""What takes files without a name from Python, as on platforms that have none."""


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

CASES = {
    "without a name, over an older file": ("", True),
    "with a temporary name, a new file": (NAMED, False),
    "without a name, a new file": ("", False),
    "with a temporary name, over an older file": (NAMED, True),
}

can_see = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="cannot see when a process writes")


@can_see
@pytest.mark.parametrize(("signalled", "case"), pairs(zip(SIGNALS, (".csv", ".parquet", ".csv"), strict=True), CASES))
def test_a_signal_while_writing_leaves_nothing(
    large: Path, tmp_path: Path, signalled: tuple[signal.Signals, str], case: str
) -> None:
    (number, suffix), (first, older) = signalled, CASES[case]
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


@pytest.mark.parametrize("number", some([signal.SIGINT, signal.SIGTERM], 1))
def test_a_signal_at_any_moment_leaves_nothing_or_the_whole_file(
    large: Path, tmp_path: Path, number: signal.Signals
) -> None:
    out = tmp_path / "out.parquet"
    begun = time.monotonic()
    assert start(large, out).wait(timeout=60) == 0
    whole = held(tmp_path)
    duration = time.monotonic() - begun
    moments = [duration * part / 10 for part in (3, 5, 7, 9)] if FULL else []
    stopped, early, late = 0, 0.0, 2 * duration
    for _ in range(16):
        if stopped and not moments:
            break
        moment = moments.pop() if moments else (early + late) / 2
        out.write_bytes(OLDER)
        process = start(large, out)
        time.sleep(moment)
        process.send_signal(number)
        code = process.wait(timeout=60)
        assert held(tmp_path) in (({out.name: OLDER}, whole) if code else (whole,))
        stopped += code == SIGNALS[number]
        if not code:  # it was done by then
            late = moment
        elif code != SIGNALS[number]:  # it had not begun
            early = moment
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
