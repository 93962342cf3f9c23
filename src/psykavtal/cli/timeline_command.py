"""`psykavtal timeline`."""

from datetime import date

import click

from psykavtal.cli.languages import lang_option
from psykavtal.cli.named_counties import county_named
from psykavtal.cli.options import fails_plainly, format_option, installed, on_option, print_json, today


@click.command()
@click.argument("county")
@on_option
@click.option("--include-reported", is_flag=True, help="Let reports from elsewhere take part in the verdicts.")
@click.option("--full", is_flag=True, help="Show every date, uncertain points, wordings and sources.")
@format_option("json")
@lang_option
@fails_plainly
def timeline(county: str, on: date | None, fmt: str, *, include_reported: bool, full: bool, lang: str) -> None:
    """Show which edition applies in COUNTY between its dates, gaps, and overdue matters.

    The day decides only which matters are overdue; every other line is of all days.
    """
    from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (only when it runs)
    from psykavtal.output.views.timeline_view import timeline_report  # noqa: PLC0415 (as above)

    found = county_named(installed(), county).timeline(include_reported=include_reported)
    day = on or today()
    if fmt == "json":
        from psykavtal.exchange import to_dict  # noqa: PLC0415 (only for this format)

        overdue = [to_dict(each) for each in found.overdue(on=day)]
        print_json({"on": day.isoformat(), "timeline": to_dict(found), "overdue": overdue})
    else:
        print_report(timeline_report(found, on=day, full=full), fmt, lang)
