"""No printed form and no cache contains a value of a person."""

import gc
import sys
import types
import weakref
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

import attrs
import pytest
from rich.pretty import pretty_repr

import psykavtal
from psykavtal import Case, Counties, load_counties, to_dict
from psykavtal.cases.matching import CaseFacts
from psykavtal.cases.what_applies import Recorded
from psykavtal.errors import CaseError, PsykavtalError
from psykavtal.model.display import OfCase
from tests.person import BORN, DAY, FULL, MARK, PRINTED, chain, left_in, loaded, raised, table, texts_of


def of_a_person() -> list[Any]:
    """An object of every class that holds something of a person."""
    case = Case(**FULL)
    answer = loaded().what_applies(case, on=DAY, keep_case=True)
    found: list[Any] = [case, answer, answer.receipt, answer.behind]
    found.append(CaseFacts(facts=case.facts, age=94))
    met: set[int] = set()

    def walk(value: Any) -> None:
        if id(value) in met:
            return
        met.add(id(value))
        if isinstance(value, OfCase | psykavtal.Stated | psykavtal.Derived | psykavtal.Ambiguous):
            found.append(value)
        if isinstance(value, tuple | list):
            for each in value:
                walk(each)
        elif attrs.has(type(value)) and type(value).__module__.startswith("psykavtal"):
            names = [each.name for each in attrs.fields(type(value)) if each.name != "registry"]
            for name in names:
                walk(getattr(value, name))

    walk(answer)
    walk(found[3])
    walk(psykavtal.summarise_case(answer))
    for municipality in ("0680", "2062", "2321"):
        of_county = loaded().what_applies(Case(municipality=municipality, born="2010-07-19"), on=DAY)
        walk(of_county)
        walk(psykavtal.summarise_case(of_county))
    return found


def subclasses(cls: type) -> Iterator[type]:
    for each in cls.__subclasses__():
        yield each
        yield from subclasses(each)


def test_every_class_of_a_case_is_tried() -> None:
    met = {type(each) for each in of_a_person()}
    gc.collect()  # attrs makes a class with slots out of another, which stays until then
    assert set(subclasses(OfCase)) - met == {Recorded}  # which an answer has that was read

    assert {Case, CaseFacts, psykavtal.WhatApplies, psykavtal.Receipt, psykavtal.CaseSummary} <= met


@pytest.mark.parametrize("how", PRINTED)
def test_no_object_shows_anything_of_the_person_when_printed_with(how: str) -> None:
    for each in of_a_person():
        assert left_in(PRINTED[how](each)) == [], type(each)


def test_what_was_told_would_be_found_where_an_object_shows_it() -> None:
    @attrs.frozen
    class Shows:
        case: object

    assert left_in(pretty_repr(Shows(vars(types.SimpleNamespace(**FULL))))) == ["Qvxzhem", "1931", "7, 19)"]


@pytest.mark.parametrize("how", ["rich", "IPython", "hypothesis"])
def test_pretty_printers_show_the_repr_of_an_object(how: str) -> None:
    assert PRINTED[how](Case(**FULL)) == "<Case>"
    answer = loaded().what_applies(Case(**FULL), on=DAY)
    assert PRINTED[how](answer) == "<WhatApplies in jamtland on 2026-01-10>"
    assert PRINTED[how](answer.receipt) == "<Receipt of jamtland on 2026-01-10>"


class Traced(str):
    """Text that can be looked for among what is kept."""

    __slots__ = ("__weakref__",)


def _ask_everything(counties: Counties) -> list[weakref.ref[Any]]:
    """Ask a case, so that it succeeds and fails, and let go of everything but the counties."""
    place, body = Traced(MARK), Traced(f"{MARK}-body")
    facts = {Traced(f"{MARK}-fact"): True}
    good = Case(**{**FULL, "lives_in": place, "placed_by": Traced(f"{MARK} kommun")})
    bad = Case(municipality="2321", born=BORN, facts=facts, stands_at=body)
    answer = counties.what_applies(good, on=DAY, keep_case=True)
    counties.target_group(good, on=DAY)
    answer.explain()
    to_dict(answer)
    to_dict(good)
    repr(answer.labels)
    for case, how in ((bad, {}), (good, {"readings": "x"}), (good, {"document": "x"}), (good, {"county": "06"})):
        with suppress(PsykavtalError):
            counties.what_applies(case, on=DAY, **how)
    return [weakref.ref(each) for each in (place, good.placed_by, body, good, bad, answer)]


def test_nothing_of_a_case_is_kept_when_the_case_and_its_answers_are_gone() -> None:
    counties = load_counties()
    kept = _ask_everything(counties)
    gc.collect()
    assert [each() for each in kept if each() is not None] == []
    reached = [each for each in _reached(counties) if isinstance(each, date) and each == BORN]
    assert reached == []


def _reached(start: object) -> Iterator[object]:
    """Every object that can be reached from one, and from the modules of this package."""
    modules = [each for name, each in sys.modules.items() if name.startswith("psykavtal")]
    met: set[int] = set()
    left: list[Any] = [start, *(vars(each) for each in modules)]
    while left:
        each = left.pop()
        if id(each) in met or isinstance(each, types.ModuleType) or each is sys.modules:
            continue
        if isinstance(each, type | types.FunctionType) and not str(each.__module__).startswith("psykavtal"):
            continue
        met.add(id(each))
        yield each
        left += gc.get_referents(each)


class Failing(psykavtal.TomlCounty):
    """A county of which one document cannot be read."""

    @psykavtal.hookimpl
    def psykavtal_omissions(self, document: Any) -> Any:
        if document.id == "jamtland-2025":
            raise ValueError("cannot be read")
        return ()


def test_an_error_that_is_kept_of_a_document_holds_nothing_of_who_asked_first() -> None:
    counties = load_counties([Failing("psykavtal_jamtland")])
    kept = []

    def ask() -> None:
        case = Case(**FULL)
        kept.append(weakref.ref(case))
        with pytest.raises(PsykavtalError):
            counties.what_applies(case, on=DAY)

    ask()
    ask()
    gc.collect()
    assert counties.problems
    assert [each() for each in kept] == [None, None]
    (problem,) = counties.problems
    assert [each.__traceback__ for each in chain(problem.error)] == [None for _ in chain(problem.error)]


def test_a_case_error_is_the_only_error_of_a_dict_instead_of_a_case() -> None:
    error = raised(lambda: loaded().what_applies(table(), on=DAY))  # type: ignore[arg-type] (on purpose)
    assert isinstance(error, CaseError)
    assert [left_in(each) for each in texts_of(error) if left_in(each)] == []
