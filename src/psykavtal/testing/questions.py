"""Questions and answers as data: what a county must answer, written beside it in TOML.

    [[case]]
    question = "Vem kallar till SIP vid utskrivning?"
    on = 2026-01-10
    ask = { topic = "sip.discharge", document = "exempel-2026" }
    status = "stated"
    holds = ["exempel-2026.responsibility.plan-at-discharge"]
    at = ["plan: Inför en"]

`ask` is one of

- `{ topic, [document | about], [facts], [readings], [include_reported] }`: the county, or one document;
- `{ edition = true, [facts], [readings], [include_reported] }`: which edition applies; its id is the value;
- `{ route = occasion, document, [start], [readings] }`: the ids of the bodies, in order, are the value;
- `{ age, provision, [limit], [readings] }`: whether an age limit covers an age: true, false or unknown;
- `{ law = citation, [subject] }`: the checks that find something are the value.

What is expected: `status`; `value`; `holds` and `lacks` (ids of provisions in the answer);
`readings` (the names that come back); `fields` (id of a provision, then field and value); `at`
(each the end of a citation's key, or a part of it).
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import cast

import attrs

from psykavtal.agreements.county import County
from psykavtal.exchange import to_dict
from psykavtal.law import resolve
from psykavtal.model.answers import Ambiguous, AnswerBase, Derived, Reported, Silent, Stated
from psykavtal.model.provisions import Provision, age_limits

Table = Mapping[str, object]


@attrs.frozen(kw_only=True)
class Expected:
    """What a case expects; what is None is not looked at.

    Attributes:
        status: the status of the answer.
        value: the value, as text or a list of texts.
        holds: ids of provisions that are in the answer.
        lacks: ids of provisions that are not.
        readings: the names of the readings that come back, all of them.
        fields: by id of a provision, fields of it with what they hold, as in JSON.
        at: parts of the keys of citations, each of which the answer has.
    """

    status: str | None = None
    value: object = None
    holds: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    readings: tuple[str, ...] | None = None
    fields: Mapping[str, Table] = attrs.field(factory=dict[str, Table])
    at: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Case:
    """A question with the answer that a careful reader of the text would give.

    Attributes:
        place: file and number.
        question: as people would put it.
        on: the day.
        ask: the query.
        expected: the answer.
    """

    place: str
    question: str
    on: date
    ask: Table
    expected: Expected

    def __str__(self) -> str:
        """Place and question."""
        return f"{self.place}: {self.question}"


def read_cases(folder: Path) -> list[Case]:
    """The cases of every TOML file of a folder.

    Raises:
        ValueError: a file or a case has a key that there is none of, or expects nothing.
    """
    return [each for file in sorted(folder.glob("*.toml")) for each in _read(file)]


def differences(case: Case, county: County) -> list[str]:
    """How a county's answer differs from what a case expects; nothing where it does not."""
    expected = case.expected
    got = _asked(case, county)
    known = {each.id for each in county.find()}
    named = (*expected.holds, *expected.lacks, *expected.fields)
    told = [f"there is no provision {each}" for each in named if each not in known]
    if expected.status is not None and got.status != expected.status:
        told.append(f"status is {got.status}, not {expected.status}")
    if expected.value is not None and got.value != expected.value:
        told.append(f"value is {got.value!r}, not {expected.value!r}")
    if expected.readings is not None and set(got.readings) != set(expected.readings):
        told.append(f"readings are {sorted(got.readings)}, not {sorted(expected.readings)}")
    told += [f"lacks {each}" for each in expected.holds if each in known and each not in got.provisions]
    told += [f"holds {each}" for each in expected.lacks if each in got.provisions]
    told += [f"cites nothing at {each!r}" for each in expected.at if not any(each in key for key in got.citations)]
    for name, fields in expected.fields.items():
        provision = got.provisions.get(name) or next((each for each in county.find() if each.id == name), None)
        if provision is not None:
            table = to_dict(provision)
            told += [f"{name}.{key} is {table.get(key)!r}" for key, value in fields.items() if table.get(key) != value]
    return told


@attrs.frozen(kw_only=True)
class _Got:
    """What came back, in the terms of `Expected`."""

    status: str = ""
    value: object = None
    provisions: Mapping[str, Provision] = attrs.field(factory=dict[str, Provision])
    readings: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()


def _asked(case: Case, county: County) -> _Got:
    """Ask what a case asks."""
    kind = next((each for each in _QUERIES if each in case.ask), None)
    if kind is None:
        raise ValueError(f"{case.place}: `ask` has one of {', '.join(_QUERIES)}")
    ask, keys = _QUERIES[kind]
    if unknown := case.ask.keys() - {kind, *keys}:
        raise ValueError(f"{case.place}: `ask` with {kind!r} takes {', '.join(keys)}; unknown: {sorted(unknown)}")
    return ask(_Asking(case=case, county=county))


