"""A table as a report: its columns for a short display, and its first rows."""

from datetime import date

from psykavtal.agreements.tables.table import Table
from psykavtal.model.table_columns import CellValue
from psykavtal.model.wording import Wording
from psykavtal.output.labels import AS_OF, joined, labelled, same
from psykavtal.output.report import Line, Report, ReportSection

_YES, _NO = Wording(sv="ja", en="yes"), Wording(sv="nej", en="no")
_ROWS = Wording(sv="rader", en="rows")
_COLUMNS = Wording(sv="kolumner", en="columns")
_MORE = Wording(sv="rader till", en="more rows")
_FURTHER = Wording(sv="Övriga kolumner", en="Further columns")
_EMPTY = Wording(sv="Inga rader.", en="No rows.")
_NOT_READ = Wording(sv="Kan inte läsas och saknas", en="Cannot be read and missing")


def table_report(table: Table, *, limit: int | None = None) -> Report:
    """Return a table as a report with the columns of a short display.

    Args:
        table: the table.
        limit: the number of rows shown; None for all.
    """
    shown = [(at, each) for at, each in enumerate(table.columns) if each.is_brief]
    rest = [each.name for each in table.columns if not each.is_brief]
    (first, corner), *others = shown
    rows = table.rows[:limit]
    return Report(
        title=_title(table),
        remarks=(
            table.description,
            *((labelled(_NOT_READ, same(", ".join(table.not_read))),) if table.not_read else ()),
        ),
        corner=corner.label,
        columns=tuple(each.label.to(table.lang) for _, each in others),
        sections=tuple(
            ReportSection(
                heading=_one_line(row[first]),
                sections=tuple(ReportSection(heading=each.label, lines=_lines(row[at])) for at, each in others),
            )
            for row in rows
        ),
        closing=tuple(_closing(len(table) - len(rows), len(table), rest)),
    )


def _title(table: Table) -> Wording:
    size = joined(same(f"{len(table)} "), _ROWS, same(f", {len(table.columns)} "), _COLUMNS)
    title = labelled(table.title, size)
    return title if table.on is None else joined(title, same("; "), AS_OF, same(f" {table.on.isoformat()}"))


def _closing(more: int, count: int, further: list[str]) -> list[Wording]:
    lines = [] if count else [_EMPTY]
    lines += [joined(same(f"{more} "), _MORE, same("."))] if more else []
    return [*lines, labelled(_FURTHER, same(", ".join(further)))]


def _one_line(value: CellValue) -> Wording | None:
    texts = cell_texts(value)
    if not texts:
        return None
    return Wording(sv="; ".join(each.sv for each in texts), en="; ".join(each.to("en") for each in texts))


def _lines(value: CellValue) -> tuple[Line, ...]:
    return tuple(Line(each) for each in cell_texts(value))


def cell_texts(value: CellValue) -> tuple[Wording, ...]:
    """Return the value of a cell for people; a list has several wordings."""
    match value:
        case None:
            return ()
        case bool():
            return (_YES if value else _NO,)
        case tuple():
            return tuple(same(each) for each in value)
        case date():
            return (same(value.isoformat()),)
        case _:
            return (same(str(value)),)
