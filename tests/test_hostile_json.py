"""JSON that nobody should write, and arguments of wrong types: always an error of this package, never of another."""

import json
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache, partial
from typing import Any

import psykavtal_jamtland
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import psykavtal
from psykavtal import (
    AgeLimit,
    AgeRange,
    Ambiguous,
    Case,
    Counties,
    Route,
    UncertainDate,
    WhatApplies,
    Wording,
    compare,
    escalation_text,
    from_dict,
    from_json,
    load_counties,
    mermaid,
    schema_of,
    to_dict,
    to_json,
)
from psykavtal.cases.case_input import case_from_json, case_of
from psykavtal.cli import main
from psykavtal.errors import CaseError, InvalidValueError, PsykavtalError
from psykavtal.law import parse as parse_law
from psykavtal.law import resolve
from psykavtal.model.readings import Because, Reading
from psykavtal.output.object_html import html_of

DAY = "2026-01-10"
CASE = Case(
    municipality="2321",
    born="2008-02-29",
    facts={"discharge": True, "disagreement": True},
    principals={"need-noticed": "region"},
    stands_at="lokal-samverkansarena",
)


@cache
def loaded() -> Counties:
    return load_counties()


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


# --- What was written, and then changed somewhere ---


@cache
def written() -> tuple[str, ...]:
    edition = loaded()["23"].document("jamtland-2025", on=DAY)
    objects = (
        loaded().what_applies(CASE, on=DAY),
        loaded().what_applies(Case(municipality="0680", age=18), on=DAY),
        loaded().what_applies(CASE, on=DAY).receipt,
        loaded().target_group(Case(municipality="0680", age=18), on=DAY),
        compare(loaded(), on=DAY),
        edition.escalation.route(trigger="disagreement"),
        edition.ask("sip.convener"),
        loaded()["06"].ask("target-group.age", on=DAY),
        loaded()["23"].law_references(on=DAY)[0],
        CASE,
    )
    return tuple(to_json(each) for each in objects)


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


# --- Commands ---


@pytest.fixture
def run() -> Callable[..., Any]:
    return lambda *arguments, stdin=None: CliRunner().invoke(main, [str(each) for each in arguments], input=stdin)


LINES = [
    b'{"municipality": "2321", "born": "9999-12-31"}',
    b'{"municipality": "2321", "born": "0001-01-01"}',
    b'{"municipality": "2321", "age": 9999}',
    b'{"municipality": "2321", "age": %s}' % (b"9" * 5_000),
    b'{"municipality": "2321", "age": -9999999999999999999999}',
    b'{"municipality": "2321", "age": NaN}',
    b"[" * 100_000,
    b'{"municipality": "\\ud800"}',
    b'{"municipality": "\xc5re"}',
    b'{"municipality": "2321", "municipality": "0680"}',
    b"null",
    b"\x00",
]


@pytest.mark.slow
@pytest.mark.parametrize("day", [DAY, "9999-12-31", "0001-01-01"])
def test_every_line_is_answered_or_has_its_own_error(run: Callable[..., Any], day: str) -> None:
    good = b'{"municipality": "2321"}'
    text = b"\xef\xbb\xbf" + b"\n".join([good, *(line for bad in LINES for line in (bad, good))])
    result = run("case", "-", "--on", day, stdin=text)
    told = [json.loads(line) for line in result.output.splitlines()]
    assert [each["line"] for each in told] == list(range(1, 2 * len(LINES) + 2))
    assert all("answer" in each for each in told[::2])
    assert all("answer" in each or each["error"]["kind"] == "CaseError" for each in told)
    assert result.exit_code == 1


def test_who_is_born_on_the_last_day_of_the_calendar_is_answered_on_it() -> None:
    answer = loaded().what_applies(Case(municipality="2321", born="9999-12-31"), on="9999-12-31")
    assert to_dict(answer)
    assert answer.explain()


