"""`psykavtal facts`."""

import click

from psykavtal.cli.options import fails_plainly, format_option, installed, lang_option


@click.command()
@format_option()
@lang_option
@fails_plainly
def facts(fmt: str, lang: str) -> None:
    """List the facts on which conditions depend, with the question that decides each."""
    from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (only when it runs)
    from psykavtal.output.views.listing_view import facts_report  # noqa: PLC0415 (only when it runs)

    print_report(facts_report(list(installed().facts.values())), fmt, lang, width=None)
