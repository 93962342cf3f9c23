"""`psykavtal facts`."""

import click

from psykavtal.cli.languages import lang_option
from psykavtal.cli.options import fails_plainly, format_option, installed


@click.command()
@format_option()
@lang_option
@fails_plainly
def facts(fmt: str, lang: str) -> None:
    """List the facts on which conditions depend, each with its question and definitions."""
    from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (only when it runs)
    from psykavtal.output.views.listing_view import facts_report  # noqa: PLC0415 (only when it runs)

    print_report(facts_report(installed()), fmt, lang, width=None)
