"""`psykavtal replay`."""

import json
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
    from psykavtal.ask.case.answer import WhatApplies  # noqa: PLC0415 (only when it runs)
    from psykavtal.ask.case.reading import case_from_json  # noqa: PLC0415 (only when it runs)
    from psykavtal.ask.case.receipts import Receipt  # noqa: PLC0415 (only when it runs)
    from psykavtal.exchange import from_json  # noqa: PLC0415 (only when it runs)

    counties = installed()
    given = from_json(_unwrapped(receipt.read_text(encoding="utf-8")), counties=counties)
    found = given.receipt if isinstance(given, WhatApplies) else given
    if not isinstance(found, Receipt):
        raise InvalidValueError("is no receipt.", where=receipt.name, hint="Give what `psykavtal case` gave as JSON.")
    with click.open_file(case_file, encoding="utf-8") as stream:
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


def _unwrapped(text: str) -> str:
    """The answer of a line that `psykavtal case -` gave; any other text as it is."""
    try:
        given = json.loads(text)
    except json.JSONDecodeError:
        return text
    return json.dumps(given["answer"]) if isinstance(given, dict) and "answer" in given else text
