"""`psykavtal escalation`."""

from datetime import date

import click

from psykavtal.agreements.county import County
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.cli.options import (
    fails_plainly,
    installed,
    lang_option,
    on_option,
    sources_option,
    today,
)
from psykavtal.model.answers import Derived, Stated


@click.command()
@click.argument("county")
@on_option
@click.option(
    "--document",
    "document",
    default=None,
    help="A document by its id, whether it applies on the day or not.",
)
@click.option(
    "--format",
    "fmt",
    type=click.Choice(["text", "mermaid"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
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
    """Show where a disagreement is lifted in COUNTY, step by step, and where the text stops."""
    from psykavtal.output.escalation_text import escalation_text, mermaid  # noqa: PLC0415 (only when it runs)

    chosen = installed()[county]
    day = on or today()
    edition = chosen.document(document, on=day) if document else _applying(chosen, day, lang)
    if edition is None:
        return
    if fmt == "mermaid":
        click.echo(mermaid(edition.escalation, lang=lang), nl=False)
    else:
        click.echo(f"{chosen.name}: {_AS_OF[lang]} {day.isoformat()}")
        click.echo(escalation_text(edition.escalation, lang=lang, sources=sources), nl=False)


_AS_OF = {"sv": "läget", "en": "as of"}
_HELD = {"sv": "Dokument som finns hos oss", "en": "Documents that are held"}


def _applying(county: County, day: date, lang: str) -> DocumentOnDay | None:
    """The edition that applies; where none is determined the command says why, and ends."""
    from psykavtal.agreements.descriptions import describe  # noqa: PLC0415 (only when it runs)

    answer = county.edition(on=day)
    match answer:
        case Stated(value=edition) | Derived(value=edition):
            return edition
        case _:
            lines = [line.to(lang) for line in describe(answer, county.holdings.name_of)]
            held = ", ".join(each.id for each in county.documents if each.held)
            click.echo(f"{county.name}: {_AS_OF[lang]} {day.isoformat()} [{answer.label.to(lang)}]")
            for line in lines:
                click.echo(f"  {line}")
            click.echo(f"  {_HELD[lang]}: --document {held}")
            return None
