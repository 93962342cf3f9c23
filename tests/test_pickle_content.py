"""A pickle contains no plugin, lock or case, and is whole in another process."""

import copy
import multiprocessing
import pickle
import subprocess
import sys
import types
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import psykavtal_jamtland
import pytest

from psykavtal import Case, TomlCounty, compare, load_counties
from psykavtal.errors import InvalidValueError, PluginError, PluginWarning, PsykavtalError
from psykavtal.plugins import hookimpl
from psykavtal.plugins.problems import Problem
from tests.pickled_case import CASE_PARTS, DAY


def names_in(data: bytes) -> set[str]:
    """The modules of every class and function that a pickle refers to."""
    found: set[str] = set()

    class Looking(pickle.Unpickler):
        def find_class(self, module: str, name: str) -> Any:
            found.add(module.partition(".")[0])
            return super().find_class(module, name)

    import io

    Looking(io.BytesIO(data)).load()
    return found


def test_a_pickle_refers_to_this_package_only_and_to_no_plugin() -> None:
    case = Case(**CASE_PARTS)
    counties = load_counties()
    for each in (counties, counties["23"], counties.what_applies(case, on=DAY), compare(counties, on=DAY)):
        assert names_in(pickle.dumps(each)) <= {"psykavtal", "builtins", "datetime", "copyreg", "attr", "attrs"}


def test_a_pickle_of_an_answer_holds_the_case_only_where_it_is_kept() -> None:
    counties = load_counties()
    case = Case(municipality="2321", lives_in="Mora", born="1931-07-19", facts={"discharge": True})
    answer = counties.what_applies(case, on=DAY)
    again = pickle.loads(pickle.dumps(answer))
    assert again == answer
    assert again.receipt == answer.receipt
    assert again.labels == answer.labels
    assert again.case is None
    reached = list(_reached(again))
    assert not any(isinstance(each, Case) or type(each).__name__ == "CaseFacts" for each in reached)
    assert case.born not in reached
    with pytest.raises(InvalidValueError, match="Ask the case again"):
        again.ask("sip.convener")
    kept = counties.what_applies(case, on=DAY, keep_case=True)
    assert pickle.loads(pickle.dumps(kept)).case == case
    assert copy.deepcopy(answer).ask("sip.convener") == answer.ask("sip.convener")


def _reached(start: object) -> Iterator[object]:
    """Every object that can be reached from one, code apart."""
    import gc

    met, left = {id(start)}, [start]
    while left:
        each = left.pop()
        yield each
        for inner in gc.get_referents(each):
            if id(inner) not in met and not isinstance(inner, type | types.ModuleType | types.FunctionType):
                met.add(id(inner))
                left.append(inner)


ELSEWHERE = """
import importlib.metadata, pickle, sys
importlib.metadata.entry_points = lambda **_: importlib.metadata.EntryPoints()  # no plugin is installed
value, case = pickle.load(sys.stdin.buffer)
from psykavtal import to_json
answer = value.what_applies(case, on="2026-01-10")
sys.stdout.buffer.write(pickle.dumps(answer))
assert not [each for each in sys.modules if each.startswith("psykavtal_")], sys.modules.keys()
"""


def test_counties_are_whole_in_a_process_without_plugins() -> None:
    counties, case = load_counties(), Case(**CASE_PARTS)
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE], input=pickle.dumps((counties, case)), capture_output=True, check=True
    )
    assert pickle.loads(done.stdout) == counties.what_applies(case, on=DAY)


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_a_pool_of_processes_answers_cases(method: str) -> None:
    counties, case = load_counties(), Case(**CASE_PARTS)
    right = counties.what_applies(case, on=DAY)
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(method)) as pool:
        found = pool.submit(counties.what_applies, case, on=DAY)
        edition = pool.submit(counties["23"].ask, "target-group.age", on=DAY)
        assert found.result() == right
        assert found.result().receipt == right.receipt
        assert edition.result() == counties["23"].ask("target-group.age", on=DAY)


class OwnError(PsykavtalError):
    """An error of a plugin's own, with a value that cannot be pickled."""


class Failing(TomlCounty):
    """A county of which one document cannot be read."""

    @hookimpl
    def psykavtal_omissions(self, document: Any) -> Any:
        if document.id == "jamtland-2025":
            raise OwnError("cannot be read.", value=lambda: None, place="here", fix="Repair it.")
        return ()


def test_counties_with_problems_have_them_after_a_pickle() -> None:
    counties = load_counties([Failing(psykavtal_jamtland.__name__)])
    again = pickle.loads(pickle.dumps(counties))
    assert [str(each) for each in again.problems] == [str(each) for each in counties.problems]
    assert counties.problems
    with pytest.raises(PsykavtalError) as raised:
        again["23"].document("jamtland-2025", on=DAY).find(topic="sip")
    assert str(raised.value).endswith("here: cannot be read. Repair it.")
    other = again["23"].document("jamtland-2021", on=DAY)
    assert (
        other.find(topic="sip").provisions
        == load_counties()["23"].document("jamtland-2021", on=DAY).find(topic="sip").provisions
    )
    assert repr(again) == repr(counties)


class Broken:
    """A plugin that fails when it is loaded."""

    @hookimpl
    def psykavtal_county(self) -> Any:
        raise ValueError("no county")


def test_a_problem_can_be_pickled_without_the_plugin() -> None:
    with pytest.warns(PluginWarning):
        counties = load_counties([Broken(), psykavtal_jamtland.plugin])
    (problem,) = pickle.loads(pickle.dumps(counties)).problems
    assert isinstance(problem, Problem)
    assert isinstance(problem.error, PluginError)
    assert str(problem) == str(counties.problems[0])
