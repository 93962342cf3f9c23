"""A comparison as a picture."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from psykavtal.agreements.comparison.comparing import compare
from psykavtal.agreements.comparison.rows import Comparison, Row
from psykavtal.agreements.comparison.subjects import Subjects
from psykavtal.agreements.reading_choices import Readings
from psykavtal.model.answers import STATUSES
from psykavtal.model.wording import Wording
from psykavtal.output.labels import COMPARED
from psykavtal.plots.drawing import drawn, redrawing
from psykavtal.plots.grid import GridColumn, GridRow, add_grid, add_title
from psykavtal.plots.grid_cells import TextCell
from psykavtal.plots.legend import LegendEntry, add_legend
from psykavtal.plots.overview_arguments import checked_language, overview_of
from psykavtal.plots.overview_notes import nothing_to_draw
from psykavtal.plots.picture import Picture
from psykavtal.plots.status_styles import RESULT_STYLES, STATUS_STYLES

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from psykavtal.plots.sheet import Sheet

_NARROWEST = 10.5
_MOST_LINES = 4


def comparison(
    subjects: Comparison | Subjects,
    *,
    on: date | str | None = None,
    topics: str | Sequence[str] = (),
    readings: Readings = None,
    ax: "Axes | None" = None,
    lang: str = "sv",
    size: str = "print",
) -> Picture:
    """Draw a comparison of counties or documents, topic by topic.

    Args:
        subjects: a comparison, or counties or documents to compare.
        on: the day; only without a comparison.
        topics: as in `psykavtal.compare`; only without a comparison.
        readings: as there.
        ax: axes to draw in; a new figure by default.
        lang: "sv" or "en".
        size: "print", "phone" or "slides"; not used with `ax`.

    Raises:
        InvalidValueError: an argument is invalid, or the comparison has no rows.
        MissingPluginError: matplotlib is not installed.

    Examples:
        >>> from psykavtal import load_counties
        >>> picture = comparison(load_counties(), on="2026-01-10", topics="target-group", lang="en")
        >>> len(picture.table)
        18
    """
    checked_language(lang)
    found = overview_of(
        Comparison, subjects, on, lambda given, day: compare(given, on=day, topics=topics, readings=readings)
    )
    if not found.rows:
        raise nothing_to_draw(found.subjects, found.on)
    title = Wording(sv=f"Jämförelse {found.on.isoformat()}", en=f"Comparison {found.on.isoformat()}").to(lang)

    def layout(sheet: "Sheet") -> None:
        y = add_title(sheet, title)
        if sheet.width / (len(found.subjects) + 2.2) < sheet.font * _NARROWEST:
            y = _stacked(sheet, y, found, lang)
        else:
            y = _in_columns(sheet, y, found, lang)
        add_legend(sheet, y, _legend(found, lang))

    return Picture(
        axes=drawn(layout, size=size, ax=ax),
        redraw=redrawing(layout, ax),
        title=title,
        alt_text=_alt_text(found, title, lang),
        table=tuple(found.records(lang)),
        lang=lang,
    )


def _in_columns(sheet: "Sheet", y: float, found: Comparison, lang: str) -> float:
    """Add a row for each topic, with a column for each county or document."""
    columns = [
        GridColumn(head=name, note=each.label.to(lang))
        for name, each in zip(found.subjects, found.in_force, strict=True)
    ]
    rows = [GridRow(label=row.topic.label.to(lang), cells=(*_cells(row, lang), _result(row, lang))) for row in found]
    return add_grid(sheet, y, [*columns, GridColumn(head=COMPARED.to(lang))], rows, label_share=0.22)


def _stacked(sheet: "Sheet", y: float, found: Comparison, lang: str) -> float:
    """Add a row for each topic and each county or document, for a narrow page."""
    names = [*found.subjects, COMPARED.to(lang)]
    for row in found:
        cells = (*_cells(row, lang), _result(row, lang))
        rows = [GridRow(label=name, cells=(cell,)) for name, cell in zip(names, cells, strict=True)]
        y = add_grid(sheet, y, [GridColumn(head="")], rows, label_share=0.3, heading=row.topic.label.to(lang))
    return y


def _cells(row: Row, lang: str) -> tuple[TextCell, ...]:
    return tuple(
        TextCell(text=each.short.to(lang), style=STATUS_STYLES[each.answer.status], most=_MOST_LINES)
        for each in row.cells
    )


def _result(row: Row, lang: str) -> TextCell:
    result = row.verdict.result
    return TextCell(text=result.short.to(lang), style=RESULT_STYLES[result.value])


def _legend(found: Comparison, lang: str) -> list[LegendEntry]:
    used = {cell.answer.status for row in found for cell in row.cells}
    return [
        LegendEntry(text=label.to(lang), sign=STATUS_STYLES[status])
        for status, label in STATUSES.items()
        if status in used
    ]


def _alt_text(found: Comparison, title: str, lang: str) -> str:
    """Return each answer in a few words, with the result of comparing them."""
    parts = [f"{title}."]
    parts += [f"{name}: {each.label.to(lang)}." for name, each in zip(found.subjects, found.in_force, strict=True)]
    for row in found:
        cells = "; ".join(f"{each.subject}: {each.answer.label.to(lang)}, {each.short.to(lang)}" for each in row.cells)
        parts.append(f"{row.topic.label.to(lang)}: {cells}; {COMPARED.to(lang)}: {row.verdict.result.label.to(lang)}.")
    return " ".join(parts)
