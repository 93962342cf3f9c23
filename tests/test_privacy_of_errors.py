"""No error contains a value of a person."""

import io
import json
import traceback
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.traceback import Traceback

from psykavtal import Case, from_dict, from_json, to_json
from psykavtal.cases.case_input import case_from_json, case_of
from psykavtal.errors import PsykavtalError
from tests.person import DAY, FULL, MARK, PRINTED, left_in, loaded, raised, table, texts_of
from tests.thorough import pairs


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


WRONG_VALUES = (MARK, 19310719, [MARK], {MARK: MARK}, {"kind": MARK})


@pytest.mark.parametrize(("field", "value"), pairs(ANSWER_FIELDS, WRONG_VALUES), ids=str)
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
