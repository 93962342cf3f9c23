"""A topic as a page: the counties' answers side by side, and its provisions."""

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from psykavtal.agreements.comparison.comparing import compare
from psykavtal.agreements.comparison.rows import Cell
from psykavtal.agreements.county import County
from psykavtal.model.answers import Answer
from psykavtal.model.documents import DocumentType
from psykavtal.model.vocabulary import Topic
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, labelled, same
from psykavtal.output.report import Line, LineKind, LinkedPart, Mark, Report, ReportSection, Ruling, Target, TargetType
from psykavtal.output.views.answer_view import answer_report, status_mark
from psykavtal.output.views.citation_text import citation_text
from psykavtal.output.views.page_links import document_name, document_target, provision_links, provision_target

_ANSWERS = Wording(sv="Svaren", en="The answers")
_EVERY = Wording(sv="Alla bestämmelser i frågan", en="All provisions on the topic")
_BY_LAW = Wording(sv="I lag", en="By law")


def topic_page(topic: Topic, counties: Sequence[County], *, on: date) -> Report:
    """Return a topic as a report for a page of its own.

    Args:
        topic: the topic.
        counties: the counties whose answers are shown.
        on: the day asked.
    """
    answers = (_answers(topic, counties, on),) if topic.arises_for(DocumentType.AGREEMENT) else ()
    every = tuple(line for county in counties for line in _documents(county, topic, on))
    duties = tuple(Line(joined(each.wording, same(f" ({each.law})"))) for each in topic.duties_on(on))
    return Report(
        title=topic.label,
        remarks=(topic.question,),
        sections=(
            *answers,
            *((ReportSection(heading=_BY_LAW, lines=duties),) if duties else ()),
            *((ReportSection(heading=_EVERY, lines=every),) if every else ()),
        ),
    )


def _answers(topic: Topic, counties: Sequence[County], on: date) -> ReportSection:
    """Return the counties' answers with the result of comparing them."""
    row = compare(counties, on=on, topics=[topic.id]).row(topic.id)
    return ReportSection(
        heading=_as_of(_ANSWERS, on),
        sections=tuple(_answer(county, cell) for county, cell in zip(counties, row.cells, strict=True)),
        verdict=Ruling(mark=Mark(key=row.verdict.result.value, label=row.verdict.result.label), reason=row.verdict.why),
    )


def _as_of(label: Wording, on: date) -> Wording:
    day = on.isoformat()
    return Wording(sv=f"{label.sv} {day}", en=f"{label.to('en')} on {day}")


def _answer(county: County, cell: Cell) -> ReportSection:
    """Return a county's answer with its status; its sources link to the provisions."""
    section = answer_report(cell.answer).sections[0]
    in_force = cell.answer.in_force
    applies = [Line(in_force.sentence, kind=LineKind.REMARK)] if in_force is not None else []
    targets = _targets_by_source(county, cell.answer)
    lines = [
        attrs.evolve(each, links=(LinkedPart(each.text, targets[each.text]),)) if each.text in targets else each
        for each in section.lines
    ]
    return attrs.evolve(
        section,
        heading=same(county.name),
        subject=Target(TargetType.COUNTY, county.id, county.id),
        lines=(*lines, *applies),
    )


def _targets_by_source(county: County, answer: Answer[object]) -> dict[Wording, Target]:
    """Return the provision behind each source of an answer, by the text of the source."""
    data = county.holdings
    found: dict[Wording, Target] = {}
    for provision in answer.basis:
        texts = [citation_text(each, data.name_of) for each in provision.citations]
        texts += [same(each.url) for each in provision.reported]
        for text in texts:
            found.setdefault(text, provision_target(data, provision.id))
    return found


def _documents(county: County, topic: Topic, on: date) -> Iterator[Line]:
    """Yield each document read for a topic, with its status and provisions."""
    data = county.holdings
    found = data.all_on(topic.id)
    for document in county.documents:
        own = [each for each in found if each.document == document.id]
        if own or (document.is_available and topic.arises_for(document.type)):
            answer = county.document(document.id, on=on).ask(topic.id)
            name = document_name(document)
            link = LinkedPart(name, document_target(data, document.id))
            yield Line(labelled(same(county.name), name), mark=status_mark(answer), links=(link,))
            yield from (attrs.evolve(each, level=1) for each in provision_links(data, own))
