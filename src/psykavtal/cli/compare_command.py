"""`psykavtal compare`."""

from datetime import date

import click

from psykavtal.cli.options import (
    counties_option,
    fails_plainly,
    format_option,
    installed,
    lang_option,
    on_option,
    print_json,
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
@click.option("--detail", is_flag=True, help="Show every answer in full, with the verdict and its reason.")
@format_option("json")
@sources_option
@lang_option
@fails_plainly
def compare(
    on: date | None,
    topics: tuple[str, ...],
    names: tuple[str, ...],
    fmt: str,
    *,
    detail: bool,
    sources: bool,
    lang: str,
) -> None:
    """Show the differences between the installed counties on a day, question by question."""
    from psykavtal.agreements.comparison.comparing import compare as compare_counties  # noqa: PLC0415 (only when it runs)
    from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (only when it runs)
    from psykavtal.output.views.comparison_view import comparison_report  # noqa: PLC0415 (only when it runs)

    comparison = compare_counties(installed().select(names), on=on or today(), topics=topics)
    if fmt == "json":
        from psykavtal.exchange import to_dict  # noqa: PLC0415 (only for this format)

        print_json(to_dict(comparison))
    else:
        print_report(comparison_report(comparison, detail=detail or sources, sources=sources), fmt, lang)
