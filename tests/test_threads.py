"""Threads that ask a fresh object at once all get the result of one thread."""

import sys
import warnings
from collections.abc import Iterator
from functools import cache, partial

import psykavtal_dalarna
import psykavtal_jamtland
import psykavtal_jonkoping
import pytest

import psykavtal
from psykavtal import Case, TomlCounty, compare, load_counties, to_dict
from psykavtal.plugins.object_cache import ObjectCache
from tests.thorough import pairs
from tests.threads import DAY, ROUNDS, at_once

CODES = ("06", "20", "23")

CASE = Case(municipality="Åre", born="2008-02-29", facts={"psychiatric-disability": True, "disagreement": True})

EVENT = Case(municipality="Åre", age=18, facts={"revision-need-raised": True})


@pytest.fixture(autouse=True)
def _many_switches() -> Iterator[None]:
    """Let threads take turns as often as possible."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def _ask(counties: psykavtal.Counties, readings: str | None) -> object:
    topics = [each for each in counties.topics if each.startswith(("sip.", "target-group."))]
    return [counties[code].ask(each, on=DAY, readings=readings) for code in CODES for each in topics]


def _edition(counties: psykavtal.Counties, readings: str | None) -> object:
    return [counties[code].in_force(on=DAY, readings=readings, include_reported=True) for code in CODES]


def _what_applies(counties: psykavtal.Counties, readings: str | None) -> object:
    answers = [counties.what_applies(each, on=DAY, readings=readings) for each in (CASE, EVENT)]
    return answers, [each.receipt for each in answers], [each.labels for each in answers]


def _target_group(counties: psykavtal.Counties, readings: str | None) -> object:
    return [counties.target_group(each, on=DAY, readings=readings) for each in (CASE, EVENT)]


def _many_days(counties: psykavtal.Counties, readings: str | None) -> object:
    days = [f"20{year}-0{month}-10" for year in range(10, 30) for month in (1, 4, 7, 9)]
    return [counties.target_group(EVENT, on=each, readings=readings) for each in days[::2]]


def _classify(counties: psykavtal.Counties, readings: str | None) -> object:
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame({"kommun": ["0680", "2321", "2062"], "age": [17, 18, 40]})
    told = {"municipality": "kommun", "age": "age"}
    return psykavtal.classify(counties, frame, columns=told, on=DAY, readings=readings).rows()


def _compare(counties: psykavtal.Counties, readings: str | None) -> object:
    return compare(counties, on=DAY, topics="all", readings=readings)


def _routes(counties: psykavtal.Counties, readings: str | None) -> object:
    found = []
    for county in counties.values():
        for document in county.documents:
            moves = county.document(document.id, on=DAY).escalation
            found.append([moves.route(trigger=each, readings=readings) for each in ("disagreement", "deviation")])
            found.append((sorted(moves.graph.nodes), moves.not_stated))
    return found


def _find(counties: psykavtal.Counties, _: str | None) -> object:
    return [county.find("samverkan") for county in counties.values()]


def _law(counties: psykavtal.Counties, _: str | None) -> object:
    return [county.law_references(on=DAY) for county in counties.values()]


def _by_municipality(counties: psykavtal.Counties, _: str | None) -> object:
    return [counties.by_municipality(each) for each in ("Åre", "0680", "Mora")]


def _to_dict(counties: psykavtal.Counties, _: str | None) -> object:
    return to_dict(counties)


def _equal(counties: psykavtal.Counties, _: str | None) -> object:
    return counties == load_counties(), len(counties), list(counties)


QUESTIONS = {
    each.__name__.strip("_"): each
    for each in (
        _ask,
        _edition,
        _what_applies,
        _target_group,
        _many_days,
        _classify,
        _compare,
        _routes,
        _find,
        _law,
        _by_municipality,
        _to_dict,
        _equal,
    )
}


@cache
def of_one_thread() -> psykavtal.Counties:
    """Counties that only the thread of the tests asks."""
    return load_counties()


@cache
def alone(name: str, readings: str | None) -> object:
    """What one thread gets from counties of its own."""
    return QUESTIONS[name](of_one_thread(), readings)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "readings"), pairs(QUESTIONS, ["inclusive", None]))
def test_threads_that_ask_one_question_at_once_all_get_the_answer(name: str, readings: str | None) -> None:
    right = alone(name, readings)
    for _ in range(ROUNDS):
        counties = load_counties()
        for found in at_once(partial(QUESTIONS[name], counties, readings)):
            assert found == right
        assert counties.problems == ()
        assert list(counties) == list(of_one_thread())


def test_threads_that_ask_every_question_at_once_all_get_the_answers() -> None:
    names = [(name, readings) for readings in ("inclusive", None) for name in QUESTIONS]
    right = [alone(*each) for each in names]
    for _ in range(ROUNDS):
        counties = load_counties()
        work = [partial(QUESTIONS[name], counties, readings) for name, readings in names]
        assert at_once(*work, threads=len(names)) == right
        assert counties.problems == ()


@pytest.mark.parametrize("strict", [False, True])
def test_threads_that_load_the_same_counties_at_once_all_have_them(*, strict: bool) -> None:
    right = to_dict(load_counties())
    filters = list(warnings.filters)
    for found in at_once(lambda: load_counties(strict=strict)):
        assert found.problems == ()
        assert to_dict(found) == right
    assert list(warnings.filters) == filters


def test_threads_that_read_toml_at_once_get_what_one_gets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ObjectCache, "load", lambda *_: None)
    right = contents_of(load_counties())
    packages = (psykavtal_dalarna, psykavtal_jamtland, psykavtal_jonkoping)
    plugins = [TomlCounty(each.__name__) for each in packages]
    for found in at_once(lambda: contents_of(load_counties(plugins)), threads=4):
        assert found == right


def contents_of(counties: psykavtal.Counties) -> dict[str, object]:
    """The contents of all documents, by county."""
    return {name: county.holdings.contents for name, county in counties.items()}
