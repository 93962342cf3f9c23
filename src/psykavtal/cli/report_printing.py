"""Print a report in the format of `--format`."""

import sys

import click

from psykavtal.output.report import Report
from psykavtal.output.text import WIDTH, text


def print_report(report: Report, fmt: str, lang: str, *, width: int | None = WIDTH) -> None:
    """Print a report on standard output; as text in colour if that is a terminal.

    Args:
        report: the report.
        fmt: "text", "markdown" or "html".
        lang: "sv" or "en".
        width: the columns in which lines of plain text are wrapped; None for lines of any length.
    """
    if fmt == "markdown":
        from psykavtal.output.markdown import markdown  # noqa: PLC0415 (only for this format)

        click.echo(markdown(report, lang), nl=False)
    elif fmt == "html":
        from psykavtal.output.html import page  # noqa: PLC0415 (only for this format)

        click.echo(page(report, lang), nl=False)
    elif sys.stdout.isatty():
        from rich.console import Console  # noqa: PLC0415 (only on a terminal)

        from psykavtal.output import terminal  # noqa: PLC0415 (brings rich)

        terminal.print_report(report, Console(), lang)
    else:
        click.echo(text(report, lang, width=width), nl=False)
