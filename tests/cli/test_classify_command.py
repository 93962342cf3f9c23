"""`psykavtal classify`: a file in, a file out, nothing half done."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner

from psykavtal.cli import main

COLUMNS = ("--column", "municipality=kommun", "--column", "born=fodd", "--column", "next-of-kin=anhorig")


@pytest.fixture
def people(tmp_path: Path) -> Path:
    frame = pl.DataFrame(
        {
            "kommun": ["0680"] * 250,
            "fodd": [date(1990, 1, 1)] * 250,
            "anhorig": [None] * 240 + [True] * 10,
        },
        schema_overrides={"anhorig": pl.Boolean},
    )
    frame.write_parquet(tmp_path / "people.parquet")
    frame.write_csv(tmp_path / "people.csv")
    return tmp_path


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["classify", *map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("suffix", [".parquet", ".csv"])
def test_a_file_is_classified_and_its_verdicts_counted(people: Path, suffix: str) -> None:
    out = people / f"out{suffix}"
    code, told, _ = run(
        people / f"people{suffix}", "--on", "2026-01-10", "--out", out, *COLUMNS, "--add", "in_target_group"
    )
    assert code == 0
    assert [line.split(maxsplit=1)[0] for line in told.splitlines()] == ["10", "0", "240", "0"]
    truths = {"in_target_group": pl.Boolean, "kommun": pl.String}
    found = pl.read_parquet(out) if suffix == ".parquet" else pl.read_csv(out, schema_overrides=truths)
    assert found["in_target_group"].to_list() == [None] * 240 + [True] * 10
    assert found["kommun"].to_list() == ["0680"] * 250


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("sv", ["10  i målgruppen", "240  en uppgift saknas"]),
        ("en", ["10  in the target group", "240  a fact is missing"]),
    ],
)
def test_reasons_are_counted_if_they_are_added(people: Path, lang: str, expected: list[str]) -> None:
    added = ("--add", "in_target_group", "--add", "reason", "--lang", lang)
    code, told, _ = run(people / "people.csv", "--on", "2026-01-10", "--out", people / "out.csv", *COLUMNS, *added)
    assert (code, [line.strip() for line in told.splitlines()]) == (0, expected)


def test_an_event_with_its_day_and_an_input_without_effect(people: Path) -> None:
    frame = pl.read_parquet(people / "people.parquet").with_columns(dag=date(2026, 1, 10), vard=True)
    frame.write_parquet(people / "days.parquet")
    days = ("--column", "on=dag", "--column", "inpatient=vard", "--out", people / "out.parquet", *COLUMNS)
    code, _, error = run(people / "days.parquet", "--lang", "en", *days, "--event", "revision-need-raised=2026-12-26")
    assert (code, error.split("\n")[0]) == (0, "psykavtal: no rule depends on 'inpatient'. Leave it out.")
    code, _, error = run(people / "days.parquet", "--lang", "en", *days, "--event", "revision-need-raised", "--force")
    assert code == 1
    assert "Give the day on which it occurred" in error


def test_a_file_that_is_there_is_not_written_over(people: Path) -> None:
    out = people / "out.parquet"
    out.write_text("kept")
    code, _, told = run(people / "people.parquet", "--lang", "en", "--on", "2026-01-10", "--out", out, *COLUMNS)
    assert code == 1
    assert "Give --force" in told
    assert out.read_text() == "kept"
    assert run(people / "people.parquet", "--on", "2026-01-10", "--out", out, *COLUMNS, "--force")[0] == 0
    code, _, told = run(
        people / "people.parquet", "--lang", "en", "--on", "2026-01-10", "--out", people / "people.parquet", *COLUMNS
    )
    assert (code, "the file that is read" in told) == (1, True)


def test_rows_that_cannot_be_are_refused_before_anything_is_written(people: Path) -> None:
    out = people / "out.parquet"
    code, _, told = run(people / "people.parquet", "--lang", "en", "--on", "1980-01-10", "--out", out, *COLUMNS)
    assert code == 1
    assert "250 row(s) hold a birth date after" in told
    assert sorted(each.name for each in people.iterdir()) == ["people.csv", "people.parquet"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("--column", "kommun"), "write NAME=VALUE", id="a column without a name"),
        pytest.param((*COLUMNS, "--event", "x", "--not-event", "x"), "given twice: x", id="an event given twice"),
        pytest.param((*COLUMNS, "--event", "aproved"), "unknown fact 'aproved'", id="an unknown event"),
        pytest.param((*COLUMNS, "--reading", "inclusiv"), "Did you mean 'inclusive'", id="an unknown reading"),
    ],
)
def test_what_cannot_be_is_told(people: Path, arguments: tuple[str, ...], told: str) -> None:
    code, _, error = run(
        people / "people.parquet", "--lang", "en", "--on", "2026-01-10", "--out", people / "out.parquet", *arguments
    )
    assert code != 0
    assert told in error


def test_other_files_are_refused(people: Path) -> None:
    code, _, told = run(
        people / "people.parquet", "--lang", "en", "--on", "2026-01-10", "--out", people / "out.xlsx", *COLUMNS
    )
    assert (code, "neither .parquet nor .csv" in told) == (1, True)


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        pytest.param("born=fodd", "19800301-1234", "'fodd': 1 row(s) hold no date", id="an identity number for a date"),
        pytest.param("next-of-kin=anhorig", "ja", "'anhorig': 1 row(s) hold no true or false", id="ja for true"),
        pytest.param("municipality=kommun", "680", "'kommun': 1 row(s) hold no SCB code", id="a lost zero"),
    ],
)
def test_what_stands_late_in_a_file_is_counted_and_not_shown(
    tmp_path: Path, column: str, value: str, told: str
) -> None:
    row = {"kommun": "0680", "fodd": "1990-01-01", "anhorig": "true"}
    rows = [row] * 3000 + [{**row, column.partition("=")[2]: value}]
    people = tmp_path / "people.csv"
    people.write_text("kommun,fodd,anhorig\n" + "".join(",".join(each.values()) + "\n" for each in rows), "utf-8")
    code, _, error = run(people, "--lang", "en", "--on", "2026-01-10", "--out", tmp_path / "out.csv", *COLUMNS)
    assert code == 1
    assert told in error
    assert value not in error.replace("0680", "")


@pytest.mark.parametrize(
    "content", [b"k\xe4\xff,b\n1,2\n", b"", b'a,b\n"open,1\n'], ids=["another encoding", "nothing", "an open quote"]
)
def test_a_file_that_cannot_be_read_is_told_plainly(tmp_path: Path, content: bytes) -> None:
    people = tmp_path / "people.csv"
    people.write_bytes(content)
    code, _, error = run(people, "--lang", "en", "--on", "2026-01-10", "--out", tmp_path / "out.csv", *COLUMNS)
    assert code == 1
    assert error.startswith("psykavtal: ")
    assert not (tmp_path / "out.csv").exists()
