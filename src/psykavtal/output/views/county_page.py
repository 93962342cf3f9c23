"""A county as a page: the verdict on its agreement, its documents, short answers."""

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from psykavtal.agreements.comparison.comparing import compare
from psykavtal.agreements.county import County
from psykavtal.model.documents import Document
from psykavtal.model.provisions.base import named
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, labelled, listed, same
from psykavtal.output.report import Line, LineKind, LinkedPart, Mark, Report, ReportSection, Target, TargetType
from psykavtal.output.views.answer_view import status_mark
from psykavtal.output.views.page_links import described_provision, document_line, document_name, document_target

_APPLIES = Wording(sv="Vad som gäller", en="In force on")
_REGION = Wording(sv="Region", en="Region")
_MUNICIPALITIES = Wording(sv="Kommuner", en="Municipalities")
_DOCUMENTS = Wording(sv="Dokument", en="Documents")
_REFERRED_TO = Wording(sv="Dokument som texterna hänvisar till", en="Documents that the texts refer to")
_ANSWERS = Wording(sv="Svaren i korthet", en="The answers in short")
_REPORTED = Wording(sv="Uppgifter från annat håll", en="Reported from elsewhere")
_MISSING = Wording(sv="Händelser som kan ändra det", en="Events that could change it")


def counties_page(counties: Iterable[County], *, on: date) -> Report:
    """Return counties as a page, each with the verdict on its agreement.

    Args:
        counties: the counties.
        on: the day asked.
    """
    return Report(sections=tuple(_short(each, on) for each in counties))


def _short(county: County, on: date) -> ReportSection:
    found = county.in_force(on=on)
    verdict = Line(found.sentence, mark=Mark(key=found.key, label=found.label))
    read = [each for each in county.documents if each.is_available]
    documents = (attrs.evolve(document_line(county.holdings, each), level=1) for each in read)
    return ReportSection(heading=same(county.name), subject=_target(county), lines=(verdict, *documents))


def _target(county: County) -> Target:
    return Target(TargetType.COUNTY, county.id, county.id)


def county_summary(county: County, *, on: date) -> Report:
    """Return the first part of the page of a county: the verdict and the documents.

    Args:
        county: the county.
        on: the day asked.
    """
    lines = tuple(document_line(county.holdings, each) for each in county.documents if _is_listed_first(each))
    return _report(
        county,
        ReportSection(lines=tuple(_identity(county))),
        ReportSection(heading=_on(_APPLIES, on), lines=tuple(_in_force(county, on))),
        ReportSection(heading=_DOCUMENTS, lines=lines),
    )


def county_answers(county: County, *, on: date) -> Report:
    """Return the last part of the page of a county: short answers, other documents.

    Args:
        county: the county.
        on: the day asked.
    """
    others = [each for each in county.documents if not _is_listed_first(each)]
    return _report(
        county,
        ReportSection(heading=_ANSWERS, lines=tuple(_answers(county, on))),
        ReportSection(heading=_REPORTED, lines=tuple(_reported(county))),
        ReportSection(heading=_REFERRED_TO, lines=tuple(document_line(county.holdings, each) for each in others)),
    )


def _report(county: County, *sections: ReportSection) -> Report:
    return Report(title=same(county.name), sections=tuple(each for each in sections if each.lines))


def _is_listed_first(document: Document) -> bool:
    return document.is_available or document.edition_of is not None


def _on(label: Wording, day: date) -> Wording:
    return Wording(sv=f"{label.sv} {day.isoformat()}", en=f"{label.to('en')} {day.isoformat()}")


def _identity(county: County) -> Iterator[Line]:
    place = county.place
    yield Line(labelled(_REGION, same(place.region)), kind=LineKind.FACT)
    names = ", ".join(each.name for each in place.municipalities)
    if names:
        yield Line(labelled(_MUNICIPALITIES, same(names)), kind=LineKind.FACT)


def _in_force(county: County, on: date) -> Iterator[Line]:
    """Yield the verdict on the agreement, its documents, and events that would change it."""
    data = county.holdings
    found = county.in_force(on=on)
    yield Line(found.sentence, mark=Mark(key=found.key, label=found.label))
    for each in found.rules:
        yield Line(each.wording, 1, LineKind.REMARK)
    if found.missing_facts:
        names = [named(each, data.name_of) for each in found.missing_facts]
        yield Line(labelled(_MISSING, listed(names)), 1, LineKind.FACT)
    for name in (found.document, *found.candidates, found.before, found.after):
        if name is not None:
            yield _document_link(county, data.document(name))


def _document_link(county: County, document: Document) -> Line:
    label = document_name(document)
    return Line(label, 1, links=(LinkedPart(label, document_target(county.holdings, document.id)),))


def _answers(county: County, on: date) -> Iterator[Line]:
    """Yield each topic as a link, with the county's short answer and its status."""
    for row in compare([county], on=on, topics="all"):
        cell = row.cells[0]
        yield Line(
            joined(row.topic.label, same(": "), cell.short),
            mark=status_mark(cell.answer),
            links=(LinkedPart(row.topic.label, Target(TargetType.TOPIC, row.topic.id)),),
        )


def _reported(county: County) -> Iterator[Line]:
    """Yield the reports that are about no single document."""
    data = county.holdings
    documents = {each.id for each in county.documents}
    every = (*data.record.standing, *(each for content in data.contents for each in content.provisions))
    for each in data.text_order.sorted(each for each in every if each.is_reported and each.about not in documents):
        yield from described_provision(data, each)