def test_an_age_limit_beyond_every_age_takes_no_birthday_from_the_others() -> None:
    class Old(psykavtal.TomlCounty):
        def data(self, file: str) -> bytes | None:
            found = super().data(file)
            if file.endswith(".json") or found is None:
                return None
            return found.replace(b"below = 25", b"below = 9998")

    counties = load_counties([Old(psykavtal_jamtland.__name__)])
    case = Case(municipality="2321", born="2010-03-01")
    right = loaded().what_applies(case, on=DAY).transitions
    found = counties.what_applies(case, on=DAY).transitions
    assert found.status == right.status


RECEIPTS: dict[str, bytes] = {
    "lists that never end": b"[" * 100_000,
    "no JSON": b"{",
    "a list": b"[1]",
    "a number": b"5",
    "null": b"null",
    "not UTF-8": b"\xff\xfe\x00",
    "a number too long": b"9" * 5_000,
    "NaN": b"NaN",
    "an object without a kind": b"{}",
    "a key twice": b'{"kind": "receipt", "kind": "receipt"}',
}


@pytest.mark.parametrize("name", RECEIPTS)
def test_a_bad_receipt_is_refused(name: str) -> None:
    with pytest.raises(PsykavtalError):
        psykavtal.from_json(RECEIPTS[name])


FIELDS = {
    "on": ("x", 5, None, "9999-99-99"),
    "readings": (5, [], {"x": 5}),
    "include_reported": ("some", 5, None),
    "county": (5, None),
    "document": (5,),
    "versions": (5, {"psykavtal": 5}, []),
    "answer": (5, None),
}


@pytest.mark.parametrize(("field", "value"), [(name, each) for name, every in FIELDS.items() for each in every])
def test_a_receipt_with_a_bad_field_is_refused(field: str, value: object) -> None:
    with pytest.raises(PsykavtalError):
        psykavtal.from_json(json.dumps({**json.loads(written()[2]), field: value}))


@pytest.mark.parametrize("age", ["9" * 5_000, "²", "-1", "१७"])
def test_an_age_that_is_none_is_refused_by_the_command(run: Callable[..., Any], age: str) -> None:
    result = run("case", "--municipality", "2321", f"--age={age}", "--on", DAY)
    assert result.exit_code == 1
    assert result.output.startswith("psykavtal: the case cannot be read:")


# --- Arguments of wrong types ---

Ask = Callable[[Counties], object]


def county(ask: Callable[[psykavtal.County], object]) -> Ask:
    return lambda counties: ask(counties["23"])


def edition(ask: Callable[[psykavtal.DocumentOnDay], object]) -> Ask:
    return lambda counties: ask(counties["23"].document("jamtland-2025", on=DAY))


def moves(ask: Callable[[psykavtal.Escalation], object]) -> Ask:
    return edition(lambda each: ask(each.escalation))


WRONG: Any = object()
TWO = tuple(
    Reading(name=name, why=Wording(sv=name), because=Because.WORDING, value=AgeRange(at_least=least))
    for name, least in (("inclusive", 18), ("exclusive", 19))
)
FILTERS = ("document", "section", "topic", "kind", "bearer", "modality", "status")


def found_by(name: str, value: Any) -> Ask:
    return county(lambda each: each.find(**{name: value}))


