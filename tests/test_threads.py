"""Threads that ask a fresh object at once get what one thread gets: no false error, no county lost."""

import os
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from typing import Any

import psykavtal_dalarna
import psykavtal_jamtland
import psykavtal_jonkoping
import pytest

import psykavtal
from psykavtal import Case, TomlCounty, compare, load_counties, to_dict
from psykavtal.errors import PluginError, PluginWarning
from psykavtal.plugins import hookimpl
from psykavtal.plugins.object_cache import ObjectCache

from .thorough import FULL, pairs

DAY = "2026-01-10"
THREADS = 16
ROUNDS = 3 if FULL else 1
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


def at_once(*work: Callable[[], Any], threads: int = THREADS) -> list[Any]:
    """Let every thread begin at the same moment, with the work in turn; return the results in their order."""
    barrier = threading.Barrier(threads)

    def run(number: int) -> Any:
        barrier.wait()
        return work[number % len(work)]()

    with ThreadPoolExecutor(threads) as pool:
        return [each.result() for each in [pool.submit(run, number) for number in range(threads)]]


def _ask(counties: psykavtal.Counties, readings: str | None) -> object:
    topics = [each for each in counties.topics if each.startswith(("sip.", "target-group."))]
    return [counties[code].ask(each, on=DAY, readings=readings) for code in CODES for each in topics]


def _edition(counties: psykavtal.Counties, readings: str | None) -> object:
    return [counties[code].edition(on=DAY, readings=readings, include_reported=True) for code in CODES]


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


def _snapshot(counties: psykavtal.Counties, _: str | None) -> object:
    return counties.snapshot()


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
        _snapshot,
        _to_dict,
        _equal,
    )
}


@cache
def alone(name: str, readings: str | None) -> object:
    """What one thread gets from counties of its own."""
    return QUESTIONS[name](load_counties(), readings)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "readings"), pairs(QUESTIONS, ["inclusive", None]))
def test_threads_that_ask_one_question_at_once_all_get_the_answer(name: str, readings: str | None) -> None:
    right = alone(name, readings)
    for _ in range(ROUNDS):
        counties = load_counties()
        for found in at_once(partial(QUESTIONS[name], counties, readings)):
            assert found == right
        assert counties.problems == ()
        assert list(counties) == list(load_counties())


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
    right = load_counties().snapshot()
    filters = list(warnings.filters)
    for found in at_once(lambda: load_counties(strict=strict)):
        assert found.problems == ()
        assert found.snapshot() == right
    assert list(warnings.filters) == filters


def test_threads_that_read_toml_at_once_get_what_one_gets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ObjectCache, "load", lambda *_: None)
    right = load_counties().snapshot()
    packages = (psykavtal_dalarna, psykavtal_jamtland, psykavtal_jonkoping)
    plugins = [TomlCounty(each.__name__) for each in packages]
    for found in at_once(lambda: load_counties(plugins).snapshot(), threads=4):
        assert {each.record.place.code: each.contents for each in found.counties} == {
            each.record.place.code: each.contents for each in right.counties
        }


class Counting(TomlCounty):
    """A county that counts how often each document is read."""

    def __init__(self, package: str) -> None:
        super().__init__(package)
        self.asked: list[str] = []

    @hookimpl
    def psykavtal_omissions(self, county: Any, document: Any, known: Any) -> Any:
        self.asked.append(document.id)
        return super().psykavtal_omissions(county, document, known)


def test_a_document_is_read_once_however_many_threads_ask_for_it() -> None:
    plugin = Counting(psykavtal_jamtland.__name__)
    counties = load_counties([plugin])
    at_once(counties.snapshot, lambda: counties["23"].ask("sip.convener", on=DAY))
    assert sorted(plugin.asked) == sorted(each.id for each in counties["23"].documents)


class Failing(TomlCounty):
    """A county whose documents cannot be read."""

    @hookimpl
    def psykavtal_omissions(self) -> Any:
        raise ValueError("cannot be read")


def test_a_document_that_fails_fails_alike_in_every_thread_and_is_a_problem_once() -> None:
    counties = load_counties([Failing(psykavtal_jamtland.__name__)])

    def ask() -> Exception:
        with pytest.raises(PluginError) as raised:
            counties["23"].document("jamtland-2025", on=DAY).find(topic="sip")
        return raised.value

    errors = at_once(ask)
    assert {str(each) for each in errors} == {str(errors[0])}
    assert len({id(each) for each in errors}) == THREADS  # one traceback for each, not one that grows
    assert len(counties.problems) == 1


class Addition:
    """An addition that fails on one document."""

    @hookimpl
    def psykavtal_adds_to(self) -> str:
        return "23"

    @hookimpl
    def psykavtal_omissions(self, document: Any) -> Any:
        if document.id == "jamtland-2025":
            raise ValueError("cannot be read")
        return ()


def test_a_warning_that_is_an_error_interrupts_the_call_and_not_the_document() -> None:
    counties = load_counties([TomlCounty(psykavtal_jamtland.__name__), Addition()])
    edition = counties["23"].document("jamtland-2025", on=DAY)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(PluginWarning):
            edition.find(topic="sip")
        assert edition.find(topic="sip")
    assert len(counties.problems) == 1


IMPORTS = """
import sys, threading
sys.setswitchinterval(1e-6)
import psykavtal
names = list(psykavtal.__all__)
barrier, faults = threading.Barrier(len(names)), []
def get(name):
    barrier.wait()
    try:
        getattr(psykavtal, name)
    except BaseException as error:
        faults.append((name, repr(error)))
threads = [threading.Thread(target=get, args=(name,)) for name in names]
[each.start() for each in threads]
[each.join() for each in threads]
print(faults)
"""


def test_threads_that_import_every_public_name_at_once_get_it() -> None:
    for _ in range(ROUNDS):
        done = subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "[]"


FORKS = """
import os, threading, sys, warnings
warnings.simplefilter("ignore")
from psykavtal import load_counties
from psykavtal.lazy import LOCK
inside, leave = threading.Event(), threading.Event()
def reading():
    with LOCK:
        inside.set()
        leave.wait(0.2)
thread = threading.Thread(target=reading)
thread.start()
inside.wait()
child = os.fork()
if child == 0:
    os._exit(0 if load_counties().snapshot() else 1)
thread.join()
print(os.waitpid(child, 0)[1])
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes do not fork here")
def test_a_process_forked_while_a_thread_reads_can_read_too() -> None:
    done = subprocess.run([sys.executable, "-c", FORKS], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == "0"
