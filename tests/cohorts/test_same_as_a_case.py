"""A row comes to what the case comes to, also where a county's data are odd."""

import warnings
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import psykavtal
from psykavtal import Case, Counties, load_counties
from psykavtal.errors import CohortError
from psykavtal.model.truth import Truth
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty

ON = date(2026, 1, 10)
HEAD = DOCUMENT.partition("[target-group.main]")[0]
VALIDITY = AGREEMENT.partition("start = 2024-03-01\n")


def group(name: str, more: str = "") -> str:
    return f"""
[target-group.{name}]
answers = ["target-group.who"]
passage = "Målgrupp: Personer från … båda huvudmännen"
verb = "omfattar"
sv = "De som {name} avser."
{more}
"""


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeCounty:
    return MakeCounty(tmp_path, monkeypatch)


def both(
    counties: Counties, facts: Mapping[str, bool], *, on: date = ON, codes: Sequence[Any] = ("1780",), **asked: Any
) -> tuple[Truth, bool | None]:
    """The verdict of the text on the case, and that on the row."""
    answer = counties.target_group(Case(municipality="1780", age=40, facts=facts), on=on, **asked)
    truth = (
        answer.value.applies
        if answer.status in ("stated", "derived") or getattr(answer, "chosen", None)
        else Truth.UNKNOWN
    )
    frame = pl.DataFrame({"k": codes, **{name: [value] * len(codes) for name, value in facts.items()}})
    columns = {"municipality": "k", **{name: name for name in facts}}
    add = ("document", "in_force", "in_target_group", "by_text")
    found = psykavtal.classify(counties, frame, columns=columns, on=on, add=add, **asked).row(0, named=True)
    in_force = counties.by_municipality("1780").in_force(on=on, **asked)
    assert (found["document"], Truth.of(found["in_force"])) == (in_force.document, in_force.verdict)
    assert found["in_target_group"] == (found["by_text"] if found["in_force"] else None)
    return truth, found["by_text"]


@pytest.mark.parametrize(
    ("told", "expected"), [({"needs-region": True}, True), ({"needs-region": False}, None), ({}, None)]
)
def test_a_group_only_in_words_leaves_the_others_to_decide(
    make: MakeCounty, told: dict[str, bool], expected: bool | None
) -> None:
    document = HEAD + group("a", 'who = "needs-region"') + group("b")
    counties = load_counties(plugins=[make.whole(document=document)])
    assert both(counties, told) == (Truth.of(expected), expected)


def test_a_group_only_in_words_whose_condition_is_ruled_out_covers_nobody(make: MakeCounty) -> None:
    counties = load_counties(plugins=[make.whole(document=HEAD + group("b", 'when = "inpatient"'))])
    assert both(counties, {"inpatient": False}) == (Truth.FALSE, False)
    assert both(counties, {"inpatient": True}) == (Truth.UNKNOWN, None)


@pytest.mark.filterwarnings("ignore::psykavtal.errors.NoEffectWarning")
def test_dates_that_only_a_reading_gives_part_the_days_too(make: MakeCounty) -> None:
    start, between, rest = VALIDITY
    readings = """
[validity.avtal-2024.reading.early]
start = 2024-03-01
until_further_notice = true
why = { sv = "Från beslutet." }
[validity.avtal-2024.reading.late]
start = 2024-09-01
until_further_notice = true
why = { sv = "Från hösten." }
"""
    document = HEAD + group("a", 'who = "needs-region"')
    counties = load_counties(plugins=[make.whole(county=COUNTY + start + rest + readings, document=document)])
    for on in (date(2024, 2, 1), date(2024, 5, 1), date(2024, 10, 1)):
        for chosen in (None, "early", "late"):
            case, row = both(counties, {"needs-region": True}, on=on, readings=chosen)
            assert Truth.of(row) is case, (on, chosen, between)


def test_codes_that_begin_differently_are_told_apart_on_days_of_their_own(make: MakeCounty) -> None:
    county = (COUNTY + AGREEMENT).replace('"1785" = "Säffle"', '"1885" = "Säffle"')
    document = HEAD + group("a", 'who = "needs-region"')
    counties = load_counties(plugins=[make.whole(county=county, document=document)])
    for codes in (["1780", "1885"], [1780, 1885]):
        frame = pl.DataFrame({"k": codes, "dag": [ON, ON], "r": [True, True]})
        columns = {"municipality": "k", "on": "dag", "needs-region": "r"}
        for only in (False, True):
            found = psykavtal.classify(counties, frame, columns=columns, only_possible=only)
            assert found["in_target_group"].to_list() == [True, True]