@attrs.frozen(kw_only=True)
class _Asking:
    """A query, its keys by their types."""

    case: Case
    county: County

    def text(self, key: str) -> str | None:
        value = self.case.ask.get(key)
        return None if value is None else str(value)

    def number(self, key: str) -> int:
        return int(self.text(key) or 0)

    @property
    def readings(self) -> str | Mapping[str, str] | None:
        return cast("str | Mapping[str, str] | None", self.case.ask.get("readings"))

    @property
    def facts(self) -> Mapping[str, bool] | None:
        return cast("Mapping[str, bool] | None", self.case.ask.get("facts"))

    @property
    def include_reported(self) -> bool:
        return self.case.ask.get("include_reported") is True


def _law(asking: _Asking) -> _Got:
    found = resolve(asking.text("law") or "", on=asking.case.on, subject=asking.text("subject") or "")
    return _Got(value=[each.check.value for each in found.findings])


def _age(asking: _Asking) -> _Got:
    found = [each for each in asking.county.find() if each.id == asking.text("provision")]
    limits = [limit for each in found for limit in age_limits(each)]
    if len(limits) <= asking.number("limit"):
        raise ValueError(f"{asking.case.place}: {asking.text('provision')} has {len(limits)} age limits")
    limit = limits[asking.number("limit")]
    covered = limit.covers(asking.number("age"), reading=asking.text("readings"))
    return _Got(value=covered.name.lower(), readings=tuple(each.name for each in limit.readings))


def _edition(asking: _Asking) -> _Got:
    answer = asking.county.edition(
        on=asking.case.on, facts=asking.facts, readings=asking.readings, include_reported=asking.include_reported
    )
    match answer:
        case Stated(value=edition) | Derived(value=edition) | Reported(reported_value=edition):
            return _got(answer, edition.id)
        case _:
            return _got(answer)


def _route(asking: _Asking) -> _Got:
    escalation = asking.county.document(asking.text("document") or "", on=asking.case.on).escalation
    answer = escalation.route(trigger=asking.text("route") or "", start=asking.text("start"), readings=asking.readings)
    read = answer.under(answer.chosen) if isinstance(answer, Ambiguous) and answer.chosen is not None else answer
    match read:
        case Stated(value=route) | Derived(value=route):
            return _got(answer, [step.target for step in route.steps])
        case _:
            return _got(answer)


def _topic(asking: _Asking) -> _Got:
    topic, document = asking.text("topic") or "", asking.text("document")
    asked = asking.county if document is None else asking.county.document(document, on=asking.case.on)
    answer = asked.ask(
        topic,
        on=asking.case.on,
        about=asking.text("about"),
        facts=asking.facts,
        readings=asking.readings,
        include_reported=asking.include_reported,
    )
    return _got(answer)


_QUERIES: dict[str, tuple[Callable[[_Asking], _Got], tuple[str, ...]]] = {
    "law": (_law, ("subject",)),
    "age": (_age, ("provision", "limit", "readings")),
    "edition": (_edition, ("facts", "readings", "include_reported")),
    "route": (_route, ("document", "start", "readings")),
    "topic": (_topic, ("document", "about", "facts", "readings", "include_reported")),
}


def _got(answer: AnswerBase[object], value: object = None) -> _Got:
    near = (answer.near,) if isinstance(answer, Silent) and answer.near is not None else ()
    return _Got(
        status=answer.status,
        value=value,
        provisions={each.id: each for each in answer.basis},
        readings=tuple(each.name for each in answer.readings) if isinstance(answer, Ambiguous) else (),
        citations=tuple(each.key for each in (*answer.citations, *near)),
    )


def _read(file: Path) -> Iterator[Case]:
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    if raw.keys() != {"case"}:
        raise ValueError(f"{file.name}: holds [[case]] and nothing else")
    tables = cast("list[dict[str, object]]", raw["case"])
    for number, table in enumerate(tables, start=1):
        place = f"{file.name} case {number}"
        rest = {key: value for key, value in table.items() if key not in _OWN}
        unknown = rest.keys() - {each.name for each in attrs.fields(Expected)}
        if unknown or not rest or not table.keys() >= _OWN:
            raise ValueError(f"{place}: give {sorted(_OWN)} and what is expected; unknown: {sorted(unknown)}")
        yield Case(
            place=place,
            question=str(table["question"]),
            on=cast("date", table["on"]),
            ask=cast("Table", table["ask"]),
            expected=Expected(
                status=cast("str | None", rest.get("status")),
                value=_value(rest.get("value")),
                holds=_texts(place, rest, "holds"),
                lacks=_texts(place, rest, "lacks"),
                readings=_texts(place, rest, "readings") if "readings" in rest else None,
                fields=cast("Mapping[str, Table]", rest.get("fields", {})),
                at=_texts(place, rest, "at"),
            ),
        )


def _value(given: object) -> object:
    """A truth as the word for it: TOML has only two of the three."""
    return str(given).lower() if isinstance(given, bool) else given


def _texts(place: str, table: Mapping[str, object], key: str) -> tuple[str, ...]:
    given = table.get(key, [])
    texts = cast("list[object]", given) if isinstance(given, list) else [given, ""]
    if not all(isinstance(each, str) and each for each in texts):
        raise ValueError(f"{place}: {key!r} is a list of texts, none of them empty")
    return tuple(cast("list[str]", texts))


_OWN = {"question", "on", "ask"}
