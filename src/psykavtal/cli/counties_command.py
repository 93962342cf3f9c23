"""`psykavtal counties`."""

import click

from psykavtal.cli.languages import lang_option
from psykavtal.cli.options import fails_plainly, format_option, installed


@click.command()
@format_option()
@lang_option
@fails_plainly
def counties(fmt: str, lang: str) -> None:
    """List the installed counties, their documents, and disabled plugins; the reasons are on standard error.

    The exit code is 3 if a plugin is disabled, as for every command that reads the counties.
    """
    from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (only when it runs)
    from psykavtal.output.views.listing_view import counties_report  # noqa: PLC0415 (only when it runs)

    print_report(counties_report(installed()), fmt, lang)
