"""`psykavtal replay`."""

import sys
from pathlib import Path

import click

from psykavtal.cli.options import fails_plainly, installed, lang_option
from psykavtal.errors import InvalidValueError

_SAME = {"sv": "Samma svar som då, och samma underlag.", "en": "The same answer as then, resting on the same."}
_CHANGED = {"sv": "Ändrat sedan kvittot:", "en": "Changed since the receipt:"}
_OTHER_CASE = {
    "sv": "Texter, bestämmelser och versioner är desamma: fallet är ett annat än då.",
    "en": "Texts, provisions and versions are the same: the case is another than then.",
}


@click.command()
@click.argument("receipt", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("case_file", metavar="CASE", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@lang_option
@fails_plainly
def replay(receipt: Path, case_file: str, *, lang: str) -> None:
    """Give an answer again by its RECEIPT and the CASE, or say what has changed since.

    RECEIPT is the JSON of an answer, a line that `psykavtal case -` gave, or a receipt alone; CASE is the JSON of the case, or -
    for standard input. The exit code is 0 where the answer is the same, else 1.
    """
    from psykavtal.cases.case_input import case_from_json  # noqa: PLC0415 (only when it runs)
    from psykavtal.cases.receipts import Receipt  # noqa: PLC0415 (only when it runs)
    from psykavtal.cases.what_applies import WhatApplies  # noqa: PLC0415 (only when it runs)
    from psykavtal.exchange import from_dict  # noqa: PLC0415 (only when it runs)

    counties = installed()
    given = from_dict(_unwrapped(receipt), counties=counties)
    found = given.receipt if isinstance(given, WhatApplies) else given
    if not isinstance(found, Receipt):
        raise InvalidValueError("is no receipt.", place=receipt.name, fix=_HINT)
    with click.open_file(case_file, "rb") as stream:
        case = case_from_json(stream.read())
    again = counties.replay(found, case)
    if again.same:
        click.echo(_SAME[lang])
    else:
        click.echo(_CHANGED[lang])
        for change in again.changes:
            click.echo(f"  {change.to(lang)}")
        if found.rests_on_the_same(again.answer.receipt):
            click.echo(_OTHER_CASE[lang])
    click.echo()
    click.echo(again.answer.explain(lang), nl=False)
    sys.exit(0 if again.same else 1)


def _unwrapped(file: Path) -> object:
    """Return the JSON values of a file; of a line that `psykavtal case -` gave, its answer.

    Raises:
        InvalidValueError: the file is no JSON.
    """
    from psykavtal.model.json_text import parse  # noqa: PLC0415 (only when it runs)
    from psykavtal.plugins.county_toml.toml_values import as_table  # noqa: PLC0415 (only when it runs)

    parsed = parse(file.read_bytes())
    if parsed.faults:
        raise InvalidValueError(" ".join(parsed.faults), place=file.name, fix=_HINT)
    table = as_table(parsed.value)
    return parsed.value if table is None else table.get("answer", table)


_HINT = "Give what `psykavtal case` gave as JSON."
