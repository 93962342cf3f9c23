"""The installed counties, the facts that cases can give, and topics, as reports."""

from collections.abc import Iterable, Iterator

import attrs

from psykavtal.agreements.counties import Counties
from psykavtal.agreements.county import County
from psykavtal.model.documents import Document
from psykavtal.model.provisions import Definition
from psykavtal.model.vocabulary import Fact, FactType, Topic
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, labelled, same
from psykavtal.output.report import Line, LineKind, Report, ReportSection
from psykavtal.output.views.definition_lines import definition_lines

_READ = Wording(sv="läst", en="read")
_NOT_AVAILABLE = Wording(sv="finns inte hos oss", en="not available")
_DISABLED = Wording(sv="avstängd", en="disabled")
_TYPES = {
    FactType.TRUTH: Wording(sv="Sant eller falskt om personen", en="True or false of the person"),
    FactType.PRINCIPAL: Wording(sv="Vilken huvudman (--principal)", en="Which principal (--principal)"),
    FactType.EVENT: Wording(sv="Har det hänt?", en="Has it occurred?"),
    FactType.OCCASION: Wording(sv="Har det uppkommit?", en="Has it arisen?"),
}


def counties_report(counties: Counties) -> Report:
    """Return the counties with their documents, and the names of disabled plugins, as a report."""
    disabled = dict.fromkeys(problem.plugin for problem in counties.problems)
    return Report(
        sections=tuple(_county(each) for each in counties.values()),
        closing=tuple(labelled(_DISABLED, same(each)) for each in disabled),
    )


def _county(county: County) -> ReportSection:
    documents = (each for each in county.documents if each.is_available or each.edition_of)
    return ReportSection(
        heading=same(f"{county.code} {county.id}: {county.name}"),
        lines=tuple(_document(each) for each in documents),
    )


def _document(document: Document) -> Line:
    read = joined(_READ, same(f" {document.read_on.isoformat()}")) if document.read_on else _NOT_AVAILABLE
    return Line(joined(same(f"{document.id}: {document.name} ("), read, same(")")))


def facts_report(counties: Counties) -> Report:
    """Return the facts with their questions, labels and definitions, by type, as a report.

    A document that cannot be read defines none.
    """
    facts = tuple(counties.facts.values())
    width = max((len(each.id) for each in facts), default=0)
    definitions: dict[str, list[Line]] = {}
    for county in counties.values():
        for each in county.holdings.corpus.find(None, {"kind": "definition"}).provisions:
            if isinstance(each, Definition) and each.fact:
                definitions.setdefault(each.fact, []).extend(_definition(county, each))
    return Report(
        sections=tuple(
            ReportSection(
                heading=heading,
                lines=tuple(
                    line
                    for each in facts
                    if each.type is fact_type
                    for line in (_fact(each, width), *definitions.get(each.id, ()))
                ),
            )
            for fact_type, heading in _TYPES.items()
        )
    )


def _definition(county: County, definition: Definition) -> Iterator[Line]:
    """Yield a definition below the name of its county."""
    for each in definition_lines([definition], county.holdings.labels, level=1):
        head = joined(same(f"{county.name}: "), each.text) if each.kind is LineKind.REMARK else each.text
        yield attrs.evolve(each, text=head)


def _fact(fact: Fact, width: int) -> Line:
    name = same(f"{fact.id:<{width}}  ")
    return Line(joined(name, fact.question, same(" ("), fact.label, same(")")), kind=LineKind.FACT)


def topics_report(topics: Iterable[Topic]) -> Report:
    """Return topics with their questions, by theme, as a report."""
    themes: dict[str, list[Topic]] = {}
    for each in topics:
        themes.setdefault(each.theme, []).append(each)
    return Report(
        sections=tuple(
            ReportSection(
                heading=same(name),
                lines=tuple(Line(joined(same(f"{each.id}: "), each.question), kind=LineKind.FACT) for each in every),
            )
            for name, every in themes.items()
        )
    )
