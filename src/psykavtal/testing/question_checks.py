"""Ask questions of a county and compare its answers with the expected ones."""

from collections.abc import Callable, Mapping
from typing import cast

import attrs

from psykavtal.agreements.county import County
from psykavtal.exchange import to_dict
from psykavtal.law import resolve
from psykavtal.model.answers import Ambiguous, AnswerBase, Derived, Silent, Stated
from psykavtal.model.citations import Citation
from psykavtal.model.provisions import Provision
from psykavtal.testing.questions import Question


def differences(question: Question, county: County) -> list[str]:
    """Return the differences between a county's answer and the expected one."""
    expected = question.expected
    got = _asked(question, county)
    known = {each.id for each in county.find().provisions}
    named = (*expected.holds, *expected.lacks, *expected.ambiguous, *expected.fields)
    faults = [f"unknown provision {each}" for each in named if each not in known]
    if expected.status is not None and got.status != expected.status:
        faults.append(f"status is {got.status}, not {expected.status}")
    if expected.in_force is not None and got.in_force != expected.in_force:
        faults.append(f"in_force is {got.in_force}, not {expected.in_force}")
    if expected.value is not None and got.value != expected.value:
        faults.append(f"value is {got.value!r}, not {expected.value!r}")
    if expected.readings is not None and set(got.readings) != set(expected.readings):
        faults.append(f"readings are {sorted(got.readings)}, not {sorted(expected.readings)}")
    faults += [f"lacks {each}" for each in expected.holds if each in known and each not in got.provisions]
    faults += [f"holds {each}" for each in expected.lacks if each in got.provisions]
    faults += [f"{each} has one reading" for each in expected.ambiguous if each not in got.ambiguous]
    faults += [
        f"cites no passage {each!r}" for each in expected.passage if not any(each in key for key in got.citations)
    ]
    for name, fields in expected.fields.items():
        provision = got.provisions.get(name) or next(
            (each for each in county.find().provisions if each.id == name), None
        )
        if provision is not None:
            table = to_dict(provision)
            faults += [
                f"{name}.{key} is {table.get(key)!r}" for key, value in fields.items() if table.get(key) != value
            ]
    return faults


@attrs.frozen(kw_only=True)
class _Got:
    """The actual answer, with the fields of `Expected`."""

    status: str = ""
    in_force: str = ""
    value: object = None
    provisions: Mapping[str, Provision] = attrs.field(factory=dict[str, Provision])
    readings: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()


def _asked(question: Question, county: County) -> _Got:
    """Ask a question."""
    kind = next((each for each in _QUERIES if each in question.ask), None)
    if kind is None:
        raise ValueError(f"{question.place}: `ask` must have one of {', '.join(_QUERIES)}")
    ask, keys = _QUERIES[kind]
    if unknown := question.ask.keys() - {kind, *keys}:
        raise ValueError(f"{question.place}: `ask` with {kind!r} takes {', '.join(keys)}; unknown: {sorted(unknown)}")
    return ask(_Asking(question=question, county=county))


@attrs.frozen(kw_only=True)
class _Asking:
    """A question with typed access to the keys of its query."""

    question: Question
    county: County

    def text(self, key: str) -> str | None:
        value = self.question.ask.get(key)
        return None if value is None else str(value)

    def number(self, key: str) -> int:
        return int(self.text(key) or 0)

    @property
    def readings(self) -> str | Mapping[str, str] | None:
        return cast("str | Mapping[str, str] | None", self.question.ask.get("readings"))

    @property
    def facts(self) -> Mapping[str, bool] | None:
        return cast("Mapping[str, bool] | None", self.question.ask.get("facts"))

    @property
    def include_reported(self) -> bool:
        return self.question.ask.get("include_reported") is True


def _law(asking: _Asking) -> _Got:
    found = resolve(asking.text("law") or "", on=asking.question.on, subject=asking.text("subject") or "")
    return _Got(value=[each.check.value for each in found.findings])


def _age(asking: _Asking) -> _Got:
    found = [each for each in asking.county.find().provisions if each.id == asking.text("provision")]
    limits = [limit for each in found for limit in each.stated_ages()]
    if len(limits) <= asking.number("limit"):
        raise ValueError(f"{asking.question.place}: {asking.text('provision')} has {len(limits)} age limits")
    limit = limits[asking.number("limit")]
    covered = limit.covers(asking.number("age"), reading=asking.text("readings"))
    return _Got(value=covered.name.lower(), readings=tuple(each.name for each in limit.readings))


def _in_force(asking: _Asking) -> _Got:
    found = asking.county.in_force(
        on=asking.question.on, facts=asking.facts, readings=asking.readings, include_reported=asking.include_reported
    )
    return _Got(
        status=found.status,
        value=found.document,
        in_force=found.key,
        provisions={each.id: each for each in found.basis},
        citations=tuple(each.key for each in found.citations),
    )


def _route(asking: _Asking) -> _Got:
    escalation = asking.county.document(asking.text("document") or "", on=asking.question.on).escalation
    answer = escalation.route(trigger=asking.text("route") or "", start=asking.text("start"), readings=asking.readings)
    read = answer.under(answer.chosen) if isinstance(answer, Ambiguous) and answer.chosen is not None else answer
    match read:
        case Stated(by_text=route) | Derived(by_text=route):
            return _got(answer, [step.target for step in route.steps])
        case _:
            return _got(answer)


def _topic(asking: _Asking) -> _Got:
    topic, document = asking.text("topic") or "", asking.text("document")
    asked = asking.county if document is None else asking.county.document(document, on=asking.question.on)
    answer = asked.ask(
        topic,
        on=asking.question.on,
        about=asking.text("about"),
        facts=asking.facts,
        readings=asking.readings,
        include_reported=asking.include_reported,
    )
    return _got(answer)


_QUERIES: dict[str, tuple[Callable[[_Asking], _Got], tuple[str, ...]]] = {
    "law": (_law, ("subject",)),
    "age": (_age, ("provision", "limit", "readings")),
    "in_force": (_in_force, ("facts", "readings", "include_reported")),
    "route": (_route, ("document", "start", "readings")),
    "topic": (_topic, ("document", "about", "facts", "readings", "include_reported")),
}


def _got(answer: AnswerBase[object], value: object = None) -> _Got:
    near = (answer.near,) if isinstance(answer, Silent) and answer.near is not None else ()
    return _Got(
        status=answer.status,
        in_force="" if answer.in_force is None else answer.in_force.key,
        value=value,
        provisions={each.id: each for each in answer.basis},
        readings=tuple(each.name for each in answer.readings) if isinstance(answer, Ambiguous) else (),
        ambiguous=answer.ambiguous_members,
        citations=tuple(passage_of(each) for each in (*answer.citations, *near)),
    )


def passage_of(citation: Citation) -> str:
    """Return a citation as county files write it, with document and text."""
    _, _, fragment = citation.key.partition(f"/{citation.section}: ")
    name = citation.heading.removesuffix(":").strip() or citation.section
    return f"{citation.document}/{citation.text}/{name}: {fragment}"
