"""`psykavtal audit`."""

from datetime import date

import click

from psykavtal.cli.languages import lang_option
from psykavtal.cli.options import fails_plainly, format_option, installed, on_option, print_json, today


@click.command()
@click.argument("county", required=False)
@on_option
@click.option(
    "--check", "checks", multiple=True, help="A check by its id, as dead-ends; may be repeated. All without it."
)
@click.option("--detail", is_flag=True, help="Show every finding with its sources, and the explanation of each check.")
@click.option("--list", "listed", is_flag=True, help="List the checks by id, with their explanations.")
@format_option("json")
@lang_option
@fails_plainly
def audit(
    county: str | None, on: date | None, checks: tuple[str, ...], fmt: str, lang: str, *, detail: bool, listed: bool
) -> None:
    """Show findings on the record of COUNTY, or of all counties, check by check.

    The documents are the edition that applies on the day, or those that may, and others that were read. A number is that
    of the findings; what could not be decided, for lack of a fact or a record, is counted apart.
    """
    from psykavtal.agreements.audit.county_audit import audit as audit_counties  # noqa: PLC0415 (only when it runs)
    from psykavtal.agreements.audit.county_audit import check_descriptions  # noqa: PLC0415 (as above)
    from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (as above)
    from psykavtal.output.views.audit_view import audit_report, checks_report  # noqa: PLC0415 (as above)

    counties = installed().select([] if county is None else [county])
    if listed:
        print_report(checks_report(check_descriptions(counties)), fmt if fmt != "json" else "text", lang)
        return
    result = audit_counties(counties, on=on or today(), checks=checks)
    if fmt == "json":
        from psykavtal.exchange import to_dict  # noqa: PLC0415 (only for this format)

        print_json(to_dict(result))
    else:
        print_report(audit_report(result, detail=detail), fmt, lang)
