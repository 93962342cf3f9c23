"""An answer to a case as sections of lines, in both languages: what every view of it is made from."""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from typing import TypeVar, cast

import attrs

from psykavtal.agreements.descriptions import describe, describe_value
from psykavtal.agreements.document_on_day import Edition
from psykavtal.agreements.field_text import limit_text, range_text
from psykavtal.agreements.interpretations import combinations
from psykavtal.agreements.reading_differences import agreement, reading_groups_of
from psykavtal.cases.matching import CONDITION_AND_FACTS
from psykavtal.cases.result_types import (
    Change,
    InterimDuty,
    LinkedDocument,
    MatchedProvision,
    Membership,
    OccasionRoute,
    Services,
    Transition,
)
from psykavtal.cases.what_applies import Asked, WhatApplies
from psykavtal.model.answers import STATUSES, Ambiguous, Answer, Derived, Reported, Silent, Stated
from psykavtal.model.condition_evaluation import Trace
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, FactIs, InWords, Not
from psykavtal.model.provisions import Bearer, LinkedAgreement, Provision, Responsibility, TargetGroup
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording
from psykavtal.output import case_labels as labels
from psykavtal.output.labels import NEAREST

T = TypeVar("T")
P = TypeVar("P", bound=Provision)


@attrs.frozen
class Line:
    """One line.

    Attributes:
        text: what it says.
        level: how deep it stands; 0 for the outermost.
        is_source: whether it only tells where something is said.
    """

    text: Wording
    level: int = 0
    is_source: bool = False


@attrs.frozen(kw_only=True)
class Section:
    """One part of an answer.

    Attributes:
        title: its heading.
        status: the status of what it says; empty where its lines have their own.
        lines: what it says.
    """

    title: Wording
    status: str = ""
    lines: tuple[Line, ...] = ()

    @property
    def status_label(self) -> Wording | None:
        """The status, for people."""
        return STATUSES.get(self.status)


def title_of(answer: WhatApplies) -> Wording:
    """The heading of the whole."""
    day = answer.on.isoformat()
    if answer.document is not None:
        return Wording(
            sv=f"{answer.county_name}: vad {answer.document} säger, läget {day}",
            en=f"{answer.county_name}: what {answer.document} says, as of {day}",
        )
    return Wording(sv=f"{answer.county_name}: vad som gäller {day}", en=f"{answer.county_name}: what applies on {day}")


def sections(answer: WhatApplies) -> Iterator[Section]:
    """The sections, in the order in which a person would ask."""
    once = _rules_of_edition(answer.edition)
    yield _section(labels.EDITION, answer.edition, lambda edition: [Line(_named(edition))], answer, frozenset())
    yield _section(labels.TARGET_GROUP, answer.target_group, lambda group: _group(group, answer), answer, once)
    yield _section(labels.EMPHASIS, answer.emphasis, lambda groups: _applied(groups, answer), answer, once)
    yield _section(labels.SERVICES, answer.services, lambda found: _services(found, answer), answer, once)
    yield _section(labels.TRANSITIONS, answer.transitions, lambda found: _transitions(found, answer), answer, once)
    yield _section(labels.RESPONSIBILITIES, answer.responsibilities, lambda found: _duties(found, answer), answer, once)
    yield _section(labels.LINKS, answer.links, lambda found: _links(found, answer), answer, once)
    yield Section(title=labels.SIP, lines=tuple(_asked(answer.sip.values(), answer, once)))
    yield from _disagreement(answer, once)
    yield Section(title=labels.FURTHER, lines=tuple(_asked(_further(answer), answer, once)))
    yield Section(title=labels.SILENCES, lines=tuple(_asked(answer.silences, answer, once)))


def _rules_of_edition(edition: Answer[Edition]) -> frozenset[Wording]:
    """Return the lines on the rules by which the edition applies: printed with the edition, and nowhere else."""
    match edition:
        case Derived(rules=rules):
            return frozenset(labels.joined(head, _COLON, each.wording) for each in rules for head in _HEADS)
        case Ambiguous(readings=readings):
            return frozenset(line for each in readings for line in _rules_of_edition(each.answer))
        case _:
            return frozenset()


