"""The same answer about something else."""

from collections.abc import Callable
from typing import TypeVar

import attrs

from psykavtal.agreements.topics import Common
from psykavtal.model.answers import (
    Ambiguous,
    Answer,
    Derived,
    NotApplicable,
    NotRecorded,
    Outcome,
    Reported,
    Silent,
    Stated,
    Unreadable,
)
from psykavtal.model.inference_rules import Rule
from psykavtal.model.provisions import Provision

T = TypeVar("T")
U = TypeVar("U")


def common_from(answer: Answer[object]) -> Common:
    """What every answer to the same question is given, as an answer has it."""
    return Common(
        topic=answer.topic,
        subject=answer.subject,
        on=answer.on,
        notes=answer.notes,
        also_reported=answer.also_reported,
        missing_facts=answer.missing_facts,
    )


def each_way(answer: Answer[T], change: Callable[[Answer[T]], Answer[T]]) -> Answer[T]:
    """The answer changed; where it is ambiguous, the answer under each way to read it."""
    if not isinstance(answer, Ambiguous):
        return change(answer)
    outcomes = (attrs.evolve(each, answer=each_way(each.answer, change)) for each in answer.readings)
    return attrs.evolve(answer, readings=tuple(outcomes))


def derived(
    answer: Stated[T] | Derived[T],
    *,
    before: tuple[Rule, ...] = (),
    after: tuple[Rule, ...] = (),
    basis: tuple[Provision, ...] = (),
) -> Derived[T]:
    """The answer as it follows by further rules, before or after its own, and from further provisions."""
    own = answer.rules if isinstance(answer, Derived) else ()
    return Derived(
        answer.value,
        **common_from(answer),
        basis=tuple(dict.fromkeys((*answer.basis, *basis))) if basis else answer.basis,
        rules=tuple(dict.fromkeys((*before, *own, *after))),
    )


def mapped(answer: Answer[T], change: Callable[[T], U]) -> Answer[U]:
    """The answer with its value changed; status, basis and notes stay."""
    common = common_from(answer)
    basis = answer.basis
    match answer:
        case Stated():
            return Stated(**common, basis=basis, value=change(answer.value))
        case Derived():
            return Derived(**common, basis=basis, value=change(answer.value), rules=answer.rules)
        case Reported():
            return Reported(**common, basis=basis, reported_value=change(answer.reported_value))
        case Ambiguous():
            outcomes = tuple(
                Outcome(name=each.name, because=each.because, why=each.why, answer=mapped(each.answer, change))
                for each in answer.readings
            )
            return Ambiguous(**common, basis=basis, readings=outcomes, chosen=answer.chosen)
        case Silent():
            return Silent(
                **common,
                basis=basis,
                document=answer.document,
                read_on=answer.read_on,
                near=answer.near,
                duties=answer.duties,
            )
        case Unreadable():
            return Unreadable(**common, basis=basis, at=answer.at, reason=answer.reason)
        case NotRecorded():
            return NotRecorded(**common, basis=basis, reason=answer.reason)
        case NotApplicable():
            return NotApplicable(**common, basis=basis, reason=answer.reason)
