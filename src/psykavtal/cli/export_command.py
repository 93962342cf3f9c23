"""`psykavtal export`."""

from datetime import date
from pathlib import Path

import click

from psykavtal.cli.languages import lang_option
from psykavtal.cli.options import counties_option, fails_plainly, installed, on_option, today
from psykavtal.model.wording import Wording

_FORMATS = ("parquet", "csv", "excel", "json", "csv-excel")
_DONE = Wording(
    sv="{folder}: {tables} tabeller, {rows} rader, läget {on}. Beskrivning: CODEBOOK.md",
    en="{folder}: {tables} tables, {rows} rows, as of {on}. Description: CODEBOOK.md",
)
_JSON_ONLY = Wording(sv="{folder}: {files} filer med JSON.", en="{folder}: {files} files of JSON.")


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@on_option
@counties_option
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(_FORMATS),
    help="Only this format; may be repeated. Without it all but csv-excel, which is CSV that Excel opens on a Swedish "
    "computer: semicolons, and UTF-8 with a byte order mark.",
)
@click.option("--replace", is_flag=True, help="Replace an older export in DIR; no other file is replaced.")
@lang_option
@fails_plainly
def export(
    folder: Path, *, on: date | None, names: tuple[str, ...], formats: tuple[str, ...], replace: bool, lang: str
) -> None:
    """Write tables of everything to DIR: Parquet, CSV, Excel, JSON with schemas, a codebook.

    DIR must not exist, or be empty. It appears with all its files, or not at all; the same data give the same bytes.
    CODEBOOK.md and datapackage.json describe each table and column in Swedish and English.
    """
    import shutil  # noqa: PLC0415 (only when it runs)

    from psykavtal.cli.interrupts import Interrupts  # noqa: PLC0415 (as above)
    from psykavtal.output.export.exporting import write_files  # noqa: PLC0415 (as above)
    from psykavtal.output.export.prepared_export import (  # noqa: PLC0415 (as above)
        DEFAULT_FORMATS,
        is_exported,
        prepared_export,
    )
    from psykavtal.output.export.whole_folder import whole_folder  # noqa: PLC0415 (as above)

    counties = installed().select(names)
    day = on or today()
    prepared = prepared_export(counties, lang=lang, on=day, formats=formats or DEFAULT_FORMATS)
    with (
        Interrupts() as interrupts,
        whole_folder(folder, replace=replace, is_own=is_exported, moving=interrupts.deferred) as part,
        interrupts.undoing(lambda: shutil.rmtree(part, ignore_errors=True)),
    ):
        written = write_files(prepared, part)
    done = _DONE if prepared.tables else _JSON_ONLY
    rows = sum(len(each) for each in prepared.tables)
    text = done.to(lang).format(
        folder=folder, tables=len(prepared.tables), rows=rows, on=day.isoformat(), files=len(written)
    )
    click.echo(text)
