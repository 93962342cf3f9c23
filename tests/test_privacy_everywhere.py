"""Nothing of a person is in any printed form, error or cache, however an object is printed and wherever an error is caught."""

import gc
import io
import json
import logging
import pprint
import reprlib
import sys
import traceback
import types
import weakref
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from functools import cache
from typing import Any

import attrs
import hypothesis.vendor.pretty
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from IPython.lib import pretty as ipython
from rich.console import Console
from rich.pretty import pretty_repr
from rich.traceback import Traceback

import psykavtal
from psykavtal import Case, Counties, from_dict, from_json, load_counties, to_dict, to_json
from psykavtal.cases.case_input import case_from_json, case_of
from psykavtal.cases.matching import CaseFacts
from psykavtal.cases.what_applies import Recorded
from psykavtal.errors import CaseError, PsykavtalError
from psykavtal.model.display import OfCase

DAY = "2026-01-10"
# A birth date and an age that stand nowhere else, and a word that no document has.
BORN = date(1931, 7, 19)
MARK = "Qvxzhem"
TRACES = ("Qvxzhem", "1931", "07-19", "7, 19)")
FULL: dict[str, Any] = {
    "municipality": "2321",
    "lives_in": MARK,
    "placed_by": f"{MARK} kommun",
    "born": BORN,
    "facts": {"discharge": True, "disagreement": True},
    "principals": {"need-noticed": "region"},
    "stands_at": "lokal-samverkansarena",
}


@cache
def loaded() -> Counties:
    return load_counties()


def left_in(text: str) -> list[str]:
    """What of the person is in a text."""
    return [each for each in TRACES if each in text]


def with_rich(value: object) -> str:
    console = Console(file=io.StringIO(), width=200)
    console.print(value)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def with_logging(value: object) -> str:
    record = logging.LogRecord("x", logging.ERROR, "x", 1, "%r %s", (value, value), None)
    return record.getMessage()


PRINTED: dict[str, Callable[[Any], str]] = {
    "repr": repr,
    "str": str,
    "format": lambda value: f"{value!s} {value!r} {value!a}",
    "rich": pretty_repr,
    "the console of rich": with_rich,
    "pprint": pprint.pformat,
    "IPython": ipython.pretty,
    "hypothesis": hypothesis.vendor.pretty.pretty,
    "reprlib": reprlib.repr,
    "logging": with_logging,
    "a list of rich": lambda value: pretty_repr([value, {"case": value}]),
}


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
    for municipality in ("0680", "2062", "2321"):
        walk(loaded().what_applies(Case(municipality=municipality, born="2010-07-19"), on=DAY))
    return found


def subclasses(cls: type) -> Iterator[type]:
    for each in cls.__subclasses__():
        yield each
        yield from subclasses(each)


def test_every_class_of_a_case_is_tried() -> None:
    met = {type(each) for each in of_a_person()}
    assert set(subclasses(OfCase)) - met == {Recorded}  # which an answer has that was read

    assert {Case, CaseFacts, psykavtal.WhatApplies, psykavtal.Receipt} <= met


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


