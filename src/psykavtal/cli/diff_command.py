"""`psykavtal diff`."""

from datetime import date

import click

from psykavtal.cli.languages import lang_option
from psykavtal.cli.options import fails_plainly, format_option, installed, on_option, print_json, today

_WIDTH = 120


@click.command("diff")
@click.argument("before")
@click.argument("after")
@click.option("--topic", help="Only this topic, or a theme like sip.")
@click.option("--kind", help="Only this kind of provision, like responsibility.")
@click.option("--verdict", help="Only changed, moved, same, dropped or added.")
@click.option("--detail", is_flag=True, help="Show every provision with wordings, citations, changes and reasons.")
@on_option
@format_option("json")
@lang_option
@fails_plainly
def diff(  # noqa: PLR0917 (click gives the options by name)
    before: str,
    after: str,
    topic: str | None,
    kind: str | None,
    verdict: str | None,
    on: date | None,
    fmt: str,
    *,
    detail: bool,
    lang: str,
) -> None:
    """Show the differences between the documents BEFORE and AFTER, provision by provision.

    Both are ids of documents: two editions of one county, or documents of two counties (see `psykavtal counties`).
    The day matters only for the cases in which the target groups differ.
    """
    from psykavtal.agreements.diff.diff_documents import diff as diff_documents  # noqa: PLC0415 (only when it runs)
    from psykavtal.cases.flip_search import flip_cases  # noqa: PLC0415 (as above)
    from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (as above)
    from psykavtal.output.views.diff_view import diff_report, selection_report  # noqa: PLC0415 (as above)

    counties = installed()
    whole = diff_documents(counties, before, after)
    found = whole.select(topic=topic, kind=kind, verdict=verdict)
    is_narrowed = bool(topic or kind or verdict)
    flips = None if is_narrowed else flip_cases(counties, before, after, on=on or today())
    if fmt == "json":
        from psykavtal.exchange import to_dict  # noqa: PLC0415 (only for this format)

        cases = {} if flips is None else {"flip_cases": to_dict(flips)}
        print_json({"diff": to_dict(found), **cases})
        return
    if detail or is_narrowed:
        report = selection_report(found, flips, detail=detail, topics=kind is None and verdict is None)
    else:
        report = diff_report(found, flips)
    print_report(report, fmt, lang, width=_WIDTH)