def test_what_holds_for_every_row_counts_like_a_column(counties: Counties) -> None:
    frame = pl.DataFrame({"k": ["2321"], "a": [40]})
    told = {"coordinated": False}
    found = psykavtal.classify(counties, frame, columns={"municipality": "k", "age": "a"}, on=ON, facts=told)
    assert found["in_target_group"].to_list() == [False]
    with pytest.raises(CohortError, match="is given for every row and by a column"):
        psykavtal.classify(counties, frame, columns={"municipality": "k", "coordinated": "a"}, on=ON, facts=told)


def test_a_column_of_what_decides_the_edition_is_refused(counties: Counties) -> None:
    columns = {"municipality": "k", "dalarna:chefsnatverket-approved": "e"}
    with pytest.raises(CohortError, match="the edition that applies depends on it"):
        psykavtal.classify(counties, pl.DataFrame({"k": ["2080"], "e": [False]}), columns=columns, on=ON)


def test_a_chosen_reading_can_decide_if_an_edition_applies(counties: Counties) -> None:
    frame = pl.DataFrame({"k": ["2321"]})
    event = {"revision-need-raised": "2027-01-10"}
    for readings, expected in (("starts-revision", True), ("lapses", False), (None, None)):
        found = psykavtal.classify(
            counties, frame, columns={"municipality": "k"}, on="2030-01-10", readings=readings, facts=event
        )
        assert found["in_force"].to_list() == [expected]


def test_a_reported_group_is_evaluated_for_each_case(make: MakeCounty) -> None:
    reported = """
[target-group.reported]
answers = ["target-group.who", "target-group.age"]
about = "avtal-2024"
reported = "https://example.org/avtal"
who = "needs-region"
age = { words = "från 18 år", from = 18 }
sv = "Enligt en nyhet: vuxna."
"""
    counties = load_counties(plugins=[make.whole(county=COUNTY + AGREEMENT + reported, document=HEAD)])

    def truth(age: int) -> Truth:
        case = Case(municipality="1780", age=age, facts={})
        return counties.target_group(case, on=ON, include_reported=True).reported_value.applies

    assert [truth(10), truth(40), truth(10)] == [Truth.FALSE, Truth.UNKNOWN, Truth.FALSE]


@pytest.mark.parametrize("fact", [None, True, False], ids=["no column", "given", "given as false"])
@pytest.mark.parametrize("age", [10, 17, 18, 40, None])
def test_a_fact_that_follows_from_the_age_does_so_in_a_row_too(
    make: MakeCounty, age: int | None, fact: bool | None
) -> None:
    document = HEAD + group("a", 'who = ["child", "next-of-kin"]') + group("b", 'who = ["adult", "needs-region"]')
    counties = load_counties(plugins=[make.whole(document=document)])
    facts = {"next-of-kin": True, "needs-region": False, **({} if fact is None else {"child": fact})}
    answer = counties.target_group(Case(municipality="1780", age=age, facts=facts), on=ON)
    ages = pl.Series([age, age], dtype=pl.Int64)
    # A second row, which does not give the fact, gives it a column of its own in every case.
    columns = {name: [value, value] for name, value in facts.items()} | {
        "child": pl.Series([fact, None], dtype=pl.Boolean)
    }
    frame = pl.DataFrame({"k": ["1780", "1780"], "a": ages, **columns})
    asked = {"municipality": "k", "age": "a", **{name: name for name in columns}}
    for only in (False, True):
        found = psykavtal.classify(counties, frame, columns=asked, on=ON, only_possible=only)
        rows = dict(zip(found["child"].to_list(), found["in_target_group"].to_list(), strict=True))
        truth = answer.value.applies
        assert Truth.of(rows.get(fact, False)) is truth


def test_an_age_from_which_a_fact_follows_is_used(make: MakeCounty) -> None:
    counties = load_counties(plugins=[make.whole(document=HEAD + group("a", 'who = "child"'))])
    frame = pl.DataFrame({"k": ["1780", "1780", "1780"], "a": [10, 40, None]})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = psykavtal.classify(
            counties, frame, columns={"municipality": "k", "age": "a"}, on=ON, add=("in_target_group", "reason")
        )
    assert found.select("in_target_group", "reason").rows() == [(True, None), (False, None), (None, "fact-missing")]
