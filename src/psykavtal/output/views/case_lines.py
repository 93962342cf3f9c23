"""The values of an answer to a case as lines.

They are target groups, services, duties and linked documents.
"""

from collections.abc import Iterable, Iterator
from typing import TypeVar

import attrs

from psykavtal.agreements.descriptions import describe_value
from psykavtal.agreements.interpretations import interpretations
from psykavtal.cases.listed_facts import listed_facts
from psykavtal.cases.result_types import (
    Change,
    InterimDuty,
    LinkedDocument,
    MatchedProvision,
    Membership,
    Services,
    Transition,
)
from psykavtal.cases.what_applies import WhatApplies
from psykavtal.model.age_wording import limit_text, range_text
from psykavtal.model.answers import Answer
from psykavtal.model.condition_evaluation import Trace
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, FactIs, InWords, Not
from psykavtal.model.provisions import Bearer, LinkedAgreement, NameOf, Provision, Responsibility
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, labelled, listed, same
from psykavtal.output.report import Line, LineKind, Mark
from psykavtal.output.views import case_labels as labels
from psykavtal.output.views.answer_view import remark_line
from psykavtal.output.views.citation_text import citation_text
from psykavtal.output.views.definition_lines import definition_lines, short_definition_lines

P = TypeVar("P", bound=Provision)


def topic_lines(topic: str, found: Iterable[MatchedProvision[Provision]], answer: WhatApplies) -> Iterator[Line]:
    """Yield the statements on a topic, each once."""
    printed: set[Wording] = set()
    for each in found:
        for statement in describe_value(each.provision, topic, namer(answer)):
            text = _with_link(each.provision, statement, answer) if topic != "links.agreements" else statement
            if text not in printed:
                printed.add(text)
                yield Line(text) if each.trace is None else _marked(each.applies, text)
        if each.missing_facts:
            yield missing_facts_line(each.missing_facts, answer, 1)


def _with_link(provision: Provision, text: Wording, answer: WhatApplies) -> Wording:
    """Return the regulation of a linked document, with the name of the document."""
    if not isinstance(provision, LinkedAgreement):
        return text
    return labelled(label_of(provision.link, answer), text)


def membership_lines(group: Membership, answer: WhatApplies) -> Iterator[Line]:
    """Yield the membership in the target group, and its provisions.

    Each provision has the trace of its condition.
    """
    yield Line(labels.IN_GROUP[group.applies])
    for clause in group.clauses:
        yield _marked(clause.applies, clause.provision.wording, 1)
        if clause.trace is not None:
            yield from _trace(clause.trace, answer, 2)
        yield from deeper(provision_lines(clause.provision, answer))
    if group.missing_facts:
        yield missing_facts_line(group.missing_facts, answer)


def _trace(trace: Trace, answer: WhatApplies, level: int) -> Iterator[Line]:
    """Yield the facts and ages of a condition, each with its truth.

    A conjunction yields its parts only.
    """
    below = level + 1
    match trace.criterion:
        case FactIs(fact=fact):
            yield _marked(trace.truth, label_of(fact, answer), level)
        case AgeIs(limit=limit):
            yield _marked(trace.truth, joined(label_of("age", answer), same(" "), limit_text(limit)), level)
        case InWords():
            yield _marked(trace.truth, labels.IN_WORDS, level)
        case AllOf():
            below = level
        case AnyOf():
            yield _marked(trace.truth, labels.ANY_OF, level)
        case Not():
            yield _marked(trace.truth, labels.NOT, level)
    for part in trace.parts:
        yield from _trace(part, answer, below)


def matched_lines(found: Iterable[MatchedProvision[P]], answer: WhatApplies) -> Iterator[Line]:
    """Yield provisions, each with its condition, its remark and its citations."""
    for each in found:
        yield from _matched(each, each.provision.wording, answer)


def _matched(each: MatchedProvision[P], text: Wording, answer: WhatApplies) -> Iterator[Line]:
    conditional = each.trace is not None or each.applies is not Truth.TRUE
    yield _marked(each.applies, text) if conditional else Line(text, kind=LineKind.ITEM)
    if each.missing_facts:
        yield missing_facts_line(each.missing_facts, answer, 1)
    elif each.applies is Truth.UNKNOWN and each.trace is not None:
        yield from _trace(each.trace, answer, 1)
    yield from provision_lines(each.provision, answer)


def provision_lines(provision: Provision, answer: WhatApplies) -> Iterator[Line]:
    """Yield the remark of a provision and its citations."""
    yield from (remark_line(each, 1) for each in provision.remarks)
    texts = (citation_text(each, namer(answer), within=document_of(answer)) for each in provision.citations)
    yield from (Line(each, 1, LineKind.CITATION) for each in texts)