# --- Errors ---


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error and every error behind it, whether Python would show it or not."""
    met: list[BaseException] = []
    left = [error]
    while left:
        each = left.pop()
        if each is not None and each not in met:
            met.append(each)
            left += [each.__cause__, each.__context__]
            left += each.exceptions if isinstance(each, BaseExceptionGroup) else ()
    yield from met


def texts_of(error: BaseException) -> Iterator[str]:
    for each in chain(error):
        yield str(each)
        yield repr(each)
        yield repr(each.args)
        yield repr(vars(each))
        yield repr(getattr(each, "__notes__", ()))
        yield from traceback.format_exception_only(each)
        yield from (str(getattr(each, name, "")) for name in ("doc", "object", "value", "fix", "place", "faults"))


def own_locals(error: BaseException) -> str:
    """What a traceback with locals shows of the frames of this package."""
    shown = traceback.TracebackException.from_exception(error, capture_locals=True)
    own = [each for each in shown.stack if "psykavtal" in each.filename and "/tests/" not in each.filename]
    return "\n".join(str(each.locals) for each in own)


def with_locals_of_rich(error: BaseException) -> str:
    console = Console(file=io.StringIO(), width=200)
    trace = Traceback.from_exception(type(error), error, error.__traceback__, show_locals=True, suppress=[__file__])
    for stack in trace.trace.stacks:
        stack.frames = [each for each in stack.frames if "/tests/" not in each.filename]
    console.print(trace)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def raised(ask: Callable[[], object]) -> PsykavtalError:
    with pytest.raises(PsykavtalError) as caught:
        ask()
    return caught.value


def table(**changes: object) -> dict[str, Any]:
    return {"kind": "case", **FULL, "born": BORN.isoformat(), **changes}


FAULTY: dict[str, dict[str, Any]] = {
    "a birth date of no calendar": table(born="1931-07-99"),
    "a birth date as words": table(born=f"1931 {MARK}"),
    "a birth date as a number": table(born=19310719),
    "a birth date in a list": table(born=["1931-07-19"]),
    "an age as text": table(born=None, age=f"1931 {MARK}"),
    "an age too high": table(born=None, age=1931),
    "an age beside a birth date": table(age=94),
    "a municipality in a list": table(municipality=[MARK]),
    "a municipality as an object": table(municipality={"kind": MARK}),
    "where it lives as an object": table(lives_in={"kind": "wording", "sv": MARK}),
    "facts that are text": table(facts=MARK),
    "a fact that is text": table(facts={"inpatient": MARK}),
    "a fact named so": table(facts={MARK: True, f"{MARK} 1931": 5}),
    "principals that are text": table(principals=MARK),
    "a principal that is text": table(principals={"need-noticed": MARK}),
    "a principal of something so named": table(principals={MARK: "regionen"}),
    "a body in a list": table(stands_at=[MARK]),
    "a key so named": table(**{MARK: "1931-07-19"}),
    "a key of a date": table(**{"19310719-0000": True}),
    "another kind": table(kind=MARK),
    "a kind in a list": table(kind=[MARK]),
}


@pytest.mark.parametrize("name", FAULTY)
@pytest.mark.parametrize("read", [from_dict, lambda each: from_json(json.dumps(each)), case_of])
def test_no_error_of_a_faulty_case_holds_a_value_of_it(read: Callable[[object], object], name: str) -> None:
    error = raised(lambda: read(json.loads(json.dumps(FAULTY[name]))))
    assert [left_in(each) for each in texts_of(error) if left_in(each)] == []
    assert error.__cause__ is None
    assert error.__context__ is None
    assert left_in(own_locals(error)) == []
    assert left_in(with_locals_of_rich(error)) == []


BROKEN: dict[str, Callable[[str], str]] = {
    "cut off": lambda text: text[:-1],
    "cut off in a text": lambda text: text[: text.index("Qvxz") + 6],
    "with more behind": lambda text: text + "}",
    "with a comma too many": lambda text: text.replace("}", ",}"),
    "with single quotes": lambda text: text.replace('"', "'"),
    "with a key twice": lambda text: text.replace('"born":', f'"{MARK}": 1, "{MARK}": 2, "born":'),
    "with NaN": lambda text: text.replace('"1931-07-19"', "NaN"),
    "with a long number": lambda text: text.replace('"1931-07-19"', "1931" * 2_000),
    "with half of a character": lambda text: text.replace("Qvxzhem", "Qvxzhem\\ud800"),
    "within many lists": lambda text: "[" * 50_000 + text,
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("read", [from_json, case_from_json])
def test_no_error_of_broken_json_holds_anything_of_the_text(read: Callable[[str], object], name: str) -> None:
    text = BROKEN[name](json.dumps(table()))
    for given_text in (text, text.encode("utf-8", "surrogatepass")):
        error = raised(lambda given_text=given_text: read(given_text))
        assert [left_in(each) for each in texts_of(error) if left_in(each)] == []
        assert error.__cause__ is None
        assert error.__context__ is None
        assert left_in(own_locals(error)) == []


ASKED: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "no municipality of that name": ({"municipality": MARK}, {}),
    "born after the day": ({}, {"on": "1931-01-01"}),
    "born too long ago": ({}, {"on": "2199-01-01"}),
    "no such fact": ({"facts": {MARK: True}}, {}),
    "no such principal": ({"principals": {MARK: "region"}}, {}),
    "no such body": ({"stands_at": MARK}, {}),
    "no such day": ({}, {"on": "igår"}),
    "no such reading": ({}, {"readings": "inclusiv"}),
    "no such reading of one": ({}, {"readings": {"x": "y"}}),
    "no such document": ({}, {"document": "jamtland-1999"}),
    "reports neither in nor out": ({}, {"include_reported": "some"}),
    "no such county": ({}, {"county": "nowhere"}),
}


@pytest.mark.parametrize("name", ASKED)
def test_no_error_of_a_case_that_cannot_be_asked_holds_a_value_of_it(name: str) -> None:
    changes, how = ASKED[name]
    case = Case(**{**FULL, **changes})
    error = raised(lambda: loaded().what_applies(case, **{"on": DAY, **how}))
    assert [left_in(each) for each in texts_of(error) if left_in(each.replace("1931-01-01", ""))] == []
    assert left_in(own_locals(error).replace("1931, 1, 1", "").replace("1931-01-01", "")) == []
    assert left_in(with_locals_of_rich(error).replace("1931, 1, 1", "").replace("1931-01-01", "")) == []
    numbers = [each for each in own_locals(error).replace(",", " ").replace("'", " ").split() if each in ("94", "95")]
    assert numbers == []


def test_an_error_of_a_further_question_holds_nothing_of_the_case() -> None:
    answer = loaded().what_applies(Case(**FULL), on=DAY, keep_case=True)
    for ask in (lambda: answer.ask("sip.convenor"), lambda: answer.ask("sip.convener", about="nothing")):
        error = raised(ask)
        assert [left_in(each) for each in (*texts_of(error), own_locals(error), with_locals_of_rich(error))] == [
            [] for _ in (*texts_of(error), 1, 2)
        ]


WHATS = st.sampled_from(sorted(set(FULL) | {"age", "kind", "what"}))
ANY = st.recursive(
    st.sampled_from([MARK, f"{MARK}-1931", "1931-07-19", 19310719, None, True, 1931.5]),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from([MARK, "kind", "sv"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@settings(deadline=None)
@given(st.dictionaries(WHATS | st.just(MARK), ANY, max_size=4))
def test_wherever_a_mark_stands_no_error_and_no_repr_has_it(changes: dict[str, Any]) -> None:
    told = table(**changes)
    for read in (from_dict, case_of, lambda each: case_from_json(json.dumps(each)), _constructed, _asked):
        shown: list[str] = []
        try:
            made = read(told)
            shown += [how(made) for how in PRINTED.values()]
        except PsykavtalError as error:
            shown += texts_of(error)
        assert shown
        assert [left_in(each) for each in shown if left_in(each)] == []


def _constructed(told: dict[str, Any]) -> object:
    return Case(**{key: each for key, each in told.items() if key in FULL or key == "age"})


def _asked(told: dict[str, Any]) -> object:
    return loaded().what_applies(case_of(told), on=DAY)


ANSWER_FIELDS = ("target_group", "responsibilities", "transitions", "services", "disagreement", "emphasis", "links")


@pytest.mark.parametrize("value", [MARK, 19310719, [MARK], {MARK: MARK}, {"kind": MARK}], ids=str)
@pytest.mark.parametrize("field", ANSWER_FIELDS)
def test_no_error_of_a_faulty_answer_holds_anything_of_it(field: str, value: object) -> None:
    written = json.loads(_written())
    for place, key in ((written[field], "basis"), (written[field], MARK), (written[field], "truth"), (written, field)):
        kept = dict(place)
        place[key] = value
        error = raised(lambda: from_dict(written, counties=loaded()))
        place.clear()
        place.update(kept)
        assert [left_in(each) for each in texts_of(error) if left_in(each)] == []
        assert left_in(own_locals(error)) == []


@cache
def _written() -> str:
    return to_json(loaded().what_applies(Case(**FULL), on=DAY))


# --- What is kept ---


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
