"""The facts that an answer lists: missing ones, and those of its traces."""

from collections.abc import Iterator
from typing import cast

from psykavtal.cases.result_types import MatchedProvision, Membership, ServiceFor, Services
from psykavtal.model.answers import Ambiguous, Answer, Derived, Reported, Stated
from psykavtal.model.conditions import FactIs


def listed_facts(answer: Answer[object]) -> Iterator[str]:
    """Yield the missing and the evaluated facts of an answer, under every reading."""
    yield from answer.missing_facts
    match answer:
        case Ambiguous(readings=readings):
            for each in readings:
                yield from listed_facts(each.answer)
        case Stated(by_text=value) | Derived(by_text=value) | Reported(reported_value=value):
            yield from _of_value(value)
        case _:
            return


def _of_value(value: object) -> Iterator[str]:
    match value:
        case tuple():
            for each in cast("tuple[object, ...]", value):
                yield from _of_value(each)
        case Membership(clauses=clauses):
            yield from _of_value(clauses)
        case Services(each=services):
            yield from _of_value(services)
        case MatchedProvision(trace=trace, missing_facts=missing):
            yield from missing
            leaves = () if trace is None else trace.leaves()
            yield from (leaf.criterion.fact for leaf in leaves if isinstance(leaf.criterion, FactIs))
        case ServiceFor(missing_facts=missing):
            yield from missing
        case _:
            return
