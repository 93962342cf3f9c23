"""`psykavtal sources coverage`."""

import json
from pathlib import Path

import click

from psykavtal.cli.options import counties_option, fails_plainly, installed


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@counties_option
@click.option("--missing", is_flag=True, help="Print the passages that nobody has accounted for.")
@click.option(
    "--format",
    "fmt",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="How to print it; the page shows each text with what accounts for it.",
)
@click.option(
    "--at-least",
    "wanted",
    type=click.IntRange(0, 100),
    help="Exit with 1 unless everything is accounted for, and this percentage of it by provisions.",
)
@fails_plainly
def coverage(folder: Path, names: tuple[str, ...], *, missing: bool, fmt: str, wanted: int | None) -> None:
    """Show how much of each text in FOLDER the counties account for, sentence by sentence.

    A sentence, bullet or table row is accounted for when provisions cite at least half of its
    words, or when the county lists it as left out with a reason.
    """
    from psykavtal.output.coverage_report import (  # noqa: PLC0415 (only when it runs)
        coverage_page,
        coverage_records,
        coverage_text,
    )
    from psykavtal.sources.coverage import cover_county  # noqa: PLC0415 (only when it runs)
    from psykavtal.sources.folder import SourceFolder  # noqa: PLC0415 (only when it runs)

    counties = installed().select(names).values()
    sources = SourceFolder(folder)
    texts = [
        each for county in counties for each in cover_county(county.holdings.record, county.holdings.contents, sources)
    ]
    if fmt == "json":
        click.echo(json.dumps(coverage_records(texts), ensure_ascii=False, indent=2))
    elif fmt == "html":
        wordings = {each.id: str(each.wording) for county in counties for each in county.find()}
        click.echo(coverage_page(texts, wordings), nl=False)
    else:
        click.echo(coverage_text(texts, missing=missing), nl=False)
    if wanted is not None:
        short = [f"{each.document}/{each.text}" for each in texts if each.missing or each.by_provisions * 100 < wanted]
        if short:
            click.echo(f"Inte nog redovisat: {', '.join(short)}", err=True)
            raise click.exceptions.Exit(1)
