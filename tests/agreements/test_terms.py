"""Terms that are prolonged in steps, and adoptions on condition, in invented counties."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import psykavtal
from psykavtal import County, InForce, UncertainDate, load_counties
from psykavtal.agreements.prolonged_terms import end_by_notice, prolonged_term, term_ends
from psykavtal.agreements.query import Query
from psykavtal.errors import UndeterminedError
from psykavtal.model.inference_rules import PRESUMPTIONS, RULES
from psykavtal.model.provisions import Prolongation
from psykavtal.model.truth import Truth
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty

NOTICE, ALIKE = "varmland:uppsagd", "varmland:lika"
EVENTS = f"""
[event."{NOTICE}"]
label = {{ sv = "någon har sagt upp den", en = "notice is given" }}
question = {{ sv = "Har någon sagt upp den?", en = "Has anybody given notice?" }}

[event."{ALIKE}"]
label = {{ sv = "alla har beslutat lika", en = "all have decided alike" }}
question = {{ sv = "Har alla beslutat lika?", en = "Have all decided alike?" }}
"""
HEAD = (COUNTY + AGREEMENT).partition("[validity.avtal-2024]")[0] + EVENTS
PASSAGE = 'passage = "avtal-2024/ren/Målgrupp: Avtalet gäller … tills vidare"\nabout = "avtal-2024"\n'
TERM = f"""
[validity.main]
answers = ["validity.start", "validity.end"]
{PASSAGE}start = 2023-04-01
end = 2026-03-31
sv = "Från den 1 april 2023 till den 31 mars 2026."

