"""`psykavtal escalation`."""

from datetime import date

import attrs
import click

from psykavtal.agreements.county import County
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.cli.options import (
    fails_plainly,
    format_option,
    installed,
    lang_option,
    on_option,
    sources_option,
    today,
)
from psykavtal.model.answers import Answer, Derived, Stated
from psykavtal.model.wording import Wording
from psykavtal.output.labels import AS_OF, joined, labelled, same
from psykavtal.output.report import Line, LineKind, Report


@click.command()
@click.argument("county")
@on_option
@click.option(
    "--document",
    "document",
    default=None,
    help="A document by its id, whether it applies on the day or not.",
)
@format_option("mermaid")
@sources_option
@lang_option
@fails_plainly
def escalation(
    county: str,
    on: date | None,
    document: str | None,
    fmt: str,
    *,
    sources: bool,
    lang: str,
) -> None:
    """Show the route of a disagreement in COUNTY: each step, and the end."""
    from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (only when it runs)
    from psykavtal.output.mermaid import mermaid  # noqa: PLC0415 (only when it runs)
    from psykavtal.output.views.escalation_view import escalation_report  # noqa: PLC0415 (only when it runs)

    chosen = installed()[county]
    day = on or today()
    title = joined(same(f"{chosen.name}: "), AS_OF, same(f" {day.isoformat()}"))
    answer = Stated(chosen.document(document, on=day)) if document else chosen.edition(on=day)
    match answer:
        case Stated(value=edition) | Derived(value=edition) if fmt == "mermaid":
            click.echo(mermaid(edition.escalation, lang=lang), nl=False)
        case Stated(value=edition) | Derived(value=edition):
            report = escalation_report(edition.escalation, sources=sources)
            heads = () if report.title is None else (report.title,)
            print_report(attrs.evolve(report, title=title, remarks=heads), fmt, lang, width=None)
        case _:
            print_report(_undetermined(chosen, answer, title), fmt, lang, width=None)


_AVAILABLE = Wording(sv="Dokument som finns hos oss", en="Documents that are available")


def _undetermined(county: County, answer: Answer[DocumentOnDay], title: Wording) -> Report:
    """Return the reason why no edition is determined, and the documents to choose from."""
    from psykavtal.output.views.answer_view import answer_report  # noqa: PLC0415 (only when it runs)

    (section,) = answer_report(answer).sections
    available = ", ".join(f"{each.name} (--document {each.id})" for each in county.documents if each.held)
    choice = Line(labelled(_AVAILABLE, same(available)))
    content = tuple(each for each in section.content if each.kind is LineKind.STATEMENT)
    return Report(sections=(attrs.evolve(section, heading=title, lines=(*content, choice)),))
