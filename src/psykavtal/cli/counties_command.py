"""`psykavtal counties`."""

import click

from psykavtal.cli.options import fails_plainly, installed, lang_option
from psykavtal.model.wording import Wording

_READ = Wording(sv="läst", en="read")
_DISABLED = Wording(sv="avstängd", en="disabled")
_NOT_HELD = Wording(sv="finns inte hos oss", en="not held")


@click.command()
@lang_option
@fails_plainly
def counties(lang: str) -> None:
    """List the installed counties, their documents, and plugins that are disabled; why is on standard error.

    The exit code is 3 if a plugin is disabled, as for every command that reads the counties.
    """
    loaded = installed()
    for county in loaded.values():
        click.echo(f"{county.code} {county.id}: {county.name}")
        for document in county.documents:
            if document.held or document.edition_of:
                read = f"{_READ.to(lang)} {document.read_on.isoformat()}" if document.read_on else _NOT_HELD.to(lang)
                click.echo(f"   {document.id}: {document.name} ({read})")
    for name in dict.fromkeys(problem.plugin for problem in loaded.problems):
        click.echo(f"{_DISABLED.to(lang)}: {name}")
