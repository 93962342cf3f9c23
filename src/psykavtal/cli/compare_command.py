"""`psykavtal compare`."""

import json
import sys
from datetime import date

import click

from psykavtal.cli.options import (
    counties_option,
    fails_plainly,
    installed,
    lang_option,
    on_option,
    sources_option,
    today,
)


@click.command()
@on_option
@click.option(
    "--topic",
    "topics",
    multiple=True,
    help="A topic, a theme like sip, or all; may be repeated.",
)
@counties_option
@click.option(
    "--format",
    "fmt",
    type=click.Choice(["table", "json", "markdown"]),
    default="table",
    show_default=True,
    help="How to print it.",
)
@sources_option
@lang_option
@fails_plainly
def compare(
    on: date | None,
    topics: tuple[str, ...],
    names: tuple[str, ...],
    fmt: str,
    *,
    sources: bool,
    lang: str,
) -> None:
    """Show how the installed counties differ on a day, question by question.

    On a terminal a table; in a pipe plain text.
    """
    from psykavtal.agreements.comparison.comparing import compare as compare_counties  # noqa: PLC0415 (only when it runs)

    comparison = compare_counties(installed().select(names), on=on or today(), topics=topics)
    if fmt == "json":
        from psykavtal.exchange import to_dict  # noqa: PLC0415 (only for this format)

        click.echo(json.dumps(to_dict(comparison), ensure_ascii=False, indent=2))
        return
    from psykavtal.output import tables  # noqa: PLC0415 (brings rich)

    if fmt == "markdown":
        click.echo(tables.markdown(comparison, lang=lang, sources=sources), nl=False)
    elif sys.stdout.isatty():
        from rich.console import Console  # noqa: PLC0415 (only on a terminal)

        tables.print_table(comparison, Console(), lang=lang, sources=sources)
    else:
        click.echo(tables.plain(comparison, lang=lang, sources=sources), nl=False)