ARGUMENTS: dict[str, Callable[[Any], Ask]] = {
    "counties[...]": lambda x: lambda c: c[x],
    "by_municipality": lambda x: lambda c: c.by_municipality(x),
    "select": lambda x: lambda c: c.select(x),
    "what_applies": lambda x: lambda c: c.what_applies(x, on=DAY),
    "what_applies on": lambda x: lambda c: c.what_applies(CASE, on=x),
    "what_applies readings": lambda x: lambda c: c.what_applies(CASE, on=DAY, readings=x),
    "what_applies include_reported": lambda x: lambda c: c.what_applies(CASE, on=DAY, include_reported=x),
    "what_applies document": lambda x: lambda c: c.what_applies(CASE, on=DAY, document=x),
    "what_applies county": lambda x: lambda c: c.what_applies(CASE, on=DAY, county=x),
    "target_group": lambda x: lambda c: c.target_group(x, on=DAY),
    "target_group on": lambda x: lambda c: c.target_group(CASE, on=x),
    "from_snapshot": lambda x: lambda _: Counties.from_snapshot(x),
    "county.municipality": lambda x: county(lambda each: each.municipality(x)),
    "county.edition on": lambda x: county(lambda each: each.edition(on=x)),
    "county.edition agreement": lambda x: county(lambda each: each.edition(on=DAY, agreement=x)),
    "county.edition facts": lambda x: county(lambda each: each.edition(on=DAY, facts=x)),
    "county.edition readings": lambda x: county(lambda each: each.edition(on=DAY, readings=x)),
    "county.edition include_reported": lambda x: county(lambda each: each.edition(on=DAY, include_reported=x)),
    "county.document": lambda x: county(lambda each: each.document(x, on=DAY)),
    "county.document on": lambda x: county(lambda each: each.document("jamtland-2025", on=x)),
    "county.ask": lambda x: county(lambda each: each.ask(x, on=DAY)),
    "county.ask on": lambda x: county(lambda each: each.ask("sip.convener", on=x)),
    "county.ask about": lambda x: county(lambda each: each.ask("sip.convener", on=DAY, about=x)),
    "county.ask facts": lambda x: county(lambda each: each.ask("sip.convener", on=DAY, facts=x)),
    "county.ask readings": lambda x: county(lambda each: each.ask("sip.convener", on=DAY, readings=x)),
    "county.ask include_reported": lambda x: county(lambda each: each.ask("sip.convener", on=DAY, include_reported=x)),
    "county.find": lambda x: county(lambda each: each.find(x)),
    **{f"county.find {name}": partial(found_by, name) for name in FILTERS},
    "county.law_references on": lambda x: county(lambda each: each.law_references(on=x)),
    "edition.ask": lambda x: edition(lambda each: each.ask(x)),
    "edition.ask about": lambda x: edition(lambda each: each.ask("sip.convener", about=x)),
    "edition.ask facts": lambda x: edition(lambda each: each.ask("sip.convener", facts=x)),
    "edition.ask readings": lambda x: edition(lambda each: each.ask("sip.convener", readings=x)),
    "edition.theme": lambda x: edition(lambda each: each.theme(x)),
    "edition.find kind": lambda x: edition(lambda each: each.find(kind=x)),
    "route trigger": lambda x: moves(lambda each: each.route(trigger=x)),
    "route start": lambda x: moves(lambda each: each.route(trigger="disagreement", start=x)),
    "route readings": lambda x: moves(lambda each: each.route(trigger="disagreement", readings=x)),
    "next_steps at": lambda x: moves(lambda each: each.next_steps(trigger="still-disagreed", at=x)),
    "view": lambda x: moves(lambda each: each.view(x)),
    "escalation.ask": lambda x: moves(lambda each: each.ask(x)),
    "answer.ask": lambda x: lambda c: c.what_applies(CASE, on=DAY).ask(x),
    "answer.ask about": lambda x: lambda c: c.what_applies(CASE, on=DAY).ask("sip.convener", about=x),
    "answer.explain": lambda x: lambda c: c.what_applies(CASE, on=DAY).explain(x),
    "compare": lambda x: lambda _: compare(x, on=DAY),
    "compare on": lambda x: lambda c: compare(c, on=x),
    "compare topics": lambda x: lambda c: compare(c, on=DAY, topics=x),
    "compare readings": lambda x: lambda c: compare(c, on=DAY, readings=x),
    "comparison.row": lambda x: lambda c: compare(c, on=DAY).row(x),
    "resolve": lambda x: lambda _: resolve(x, on=DAY),
    "resolve on": lambda x: lambda _: resolve("HSL", on=x),
    "resolve subject": lambda x: lambda _: resolve("HSL", on=DAY, subject=x),
    "parse of law": lambda x: lambda _: parse_law(x),
    "schema_of": lambda x: lambda _: schema_of(x),
    "from_json": lambda x: lambda _: from_json(x),
    "from_json counties": lambda x: lambda _: from_json(written()[0], counties=x),
    "from_dict": lambda x: lambda _: from_dict(x),
    "to_dict": lambda x: lambda _: to_dict(x),
    "to_json": lambda x: lambda _: to_json(x),
    "mermaid": lambda x: lambda _: mermaid(x),
    "escalation_text": lambda x: lambda _: escalation_text(x),
    "UncertainDate": lambda x: lambda _: UncertainDate(x),
    "AgeRange": lambda x: lambda _: AgeRange(at_least=x),
    "AgeLimit.possible": lambda x: lambda _: AgeLimit(words="x", readings=TWO).possible(x or 5),
    "Wording": lambda x: lambda _: Wording(sv=x),
    "Wording.to": lambda x: lambda _: Wording(sv="x").to(x),
    "Case facts": lambda x: lambda _: Case(facts=x),
    "Case principals": lambda x: lambda _: Case(principals=x or 5),
    "Case municipality": lambda x: lambda _: Case(municipality=x),
    "Case born": lambda x: lambda _: Case(born=x or 5),
    "Case age": lambda x: lambda _: Case(age=[x]),  # type: ignore[arg-type] (on purpose)
}
# What may be left out, and what takes a list or a mapping.
OPTIONAL = {"agreement", "about", "readings", "document", "county", "topic", "kind", "bearer", "facts"}
OPTIONAL |= {"start", "counties", "section", "modality", "status"}
TYPES: dict[str, object] = {
    "nothing": None,
    "a number": 5,
    "a list": [5],
    "a mapping": {5: 5},
    "an object": WRONG,
    "a class": int,
    "bytes": b"x",
    "a text of nothing": "\x00",
}