def service_lines(found: Services, answer: WhatApplies) -> Iterator[Line]:
    """Yield each service with its age limit, then the services of each range of ages."""
    for each in found.each:
        yield _marked(each.applies, _service(each.key, answer))
        yield Line(limit_text(each.provision.age_limit), 1)
        if each.missing_facts:
            yield missing_facts_line(each.missing_facts, answer, 1)
        yield from provision_lines(each.provision, answer)
    yield Line(labels.BY_AGE)
    for band in found.bands:
        names = [_service(key, answer) for key in band.services]
        names += [joined(_service(key, answer), same(" (?)")) for key in band.possible]
        yield Line(labelled(range_text(band.ages), listed(names) if names else labels.NO_SERVICE), 1)
    if found.without_ages:
        names = [_service(key, answer) for key in found.without_ages]
        yield Line(labelled(labels.WITHOUT_AGES, listed(names)), 1)


def transition_lines(found: Iterable[Transition], answer: WhatApplies) -> Iterator[Line]:
    """Yield the days on which a service begins or ends, in order."""
    basis = answer.transitions.basis
    reasons = _reasons((*basis, *(each.value for one in basis for each in one.readings)))
    for each in found:
        change = labels.BEGINS if each.change is Change.BEGINS else labels.ENDS
        name = _service(each.key, answer)
        more = [labels.read_as(reasons[each.provision, name] for name in each.readings)] if each.readings else []
        more += [labels.ON_CONDITION] if each.applies is Truth.UNKNOWN else []
        day = Wording(sv=f"{each.on.isoformat()} ({each.age} år): ", en=f"{each.on.isoformat()} ({each.age} years): ")
        yield Line(joined(day, name, same(" "), change, *more))


def _reasons(provisions: Iterable[Provision]) -> dict[tuple[str, str], Wording]:
    """Return the reasons for the readings of provisions, by provision and name."""
    return {
        (each.id, reading.name): reading.why for each in provisions for reading in interpretations((each,), None)[0]
    }


def duty_lines(found: tuple[MatchedProvision[Responsibility], ...], answer: WhatApplies) -> Iterator[Line]:
    """Yield responsibilities, grouped by their bearer."""
    for bearer in Bearer:
        own = [each for each in found if each.provision.bearer is bearer]
        if own:
            yield Line(bearer.label)
            yield from deeper(matched_lines(own, answer))


def link_lines(found: Iterable[LinkedDocument], answer: WhatApplies) -> Iterator[Line]:
    """Yield linked documents, each with its attachments and its address if it is not available."""
    for each in found:
        first, *rest = _matched(each, label_of(each.provision.link, answer), answer)
        yield first
        yield Line(each.provision.wording, 1)
        yield from (Line(same(name), 2, LineKind.ITEM) for name in each.provision.attachments)
        if not each.is_available:
            yield Line(labels.not_available(each.address), 1)
        yield from rest


def interim_lines(found: Iterable[InterimDuty], answer: WhatApplies) -> Iterator[Line]:
    """Yield the duties during a disagreement, each with its bearer and its end."""
    for each in found:
        first, *rest = _matched(each, each.provision.wording, answer)
        yield first
        bearer = label_of(each.provision.bearer, answer)
        yield Line(labelled(bearer, labels.NOT_GIVEN if each.principal is None else each.principal.label), 1)
        yield Line(labels.NO_END if each.provision.ends_when is None else labels.ENDED[each.ended], 1)
        yield from rest


def missing_facts_line(facts: Iterable[str], answer: WhatApplies, level: int = 0) -> Line:
    """Return the facts that would decide."""
    names = listed([label_of(each, answer) for each in facts])
    return Line(labelled(labels.MISSING_FACTS, names), level, LineKind.FACT)


def definitions_in(parts: Iterable[Answer[object]], answer: WhatApplies, *, short: bool = False) -> Iterator[Line]:
    """Yield the definitions of the facts that parts of an answer list, each once."""
    facts = {fact for each in parts for fact in listed_facts(each)}
    found = [each for each in answer.definitions if each.fact in facts]
    lines_of = short_definition_lines if short else definition_lines
    return lines_of(found, namer(answer), within=document_of(answer))


def unused_inputs(names: Iterable[str], answer: WhatApplies) -> Iterator[Wording]:
    """Yield a sentence with the given inputs on which nothing depends, if there are any."""
    found = [label_of(each, answer) for each in names]
    if found:
        yield labelled(labels.NO_EFFECT, listed(found))


def deeper(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield lines one level deeper."""
    return (attrs.evolve(each, level=each.level + 1) for each in lines)


def document_of(answer: WhatApplies) -> str:
    """Return the id of the document asked or in force; empty if none is determined."""
    if answer.document is not None:
        return answer.document
    return answer.in_force.document or ""


def label_of(name: str, answer: WhatApplies) -> Wording:
    """Return the label of a thing, a fact or a topic by its id."""
    return answer.labels.get(name) or same(name)


def namer(answer: WhatApplies) -> NameOf:
    """Return a function that gives a thing's name in a language by its id."""
    return lambda name, lang: label_of(name, answer).to(lang)


def _marked(truth: Truth, text: Wording, level: int = 0) -> Line:
    return Line(text, level, mark=Mark(key=truth.value, label=labels.TRUTHS[truth]))


def _service(key: str, answer: WhatApplies) -> Wording:
    """Return the name of a service, with the part of it."""
    name, parenthesis, part = key.partition(" (")
    label = label_of(name, answer)
    return joined(label, same(f"{parenthesis}{part}")) if part else label
