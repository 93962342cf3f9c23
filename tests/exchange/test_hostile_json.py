"""Hostile JSON is refused, or can be shown; always with an error of this package."""

import json
import random
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psykavtal import (
    AgeRange,
    Case,
    WhatApplies,
    Wording,
    from_dict,
    from_json,
    to_json,
)
from psykavtal.cases.case_input import case_from_json, case_of
from psykavtal.errors import CaseError, InvalidValueError, PsykavtalError
from psykavtal.output.object_html import html_of
from tests.exchange.hostile import DAY, loaded, written


def deep(open_with: str, close_with: str, levels: int) -> str:
    return open_with * levels + close_with * levels


RANGE = '{"kind": "age-range", "at_least": %s, "below": null}'

WORDING = '{"kind": "wording", "sv": %s}'

HOSTILE: dict[str, Any] = {
    "lists that never end": "[" * 100_000,
    "lists within each other": deep("[", "]", 100_000),
    "objects that never end": '{"kind":' * 100_000,
    "conditions within each other": deep('{"kind": "not", "of": ', "}", 2_000).replace('"of": }', '"of": 5}'),
    "conditions just too deep": deep('{"kind": "not", "of": ', "}", 101).replace('"of": }', '"of": null}'),
    "a number of 5,000 digits": RANGE % ("9" * 5_000),
    "a number of 4,000 digits for a number": RANGE % ("9" * 4_000),
    "a number of 4,000 digits for text": WORDING % ("9" * 4_000),
    "an exponent without end": RANGE % "1e999999",
    "NaN": RANGE % "NaN",
    "Infinity": RANGE % "Infinity",
    "minus Infinity": RANGE % "-Infinity",
    "half of a character": WORDING % '"\\ud800"',
    "half of a character as a key": '{"kind": "wording", "sv": "x", "\\udc00": 1}',
    "half of a character unescaped": WORDING % '"\udfff"',
    "a key twice": '{"kind": "age-range", "at_least": 18, "at_least": 19, "below": null}',
    "the kind twice": '{"kind": "wording", "kind": "age-range", "at_least": 18}',
    "a key twice within": '{"kind": "rule", "id": "x", "wording": {"kind": "wording", "sv": "a", "sv": "b"}}',
    "bytes that are not UTF-8": b'{"kind": "wording", "sv": "\xff"}',
    "bytes of UTF-16": '{"kind": "wording", "sv": "x"}'.encode("utf-16"),
    "a control character": '{"kind": "wording", "sv": "\x00"}',
    "nothing": "",
    "a mark and nothing": "\ufeff",
    "two marks": '\ufeff\ufeff{"kind": "wording", "sv": "x"}',
    "two objects": '{"kind": "wording", "sv": "x"}{}',
    "a number instead of text": 5,
    "nothing instead of text": None,
    "a list instead of text": ["{}"],
    "a kind that is a list": '{"kind": ["wording"]}',
    "a kind that is an object": '{"kind": {"kind": "wording"}}',
    "a kind of a million letters": '{"kind": "' + "x" * 1_000_000 + '"}',
    "an ambiguity without readings": '{"kind": "ambiguous", "readings": []}',
    "a route without steps": '{"kind": "route", "trigger": "x", "steps": [], "branches": []}',
    "a date after the calendar": '{"kind": "uncertain-date", "edtf": "99999"}',
    "a date before the calendar": '{"kind": "uncertain-date", "edtf": "0000"}',
    "a reference that is a list": '{"kind": "edition", "county": [], "document": {}, "on": []}',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_json_is_refused_as_an_exchange(name: str) -> None:
    with pytest.raises(InvalidValueError):
        from_json(HOSTILE[name], counties=loaded())


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_json_is_refused_as_a_case(name: str) -> None:
    with pytest.raises(CaseError):
        case_from_json(HOSTILE[name])


@pytest.mark.parametrize(
    "text", ['\ufeff{"kind": "wording", "sv": "x"}', b'\xef\xbb\xbf{"kind": "wording", "sv": "x"}']
)
def test_a_byte_order_mark_before_json_does_not_matter(text: str | bytes) -> None:
    assert from_json(text) == Wording(sv="x")


def test_a_byte_order_mark_before_a_case_does_not_matter() -> None:
    assert case_from_json('\ufeff{"municipality": "2321"}') == Case(municipality="2321")


def test_text_of_every_other_kind_comes_back() -> None:
    for text in ("𐍈 \x00 \u2028 \\ud800", "é", "👩‍👧"):
        assert from_json(to_json(Wording(sv=text))) == Wording(sv=text)


VALUES: dict[str, Any] = {
    "a list in itself": (itself := [{"kind": "wording"}]),
    "keys that are no text": {"kind": "wording", 5: "x", "sv": "x"},
    "keys that are nothing": {"kind": "wording", None: "x"},
    "a set": {"kind": "wording", "sv": {"x"}},
    "an object": {"kind": "wording", "sv": object()},
    "a class": {"kind": "wording", "sv": str},
    "a number too long": {"kind": "age-range", "at_least": 10**5_000},
    "bytes": b"{}",
    "a class alone": AgeRange,
}

itself.append(itself)  # type: ignore[arg-type] (on purpose)


@pytest.mark.parametrize("name", VALUES)
def test_values_that_no_json_has_are_refused(name: str) -> None:
    with pytest.raises(InvalidValueError):
        from_dict({"kind": "what-applies", "notes": VALUES[name]})
    with pytest.raises(InvalidValueError):
        from_dict(VALUES[name])
    with pytest.raises(CaseError):
        case_of({"municipality": "2321", "facts": {"inpatient": VALUES[name]}})
    with pytest.raises(CaseError):
        case_of({"municipality": VALUES[name]})


OTHER = (
    None,
    0,
    -1,
    10**15,
    1.5,
    True,
    "",
    "x",
    "2008-03-01",
    "9999-12-31",
    [],
    {},
    [1],
    {"kind": "wording", "sv": "x"},
)


def places(value: object, path: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        yield from places(each, (*path, key))


def changed(table: Any, chance: random.Random) -> Any:
    *path, last = chance.choice(list(places(table)))
    inner = table
    for key in path:
        inner = inner[key]
    match chance.randrange(3):
        case 0:
            del inner[last]
        case 1 if isinstance(inner, list):
            inner.append(chance.choice(inner))
        case _:
            inner[last] = chance.choice(OTHER)
    return table


def shown(value: Any) -> None:
    """Put an object through everything that prints it or asks with it."""
    repr(value)
    html_of(value)
    to_json(value)
    if isinstance(value, WhatApplies):
        value.explain()
        value.explain("en")
        value.receipt.differences(value.receipt)
    if isinstance(value, Case):
        loaded().what_applies(value, on=DAY)


@pytest.mark.slow
@settings(deadline=None)
@given(st.integers(0, 9), st.randoms(use_true_random=False))
def test_what_was_changed_is_refused_or_can_be_shown(number: int, chance: random.Random) -> None:
    table = changed(json.loads(written()[number]), chance)
    with suppress(PsykavtalError):
        shown(from_dict(table, counties=loaded()))
