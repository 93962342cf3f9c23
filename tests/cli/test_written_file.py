"""The file that `psykavtal classify` writes is whole, on each platform and after each failure."""

import errno
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from click.testing import CliRunner

import psykavtal
from psykavtal.cli import main, options, output_file
from psykavtal.cli.progress import Progress
from tests.cli.classifying import OLDER, arguments, held, largest_file, people

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX"),
    pytest.mark.usefixtures("_one_county"),
]


@pytest.fixture
def _one_county(counties: psykavtal.Counties, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command asks one county: the rules of more take longer, and the file is written in the same manner."""
    monkeypatch.setattr(options, "load_counties", lambda: counties.select("jonkoping"))


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
def test_a_file_that_becomes_too_large_is_called_so(tmp_path: Path, suffix: str) -> None:
    given = people(tmp_path, 100_000)
    before = held(tmp_path)
    with largest_file(10_000):
        code, fault = run(given, tmp_path / f"out{suffix}")
    assert code == 1
    assert f"out{suffix}: File too large." in fault
    assert held(tmp_path) == before


def test_a_folder_that_is_not_there_is_called_so(small: Path, tmp_path: Path) -> None:
    code, fault = run(small, tmp_path / "none" / "out.csv")
    assert (code, "out.csv: No such file or directory. Does its folder exist?" in fault) == (1, True)


def test_what_is_not_a_file_is_not_replaced(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    os.mkfifo(out)
    code, fault = run(small, out)
    assert (code, "is not a regular file" in fault) == (1, True)
    assert out.is_fifo()