def _further(answer: WhatApplies) -> Iterator[Asked]:
    """The questions with an answer that the other sections do not show whole."""
    parts = (answer.emphasis, answer.services, answer.responsibilities, answer.links, answer.disagreement.interim)
    routes = (each.route for each in answer.disagreement.routes)
    shown = {provision.id for each in (*parts, *routes) for provision in each.basis}
    shown |= {each.id for each in answer.target_group.basis if isinstance(each, TargetGroup)}
    for each in answer.answers:
        is_shown = bool(each.basis) and {provision.id for provision in each.basis} <= shown
        if not (is_shown or isinstance(each, Silent) or each.topic.startswith("sip.")):
            yield each


def _section(
    title: Wording,
    said: Answer[T],
    lines_of: Callable[[T], Iterable[Line]],
    answer: WhatApplies,
    once: Collection[Wording],
) -> Section:
    """The lines of an answer; notes and sources that do not stand by one of its provisions come last.

    What a provision that is not shown would say, since its condition is ruled out, is left out with it.
    """
    lines = tuple(_said(said, lines_of, answer, once))
    told = {*(each.text for each in lines), *once}
    if any(each.is_source for each in lines):
        told |= {line.text for provision in said.basis for line in _about(provision)}
    rest = (each for each in (*_notes(said), *_sources(said)) if each.text not in told)
    return Section(title=title, status=said.status, lines=(*lines, *rest))


def _said(
    said: Answer[T],
    lines_of: Callable[[T], Iterable[Line]],
    answer: WhatApplies,
    once: Collection[Wording],
) -> Iterator[Line]:
    """The lines of a value; of each reading with its reason; else why there is none."""
    match said:
        case Stated(value=value) | Derived(value=value) | Reported(reported_value=value):
            lines = tuple(lines_of(value))
            yield from lines or (Line(labels.NONE_HOLDS),)
        case Ambiguous():
            yield from _readings(said, lines_of, answer, {*once, *(each.text for each in _notes(said))})
        case _:
            yield from (Line(each) for each in describe(said, _namer(answer)))
            if said.missing_facts:
                yield _open(said.missing_facts, answer)


def _readings(
    said: Ambiguous[T],
    lines_of: Callable[[T], Iterable[Line]],
    answer: WhatApplies,
    once: Collection[Wording],
) -> Iterator[Line]:
    """Yield each reading with its reason and what follows from it; readings that agree give it once."""

    def under(outcome: Answer[T]) -> Iterator[Line]:
        yield from _said(outcome, lines_of, answer, once)
        yield from (line for line in _notes(outcome) if line.text not in once)

    for group in reading_groups_of(said, cast("Callable[[Answer[object]], Iterator[Line]]", under), _namer(answer)):
        for each in group.outcomes:
            chosen = labels.CHOSEN if each.name == said.chosen else labels.READ
            yield Line(labels.joined(chosen, _COLON, each.why))
        agree = agreement(group, said)
        if agree is not None:
            yield Line(agree)
        yield from _deeper(group.lines)
        yield from (Line(each, 1) for each in group.differences)


def _asked(asked: Iterable[Asked], answer: WhatApplies, once: Collection[Wording]) -> Iterator[Line]:
    """Questions with their status and what is said."""
    for each in asked:
        topic = answer.labels.get(each.topic) or _same(each.topic)
        yield Line(labels.joined(topic, _same(" ["), each.label, _same("]")))
        yield from _deeper(_said(each, partial(_provisions, each.topic, answer), answer, once))
        yield from _deeper(line for line in _notes(each) if line.text not in once)
        yield from _deeper(_sources(each))


def _provisions(topic: str, answer: WhatApplies, found: Iterable[MatchedProvision[Provision]]) -> Iterator[Line]:
    """What is said on a topic, a line for each thing; each thing once."""
    told: set[Wording] = set()
    for each in found:
        for said in describe_value(each.provision, topic, _namer(answer)):
            line = _of_link(each.provision, said, answer) if topic != "links.agreements" else said
            if line not in told:
                told.add(line)
                yield Line(line if each.trace is None else _verdict(each.applies, line))
        if each.missing_facts:
            yield _open(each.missing_facts, answer, 1)


def _of_link(provision: Provision, line: Wording, answer: WhatApplies) -> Wording:
    """What another document is said to regulate, with its name."""
    if not isinstance(provision, LinkedAgreement):
        return line
    return labels.joined(_label(provision.link, answer), _COLON, line)


