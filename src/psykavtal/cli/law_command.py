"""`psykavtal law`."""

import json
from collections.abc import Sequence
from datetime import date

import click

from psykavtal.cli.options import counties_option, fails_plainly, installed, lang_option, on_option, today


@click.command()
@click.argument("citation", required=False)
@on_option
@click.option("--subject", default="", help="What CITATION is cited for: a key of the register, as individual-plan.")
@counties_option
@click.option(
    "--format", "fmt", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
@lang_option
@fails_plainly
def law(citation: str | None, on: date | None, subject: str, names: tuple[str, ...], *, fmt: str, lang: str) -> None:
    """Resolve a CITATION of law for a day; without one, every reference to law in the counties' documents.

    A document's references are read for the period when it was written, which is printed with its
    source. What no longer holds on the day asked for is noted. Nothing is corrected. This is an
    audit of citations, not legal advice.
    """
    from psykavtal.law import resolve  # noqa: PLC0415 (only when it runs)
    from psykavtal.output.law_report import references_text, resolution_text  # noqa: PLC0415 (only when it runs)

    if citation is None and subject:
        raise click.UsageError("--subject goes with a CITATION.")
    if citation is not None and names:
        raise click.UsageError("--county goes without a CITATION.")
    day = on or today()
    if citation is not None:
        resolution = resolve(citation, on=day, subject=subject)
        click.echo(_json([resolution]) if fmt == "json" else resolution_text(resolution, lang=lang), nl=False)
        return
    found = [(each, each.law_references(on=day)) for each in installed().select(names).values()]
    if fmt == "json":
        click.echo(_json([each for _, references in found for each in references]), nl=False)
        return
    for county, references in found:
        click.echo(references_text(county, references, lang=lang), nl=False)


def _json(values: Sequence[object]) -> str:
    from psykavtal.exchange import to_dict  # noqa: PLC0415 (only for this format)

    return json.dumps([to_dict(each) for each in values], ensure_ascii=False, indent=2) + "\n"
