"""`psykavtal law`."""

from collections.abc import Iterable
from datetime import date

import click

from psykavtal.cli.languages import MistakeError, lang_option
from psykavtal.cli.named_counties import ids_of_counties
from psykavtal.cli.options import counties_option, fails_plainly, format_option, installed, on_option, print_json, today
from psykavtal.errors import CitationError, Message


@click.command()
@click.argument("citation", required=False)
@on_option
@click.option("--subject", default="", help="The subject of CITATION: a key of the register, as individual-plan.")
@counties_option
@format_option("json")
@lang_option
@fails_plainly
def law(citation: str | None, on: date | None, subject: str, names: tuple[str, ...], *, fmt: str, lang: str) -> None:
    """Resolve a CITATION of law for a day, or every reference in the counties' documents.

    A document's references are read for the period when it was written, which is printed with its
    source. A reference that is no longer valid on the day asked for is noted. Nothing is corrected.
    This is an audit of citations, not legal advice.
    """
    from psykavtal.cli.report_printing import print_report  # noqa: PLC0415 (only when it runs)
    from psykavtal.law import resolve  # noqa: PLC0415 (only when it runs)
    from psykavtal.output.views import law_view  # noqa: PLC0415 (only when it runs)

    if citation is None and subject:
        raise MistakeError(Message(en="--subject goes with a CITATION.", sv="--subject hör till en CITATION."))
    if citation is not None and names:
        raise MistakeError(Message(en="--county goes without a CITATION.", sv="--county anges utan CITATION."))
    day = on or today()
    if citation is not None:
        resolution = resolve(citation, on=day, subject=subject)
        if not (resolution.laws or resolution.reports or citation.strip().isdigit()):
            _refuse_county(citation)
        if fmt == "json":
            _print_values([resolution])
        else:
            print_report(law_view.resolution_report(resolution), fmt, lang)
        return
    found = [(each, each.law_references(on=day)) for each in installed().select(names).values()]
    if fmt == "json":
        _print_values(each for _, references in found for each in references)
    else:
        print_report(law_view.references_report(found), fmt, lang)


def _refuse_county(citation: str) -> None:
    """Refuse the id or name of an installed county in place of a citation.

    Raises:
        CitationError: an installed county has this name.
    """
    for name in ids_of_counties(installed(), (citation,)):
        fault = Message(
            en="{citation!r} is a county, not a citation.",
            sv="{citation!r} är ett län, ingen hänvisning.",
            citation=citation,
        )
        fix = Message(en="Write: psykavtal law --county {name}", sv="Skriv: psykavtal law --county {name}", name=name)
        raise CitationError(fault, value=citation, fix=fix)


def _print_values(values: Iterable[object]) -> None:
    from psykavtal.exchange import to_dict  # noqa: PLC0415 (only for this format)

    print_json([to_dict(each) for each in values])
