"""Every error reaches the caller from another process, and can be copied."""

import copy
import importlib
import pickle
import pkgutil
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import psykavtal
from psykavtal import load_counties
from psykavtal.errors import CaseError, CountyFileError, PluginError, PsykavtalError
from psykavtal.plugins.county_toml.faults import Fault
from tests.counties import COUNTY, MakeCounty
from tests.failing_calls import FAILING, made, raise_of_call, raise_of_class


def every_class() -> Iterator[type[PsykavtalError]]:
    """Every class of the hierarchy, those of inner modules included."""
    for module in pkgutil.walk_packages(psykavtal.__path__, "psykavtal."):
        importlib.import_module(module.name)
    open_classes: list[type[PsykavtalError]] = [PsykavtalError]
    while open_classes:
        cls = open_classes.pop()
        if cls.__module__.startswith("psykavtal."):
            yield cls
        open_classes += cls.__subclasses__()


CLASSES = sorted(set(every_class()), key=lambda cls: cls.__name__)
PARTS = ("fault", "value", "place", "fix", "faults", "trouble", "parameters")


def pickled(error: PsykavtalError, protocol: int) -> PsykavtalError:
    again = pickle.loads(pickle.dumps(error, protocol))
    assert isinstance(again, PsykavtalError)
    return again


COPIES: dict[str, Callable[[PsykavtalError], PsykavtalError]] = {
    **{f"pickle {number}": partial(pickled, protocol=number) for number in range(6)},
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
}
VALUES = (
    st.none() | st.text() | st.integers() | st.tuples(st.text(), st.none()) | st.dictionaries(st.text(), st.dates())
)


def parts_of(error: PsykavtalError) -> dict[str, object]:
    return {name: getattr(error, name) for name in PARTS if hasattr(error, name)}


def same(copied: PsykavtalError, error: PsykavtalError) -> None:
    assert type(copied) is type(error)
    assert (str(copied), copied.to("sv")) == (str(error), error.to("sv"))
    assert copied.args == error.args
    assert parts_of(copied) == parts_of(error)
    assert getattr(copied, "__notes__", None) == getattr(error, "__notes__", None)


def test_the_hierarchy_is_walked() -> None:
    assert {"CaseError", "CohortError", "DuplicateIdError", "UnresolvedError"} <= {cls.__name__ for cls in CLASSES}


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
@settings(max_examples=25)
@given(message=st.text(), value=VALUES, place=st.text(), fix=st.text(), notes=st.lists(st.text(), max_size=2))
def test_every_error_is_copied_whole(
    cls: type[PsykavtalError],
    message: str,
    value: object,
    place: str,
    fix: str,
    notes: list[str],
) -> None:
    fault = Fault(file="f", table="t", message=message, fix=fix)
    error = made(cls, message, (fault, message), value=value, place=place, fix=fix)
    for note in notes:
        error.add_note(note)
    error.__cause__ = ValueError(message)
    for way in COPIES.values():
        same(way(error), error)


@pytest.mark.parametrize("call", FAILING.values(), ids=FAILING)
def test_the_error_of_a_failing_call_is_copied_whole(call: Callable[[], object]) -> None:
    with pytest.raises(PsykavtalError) as raised:
        call()
    raised.value.add_note("in a test")
    for way in COPIES.values():
        same(way(raised.value), raised.value)


@pytest.fixture
def make_county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeCounty:
    return MakeCounty(tmp_path, monkeypatch)


def test_the_error_of_a_county_file_is_copied_whole(make_county: MakeCounty) -> None:
    with pytest.raises(ExceptionGroup) as raised:
        load_counties([make_county(COUNTY.replace("region =", "regoin ="))], strict=True)
    (error,) = raised.value.exceptions
    assert isinstance(error, CountyFileError)
    for way in COPIES.values():
        same(way(error), error)
    (again,) = pickle.loads(pickle.dumps(raised.value)).exceptions
    same(again, error)


class TwoArgumentsError(Exception):
    """An error as many are: it is pickled, and cannot be made again from what was."""

    def __init__(self, name: str, number: int) -> None:
        super().__init__(f"{name} {number}")


UNPICKLABLE: dict[str, object] = {
    "a function of no module": lambda: None,
    "a lock": threading.Lock(),
    "a generator": (number for number in range(2)),
    "an object that cannot be read back": TwoArgumentsError("a", 1),
}


@pytest.mark.parametrize("value", UNPICKLABLE.values(), ids=UNPICKLABLE)
def test_a_value_that_cannot_be_pickled_arrives_as_text(value: object) -> None:
    error = PluginError("x", value=value, place="here", fix="Do y.")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.place, again.fix) == (PluginError, str(error), "here", "Do y.")
    assert isinstance(again.value, str)
    assert copy.copy(error).value is value
    assert copy.deepcopy(error).value is value


def test_a_note_on_a_copy_is_not_on_the_error() -> None:
    error = CaseError("x", ("a",))
    error.add_note("first")
    copied = copy.copy(error)
    copied.add_note("second")
    assert error.__notes__ == ["first"]


def expect_from(submit: Callable[..., object]) -> None:
    for cls in CLASSES:
        with pytest.raises(PsykavtalError) as raised:
            submit(raise_of_class, cls)
        assert type(raised.value) is cls
        assert parts_of(raised.value)["fix"] == "Fix."
    for name, call in FAILING.items():
        with pytest.raises(PsykavtalError) as raised:
            submit(raise_of_call, name)
        with pytest.raises(PsykavtalError) as here:
            call()
        assert (type(raised.value), str(raised.value)) == (type(here.value), str(here.value))
        assert parts_of(raised.value) == parts_of(here.value)


@pytest.fixture
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let another process import this module."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1]))


@pytest.mark.usefixtures("_importable")
def test_every_error_arrives_from_a_process_pool_executor() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        expect_from(lambda work, name: pool.submit(work, name).result(timeout=60))


@pytest.mark.usefixtures("_importable")
def test_every_error_arrives_from_a_multiprocessing_pool() -> None:
    with get_context("spawn").Pool(1) as pool:
        expect_from(lambda work, name: pool.apply_async(work, (name,)).get(timeout=60))
