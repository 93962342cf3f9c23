"""`psykavtal schema`."""

import json

import click

from psykavtal.cli.languages import errors_lang_option
from psykavtal.cli.options import fails_plainly


@click.command()
@click.argument("which", type=click.Choice(["county", "document", "exchange"]))
@errors_lang_option
@fails_plainly
def schema(which: str) -> None:
    """Print the JSON Schema of county files or of the exchanged JSON."""
    from psykavtal.exchange.schemas import schema_of  # noqa: PLC0415 (only when it runs)

    click.echo(json.dumps(schema_of(which), ensure_ascii=False, indent=2))
