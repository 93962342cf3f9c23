"""An escalation as a report: each occasion's route under each reading, with its end."""

from collections.abc import Iterator, Sequence

import attrs

from psykavtal.agreements.descriptions import READING, describe, route_lines, step_line
from psykavtal.agreements.escalation.occasions import OCCASIONS
from psykavtal.agreements.escalation.queries import Escalation
from psykavtal.agreements.escalation.routes import Route
from psykavtal.agreements.reading_differences import agreement, reading_groups
from psykavtal.model.answers import Ambiguous, Answer, Derived, Stated
from psykavtal.model.remarks import Remark
from psykavtal.model.wording import Wording
from psykavtal.output.labels import NOTE, labelled
from psykavtal.output.report import Line, LineKind, Report, ReportSection
from psykavtal.output.views.answer_view import remark_line, status_mark
from psykavtal.output.views.citation_text import citation_text

_NOT_STATED = Wording(sv="Texten lämnar öppet", en="The text leaves open")
_INTERIM = Wording(sv="Ansvar under tiden", en="Responsible meanwhile")
_OTHERS = Wording(sv="Andra relationer", en="Other relations")


def escalation_report(escalation: Escalation, *, sources: bool = False) -> Report:
    """Return the escalation of an edition as a report.

    Args:
        escalation: the escalation.
        sources: include the citations of each step.
    """
    document = escalation.document
    sections = [_route(each, escalation, sources=sources) for each in OCCASIONS]
    sections.append(_interim(escalation))
    if escalation.moves and escalation.not_stated:
        sections.append(ReportSection(heading=_NOT_STATED, lines=tuple(Line(each) for each in escalation.not_stated)))
    others = [each for each in escalation.relations if each not in escalation.moves]
    if others:
        sections.append(ReportSection(heading=_OTHERS, lines=tuple(Line(each.wording) for each in others)))
    return Report(title=Wording(sv=document.label("sv"), en=document.label("en")), sections=tuple(sections))


def _route(occasion: str, escalation: Escalation, *, sources: bool) -> ReportSection:
    answer = escalation.route(trigger=occasion)
    label = escalation.holdings.facts[occasion].label
    return ReportSection(
        heading=Wording(sv=label.sv.capitalize(), en=label.to("en").capitalize()),
        mark=status_mark(answer),
        lines=tuple(_route_lines(answer, escalation, sources=sources)),
    )


def _interim(escalation: Escalation) -> ReportSection:
    answer = escalation.ask("disagreement.interim")
    lines = [Line(each) for each in describe(answer, escalation.holdings.name_of)]
    return ReportSection(heading=_INTERIM, mark=status_mark(answer), lines=(*lines, *_remarks(answer)))


def _remarks(answer: Answer[object], shown: Sequence[Remark] = ()) -> Iterator[Line]:
    """Yield the notes and remarks of an answer, without remarks that are shown elsewhere."""
    yield from (Line(labelled(NOTE, each), kind=LineKind.REMARK) for each in answer.notes)
    yield from (remark_line(each) for each in answer.remarks if each not in shown)


def _route_lines(
    answer: Answer[Route], escalation: Escalation, *, sources: bool, shown: Sequence[Remark] = ()
) -> Iterator[Line]:
    """Yield a route, or one for each reading with shared remarks after them."""
    match answer:
        case Stated(by_text=route) | Derived(by_text=route):
            yield from _steps(route, escalation, sources=sources)
        case Ambiguous():
            yield from _readings(answer, escalation, sources=sources)
        case _:
            yield from (Line(each) for each in describe(answer, escalation.holdings.name_of))
    yield from _remarks(answer, shown)


def _readings(answer: Ambiguous[Route], escalation: Escalation, *, sources: bool) -> Iterator[Line]:
    """Yield each reading with its route; readings that agree give it once."""
    lines = [
        tuple(_route_lines(each.answer, escalation, sources=sources, shown=answer.remarks)) for each in answer.readings
    ]
    for group in reading_groups(answer, lines, escalation.holdings.name_of):
        yield from (Line(labelled(READING, each.why), kind=LineKind.READING) for each in group.outcomes)
        agree = agreement(group, answer)
        if agree is not None:
            yield Line(agree, kind=LineKind.READING)
        yield from (attrs.evolve(each, level=each.level + 1) for each in group.lines)
        yield from (Line(each, 1) for each in group.differences)


def _steps(route: Route, escalation: Escalation, *, sources: bool) -> Iterator[Line]:
    """Yield the steps of a route and its end; with their citations if asked for."""
    name_of = escalation.holdings.name_of
    for step, origin in route.origins():
        yield Line(step_line(step, origin, name_of))
        if sources:
            own = escalation.document.id
            texts = (citation_text(each, name_of, within=own) for each in step.citations)
            yield from (Line(each, 1, LineKind.CITATION) for each in texts)
    yield Line(route_lines(route, name_of)[-1])
