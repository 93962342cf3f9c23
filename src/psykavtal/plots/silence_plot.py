"""The silence map as a picture."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from psykavtal.agreements.comparison.subjects import Subjects
from psykavtal.agreements.overviews.silence import SilenceMap, TopicStatus
from psykavtal.agreements.overviews.silence import silence_map as map_of
from psykavtal.agreements.reading_choices import Readings
from psykavtal.model.answers import HANDED_OVER, STATUSES
from psykavtal.model.wording import Wording
from psykavtal.output.views.overview_parts import title_of
from psykavtal.output.views.silence_view import SILENCE_TITLE, cell_text
from psykavtal.plots.drawing import drawn, redrawing
from psykavtal.plots.grid import GridColumn, GridRow, add_grid, add_title
from psykavtal.plots.grid_cells import StatusCell
from psykavtal.plots.legend import LegendEntry, add_legend
from psykavtal.plots.overview_arguments import checked_language, overview_of
from psykavtal.plots.overview_notes import drawn_columns, missing_edition_notes, nothing_to_draw, verdict_note
from psykavtal.plots.picture import Picture
from psykavtal.plots.status_styles import HANDED_OVER_STYLE, STATUS_STYLES

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from psykavtal.plots.sheet import Sheet

_NARROW = 40
_COUNT = Wording(sv="antal öppna frågor", en="number of open questions")


def silence_map(
    subjects: SilenceMap | Subjects,
    *,
    on: date | str | None = None,
    topics: str | Sequence[str] = (),
    readings: Readings = None,
    ax: "Axes | None" = None,
    lang: str = "sv",
    size: str = "print",
) -> Picture:
    """Draw which topics are stated, ambiguous, silent or not recorded.

    Args:
        subjects: a silence map, or counties or documents to make it of.
        on: the day; only without a silence map.
        topics: as in `psykavtal.silence_map`; only without a silence map.
        readings: as there.
        ax: axes to draw in; a new figure by default.
        lang: "sv" or "en".
        size: "print", "phone" or "slides"; not used with `ax`.

    Raises:
        InvalidValueError: an argument is invalid, or no recorded edition applies on the day.
        MissingPluginError: matplotlib is not installed.

    Examples:
        >>> from psykavtal import load_counties
        >>> picture = silence_map(load_counties(), on="2026-01-10")
        >>> picture.title
        'Vad texterna säger och är tysta om 2026-01-10'
    """
    checked_language(lang)
    found = overview_of(
        SilenceMap, subjects, on, lambda given, day: map_of(given, on=day, topics=topics, readings=readings)
    )
    shown = drawn_columns(found)
    if not shown or not found.rows:
        raise nothing_to_draw(found.subjects, found.on, has_edition=bool(drawn_columns(found)))
    title = title_of(SILENCE_TITLE, found).to(lang)

    def layout(sheet: "Sheet") -> None:
        columns = [GridColumn(head=found.subjects[at], note=verdict_note(found, at, lang)) for at in shown]
        rows = [
            GridRow(label=row.topic.label.to(lang), cells=tuple(_cell(row.cells[at]) for at in shown))
            for row in found.rows
        ]
        y = add_grid(
            sheet,
            add_title(sheet, title),
            columns,
            rows,
            label_share=0.36 if sheet.width > _NARROW * sheet.font else 0.31,
        )
        add_legend(sheet, y, _legend(found, shown, lang), missing_edition_notes(found, lang))

    return Picture(
        axes=drawn(layout, size=size, ax=ax),
        redraw=redrawing(layout, ax),
        title=title,
        alt_text=_alt_text(found, shown, title, lang),
        table=tuple(found.to_records(lang=lang)),
        lang=lang,
    )


def _cell(cell: TopicStatus) -> StatusCell:
    second = STATUS_STYLES["ambiguous"] if cell.ambiguous_members else None
    style = HANDED_OVER_STYLE if cell.is_handed_over else STATUS_STYLES[cell.status]
    return StatusCell(style=style, second=second, count=len(cell.open_questions))


def _legend(found: SilenceMap, shown: Sequence[int], lang: str) -> list[LegendEntry]:
    cells = [row.cells[at] for row in found.rows for at in shown]
    used = {each.status for each in cells if not each.is_handed_over} | {
        "ambiguous" for each in cells if each.ambiguous_members
    }
    entries = [
        LegendEntry(text=label.to(lang), sign=STATUS_STYLES[status])
        for status, label in STATUSES.items()
        if status in used
    ]
    if any(each.is_handed_over for each in cells):
        entries.append(LegendEntry(text=HANDED_OVER.to(lang), sign=HANDED_OVER_STYLE))
    if any(each.open_questions for each in cells):
        entries.append(LegendEntry(text=_COUNT.to(lang), sign="1"))
    return entries


def _alt_text(found: SilenceMap, shown: Sequence[int], title: str, lang: str) -> str:
    """Return the status of each topic, by county or document."""
    parts = [f"{title}."]
    for at in shown:
        cells = "; ".join(f"{row.topic.label.to(lang)}: {cell_text(row.cells[at]).to(lang)}" for row in found.rows)
        parts.append(f"{found.subjects[at]} ({verdict_note(found, at, lang)}): {cells}.")
    return " ".join([*parts, *missing_edition_notes(found, lang)])