[validity.extension]
answers = ["validity.end"]
{PASSAGE}prolongation = {{ words = "två år i sänder", months = 24, notice = "{NOTICE}", notice_months = 12 }}
sv = "Förlängs två år i sänder."
"""
OPEN = f"""
[validity.main]
answers = ["validity.start", "validity.end"]
{PASSAGE}start = 2024-03-01
until_further_notice = true
sv = "Tills vidare från den 1 mars 2024."
"""
ADOPTED = f"""
[adoption.municipality]
{PASSAGE}by = ["radet"]
state = "adopted-on-condition"
on_condition = "{ALIKE}"
sv = "Antagen på villkor att alla beslutar lika."
"""


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeCounty:
    return MakeCounty(tmp_path, monkeypatch)


def counties_of(make: MakeCounty, standing: str) -> psykavtal.Counties:
    return load_counties([make.whole(HEAD + standing, DOCUMENT)], strict=True)


def county_of(make: MakeCounty, standing: str) -> County:
    return counties_of(make, standing)["varmland"]


def told(found: InForce) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    return found.key, found.status, tuple(each.id for each in found.rules), found.missing_facts


PRESUMED = ("presumed", "derived", ("presumed-prolonged",), (NOTICE,))
BY_NOTICE = ("notice-ends-term",)
TERMS: dict[str, tuple[str, Mapping[str, Any], tuple[Any, ...]]] = {
    "before it begins": ("2023-03-31", {}, ("not-in-force", "stated", (), ())),
    "in the first term": ("2026-03-31", {}, ("in-force", "stated", (), ())),
    "in the first term after a notice": (
        "2026-03-31",
        {NOTICE: "2025-02-01"},
        ("in-force", "stated", (), ()),
    ),
    "after the first term": ("2026-04-01", {}, PRESUMED),
    "after many terms": ("2099-04-01", {}, PRESUMED),
    "with no notice": ("2026-04-01", {NOTICE: False}, ("in-force", "derived", ("end-event-not-occurred",), ())),
    "with a notice of no day": ("2026-04-01", {NOTICE: True}, ("unclear", "not-recorded", (), (NOTICE,))),
    "after a notice in time": ("2026-04-01", {NOTICE: "2025-02-01"}, ("not-in-force", "derived", BY_NOTICE, ())),
    "after a notice on the last day in time": (
        "2026-04-01",
        {NOTICE: "2025-03-31"},
        ("not-in-force", "derived", BY_NOTICE, ()),
    ),
    "after a notice that is late": ("2028-03-31", {NOTICE: "2025-06-01"}, ("in-force", "derived", BY_NOTICE, ())),
    "when that notice takes effect": (
        "2028-04-01",
        {NOTICE: "2025-06-01"},
        ("not-in-force", "derived", BY_NOTICE, ()),
    ),
    "before a notice that is still to come": (
        "2027-01-01",
        {NOTICE: "2027-06-01"},
        ("in-force", "derived", BY_NOTICE, ()),
    ),
}


@pytest.mark.parametrize("name", TERMS)
def test_a_term_is_prolonged_until_a_notice_takes_effect(make: MakeCounty, name: str) -> None:
    on, facts, expected = TERMS[name]
    county = county_of(make, TERM)

    found = county.in_force(on=on, facts=facts)
    assert told(found) == expected
    assert found.unused_inputs == ()
    assert told(county.document("avtal-2024", on=on).in_force(facts=facts)) == expected


def test_without_presumption_a_prolongation_is_unclear(make: MakeCounty) -> None:
    county = county_of(make, TERM)

    assert county.in_force(on="2026-03-31", presume=False).key == "in-force"
    found = county.in_force(on="2026-04-01", presume=False)
    assert told(found) == ("unclear", "not-recorded", (), (NOTICE,))
    assert "förlängd är inte känt" in found.sentence.sv
    assert "prolonged" in found.sentence.to("en")


def test_people_read_until_when_it_is_prolonged(make: MakeCounty) -> None:
    county = county_of(make, TERM)

    sentences = {
        "2027-01-01": {},
        "2026-04-01": {NOTICE: "2025-02-01"},
        "2028-01-01": {NOTICE: "2025-06-01"},
    }
    found = [county.in_force(on=day, facts=facts).sentence for day, facts in sentences.items()]
    assert [each.sv for each in found] == [
        "Avtalet 2024 antas gälla 2027-01-01 (förlängd till 2028-03-31, om ingen har sagt upp den).",
        "Ingen redovisad upplaga gäller 2026-04-01. Avtalet 2024 upphörde 2026-03-31 genom uppsägning.",
        "Avtalet 2024 gäller 2028-01-01 (perioden löper till 2028-03-31).",
    ]
    assert [each.to("en") for each in found] == [
        "Avtalet 2024 is presumed to apply on 2027-01-01 (prolonged until 2028-03-31, unless notice was given).",
        "No recorded edition applies on 2026-04-01. Avtalet 2024 ended on 2026-03-31 by notice.",
        "Avtalet 2024 applies on 2028-01-01 (the term runs until 2028-03-31).",
    ]


def test_a_prolongation_for_a_number_of_times_ends(make: MakeCounty) -> None:
    once = TERM.replace("months = 24,", "months = 24, times = 1,")
    county = county_of(make, once)

    assert told(county.in_force(on="2028-03-31")) == PRESUMED
    assert told(county.in_force(on="2028-04-01")) == ("not-in-force", "stated", (), ())
    # A notice that is in time for no term ends nothing before the last one.
    assert county.in_force(on="2028-03-31", facts={NOTICE: "2028-01-01"}).key == "in-force"


def test_the_error_lists_the_notice_among_the_ways_out(make: MakeCounty) -> None:
    answer = county_of(make, TERM).ask("target-group.who", on="2026-04-01", presume=False)

    with pytest.raises(UndeterminedError):
        _ = answer.value
    assert f'facts={{"{NOTICE}": False}}' in answer.ways_out
    assert "presume=True" in answer.ways_out


@pytest.mark.parametrize("notice", [None, "2025-02-01", "2025-06-01"])
def test_rows_and_timelines_have_the_same_verdicts(make: MakeCounty, notice: str | None) -> None:
    counties = counties_of(make, TERM)
    county = counties["varmland"]
    facts = {} if notice is None else {NOTICE: notice}
    timeline = county.timeline(facts=facts)
    for end in (date(2023, 4, 1), date(2026, 3, 31), date(2028, 3, 31), date(2030, 3, 31)):
        for day in (end - timedelta(days=1), end, end + timedelta(days=1)):
            expected = county.in_force(on=day, facts=facts)
            assert timeline.on(day).in_force.key == expected.key
            frame = pl.DataFrame({"k": ["1780"], "d": [day]})
            one = psykavtal.classify(
                counties, frame, columns={"municipality": "k"}, on=day, add=["in_force"], facts=facts
            )
            many = psykavtal.classify(
                counties, frame, columns={"municipality": "k", "on": "d"}, add=["in_force"], facts=facts
            )
            for found in (one, many):
                assert Truth.of(found["in_force"].to_list()[0]) is expected.verdict, day


def test_a_day_is_in_the_first_term_that_has_not_ended() -> None:
    every = list(term_ends(date(2026, 2, 28), Prolongation(words="årsvis", months=12, times=3)))

    assert every == [date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29), date(2029, 2, 28)]


@given(
    st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    st.integers(1, 60),
    st.integers(0, 24),
    st.dates(date(2000, 1, 1), date(2060, 1, 1)),
    st.dates(date(2000, 1, 1), date(2060, 1, 1)),
)
def test_a_notice_ends_the_first_term_for_which_it_is_in_time(
    end: date, months: int, notice_months: int, notice: date, on: date
) -> None:
    prolongation = Prolongation(words="i sänder", months=months, notice="n", notice_months=notice_months)
    last = end_by_notice(end, prolongation, notice)
    assert last is not None
    assert last in list(term_ends(end, prolongation))[:800]
    query = Query(subject="s", on=on, facts={"n": notice <= on}, days={"n": notice})
    assert prolonged_term(UncertainDate(end.isoformat()), prolongation, query).truth is Truth.of(on <= last)


CONDITIONS: dict[str, tuple[Mapping[str, Any], tuple[Any, ...]]] = {
    "not given": ({}, ("presumed", "derived", ("adoption-presumed-complete",), (ALIKE,))),
    "fulfilled": ({ALIKE: True}, ("in-force", "derived", ("adoption-complete",), ())),
    "fulfilled by the day": ({ALIKE: "2024-02-01"}, ("in-force", "derived", ("adoption-complete",), ())),
    "fulfilled later": ({ALIKE: "2030-01-01"}, ("not-in-force", "derived", ("adoption-incomplete",), ())),
    "not fulfilled": ({ALIKE: False}, ("not-in-force", "derived", ("adoption-incomplete",), ())),
}


@pytest.mark.parametrize("name", CONDITIONS)
def test_an_adoption_on_condition_depends_on_the_event(make: MakeCounty, name: str) -> None:
    facts, expected = CONDITIONS[name]

    assert told(county_of(make, OPEN + ADOPTED).in_force(on="2025-01-01", facts=facts)) == expected


def test_an_adoption_is_not_presumed_complete_without_a_start_in_the_text(make: MakeCounty) -> None:
    without_start = OPEN.replace("start = 2024-03-01\n", "")
    derived_start = OPEN.replace("start = 2024-03-01\n", 'start = 2024-03-01\nfollows_by = "start-is-decision-day"\n')
    for standing in (without_start, derived_start):
        found = county_of(make, standing + ADOPTED).in_force(on="2025-01-01")
        assert (found.key, found.missing_facts, found.rules) == ("unclear", (ALIKE,), ())


def test_an_adoption_that_the_text_contradicts_is_not_presumed_complete(make: MakeCounty) -> None:
    remark = 'remark.but = { kind = "contradiction", sv = "En kommun har beslutat med undantag.", en = "One municipality decided with an exception." }\n'
    county = county_of(make, OPEN + ADOPTED + remark)

    found = county.in_force(on="2025-01-01")
    assert told(found) == ("unclear", "not-recorded", (), (ALIKE,))
    assert "motsäger" in found.sentence.sv
    assert told(county.in_force(on="2025-01-01", facts={ALIKE: True})) == CONDITIONS["fulfilled"][1]
    assert told(county.in_force(on="2025-01-01", facts={ALIKE: False})) == CONDITIONS["not fulfilled"][1]


def test_without_presumption_a_condition_is_unclear(make: MakeCounty) -> None:
    found = county_of(make, OPEN + ADOPTED).in_force(on="2025-01-01", presume=False)

    assert told(found) == ("unclear", "not-recorded", (), (ALIKE,))


def test_people_read_that_the_condition_is_presumed(make: MakeCounty) -> None:
    sentence = county_of(make, OPEN + ADOPTED).in_force(on="2025-01-01").sentence

    assert sentence.sv == "Avtalet 2024 antas gälla 2025-01-01 (antagen på ett villkor, som antas uppfyllt)."
    assert sentence.to("en") == (
        "Avtalet 2024 is presumed to apply on 2025-01-01 (adopted on a condition, which is presumed to be fulfilled)."
    )


def test_both_presumptions_are_named_together(make: MakeCounty) -> None:
    found = county_of(make, TERM + ADOPTED).in_force(on="2027-01-01")

    assert told(found) == (
        "presumed",
        "derived",
        ("presumed-prolonged", "adoption-presumed-complete"),
        (NOTICE, ALIKE),
    )


@pytest.mark.parametrize(
    ("standing", "key"),
    [
        (OPEN + ADOPTED.replace('state = "adopted-on-condition"\n', ""), "on_condition"),
        (TERM.replace(f'notice = "{NOTICE}", ', ""), "prolongation"),
        (TERM.replace(NOTICE, "varmland:uppsgad"), "notice"),
        (TERM.replace("months = 24", "months = 0"), "prolongation"),
    ],
    ids=["a condition in another state", "a time of no notice", "an unknown event", "a step of no months"],
)
def test_a_key_without_effect_is_refused(make: MakeCounty, standing: str, key: str) -> None:
    with pytest.raises(ExceptionGroup) as caught:
        counties_of(make, standing)

    assert key in str(caught.value.exceptions[0])


def test_the_presumptions_are_rules() -> None:
    assert RULES.keys() >= PRESUMPTIONS


@pytest.mark.parametrize("on", ["2010-01-10", "2020-06-01", "2022-05-10", "2026-01-10", "2026-11-27", "2030-01-01"])
def test_no_installed_county_uses_them(on: str) -> None:
    new = {"presumed-prolonged", "notice-ends-term", "adoption-presumed-complete", "adoption-complete"}
    for county in load_counties().values():
        assert new.isdisjoint(each.id for each in county.in_force(on=on).rules)
