"""Arguments of wrong types are refused by an error of this package."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

import psykavtal
from psykavtal import (
    AgeLimit,
    AgeRange,
    Ambiguous,
    Case,
    Route,
    UncertainDate,
    Wording,
    audit,
    compare,
    escalation_text,
    from_dict,
    from_json,
    load_counties,
    mermaid,
    schema_of,
    summarise_case,
    to_dict,
    to_json,
)
from psykavtal.errors import InvalidValueError, PsykavtalError
from psykavtal.law import parse as parse_law
from psykavtal.law import resolve
from psykavtal.model.readings import Because, Reading
from tests.exchange.hostile import CASE, DAY, Ask, county, edition, loaded, written


def moves(ask: Callable[[psykavtal.Escalation], object]) -> Ask:
    return edition(lambda each: ask(each.escalation))


WRONG: Any = object()

TWO = tuple(
    Reading(name=name, why=Wording(sv=name), because=Because.WORDING, value=AgeRange(at_least=least))
    for name, least in (("inclusive", 18), ("exclusive", 19))
)

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
    "county.municipality": lambda x: county(lambda each: each.municipality(x)),
    "county.in_force on": lambda x: county(lambda each: each.in_force(on=x)),
    "county.in_force agreement": lambda x: county(lambda each: each.in_force(on=DAY, agreement=x)),
    "county.in_force facts": lambda x: county(lambda each: each.in_force(on=DAY, facts=x)),
    "county.in_force readings": lambda x: county(lambda each: each.in_force(on=DAY, readings=x)),
    "county.in_force include_reported": lambda x: county(lambda each: each.in_force(on=DAY, include_reported=x)),
    "county.timeline agreement": lambda x: county(lambda each: each.timeline(agreement=x)),
    "county.timeline facts": lambda x: county(lambda each: each.timeline(facts=x)),
    "county.timeline readings": lambda x: county(lambda each: each.timeline(readings=x)),
    "county.timeline presume": lambda x: county(lambda each: each.timeline(presume=x)),
    "timeline.on": lambda x: county(lambda each: each.timeline().on(x)),
    "timeline.overdue on": lambda x: county(lambda each: each.timeline().overdue(on=x)),
    "timeline.overdue done": lambda x: county(lambda each: each.timeline().overdue(on=DAY, done=x)),
    "county.document": lambda x: county(lambda each: each.document(x, on=DAY)),
    "county.document on": lambda x: county(lambda each: each.document("jamtland-2025", on=x)),
    "county.ask": lambda x: county(lambda each: each.ask(x, on=DAY)),
    "county.ask on": lambda x: county(lambda each: each.ask("sip.convener", on=x)),
    "county.ask about": lambda x: county(lambda each: each.ask("sip.convener", on=DAY, about=x)),
    "county.ask facts": lambda x: county(lambda each: each.ask("sip.convener", on=DAY, facts=x)),
    "county.ask readings": lambda x: county(lambda each: each.ask("sip.convener", on=DAY, readings=x)),
    "county.ask include_reported": lambda x: county(lambda each: each.ask("sip.convener", on=DAY, include_reported=x)),
    "county.find words": lambda x: county(lambda each: each.find(x)),
    "county.find topic": lambda x: county(lambda each: each.find(topic=x)),
    "county.find kind": lambda x: county(lambda each: each.find(kind=x)),
    "county.find bearer": lambda x: county(lambda each: each.find(bearer=x)),
    "summarise_case": lambda x: lambda _: summarise_case(x),
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
    "audit": lambda x: lambda _: audit(x, on=DAY),
    "audit on": lambda x: lambda c: audit(c, on=x),
    "audit checks": lambda x: lambda c: audit(c, on=DAY, checks=x),
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
OPTIONAL = {"agreement", "about", "readings", "document", "county", "words", "topic", "kind", "bearer", "facts", "done"}

OPTIONAL |= {"start", "counties"}

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
            omissions = value is None and (last in OPTIONAL or name in ("AgeRange", "view"))
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
