"""`psykavtal find`."""

import click

from psykavtal.cli.languages import lang_option
from psykavtal.cli.options import fails_plainly, format_option, installed, print_json

_SHOWN = 6


@click.command()
@click.argument("words", nargs=-1)
@click.option("--county", help="Only this county, by id, code or name.")
@click.option("--document", help="Only what this document states, or what is about it.")
@click.option("--section", help="Only passages in this section, by id or heading.")
@click.option("--topic", help="Only this topic, or a theme like sip.")
@click.option("--kind", help="Only this kind of provision, like responsibility.")
@click.option("--bearer", help="Only responsibilities of region, municipality, joint or each.")
@click.option("--modality", help="Only this binding force: duty, prohibition, recommendation, ...")
@click.option("--status", help="Only stated, derived, ambiguous or reported.")
@click.option("--limit", type=click.IntRange(1), default=_SHOWN, show_default=True, help="The most results to show.")
@click.option("--all", "everything", is_flag=True, help="Show all results.")
@format_option("json")
@lang_option
@fails_plainly
def find(  # noqa: PLR0917 (click gives the options by name)
    words: tuple[str, ...],
    county: str | None,
    document: str | None,
    section: str | None,
    topic: str | None,
    kind: str | None,
    bearer: str | None,
    modality: str | None,
    status: str | None,
    limit: int,
    fmt: str,
    *,
    everything: bool,
    lang: str,
) -> None:
    """Find provisions by WORDS in any form, in Swedish or English; the best first.

    Without WORDS, the provisions that the options choose are listed in text order.
    """
    counties = installed()
    results = counties.find(
        " ".join(words) if words else None,
        county=county,
        document=document,
        section=section,
        topic=topic,
        kind=kind,
        bearer=bearer,
        modality=modality,
        status=status,
    )
    most = None if everything else limit
    if fmt == "json":
        from psykavtal.output.search_records import search_record  # noqa: PLC0415 (only for this format)

        print_json(search_record(results, limit=most))
        return
    from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (only for these formats)
    from psykavtal.output.views.search_view import search_report  # noqa: PLC0415 (as above)

    names = {each.id: each.name for each in counties.values()}
    print_report(search_report(results, counties.topics, names, limit=most), fmt, lang)
