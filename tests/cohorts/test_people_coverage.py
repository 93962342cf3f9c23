"""The people of a frame are counted by county as `classify` classifies each of them, on every engine."""

import random

import duckdb
import polars as pl
import pytest

import psykavtal
from psykavtal.cohorts.reasons import LABELS
from psykavtal.errors import CohortError

DAY = "2026-01-10"
COLUMNS = {
    "municipality": "kommun",
    "age": "alder",
    "psychiatric-disability": "nedsattning",
    "psychiatric-condition": "tillstand",
    "next-of-kin": "anhorig",
}
FACTS = dict.fromkeys(("coordinated", "simultaneous", "needs-region", "needs-municipality"), True)


@pytest.fixture(scope="module")
def people(counties):
    chosen = random.Random(7)
    codes = [each.code for county in counties.members for each in county.place.municipalities]
    rows = 300
    return pl.DataFrame(
        {
            "kommun": [chosen.choice([*codes, "0180", None]) for _ in range(rows)],
            "alder": [chosen.choice([None, 15, 17, 18, 19, 30, 50]) for _ in range(rows)],
            "nedsattning": [chosen.choice([True, True, False, None]) for _ in range(rows)],
            "tillstand": [chosen.choice([True, True, False, None]) for _ in range(rows)],
            "anhorig": [False] * rows,
        }
    )


def counted(counties, frame):
    return psykavtal.coverage_of_people(counties, frame, columns=COLUMNS, on=DAY, facts=FACTS)


def test_the_numbers_are_those_of_the_rows(counties, people):
    added = ["in_target_group", "reason"]
    rows = psykavtal.classify(counties, people, columns=COLUMNS, on=DAY, facts=FACTS, add=added)
    found = counted(counties, people)
    for county, row in zip(counties.members, found.rows, strict=True):
        codes = [each.code for each in county.place.municipalities]
        own = rows.filter(pl.col("kommun").is_in(codes))
        assert (row.subject, row.total) == (county.name, len(own))
        assert row.covered == own["in_target_group"].sum()
        assert row.not_covered == (~own["in_target_group"]).sum()
        reasons = dict(own.filter(pl.col("in_target_group").is_null())["reason"].value_counts().iter_rows())
        assert {each.reason: each.count for each in row.undecided} == reasons
        assert row.in_force.verdict is county.in_force(on=DAY).verdict
    assert found.total == len(people)
    assert found.elsewhere == people["kommun"].is_null().sum() + people["kommun"].eq("0180").sum()


@pytest.mark.parametrize(
    "of",
    [
        pytest.param(lambda frame: frame.lazy(), id="polars, lazy"),
        pytest.param(lambda frame: frame.to_arrow(), id="pyarrow"),
        pytest.param(lambda frame: frame.to_pandas().convert_dtypes(), id="pandas"),
        pytest.param(lambda frame: duckdb.from_arrow(frame.to_arrow()), id="duckdb"),
        pytest.param(lambda frame: frame.with_columns(pl.col("kommun").cast(pl.Int32)), id="codes as numbers"),
    ],
)
def test_every_engine_counts_the_same(counties, people, of):
    assert counted(counties, of(people)) == counted(counties, people)


def test_each_row_can_have_its_own_day(counties):
    from datetime import date

    frame = pl.DataFrame({"kommun": ["2321", "2321"], "dag": [date(2026, 1, 10), date(2024, 6, 1)]})
    facts = dict.fromkeys(("psychiatric-disability", "coordinated", "simultaneous"), True)
    found = psykavtal.coverage_of_people(counties, frame, columns={"municipality": "kommun", "on": "dag"}, facts=facts)
    row = next(each for each in found.rows if each.total)
    assert (row.covered, row.not_covered, row.in_force, found.on) == (1, 0, None, None)
    assert [(each.reason, each.count) for each in row.undecided] == [("none-in-force", 1)]


def test_an_event_decides_the_verdict_on_the_county_too(counties):
    frame = pl.DataFrame({"kommun": ["2080"]})
    event = {"dalarna:chefsnatverket-approved": "2026-02-01"}
    columns = {"municipality": "kommun"}
    found = psykavtal.coverage_of_people(counties, frame, columns=columns, on="2026-01-10", facts=event)
    row = next(each for each in found.rows if each.subject == "Dalarna")
    assert row.in_force == counties["dalarna"].in_force(on="2026-01-10", facts=event)


def test_an_empty_frame_has_no_people(counties, people):
    found = counted(counties, people.head(0))
    assert (found.total, [each.total for each in found.rows]) == (0, [0, 0, 0])


def test_faults_are_those_of_classify(counties, people):
    with pytest.raises(CohortError, match="komun"):
        psykavtal.coverage_of_people(counties, people, columns={"municipality": "komun"}, on=DAY)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_text_gives_every_number(counties, people, lang):
    found = counted(counties, people)
    text = " ".join(found.explain(lang).split())
    for row in found.rows:
        assert f"{row.subject}: {row.covered} " in text
        assert all(f"{each.label.to(lang)} {each.count}" in text for each in row.undecided)
    assert f"{found.elsewhere} {LABELS['no-county'].to(lang)}" in text
    assert "2321" not in repr(found) + text


def test_no_row_is_kept(counties, people):
    assert all(each not in repr(counted(counties, people)) for each in ("kommun", "alder"))
