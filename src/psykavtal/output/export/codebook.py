"""The codebook of an export: each table and column, in both languages."""

from collections.abc import Iterator, Mapping, Sequence

from psykavtal.agreements.tables.table import Table
from psykavtal.errors import LANGUAGES
from psykavtal.model.table_columns import ColumnType, TableColumn
from psykavtal.model.wording import Wording
from psykavtal.output.escaping import markdown_text
from psykavtal.output.export.about_export import TITLE, AboutExport
from psykavtal.output.export.csv_files import EXCEL_SEPARATOR

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES = {
    ColumnType.TEXT: Wording(sv="text", en="text"),
    ColumnType.TEXTS: Wording(sv="lista av texter", en="list of texts"),
    ColumnType.INTEGER: Wording(sv="heltal", en="whole number"),
    ColumnType.BOOLEAN: Wording(sv="ja eller nej", en="true or false"),
    ColumnType.DATE: Wording(sv="datum", en="date"),
}
_RULES = (
    Wording(
        sv="`x` är text på tabellens språk, `x_id` samma sak som id för program; id är lika på båda språken.",
        en="`x` is text in the language of the table, `x_id` the same as an id for programs; ids are the same in both languages.",
    ),
    Wording(
        sv="En tom cell betyder att inget är angivet eller känt, aldrig nej. Ett frågetecken betyder att läsningarna skiljer sig.",
        en="An empty cell means that nothing is stated or known, never no. A question mark means that the readings differ.",
    ),
    Wording(
        sv="`csv/`: UTF-8, komma, listor som JSON, varje text exakt som den är. En text som börjar med `=`, `+`, `-` eller `@` "
        "kan ett kalkylprogram läsa som en formel: öppna arbetsboken i stället.",
        en="`csv/`: UTF-8, commas, lists as JSON, every text exactly as it is. A spreadsheet can read a text that begins with "
        "`=`, `+`, `-` or `@` as a formula: open the workbook instead.",
    ),
    Wording(
        sv="`csv-excel/`: UTF-8 med byteordningsmärke och semikolon, som Excel öppnar på en svensk dator. Framför en text som "
        "skulle läsas som en formel, eller som börjar med en apostrof, står en apostrof till.",
        en="`csv-excel/`: UTF-8 with a byte order mark and semicolons, as Excel opens it on a Swedish computer. A text that "
        "would be read as a formula, or that begins with an apostrophe, has one more apostrophe before it.",
    ),
    Wording(
        sv="`psykavtal.xlsx`: ett blad för varje tabell; alla texter är text, aldrig formler; listor står rad för rad.",
        en="`psykavtal.xlsx`: a sheet for each table; every text is text, never a formula; lists are line by line.",
    ),
)


def codebook(tables: Sequence[Table], about: AboutExport) -> str:
    """Return the codebook as Markdown, in both languages."""
    return "\n".join(_lines(tables, about)) + "\n"


def _lines(tables: Sequence[Table], about: AboutExport) -> Iterator[str]:
    yield f"# {markdown_text(TITLE.sv)} / {markdown_text(TITLE.to('en'))}"
    for lang in LANGUAGES:
        yield ""
        yield from (f"- {markdown_text(each)}" for each in about.lines_in(lang))
        yield from (f"- {each.to(lang)}" for each in _RULES)
    for table in tables:
        yield ""
        yield f"## {table.name}: {markdown_text(table.title.sv)} / {markdown_text(table.title.to('en'))}"
        yield ""
        yield markdown_text(table.description.sv)
        yield ""
        yield markdown_text(table.description.to("en"))
        yield ""
        yield "| kolumn / column | typ / type | rubrik / label | innehåll / content |"
        yield "| --- | --- | --- | --- |"
        yield from (_row(each) for each in table.columns)


def _row(column: TableColumn) -> str:
    kind = _TYPES[column.type]
    texts = (kind, column.label, column.description)
    cells = (" / ".join(markdown_text(each.to(lang)) for lang in LANGUAGES) for each in texts)
    return f"| `{column.name}` | {' | '.join(cells)} |"


def data_package(tables: Sequence[Table], about: AboutExport, formats: Sequence[str]) -> dict[str, object]:
    """Return the codebook for programs: a Frictionless data package with table schemas.

    Args:
        tables: the tables.
        about: the description of the export.
        formats: the formats that were written.
    """
    return {
        "$schema": _PROFILE,
        "name": "psykavtal",
        "title": about.title,
        "titles": _both(TITLE),
        "description": "\n".join(about.lines),
        "language": about.lang,
        "on": None if about.on is None else about.on.isoformat(),
        "resources": [_resource(each, formats) for each in tables],
    }


def _resource(table: Table, formats: Sequence[str]) -> dict[str, object]:
    """Return the description of a table, with the file of it that programs read best."""
    return {
        "name": table.name,
        **_file(table, formats),
        "title": table.title.to(table.lang),
        "titles": _both(table.title),
        "description": table.description.to(table.lang),
        "descriptions": _both(table.description),
        "rows": len(table),
        "schema": {"fields": [_field(each, table.lang) for each in table.columns], "missingValues": [""]},
    }


def _file(table: Table, formats: Sequence[str]) -> Mapping[str, object]:
    if "csv" in formats:
        return {"path": f"csv/{table.name}.csv", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
    if "parquet" in formats:
        return {"path": f"parquet/{table.name}.parquet", "format": "parquet"}
    if "csv-excel" in formats:
        dialect = {"delimiter": EXCEL_SEPARATOR}
        return {"path": f"csv-excel/{table.name}.csv", "format": "csv", "encoding": "utf-8-sig", "dialect": dialect}
    return {"path": "psykavtal.xlsx", "format": "xlsx"}


def _field(column: TableColumn, lang: str) -> dict[str, object]:
    return {
        "name": column.name,
        "type": column.type.value,
        "title": column.label.to(lang),
        "titles": _both(column.label),
        "description": column.description.to(lang),
        "descriptions": _both(column.description),
    }


def _both(wording: Wording) -> dict[str, str]:
    return {lang: wording.to(lang) for lang in LANGUAGES}