def _group(group: Membership, answer: WhatApplies) -> Iterator[Line]:
    yield Line(labels.IN_GROUP[group.applies])
    for clause in group.clauses:
        yield Line(_verdict(clause.applies, clause.provision.wording), 1)
        if clause.trace is not None:
            yield from _trace(clause.trace, answer, 2)
        yield from _deeper(_about(clause.provision))
    if group.missing_facts:
        yield _open(group.missing_facts, answer)


def _trace(trace: Trace, answer: WhatApplies, level: int) -> Iterator[Line]:
    """The facts and ages of a condition, each with what it comes to; what joins them only where it parts them."""
    match trace.criterion:
        case FactIs(fact=fact):
            yield Line(_verdict(trace.truth, _label(fact, answer)), level)
        case AgeIs(limit=limit):
            yield Line(
                _verdict(trace.truth, labels.joined(_label("age", answer), _same(" "), limit_text(limit))), level
            )
        case InWords():
            yield Line(_verdict(trace.truth, labels.IN_WORDS), level)
        case AllOf():
            for part in trace.parts:
                yield from _trace(part, answer, level)
        case AnyOf():
            yield Line(_verdict(trace.truth, labels.ANY_OF), level)
            for part in trace.parts:
                yield from _trace(part, answer, level + 1)
        case Not():
            yield Line(_verdict(trace.truth, labels.NOT), level)
            for part in trace.parts:
                yield from _trace(part, answer, level + 1)


def _applied(found: Iterable[MatchedProvision[P]], answer: WhatApplies) -> Iterator[Line]:
    for each in found:
        yield from _one(each, each.provision.wording, answer)


def _one(each: MatchedProvision[P], text: Wording, answer: WhatApplies) -> Iterator[Line]:
    """A provision, what it hangs on, what a reader should know of it, and where it says so."""
    conditional = each.trace is not None or each.applies is not Truth.TRUE
    yield Line(_verdict(each.applies, text) if conditional else labels.joined(_same("– "), text))
    if each.missing_facts:
        yield _open(each.missing_facts, answer, 1)
    elif each.applies is Truth.UNKNOWN and each.trace is not None:
        yield from _trace(each.trace, answer, 1)
    yield from _about(each.provision)


def _about(provision: Provision) -> Iterator[Line]:
    if provision.note is not None:
        yield Line(labels.joined(labels.NOTE, _COLON, provision.note), 1)
    yield from (Line(_same(str(each)), 1, is_source=True) for each in provision.citations)


def _services(found: Services, answer: WhatApplies) -> Iterator[Line]:
    for each in found.each:
        yield Line(_verdict(each.applies, _service(each.key, answer)))
        yield Line(limit_text(each.provision.age_limit), 1)
        if each.missing_facts:
            yield _open(each.missing_facts, answer, 1)
        yield from _about(each.provision)
    yield Line(labels.BY_AGE)
    for band in found.bands:
        names = [_service(key, answer) for key in band.services]
        maybe = [labels.joined(_service(key, answer), _same(" (?)")) for key in band.possible]
        listed = labels.listed([*names, *maybe]) if names or maybe else labels.NO_SERVICE
        yield Line(labels.joined(range_text(band.ages), _COLON, listed), 1)
    if found.without_ages:
        names = [_service(key, answer) for key in found.without_ages]
        yield Line(labels.joined(labels.WITHOUT_AGES, _COLON, labels.listed(names)), 1)


def _reasons(provisions: Iterable[Provision]) -> dict[tuple[str, str], Wording]:
    """Return the reasons for the readings of provisions, by provision and name."""
    return {(each.id, way.name): way.why for each in provisions for way in combinations((each,), None)[0]}


def _transitions(found: Iterable[Transition], answer: WhatApplies) -> Iterator[Line]:
    basis = answer.transitions.basis
    reasons = _reasons((*basis, *(each.value for one in basis for each in one.readings)))
    for each in found:
        change = labels.BEGINS if each.change is Change.BEGINS else labels.ENDS
        name = _service(each.key, answer)
        more = [labels.read_as(reasons[each.provision, name] for name in each.readings)] if each.readings else []
        more += [labels.ON_CONDITION] if each.applies is Truth.UNKNOWN else []
        day = Wording(sv=f"{each.on.isoformat()} ({each.age} år): ", en=f"{each.on.isoformat()} ({each.age} years): ")
        yield Line(labels.joined(day, name, _same(" "), change, *more))