def _cases() -> Iterator[Any]:
    for name, with_argument in ARGUMENTS.items():
        for kind, value in TYPES.items():
            last = name.rpartition(" ")[2]
            omissions = value is None and (last in OPTIONAL or name in ("AgeRange", "view", "county.find"))
            taken = name == "AgeRange" and value == 5
            text = value == "\x00" and name in ("Wording", "Case municipality", "resolve")
            if not (omissions or taken or text):
                yield pytest.param(with_argument(value), id=f"{name} is {kind}")


@pytest.mark.parametrize("ask", list(_cases()))
def test_an_argument_of_a_wrong_type_is_refused_by_an_error_of_this_package(ask: Ask) -> None:
    with pytest.raises(PsykavtalError) as raised:
        ask(loaded())
    assert str(raised.value)


def test_a_mapping_of_readings_that_its_caller_changes_later_changes_no_answer() -> None:
    group = next(name for name, every in loaded().registry.readings().items() if "inclusive" in every)
    counties, readings = load_counties(), {group: "inclusive"}
    case = Case(municipality="0680", age=18, facts={"psychiatric-condition": True})
    right = counties.what_applies(case, on=DAY, readings=dict(readings))
    counties = load_counties()
    answer = counties.what_applies(case, on=DAY, readings=readings)
    readings[group] = "exclusive"
    assert answer.receipt.readings == {group: "inclusive"}
    assert counties.what_applies(case, on=DAY, readings={group: "inclusive"}) == right


def test_ambiguities_and_routes_are_never_empty() -> None:
    with pytest.raises(InvalidValueError):
        Ambiguous(())
    with pytest.raises(InvalidValueError):
        Route(trigger="x", steps=(), branches=())
