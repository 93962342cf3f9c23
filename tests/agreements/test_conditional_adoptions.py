"""Adoptions on condition, alone and beside prolonged terms."""

from collections.abc import Mapping
from typing import Any

import pytest

from psykavtal import load_counties
from psykavtal.model.inference_rules import PRESUMPTIONS, RULES
from tests.agreements.county_with_terms import ADOPTED, ALIKE, NOTICE, OPEN, TERM, counties_of, county_of, verdict_of
from tests.counties import MakeCounty

CONDITIONS: dict[str, tuple[Mapping[str, Any], tuple[Any, ...]]] = {
    "not given": ({}, ("presumed", "derived", ("adoption-presumed-complete",), (ALIKE,))),
    "fulfilled": ({ALIKE: True}, ("in-force", "derived", ("adoption-complete",), ())),
    "fulfilled by the day": ({ALIKE: "2024-02-01"}, ("in-force", "derived", ("adoption-complete",), ())),
    "fulfilled later": ({ALIKE: "2030-01-01"}, ("not-in-force", "derived", ("adoption-incomplete",), ())),
    "not fulfilled": ({ALIKE: False}, ("not-in-force", "derived", ("adoption-incomplete",), ())),
}


@pytest.mark.parametrize("name", CONDITIONS)
def test_an_adoption_on_condition_depends_on_the_event(make_county: MakeCounty, name: str) -> None:
    facts, expected = CONDITIONS[name]

    assert verdict_of(county_of(make_county, OPEN + ADOPTED).in_force(on="2025-01-01", facts=facts)) == expected


def test_an_adoption_is_not_presumed_complete_without_a_start_in_the_text(make_county: MakeCounty) -> None:
    without_start = OPEN.replace("start = 2024-03-01\n", "")
    derived_start = OPEN.replace("start = 2024-03-01\n", 'start = 2024-03-01\nfollows_by = "start-is-decision-day"\n')
    for standing in (without_start, derived_start):
        found = county_of(make_county, standing + ADOPTED).in_force(on="2025-01-01")
        assert (found.key, found.missing_facts, found.rules) == ("unclear", (ALIKE,), ())


def test_an_adoption_that_the_text_contradicts_is_not_presumed_complete(make_county: MakeCounty) -> None:
    remark = 'remark.but = { kind = "contradiction", sv = "En kommun har beslutat med undantag.", en = "One municipality decided with an exception." }\n'
    county = county_of(make_county, OPEN + ADOPTED + remark)

    found = county.in_force(on="2025-01-01")
    assert verdict_of(found) == ("unclear", "not-recorded", (), (ALIKE,))
    assert "motsäger" in found.sentence.sv
    assert verdict_of(county.in_force(on="2025-01-01", facts={ALIKE: True})) == CONDITIONS["fulfilled"][1]
    assert verdict_of(county.in_force(on="2025-01-01", facts={ALIKE: False})) == CONDITIONS["not fulfilled"][1]


def test_without_presumption_a_condition_is_unclear(make_county: MakeCounty) -> None:
    found = county_of(make_county, OPEN + ADOPTED).in_force(on="2025-01-01", presume=False)

    assert verdict_of(found) == ("unclear", "not-recorded", (), (ALIKE,))


def test_people_read_that_the_condition_is_presumed(make_county: MakeCounty) -> None:
    sentence = county_of(make_county, OPEN + ADOPTED).in_force(on="2025-01-01").sentence

    assert sentence.sv == "Avtalet 2024 antas gälla 2025-01-01 (antagen på ett villkor, som antas uppfyllt)."
    assert sentence.to("en") == (
        "Avtalet 2024 is presumed to apply on 2025-01-01 (adopted on a condition, which is presumed to be fulfilled)."
    )


def test_both_presumptions_are_named_together(make_county: MakeCounty) -> None:
    found = county_of(make_county, TERM + ADOPTED).in_force(on="2027-01-01")

    assert verdict_of(found) == (
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
def test_a_key_without_effect_is_refused(make_county: MakeCounty, standing: str, key: str) -> None:
    with pytest.raises(ExceptionGroup) as caught:
        counties_of(make_county, standing)

    assert key in str(caught.value.exceptions[0])


def test_the_presumptions_are_rules() -> None:
    assert RULES.keys() >= PRESUMPTIONS


@pytest.mark.parametrize("on", ["2010-01-10", "2020-06-01", "2022-05-10", "2026-01-10", "2026-11-27", "2030-01-01"])
def test_no_installed_county_uses_them(on: str) -> None:
    new = {"presumed-prolonged", "notice-ends-term", "adoption-presumed-complete", "adoption-complete"}
    for county in load_counties().values():
        assert new.isdisjoint(each.id for each in county.in_force(on=on).rules)
