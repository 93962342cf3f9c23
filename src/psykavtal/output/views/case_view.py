"""An answer to a case as a report; several answers as a table."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TypeVar

from psykavtal.agreements.descriptions import describe
from psykavtal.agreements.reading_differences import agreement, reading_groups
from psykavtal.cases.matching import CONDITION_AND_FACTS
from psykavtal.cases.result_types import OccasionRoute
from psykavtal.cases.what_applies import Asked, WhatApplies
from psykavtal.model.answers import Ambiguous, Answer, Derived, Reported, Silent, Stated
from psykavtal.model.provisions import TargetGroup
from psykavtal.model.wording import Wording
from psykavtal.output.labels import NOTE, joined, labelled, same
from psykavtal.output.report import Line, LineKind, Mark, Report, ReportSection
from psykavtal.output.views import case_labels as labels
from psykavtal.output.views import case_lines
from psykavtal.output.views.answer_view import remark_line, source_lines, status_mark
from psykavtal.output.views.citation_text import citation_text

T = TypeVar("T")

# A page shows these sections at once, and the others on request.
_OPEN = frozenset({labels.EDITION, labels.TARGET_GROUP, labels.TRANSITIONS})
_DEEPEST = 2


def case_report(answer: WhatApplies) -> Report:
    """Return an answer to a case as a report."""
    return Report(
        title=_title(answer),
        remarks=(labels.NO_ASSESSMENT, *answer.notes, *case_lines.unused_inputs(answer.unused_inputs, answer)),
        sections=tuple(each for each in _sections(answer) if each.lines),
    )


def cases_report(answers: Sequence[WhatApplies]) -> Report:
    """Return the answers of several counties as a table of their outer lines, without citations."""
    found = [{each.heading: each for each in case_report(answer).sections} for answer in answers]
    headings = dict.fromkeys(heading for each in found for heading in each)
    without_effect = [name for name in answers[0].unused_inputs if all(name in each.unused_inputs for each in answers)]
    return Report(
        remarks=(labels.NO_ASSESSMENT, *case_lines.unused_inputs(without_effect, answers[0])),
        columns=tuple(each.county_name for each in answers),
        sections=tuple(
            ReportSection(
                heading=heading,
                sections=tuple(_cell(answer, own.get(heading)) for answer, own in zip(answers, found, strict=True)),
            )
            for heading in headings
        ),
    )


def _cell(answer: WhatApplies, section: ReportSection | None) -> ReportSection:
    """Return a section as a cell of a table.

    The cell is empty if an answer has no such section.
    """
    if section is None:
        return ReportSection(heading=same(answer.county_name))
    outer = tuple(each for each in section.content if each.level <= _DEEPEST)
    return ReportSection(heading=same(answer.county_name), mark=section.mark, lines=outer)


def _title(answer: WhatApplies) -> Wording:
    name, day = answer.county_name, answer.on.isoformat()
    if answer.document is not None:
        document = case_lines.label_of(answer.document, answer)
        return Wording(
            sv=f"{name}: vad {document.sv} säger, läget {day}",
            en=f"{name}: what {document.to('en')} states, as of {day}",
        )
    return Wording(sv=f"{name}: vad som gäller {day}", en=f"{name}: what applies on {day}")


def _sections(answer: WhatApplies) -> Iterator[ReportSection]:
    """Yield the sections, in the order in which a person would ask."""
    once: frozenset[Wording] = frozenset()

    def section(heading: Wording, part: Answer[T], lines_of: "LinesOf[T]") -> ReportSection:
        return _section(heading, part, lines_of, answer, once)

    yield _in_force(answer)
    yield section(labels.TARGET_GROUP, answer.target_group, case_lines.membership_lines)
    yield section(labels.EMPHASIS, answer.emphasis, case_lines.matched_lines)
    yield section(labels.SERVICES, answer.services, case_lines.service_lines)
    yield section(labels.TRANSITIONS, answer.transitions, case_lines.transition_lines)
    yield section(labels.RESPONSIBILITIES, answer.responsibilities, case_lines.duty_lines)
    yield section(labels.LINKS, answer.links, case_lines.link_lines)
    yield _topics(labels.SIP, answer.sip.values(), answer, once)
    found = answer.disagreement
    yield section(labels.INTERIM, found.interim, case_lines.interim_lines)
    for each in found.routes:
        yield section(_route_heading(each, answer), each.route, _described)
    if found.next_steps is not None:
        yield section(labels.NEXT_STEPS, found.next_steps, lambda steps, _: (Line(each.wording) for each in steps))
    yield _topics(labels.FURTHER, _further(answer), answer, once)
    yield _topics(labels.SILENCES, answer.silences, answer, once)


LinesOf = Callable[[T, WhatApplies], Iterable[Line]]


def _in_force(answer: WhatApplies) -> ReportSection:
    """Return the verdict as a section, with missing events and sources."""
    in_force = answer.in_force
    missing = (case_lines.missing_facts_line(in_force.missing_facts, answer),) if in_force.missing_facts else ()
    within = case_lines.document_of(answer)
    texts = (citation_text(each, case_lines.namer(answer), within=within) for each in in_force.citations)
    cited = tuple(Line(each, 1, LineKind.CITATION) for each in texts)
    mark = Mark(key=in_force.key, label=in_force.label)
    return ReportSection(
        heading=labels.EDITION, mark=mark, lines=(Line(in_force.sentence), *missing, *cited), is_open=True
    )


def _described(value: object, answer: WhatApplies) -> Iterator[Line]:
    return (Line(each) for each in describe(Stated(value), case_lines.namer(answer)))


def _route_heading(route: OccasionRoute, answer: WhatApplies) -> Wording:
    return joined(labels.ROUTE, same(" "), case_lines.label_of(route.trigger, answer))


def _further(answer: WhatApplies) -> Iterator[Asked]:
    """Yield the topics with an answer that the other sections do not show in full."""
    parts = (answer.emphasis, answer.services, answer.responsibilities, answer.links, answer.disagreement.interim)
    routes = (each.route for each in answer.disagreement.routes)
    shown = {provision.id for each in (*parts, *routes) for provision in each.basis}
    shown |= {each.id for each in answer.target_group.basis if isinstance(each, TargetGroup)}
    for each in answer.answers:
        is_shown = bool(each.basis) and {provision.id for provision in each.basis} <= shown
        if not (is_shown or isinstance(each, Silent) or each.topic.startswith("sip.")):
            yield each


def _section(
    heading: Wording, part: Answer[T], lines_of: LinesOf[T], answer: WhatApplies, once: Collection[Wording]
) -> ReportSection:
    """Return an answer as a section; remarks and sources of no single provision come last.

    The remarks and sources of a provision whose condition is false are left out with the provision.
    """
    lines = tuple(_answer_lines(part, lines_of, answer, once))
    printed = {*(each.text for each in lines), *once}
    if any(each.kind is LineKind.CITATION for each in lines):
        printed |= {line.text for provision in part.basis for line in case_lines.provision_lines(provision, answer)}
    rest = (each for each in (*_remarks(part), *_sources(part, answer)) if each.text not in printed)
    defined = case_lines.definitions_in((part,), answer)
    return ReportSection(
        heading=heading, mark=status_mark(part), lines=(*lines, *rest, *defined), is_open=heading in _OPEN
    )


def _answer_lines(
    part: Answer[T], lines_of: LinesOf[T], answer: WhatApplies, once: Collection[Wording]
) -> Iterator[Line]:
    """Yield the lines of a value, or of each reading with its reason.

    Without a value, yield the reason why it is missing.
    """
    match part:
        case Stated(by_text=value) | Derived(by_text=value) | Reported(reported_value=value):
            lines = tuple(lines_of(value, answer))
            yield from lines or (Line(labels.NONE_APPLIES),)
        case Ambiguous():
            yield from _readings(part, lines_of, answer, {*once, *(each.text for each in _remarks(part))})
        case _:
            yield from (Line(each) for each in describe(part, case_lines.namer(answer)))
            if part.missing_facts:
                yield case_lines.missing_facts_line(part.missing_facts, answer)


def _readings(
    part: Ambiguous[T], lines_of: LinesOf[T], answer: WhatApplies, once: Collection[Wording]
) -> Iterator[Line]:
    """Yield each reading with its reason and its answer; readings that agree give it once."""
    lines = [
        (*_answer_lines(each.answer, lines_of, answer, once), *_remarks(each.answer, once)) for each in part.readings
    ]
    for group in reading_groups(part, lines, case_lines.namer(answer)):
        for each in group.outcomes:
            label = labels.CHOSEN_READING if each.name == part.chosen else labels.READING
            yield Line(labelled(label, each.why), kind=LineKind.READING)
        agree = agreement(group, part)
        if agree is not None:
            yield Line(agree, kind=LineKind.READING)
        yield from case_lines.deeper(group.lines)
        yield from (Line(each, 1) for each in group.differences)


def _topics(heading: Wording, asked: Iterable[Asked], answer: WhatApplies, once: Collection[Wording]) -> ReportSection:
    """Return topics with their status and their answers as a section."""
    every = tuple(asked)
    lines = tuple(line for each in every for line in _topic(each, answer, once))
    return ReportSection(heading=heading, lines=(*lines, *case_lines.definitions_in(every, answer)), is_open=False)


def _topic(asked: Asked, answer: WhatApplies, once: Collection[Wording]) -> Iterator[Line]:
    label = case_lines.label_of(asked.topic, answer)
    yield Line(joined(label, same(" ["), asked.label, same("]")))
    lines = _answer_lines(asked, lambda found, whole: case_lines.topic_lines(asked.topic, found, whole), answer, once)
    yield from case_lines.deeper((*lines, *_remarks(asked, once), *_sources(asked, answer)))


def _sources(part: Answer[object], answer: WhatApplies) -> tuple[Line, ...]:
    return source_lines(part, case_lines.namer(answer), within=case_lines.document_of(answer))


def _remarks(part: Answer[object], left_out: Collection[Wording] = ()) -> Iterator[Line]:
    """Yield the rules and remarks of an answer.

    The rule that facts were evaluated is left out, since the title states it.
    """
    rules = [each for each in part.rules if each.id != CONDITION_AND_FACTS.id] if isinstance(part, Derived) else []
    texts = [labelled(labels.RULE, each.wording) for each in rules] + [labelled(NOTE, each) for each in part.notes]
    yield from (Line(each, kind=LineKind.REMARK) for each in texts if each not in left_out)
    yield from (line for line in map(remark_line, part.remarks) if line.text not in left_out)
