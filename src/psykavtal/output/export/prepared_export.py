"""The data of an export, and the content of each of its files."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeVar

import attrs

from psykavtal.agreements.counties import Counties
from psykavtal.agreements.county import County
from psykavtal.agreements.tables.making import make_tables
from psykavtal.agreements.tables.table import Table
from psykavtal.errors import InvalidValueError, Message, PsykavtalError, one_of, suggestion
from psykavtal.exchange import to_dict
from psykavtal.exchange.schemas import schema_of
from psykavtal.model import arguments
from psykavtal.model.dates import parse_date
from psykavtal.model.records import Content, CountySnapshot, Snapshot
from psykavtal.output.escaping import json_text
from psykavtal.output.export.about_export import AboutExport
from psykavtal.output.export.codebook import codebook, data_package
from psykavtal.output.export.csv_files import csv_bytes, excel_csv_bytes
from psykavtal.output.export.parquet_files import check_parquet, parquet_bytes
from psykavtal.output.export.workbook import check_workbook, workbook_bytes

T = TypeVar("T")

DEFAULT_FORMATS = ("parquet", "csv", "excel", "json")
"""The formats that are written if none is chosen."""

FORMATS = (*DEFAULT_FORMATS, "csv-excel")
"""The formats of an export."""

_OF_TABLES: dict[str, tuple[str, Callable[[Table], bytes]]] = {
    "parquet": (".parquet", parquet_bytes),
    "csv": (".csv", csv_bytes),
    "csv-excel": (".csv", excel_csv_bytes),
}
_COUNTIES = Message(en="Give `load_counties()`.", sv="Ange `load_counties()`.")
_SCHEMAS = ("exchange", "county", "document")
_SINGLE = ("psykavtal.xlsx", "CODEBOOK.md", "datapackage.json")
_SUFFIXES = {**{fmt: suffix for fmt, (suffix, _) in _OF_TABLES.items()}, "json": ".json", "json/schemas": ".json"}


def is_exported(path: str) -> bool:
    """Return whether a path within a folder is one of an export.

    Examples:
        >>> is_exported("csv/ages.csv"), is_exported("thesis.docx")
        (True, False)
    """
    folder, _, name = path.rpartition("/")
    return path in _SINGLE or (folder in _SUFFIXES and name.endswith(_SUFFIXES[folder]))


@attrs.frozen(kw_only=True, eq=False)
class PreparedExport:
    """An export that is ready to be written.

    Attributes:
        counties: the counties.
        tables: the tables; empty if no format of tables is chosen.
        about: the description of the export.
        formats: the formats.
    """

    counties: Counties
    tables: tuple[Table, ...]
    about: AboutExport
    formats: tuple[str, ...]

    def files(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """Yield the path of each file, with the function that returns its content."""
        for fmt, (suffix, content) in _OF_TABLES.items():
            for each in self.tables if fmt in self.formats else ():
                yield f"{fmt}/{each.name}{suffix}", _called(content, each)
        if "excel" in self.formats:
            yield "psykavtal.xlsx", lambda: workbook_bytes(self.tables, self.about)
        if "json" in self.formats:
            yield "json/counties.json", lambda: _json(to_dict(_snapshot(self.counties)))
            for which in _SCHEMAS:
                yield f"json/schemas/{which}.json", _called(_schema, which)
        if self.tables:
            yield "CODEBOOK.md", lambda: codebook(self.tables, self.about).encode()
            yield "datapackage.json", lambda: _json(data_package(self.tables, self.about, self.formats))


def prepared_export(
    counties: Counties,
    *,
    lang: str = "sv",
    on: date | str | None = None,
    formats: str | Sequence[str] = DEFAULT_FORMATS,
) -> PreparedExport:
    """Return an export that is ready to be written; see `export`.

    Raises:
        MissingPluginError: a package for a format is not installed.
        InvalidValueError: unknown format or language.
        InvalidDateError: `on` is not a date.
    """
    arguments.instance(counties, Counties, "counties", _COUNTIES)
    chosen = _checked(formats)
    day = None if on is None else parse_date(on, place="on")
    members = tuple(counties.values())
    tables = tuple(make_tables(members, lang=lang, on=day)) if set(chosen) - {"json"} else ()
    not_read = tables[0].not_read if tables else ()
    about = AboutExport.of(members, not_read, lang=lang, on=day)
    return PreparedExport(counties=counties, tables=tables, about=about, formats=chosen)


def _checked(formats: str | Sequence[str]) -> tuple[str, ...]:
    """Return the formats, each once, if all of them can be written.

    Raises:
        InvalidValueError: unknown format, or none.
        MissingPluginError: a package for a format is not installed.
    """
    chosen = tuple(dict.fromkeys(arguments.texts(formats, "formats")))
    for each in chosen:
        if each not in FORMATS:
            fix = suggestion(each, FORMATS, kind="formats")
            fault = Message(en="unknown format {name!r}.", sv="okänt format {name!r}.", name=each)
            raise InvalidValueError(fault, value=each, place="formats", fix=fix)
    if not chosen:
        fix = one_of(FORMATS)
        raise InvalidValueError(Message(en="is empty.", sv="är tom."), place="formats", fix=fix)
    if "parquet" in chosen:
        check_parquet()
    if "excel" in chosen:
        check_workbook()
    return chosen


def _called(function: Callable[[T], bytes], value: T) -> Callable[[], bytes]:
    return lambda: function(value)


def _schema(which: str) -> bytes:
    return _json(schema_of(which))


def _json(value: object) -> bytes:
    return f"{json_text(value, indent=2)}\n".encode()


def _snapshot(counties: Counties) -> Snapshot:
    """Return the data of the counties, without the documents that cannot be read."""
    return Snapshot(
        counties=tuple(
            CountySnapshot(
                record=each.holdings.record,
                contents=tuple(_readable(each)),
                passages=tuple(each.holdings.registry.passages(each.holdings.record).values()),
            )
            for each in counties.values()
        ),
        topics=tuple(counties.topics.values()),
        facts=tuple(counties.facts.values()),
    )


def _readable(county: County) -> Iterator[Content]:
    for each in county.documents:
        try:
            yield county.holdings.content(each)
        except PsykavtalError:  # reported in `counties.problems`
            continue
