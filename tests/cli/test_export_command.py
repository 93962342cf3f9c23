"""`psykavtal export` writes a whole folder, or leaves everything as it was."""

import json
import signal
import subprocess
import sys
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner

from psykavtal import load_counties
from psykavtal.cli import main, options
from tests.cli.classifying import default_signals, largest_file
from tests.counties import DOCUMENT, MakeCounty

pytestmark = pytest.mark.usefixtures("loaded_once")

DAY = "2026-01-10"
CSV = ("--on", DAY, "--format", "csv")
FEW = (*CSV, "--county", "jonkoping")


def run(*arguments: object, code: int = 0) -> str:
    result = CliRunner().invoke(main, ["export", *map(str, arguments)], catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result.output


def start(*arguments: object, **more: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", "from psykavtal.cli import main; main()", "export", *map(str, arguments)]
    options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "preexec_fn": default_signals, **more}
    return subprocess.Popen(command, **options)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize(("lang", "start", "status"), [("sv", " tabeller, ", "tyst"), ("en", " tables, ", "silent")])
def test_one_language_is_written_and_the_day_is_named(tmp_path, lang, start, status):
    printed = run(tmp_path / "out", *CSV, "--lang", lang)
    assert start in printed
    assert DAY in printed
    assert set(pl.read_csv(tmp_path / "out" / "csv" / "silences.csv")["status"]) == {status}


def test_without_a_day_it_uses_the_one_it_runs_on_and_names_it(tmp_path):
    assert date.today().isoformat() in run(tmp_path / "out", "--format", "csv", "--county", "jonkoping")


def test_counties_are_chosen(tmp_path):
    run(tmp_path / "out", *CSV, "--county", "jamtland", "--county", "20")
    found = pl.read_csv(tmp_path / "out" / "csv" / "provisions.csv", schema_overrides={"county_code": pl.String})
    assert set(found["county_code"]) == {"20", "23"}


def test_json_alone_has_no_tables(tmp_path):
    assert "4 filer med JSON." in run(tmp_path / "out", "--on", DAY, "--format", "json", "--county", "jonkoping")
    assert "counties" in json.loads((tmp_path / "out" / "json" / "counties.json").read_bytes())


@pytest.mark.parametrize(
    ("arguments", "code", "fault"),
    [
        (("--format", "exel"), 2, "'exel' is not one of 'parquet', 'csv', 'excel', 'json', 'csv-excel'"),
        (("--on", "2026-02-30"), 2, "not a day of the calendar"),
        (("--county", "jamtlnd"), 1, "Did you mean 'jamtland'?"),
        (("--lang", "de"), 2, "'de' is not one of"),
    ],
)
def test_a_mistake_is_refused_before_anything_is_written(tmp_path, arguments, code, fault):
    assert fault in run(tmp_path / "out", "--lang", "en", *arguments, code=code)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_empty_is_replaced_only_if_asked_and_of_an_export(tmp_path):
    out = tmp_path / "out"
    run(out, *FEW)
    assert f"psykavtal: {out}: is not empty." in run(out, *FEW, "--lang", "en", code=1)
    run(out, *FEW, "--replace", "--lang", "en")
    (out / "notes.txt").write_text("mine")
    assert "has files that are not of an export: notes.txt." in run(out, *FEW, "--replace", "--lang", "en", code=1)
    assert (out / "notes.txt").read_text() == "mine"


def test_a_document_that_cannot_be_read_is_reported_and_named(tmp_path, monkeypatch):
    (tmp_path / "plugins").mkdir()
    broken = DOCUMENT.replace('target = "radet"', 'target = "rade"')
    plugin = MakeCounty(tmp_path / "plugins", monkeypatch).whole(document=broken)
    monkeypatch.setattr(options, "load_counties", lambda: load_counties([plugin]))
    printed = run(tmp_path / "out", "--on", DAY, "--lang", "en", code=3)
    assert "Did you mean 'radet'?" in printed
    assert "Kan inte läsas och saknas: Avtalet 2024" in (tmp_path / "out" / "CODEBOOK.md").read_text("utf-8")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
@pytest.mark.parametrize("older", [True, False], ids=["over an older export", "new"])
def test_a_file_that_becomes_too_large_leaves_everything_as_it_was(tmp_path, older):
    out = tmp_path / "out"
    if older:
        run(out, *FEW)
    before = {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}
    with largest_file(10_000):
        fault = run(out, *FEW, "--replace", "--lang", "en", code=1)
    assert f"psykavtal: {out}: a file becomes too large. Write elsewhere." in fault
    assert {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()} == before
    assert [each.name for each in tmp_path.iterdir()] == (["out"] if older else [])


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_while_writing_leaves_nothing(tmp_path, number, code):
    process = start(tmp_path / "out", *CSV)
    try:
        with suppress(OSError):
            while process.poll() is None and not list(Path(tmp_path).glob(".psykavtal-*/*/*")):
                time.sleep(0.002)
        process.send_signal(number)
        found = process.wait(timeout=60)
    finally:
        process.kill()
        process.communicate()
    left = sorted(each.name for each in tmp_path.iterdir())
    assert (found, left) in [(code, []), (0, ["out"])]
