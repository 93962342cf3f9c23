"""`psykavtal sources coverage`."""

from pathlib import Path

import click

from psykavtal.cli.languages import lang_option
from psykavtal.cli.options import counties_option, fails_plainly, format_option, installed, print_json
from psykavtal.model.wording import Wording


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@counties_option
@click.option("--missing", is_flag=True, help="Print the passages for which nothing accounts.")
@click.option("--passages", is_flag=True, help="Print every passage with the provisions that account for it.")
@format_option("json")
@click.option(
    "--at-least",
    "least",
    type=click.IntRange(0, 100),
    help="Exit with 1 unless everything is accounted for, and this percentage of it by provisions.",
)
@lang_option
@fails_plainly
def coverage(
    folder: Path,
    names: tuple[str, ...],
    *,
    missing: bool,
    passages: bool,
    fmt: str,
    least: int | None,
    lang: str,
) -> None:
    """Show the share of each text in FOLDER that the counties account for.

    A sentence, bullet or table row is accounted for if provisions cite at least half of its
    words, or if the county lists it as left out with a reason.
    """
    from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (only when it runs)
    from psykavtal.output.views.coverage_view import CountyCoverage, coverage_report  # noqa: PLC0415 (as above)
    from psykavtal.sources.coverage import cover_county  # noqa: PLC0415 (only when it runs)
    from psykavtal.sources.folder import SourceFolder  # noqa: PLC0415 (only when it runs)

    counties = installed().select(names).values()
    sources = SourceFolder(folder)
    covered = [
        CountyCoverage(each, tuple(cover_county(each.holdings.record, each.holdings.contents, sources)))
        for each in counties
    ]
    if fmt == "json":
        print_json([each.record() for county in covered for each in county.texts])
    else:
        print_report(coverage_report(covered, missing=missing, passages=passages), fmt, lang, width=None)
    if least is not None:
        short = [
            county.name_of(each).to(lang)
            for county in covered
            for each in county.texts
            if each.missing or each.by_provisions * 100 < least
        ]
        if short:
            click.echo(f"{_TOO_LITTLE.to(lang)}: {', '.join(short)}", err=True)
            raise click.exceptions.Exit(1)


_TOO_LITTLE = Wording(sv="Inte nog redovisat", en="Too little is accounted for")
