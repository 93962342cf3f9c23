"""`psykavtal counties`."""

import click

from psykavtal.cli.options import fails_plainly, installed


@click.command()
@fails_plainly
def counties() -> None:
    """List the installed counties, their documents, and plugins that were set aside."""
    for county in installed().values():
        click.echo(f"{county.code} {county.id}: {county.name}")
        for document in county.documents:
            if document.held or document.edition_of:
                read = f"läst {document.read_on.isoformat()}" if document.read_on else "finns inte hos oss"
                click.echo(f"   {document.id}: {document.name} ({read})")