def _duties(found: tuple[MatchedProvision[Responsibility], ...], answer: WhatApplies) -> Iterator[Line]:
    for bearer in Bearer:
        own = [each for each in found if each.provision.bearer is bearer]
        if own:
            yield Line(bearer.label)
            yield from _deeper(_applied(own, answer))


def _links(found: Iterable[LinkedDocument], answer: WhatApplies) -> Iterator[Line]:
    for each in found:
        first, *rest = _one(each, _label(each.provision.link, answer), answer)
        yield first
        yield Line(each.provision.wording, 1)
        yield from (Line(_same(f"– {name}"), 2) for name in each.provision.attachments)
        if not each.held:
            yield Line(labels.not_held(each.address), 1)
        yield from rest


def _disagreement(answer: WhatApplies, once: Collection[Wording]) -> Iterator[Section]:
    found = answer.disagreement
    yield _section(labels.INTERIM, found.interim, lambda each: _meanwhile(each, answer), answer, once)
    for occasion in found.routes:
        yield _occasion_section(occasion, answer, once)
    if found.next_steps is not None:
        yield _section(
            labels.NEXT_STEPS, found.next_steps, lambda steps: [Line(each.wording) for each in steps], answer, once
        )


def _occasion_section(occasion: OccasionRoute, answer: WhatApplies, once: Collection[Wording]) -> Section:
    title = labels.joined(labels.ROUTE, _same(" "), _label(occasion.trigger, answer))

    def lines_of(route: object) -> Iterator[Line]:
        yield from (Line(each) for each in describe(Stated(route), _namer(answer)))

    return _section(title, occasion.route, lines_of, answer, once)


def _meanwhile(found: Iterable[InterimDuty], answer: WhatApplies) -> Iterator[Line]:
    for each in found:
        first, *rest = _one(each, each.provision.wording, answer)
        yield first
        who = _label(each.provision.bearer, answer)
        if each.principal is None:
            yield Line(labels.joined(who, _COLON, labels.NOT_TOLD), 1)
        else:
            yield Line(labels.joined(who, _COLON, each.principal.label), 1)
        yield Line(labels.NO_END if each.provision.ends_when is None else labels.ENDED[each.ended], 1)
        yield from rest


def _open(facts: Iterable[str], answer: WhatApplies, level: int = 0) -> Line:
    listed = labels.listed([_label(each, answer) for each in facts])
    return Line(labels.joined(labels.WOULD_DECIDE, _COLON, listed), level)


def _verdict(truth: Truth, text: Wording) -> Wording:
    mark = labels.TRUTHS[truth]
    return Wording(sv=f"[{mark.sv}] {text.sv}", en=f"[{mark.to('en')}] {text.to('en')}")


def _service(key: str, answer: WhatApplies) -> Wording:
    """The name of a service, with the part of it."""
    name, parenthesis, part = key.partition(" (")
    label = _label(name, answer)
    return labels.joined(label, _same(f"{parenthesis}{part}")) if part else label


def _label(name: str, answer: WhatApplies) -> Wording:
    return answer.labels.get(name) or _same(name)


def _namer(answer: WhatApplies) -> Callable[[str, str], str]:
    return lambda name, lang: _label(name, answer).to(lang)


def _notes(said: Answer[object]) -> Iterator[Line]:
    """The rules and what a reader should know; that facts were held against conditions stands above the whole."""
    rules = [each for each in said.rules if each.id != CONDITION_AND_FACTS.id] if isinstance(said, Derived) else []
    yield from (Line(labels.joined(labels.RULE, _COLON, each.wording)) for each in rules)
    yield from (Line(labels.joined(labels.NOTE, _COLON, each)) for each in said.notes)


def _sources(said: Answer[object]) -> Iterator[Line]:
    near = said.near if isinstance(said, Silent) else None
    yield from (Line(_same(str(each)), 0, is_source=True) for each in said.citations)
    yield from (Line(_same(each.url), 0, is_source=True) for each in said.sources)
    if near is not None:
        yield Line(labels.joined(NEAREST, _same(f": {near}")), 0, is_source=True)


def _deeper(lines: Iterable[Line]) -> Iterator[Line]:
    return (attrs.evolve(each, level=each.level + 1) for each in lines)


def _same(text: str) -> Wording:
    return Wording(sv=text, en=text)


def _named(edition: Edition) -> Wording:
    return Wording(sv=edition.in_language("sv"), en=edition.in_language("en"))


_COLON = _same(": ")
_HEADS = (labels.RULE, labels.NOTE)
