"""`psykavtal show`."""

from datetime import date

import attrs
import click

from psykavtal.agreements.county import County
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.cli.languages import MistakeError, lang_option
from psykavtal.cli.named_counties import county_named
from psykavtal.cli.options import fails_plainly, format_option, installed, on_option, print_json, today
from psykavtal.errors import Message
from psykavtal.output.labels import AS_OF, joined, same


@click.command()
@click.argument("county")
@click.argument("section", required=False)
@on_option
@click.option("--document", help="A document by its id, whether it applies on the day or not.")
@click.option("--full", is_flag=True, help="Show the provisions below all headings.")
@format_option("json")
@lang_option
@fails_plainly
def show(  # noqa: PLR0917 (click gives the options by name)
    county: str, section: str | None, on: date | None, document: str | None, fmt: str, lang: str, *, full: bool
) -> None:
    """Show the outline of a document of COUNTY, or the provisions below SECTION.

    SECTION is a heading, its number or its id. Without it, the outline is shown with the number of provisions below
    each heading. The document is the edition that applies on the day, or the only one that is available.
    """
    from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (only when it runs)
    from psykavtal.cli.undetermined_edition import undetermined_report  # noqa: PLC0415 (as above)
    from psykavtal.output.views.document_view import document_report  # noqa: PLC0415 (as above)

    if full and section is not None:
        raise MistakeError(Message(en="--full goes without a SECTION.", sv="--full anges utan SECTION."))
    chosen = county_named(installed(), county)
    day = on or today()
    title = joined(same(f"{chosen.name}: "), AS_OF, same(f" {day.isoformat()}"))
    in_force = chosen.in_force(on=day)
    available = [each.id for each in chosen.documents if each.is_available]
    asked = document or in_force.document or (available[0] if len(available) == 1 else None)
    if asked is None:
        print_report(undetermined_report(chosen, in_force, title), fmt, lang)
        return
    found = chosen.document(asked, on=day)
    if fmt == "json":
        print_json(_record(chosen, found, section, full=full))
        return
    report = document_report(found, section, full=full)
    heads = () if report.title is None else (report.title,)
    applies = (found.in_force() if document else in_force).sentence
    print_report(attrs.evolve(report, title=title, remarks=(*heads, applies, *report.remarks)), fmt, lang)


def _record(county: County, document: DocumentOnDay, section: str | None, *, full: bool) -> dict[str, object]:
    """Return the outline and the provisions as values of JSON, each provision with its place."""
    from psykavtal.exchange import to_dict  # noqa: PLC0415 (only for this format)

    shown = document.provisions(section) if full or section is not None else ()
    return {
        "county": county.id,
        "document": document.id,
        "on": document.on.isoformat(),
        "in_force": to_dict(document.in_force()),
        "outline": [to_dict(each) for each in document.outline],
        "provisions": [{"place": to_dict(document.place_of(each)), "provision": to_dict(each)} for each in shown],
    }
