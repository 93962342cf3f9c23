"""The responsibility matrix as a picture."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from psykavtal.agreements.comparison.subjects import Subjects
from psykavtal.agreements.overviews.area_duties import AreaCell
from psykavtal.agreements.overviews.duty_bearers import BEARERS
from psykavtal.agreements.overviews.responsibilities import ResponsibilityMatrix
from psykavtal.agreements.overviews.responsibilities import responsibility_matrix as matrix_of
from psykavtal.agreements.reading_choices import Readings
from psykavtal.model.wording import Wording
from psykavtal.output.views.overview_parts import title_of
from psykavtal.output.views.responsibility_view import RESPONSIBILITY_TITLE
from psykavtal.plots.bearer_styles import BEARER_STYLES, LETTERS
from psykavtal.plots.drawing import drawn, redrawing
from psykavtal.plots.grid import GridColumn, GridRow, add_grid, add_title
from psykavtal.plots.grid_cells import Badge, BadgesCell
from psykavtal.plots.legend import LegendEntry, add_legend
from psykavtal.plots.overview_arguments import checked_language, overview_of
from psykavtal.plots.overview_notes import drawn_columns, missing_edition_notes, nothing_to_draw, verdict_note
from psykavtal.plots.picture import Picture
from psykavtal.plots.status_styles import HANDED_OVER_STYLE, NO_BEARER_STYLE, STATUS_STYLES, Style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from psykavtal.plots.sheet import Sheet

_UNCERTAIN = Wording(
    sv="ram och frågetecken: beror på läsningen", en="border and question mark: depends on the reading"
)
_NEED_NOT = Wording(
    sv="Flera ansvariga i ett område behöver inte säga emot varandra: uppgifterna kan vara olika.",
    en="Several bearers in an area need not contradict each other: their tasks may differ.",
)


def responsibility_matrix(
    subjects: ResponsibilityMatrix | Subjects,
    *,
    on: date | str | None = None,
    topics: str | Sequence[str] = (),
    readings: Readings = None,
    ax: "Axes | None" = None,
    lang: str = "sv",
    size: str = "print",
) -> Picture:
    """Draw who is responsible for what, by area and county or document.

    Args:
        subjects: a responsibility matrix, or counties or documents to make it of.
        on: the day; only without a matrix.
        topics: as in `psykavtal.responsibility_matrix`; only without a matrix.
        readings: as there.
        ax: axes to draw in; a new figure by default.
        lang: "sv" or "en".
        size: "print", "phone" or "slides"; not used with `ax`.

    Raises:
        InvalidValueError: an argument is invalid, or no duty has a bearer.
        MissingPluginError: matplotlib is not installed.

    Examples:
        >>> from psykavtal import load_counties
        >>> responsibility_matrix(load_counties(), on="2026-01-10", lang="en").title
        'Who is responsible for what 2026-01-10'
    """
    checked_language(lang)
    found = overview_of(
        ResponsibilityMatrix,
        subjects,
        on,
        lambda given, day: matrix_of(given, on=day, topics=topics, readings=readings),
    )
    shown = drawn_columns(found)
    if not shown or not found.rows:
        raise nothing_to_draw(found.subjects, found.on, has_edition=bool(drawn_columns(found)))
    title = title_of(RESPONSIBILITY_TITLE, found).to(lang)
    places = _bearers(found, shown)

    def layout(sheet: "Sheet") -> None:
        columns = [GridColumn(head=found.subjects[at], note=verdict_note(found, at, lang)) for at in shown]
        rows = [
            GridRow(label=row.label.to(lang), cells=tuple(_cell(row.cells[at], places, lang) for at in shown))
            for row in found.rows
        ]
        y = add_grid(sheet, add_title(sheet, title), columns, rows, label_share=0.33)
        add_legend(
            sheet, y, _legend(found, shown, places, lang), [_NEED_NOT.to(lang), *missing_edition_notes(found, lang)]
        )

    return Picture(
        axes=drawn(layout, size=size, ax=ax),
        redraw=redrawing(layout, ax),
        title=title,
        alt_text=_alt_text(found, shown, title, lang),
        table=tuple(found.to_records(lang=lang)),
        lang=lang,
    )


def _bearers(found: ResponsibilityMatrix, shown: Sequence[int]) -> list[str]:
    """Return the bearers that have a duty, in their order."""
    used = {each.bearer for row in found.rows for at in shown for each in row.cells[at].bearers}
    return [each for each in BEARERS if each in used]


def _cell(cell: AreaCell, places: Sequence[str], lang: str) -> BadgesCell:
    badges: list[Badge | None] = []
    for name in places:
        certain = [each.is_certain for each in cell.bearers if each.bearer == name]
        badges.append(_badge(name, lang, is_certain=any(certain)) if certain else None)
    return BadgesCell(badges=tuple(badges), text=cell.label.to(lang), style=_style(cell))


def _style(cell: AreaCell) -> Style:
    """Return the look of a cell without duties."""
    if cell.is_referred:
        return HANDED_OVER_STYLE
    if cell.status in ("silent", "not-recorded", "unreadable", "not-applicable"):
        return STATUS_STYLES[cell.status]
    return NO_BEARER_STYLE


def _badge(name: str, lang: str, *, is_certain: bool = True) -> Badge:
    return Badge(letter=LETTERS[name].to(lang), style=BEARER_STYLES[name], is_certain=is_certain)


def _legend(found: ResponsibilityMatrix, shown: Sequence[int], places: Sequence[str], lang: str) -> list[LegendEntry]:
    bearers = [each for row in found.rows for at in shown for each in row.cells[at].bearers]
    entries: list[LegendEntry] = []
    for name in places:
        labels = {each.label for each in bearers if each.bearer == name}
        label = labels.pop() if len(labels) == 1 else BEARERS[name]
        entries.append(LegendEntry(text=label.to(lang), sign=_badge(name, lang)))
    if not all(each.is_certain for each in bearers):
        entries.append(LegendEntry(text=_UNCERTAIN.to(lang), sign=_badge(bearers[0].bearer, lang, is_certain=False)))
    return entries


def _alt_text(found: ResponsibilityMatrix, shown: Sequence[int], title: str, lang: str) -> str:
    """Return the bearers of each area, by county or document."""
    parts = [f"{title}."]
    for at in shown:
        cells = "; ".join(f"{row.label.to(lang)}: {row.cells[at].label.to(lang)}" for row in found.rows)
        parts.append(f"{found.subjects[at]} ({verdict_note(found, at, lang)}): {cells}.")
    return " ".join([*parts, *missing_edition_notes(found, lang)])
