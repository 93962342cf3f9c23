"""`psykavtal sources`."""

import sys
from pathlib import Path

import click

from psykavtal.agreements.counties import Counties
from psykavtal.agreements.county import County
from psykavtal.cli.coverage_command import coverage
from psykavtal.cli.languages import errors_lang_option, lang_option
from psykavtal.cli.options import counties_option, fails_plainly, installed
from psykavtal.errors import CitationError, Message
from psykavtal.model.wording import Wording
from psykavtal.output.escaping import visible, visible_lines
from psykavtal.plugins.ownership import documents_of
from psykavtal.sources.folder import CountyCitations, SourceFolder
from psykavtal.sources.passages import Finding  # noqa: TC001 (click resolves the annotation)

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group()
def sources() -> None:
    """Check citations against the source texts in a folder."""


sources.add_command(coverage)

_CITATION, _CITATIONS = Wording(sv="källhänvisning", en="citation"), Wording(sv="källhänvisningar", en="citations")
_FINDING, _FINDINGS = Wording(sv="anmärkning", en="finding"), Wording(sv="anmärkningar", en="findings")


@sources.command()
@click.argument("folder", type=_FOLDER)
@counties_option
@lang_option
@fails_plainly
def check(folder: Path, names: tuple[str, ...], lang: str) -> None:
    """Resolve every citation of every installed county against the texts in FOLDER.

    Exits with 1 if a citation does not resolve, is not unique, or has another text than when it was locked.
    """
    texts = SourceFolder(folder)
    gathered = [citations_of(county) for county in installed().select(names).values()]
    total = sum(len(each.uses) for each in gathered)
    findings: list[Finding] = []
    with click.progressbar(
        length=total,
        label=_CITATIONS.to(lang).capitalize(),
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    ) as bar:
        for each in gathered:
            findings += texts.check(each, progress=lambda: bar.update(1))
    for finding in findings:
        click.echo(visible(f"{finding.trouble.label.to(lang)}: {finding.to(lang)}"))
        if finding.used_by:
            click.echo(visible(f"    {', '.join(finding.used_by)}"))
    for each in gathered:
        own = sum(finding.county == each.county for finding in findings)
        cited, found = (_CITATION if len(each.uses) == 1 else _CITATIONS), (_FINDING if own == 1 else _FINDINGS)
        click.echo(f"{each.county}: {len(each.uses)} {cited.to(lang)}, {own} {found.to(lang)}")
    if findings:
        raise click.exceptions.Exit(1)


@sources.command()
@click.argument("item", metavar="ID")
@click.argument("folder", type=_FOLDER)
@errors_lang_option
@fails_plainly
def show(item: str, folder: Path) -> None:
    """Print the passages in FOLDER that a provision or a silence ID cites."""
    texts = SourceFolder(folder)
    found = False
    counties = installed()
    for county in counties.values():
        for citation, users in citations_of(county).uses.items():
            if item in users or item == citation.key:
                found = True
                document = county.holdings.document(citation.document)
                click.echo(visible(citation.key))
                click.echo(visible_lines(f"    {texts.show(document, citation).text}"))
    if not found:
        fault = Message(
            en="unknown id {id!r}, or it has no citation.",
            sv="okänt id {id!r}, eller det har ingen källhänvisning.",
            id=item,
        )
        raise CitationError(fault, value=item, fix=_near(item, counties))


@sources.command()
@click.argument("folder", type=_FOLDER)
@click.option("--county", "name", required=True, help="The county to lock.")
@click.option("--plugin", help="An add-on to the county, by name; without it, the county's own plugin.")
@errors_lang_option
@fails_plainly
def lock(folder: Path, name: str, plugin: str | None) -> None:
    """Print the lock of a plugin: the present text of each cited passage.

    Keep it as the passages.json of the plugin's package. An add-on to a county has a lock of its own.
    """
    county = installed()[name]
    registry = county.holdings.registry
    own = documents_of(county.holdings.record, registry.givers[county.code], registry.owners[county.code], plugin)
    click.echo(SourceFolder(folder).lock(citations_of(county).among(own)), nl=False)


def citations_of(county: County) -> CountyCitations:
    """Return the citations of a county, with the digests that its plugins lock."""
    holdings = county.holdings
    return CountyCitations.of(holdings.record, holdings.contents, holdings.registry.passages(holdings.record))


def _near(item: str, counties: Counties) -> Message:
    from psykavtal.errors import suggestion  # noqa: PLC0415 (only for an error)

    ids = [each.id for county in counties.values() for each in county.find().provisions]
    near = [each for each in ids if item.rpartition(".")[2] in each]
    return suggestion(item, near or ids, kind="ids")
