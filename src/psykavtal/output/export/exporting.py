"""Export counties to a folder: tables, a workbook, JSON, schemas and a codebook."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from psykavtal.agreements.counties import Counties
from psykavtal.errors import ExportError, Message
from psykavtal.model import arguments
from psykavtal.output.export.prepared_export import DEFAULT_FORMATS, PreparedExport, is_exported, prepared_export
from psykavtal.output.export.whole_folder import whole_folder


def export(
    counties: Counties,
    folder: Path | str,
    *,
    lang: str = "sv",
    on: date | str | None = None,
    formats: str | Sequence[str] = DEFAULT_FORMATS,
    replace: bool = False,
) -> tuple[str, ...]:
    """Write the data of counties to a folder: tables, workbook, JSON, schemas, codebook.

    The folder appears with all its files, or not at all. The same data give the same bytes.

    Args:
        counties: the counties; `counties.select(...)` gives some of them.
        folder: the folder; it must not exist, or be empty.
        lang: the language of the tables: "sv" or "en".
        on: the day of the verdicts on what is in force; without it, the table "comparison" is left out.
        formats: "parquet", "csv", "excel" and "json", and "csv-excel" for a spreadsheet on a Swedish computer.
        replace: whether the files of an older export in the folder are replaced.

    Returns:
        The files, by their paths within the folder.

    Raises:
        ExportError: the folder cannot be written, or has other files.
        MissingPluginError: a package for a format is not installed.
        InvalidValueError: unknown format or language.
        InvalidDateError: `on` is not a date.
    """
    out = arguments.instance(Path(folder) if isinstance(folder, str) and folder else folder, Path, "folder")
    prepared = prepared_export(counties, lang=lang, on=on, formats=formats)
    with whole_folder(out, replace=arguments.flag(replace, "replace"), is_own=is_exported) as part:
        return write_files(prepared, part)


def write_files(prepared: PreparedExport, folder: Path) -> tuple[str, ...]:
    """Write the files of an export to a folder, and return their paths within it.

    Raises:
        ExportError: a text cannot be written as UTF-8.
        OSError: a file cannot be written.
    """
    written: list[str] = []
    for path, content in prepared.files():
        try:
            data = content()
        except UnicodeEncodeError as error:
            fault = Message(
                en="a text has half of a character pair (a lone surrogate).",
                sv="en text innehåller halva teckenpar (ett ensamt surrogat).",
            )
            fix = Message(en="Correct it in the county's plugin.", sv="Rätta den i länets insticksmodul.")
            raise ExportError(fault, place=path, fix=fix) from error
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        written.append(path)
    return tuple(written)
