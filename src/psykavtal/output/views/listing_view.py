"""The installed counties, the facts that cases can give, and topics, as reports."""

from collections.abc import Iterable, Sequence

from psykavtal.agreements.counties import Counties
from psykavtal.agreements.county import County
from psykavtal.model.documents import Document
from psykavtal.model.vocabulary import Fact, FactType, Topic
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, labelled, same
from psykavtal.output.report import Line, LineKind, Report, Section

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


def _county(county: County) -> Section:
    documents = (each for each in county.documents if each.held or each.edition_of)
    return Section(
        heading=same(f"{county.code} {county.id}: {county.name}"),
        lines=tuple(_document(each) for each in documents),
    )


def _document(document: Document) -> Line:
    read = joined(_READ, same(f" {document.read_on.isoformat()}")) if document.read_on else _NOT_AVAILABLE
    return Line(joined(same(f"{document.id}: {document.name} ("), read, same(")")))


def facts_report(facts: Sequence[Fact]) -> Report:
    """Return facts with their questions and labels, by type, as a report."""
    width = max((len(each.id) for each in facts), default=0)
    return Report(
        sections=tuple(
            Section(
                heading=heading,
                lines=tuple(_fact(each, width) for each in facts if each.type is fact_type),
            )
            for fact_type, heading in _TYPES.items()
        )
    )


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
            Section(
                heading=same(name),
                lines=tuple(Line(joined(same(f"{each.id}: "), each.question), kind=LineKind.FACT) for each in every),
            )
            for name, every in themes.items()
        )
    )
