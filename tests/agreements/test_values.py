"""The value of an answer: the text must state it, and a county's text must apply."""

import ast
from datetime import date, timedelta

import pytest

from psykavtal.errors import UndeterminedError
from psykavtal.model.answers import Ambiguous, Derived, Stated
from psykavtal.model.truth import Truth
from tests.thorough import FULL, share

BOUNDARIES = {
    "jamtland": ("2021-01-01", "2023-01-01", "2024-01-01", "2025-07-01", "2026-11-25"),
    "jonkoping": ("2025-09-30", "2026-11-25"),
    "dalarna": ("2013-11-01", "2015-04-01", "2017-01-01", "2017-02-03", "2019-12-31", "2020-02-08", "2021-01-01"),
}
"""For each county the first days of periods with different verdicts."""
DAYS = [
    (county, day)
    for county, firsts in BOUNDARIES.items()
    for first in map(date.fromisoformat, firsts)
    for day in (first - timedelta(days=1), first)
]
EVENTS = {
    "jamtland": ({"revision-need-raised": True},),
    "jonkoping": (),
    "dalarna": ({"dalarna:chefsnatverket-approved": True, "dalarna:valfardsradet-approved": True},),
}


def arguments_of(county):
    every = [{}, {"presume": False}, *({"facts": each} for each in EVENTS[county])]
    return [*every, {"include_reported": True}] if FULL else every


@pytest.mark.parametrize(("county", "day"), DAYS, ids=[f"{county} {day}" for county, day in DAYS])
def test_a_value_is_given_or_each_way_out_gives_it(counties, county, day):
    asked = counties[county]
    for topic in share(asked.topics, DAYS.index((county, day)), 10):
        for arguments in arguments_of(county):
            answer = asked.ask(topic, on=day, **arguments)
            if is_determined(answer) and answer.in_force.verdict is Truth.TRUE:
                assert answer.value == answer.by_text
                assert answer.ways_out == ()
                continue
            with pytest.raises(UndeterminedError) as caught:
                _ = answer.value
            for way in answer.ways_out:
                assert f"\n  {way}" in str(caught.value)
                assert follow(asked, topic, day, arguments, way).value


@pytest.mark.parametrize(("county", "day"), DAYS, ids=[f"{county} {day}" for county, day in DAYS])
def test_a_document_answers_whether_it_applies_or_not(counties, county, day):
    for each in counties[county].documents:
        document = counties[county].document(each.id, on=day)
        for topic in share(document.topics, DAYS.index((county, day)), 10):
            answer = document.ask(topic.id)
            assert answer.in_force is not None
            assert not answer.requires_in_force
            if is_determined(answer):
                assert answer.value == answer.by_text


def is_determined(answer):
    return isinstance(answer, Stated | Derived)


def follow(county, topic, day, arguments, way):
    """Ask again as a way out states."""
    if way.startswith("county."):
        call = ast.parse(way, mode="eval").body
        document = call.func.value
        return county.document(document.args[0].value, on=document.keywords[0].value.value).ask(call.args[0].value)
    given = {each.arg: ast.literal_eval(each.value) for each in ast.parse(f"f({way})", mode="eval").body.keywords}
    facts = {"facts": {**arguments.get("facts", {}), **given["facts"]}} if "facts" in given else {}
    return county.ask(topic, on=day, **{**arguments, **given, **facts})


@pytest.mark.parametrize(
    ("county", "day", "topic", "ways"),
    [
        (
            "jamtland",
            "2022-05-10",
            "target-group.age",
            (
                "include_reported=True",
                'county.document("jamtland-2021", on="2022-05-10").ask("target-group.age")',
            ),
        ),
        ("jamtland", "2024-06-01", "target-group.age", ()),
        (
            "dalarna",
            "2021-08-01",
            "target-group.age",
            (
                'facts={"dalarna:chefsnatverket-approved": False}',
                'facts={"dalarna:valfardsradet-approved": False}',
            ),
        ),
        (
            "jonkoping",
            "2028-01-01",
            "target-group.age",
            (
                'readings={"jonkoping-2025.target-group.main#age": "inclusive"}',
                'readings={"jonkoping-2025.target-group.main#age": "exclusive"}',
            ),
        ),
    ],
)
def test_the_error_lists_what_to_paste(counties, county, day, topic, ways):
    answer = counties[county].ask(topic, on=day)

    assert answer.ways_out == ways
    with pytest.raises(UndeterminedError):
        _ = answer.value


def test_a_text_without_a_true_verdict_still_has_a_status(counties):
    answer = counties["jamtland"].ask("target-group.age", on="2022-05-10")

    assert answer.status == "stated"
    assert [each.document for each in answer.by_text] == ["jamtland-2021"]
    assert counties["jamtland"].ask("target-group.age", on="2022-05-10", include_reported=True).value == answer.by_text


def test_a_chosen_reading_gives_the_value(counties):
    readings = {"jonkoping-2025.target-group.main#age": "inclusive"}
    answer = counties["jonkoping"].ask("target-group.age", on="2028-01-01", readings=readings)

    assert isinstance(answer, Ambiguous)
    assert answer.chosen == "inclusive"
    assert [each.id for each in answer.value] == ["jonkoping-2025.target-group.main"]
