"""The same answer about something else."""

from collections.abc import Callable
from typing import TypeVar

from psykavtal.ask.answering import Common
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

T = TypeVar("T")
U = TypeVar("U")


def mapped(answer: Answer[T], change: Callable[[T], U]) -> Answer[U]:
    """The answer with its value changed; status, basis and notes stay."""
    common = Common(
        topic=answer.topic,
        subject=answer.subject,
        on=answer.on,
        notes=answer.notes,
        also_reported=answer.also_reported,
        would_decide=answer.would_decide,
    )
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
