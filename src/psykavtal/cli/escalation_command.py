"""`psykavtal escalation`."""

from datetime import date

import attrs
import click

from psykavtal.cli.languages import lang_option
from psykavtal.cli.named_counties import county_named
from psykavtal.cli.options import fails_plainly, format_option, installed, on_option, sources_option, today
from psykavtal.output.labels import AS_OF, joined, same


@click.command()
@click.argument("county")
@on_option
@click.option(
    "--document",
    "document",
    default=None,
    help="A document by its id, whether it applies on the day or not.",
)
@format_option("mermaid", "dot")
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
    from psykavtal.cli.undetermined_edition import undetermined_report  # noqa: PLC0415 (only when it runs)
    from psykavtal.output.mermaid import mermaid  # noqa: PLC0415 (only when it runs)
    from psykavtal.output.views.escalation_view import escalation_report  # noqa: PLC0415 (only when it runs)

    chosen = county_named(installed(), county)
    day = on or today()
    title = joined(same(f"{chosen.name}: "), AS_OF, same(f" {day.isoformat()}"))
    in_force = chosen.in_force(on=day)
    asked = document or in_force.document
    if asked is None:
        print_report(undetermined_report(chosen, in_force, title), fmt, lang)
        return
    escalation = chosen.document(asked, on=day).escalation
    if fmt == "dot":
        from psykavtal.output.dot import escalation_dot  # noqa: PLC0415 (only for this format)

        click.echo(escalation_dot(escalation, lang=lang), nl=False)
        return
    if fmt == "mermaid":
        click.echo(mermaid(escalation, lang=lang), nl=False)
        return
    report = escalation_report(escalation, sources=sources)
    heads = () if report.title is None else (report.title,)
    applies = () if document else (in_force.sentence,)
    print_report(attrs.evolve(report, title=title, remarks=(*heads, *applies)), fmt, lang)
