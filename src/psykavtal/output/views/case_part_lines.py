"""One part of an answer to a case as lines, without the rest."""

from collections.abc import Iterator
from typing import cast

import attrs

from psykavtal.agreements.descriptions import READING, describe
from psykavtal.cases.result import OF_PERSON
from psykavtal.cases.result_types import Change, MatchedProvision, Membership, Services, Transition
from psykavtal.model.age_wording import limit_text
from psykavtal.model.answers import Ambiguous, Answer, Derived, Reported, Stated
from psykavtal.model.provisions import NameOf
from psykavtal.model.provisions.base import named
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, labelled, listed, same
from psykavtal.output.report import Line, LineKind, Mark
from psykavtal.output.views import case_labels as labels


def unused_inputs_lines(answer: Answer[object], name_of: NameOf) -> Iterator[Line]:
    """Yield the given inputs on which the answer does not depend, if there are any."""
    if answer.unused_inputs:
        names = [OF_PERSON.get(each) or named(each, name_of) for each in answer.unused_inputs]
        yield Line(labelled(labels.NO_EFFECT, listed(names)), kind=LineKind.REMARK)


def answer_lines(answer: Answer[object], name_of: NameOf) -> Iterator[Line]:
    """Yield the content of any answer, also of one part of a case.

    Args:
        answer: any answer.
        name_of: returns the name of a thing or the label of a fact by its id.
    """
    match answer:
        case Stated(by_text=value) | Derived(by_text=value) | Reported(reported_value=value) if _is_part(value):
            yield from _lines(value, name_of)
        case Ambiguous(readings=readings) if _is_part_under_readings(answer):
            for each in readings:
                yield Line(labelled(READING, each.why), kind=LineKind.READING)
                lines = answer_lines(each.answer, name_of)
                yield from (attrs.evolve(line, level=line.level + 1) for line in lines)
        case _:
            yield from (Line(each) for each in describe(answer, name_of))


def _is_part(value: object) -> bool:
    if isinstance(value, tuple):
        return any(isinstance(each, MatchedProvision | Transition) for each in cast("tuple[object, ...]", value))
    return isinstance(value, Membership | Services)


def _is_part_under_readings(answer: Answer[object]) -> bool:
    match answer:
        case Ambiguous(readings=readings):
            return any(_is_part_under_readings(each.answer) for each in readings)
        case Stated(by_text=value) | Derived(by_text=value) | Reported(reported_value=value):
            return _is_part(value)
        case _:
            return False


def _lines(value: object, name_of: NameOf) -> Iterator[Line]:
    match value:
        case tuple():
            for each in cast("tuple[object, ...]", value):
                yield from _lines(each, name_of)
        case Membership():
            yield Line(labels.IN_GROUP[value.applies])
            yield from (_marked(each.applies, each.provision.wording, 1) for each in value.clauses)
            yield from _missing_facts(value.missing_facts, name_of)
        case Services():
            for service in value.each:
                yield _marked(service.applies, _service(service.key, name_of))
                yield Line(limit_text(service.provision.age_limit), 1)
                yield from _missing_facts(service.missing_facts, name_of, 1)
        case MatchedProvision():
            yield _marked(value.applies, value.provision.wording)
            yield from _missing_facts(value.missing_facts, name_of, 1)
        case Transition():
            change = labels.BEGINS if value.change is Change.BEGINS else labels.ENDS
            day = same(f"{value.on.isoformat()}: ")
            yield Line(joined(day, _service(value.key, name_of), same(" "), change))
        case _:
            return


def _marked(truth: Truth, text: Wording, level: int = 0) -> Line:
    return Line(text, level, mark=Mark(key=truth.value, label=labels.TRUTHS[truth]))


def _missing_facts(facts: tuple[str, ...], name_of: NameOf, level: int = 0) -> Iterator[Line]:
    """Yield the facts that would decide, if any are missing."""
    if facts:
        names = [OF_PERSON.get(each) or named(each, name_of) for each in facts]
        yield Line(labelled(labels.MISSING_FACTS, listed(names)), level, LineKind.FACT)


def _service(key: str, name_of: NameOf) -> Wording:
    """Return the name of a service, with the part of it."""
    name, parenthesis, part = key.partition(" (")
    label = named(name, name_of)
    return joined(label, same(f"{parenthesis}{part}")) if part else label
