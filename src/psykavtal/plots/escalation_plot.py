"""Escalation as a picture: a ladder for each route."""

from datetime import date
from typing import TYPE_CHECKING

from psykavtal.agreements.comparison.subjects import Subjects
from psykavtal.agreements.escalation.occasions import OCCASIONS
from psykavtal.agreements.overviews.escalations import EscalationRow, Escalations
from psykavtal.agreements.overviews.escalations import escalations as routes_of
from psykavtal.agreements.reading_choices import Readings
from psykavtal.errors import Message, UnknownTriggerError, suggestion
from psykavtal.model import arguments
from psykavtal.model.answers import STATUSES
from psykavtal.output.labels import joined, labelled, same
from psykavtal.output.views.escalations_view import ESCALATIONS_TITLE, reasons, route_text
from psykavtal.output.views.overview_parts import title_of
from psykavtal.plots.drawing import drawn, redrawing
from psykavtal.plots.grid import add_title
from psykavtal.plots.ladder import Ladders
from psykavtal.plots.legend import LegendEntry, add_legend
from psykavtal.plots.overview_arguments import checked_language, overview_of
from psykavtal.plots.overview_notes import drawn_columns, missing_edition_notes, nothing_to_draw
from psykavtal.plots.picture import Picture
from psykavtal.plots.status_styles import STATUS_STYLES

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from psykavtal.plots.sheet import Sheet


def escalation(
    subjects: Escalations | Subjects,
    *,
    on: date | str | None = None,
    occasion: str = "disagreement",
    readings: Readings = None,
    ax: "Axes | None" = None,
    lang: str = "sv",
    size: str = "print",
) -> Picture:
    """Draw the routes of a matter as ladders, one for each reading.

    Args:
        subjects: escalations, or counties or documents to make them of.
        on: the day; only without escalations.
        occasion: "disagreement", "interpretation-needed" or "deviation".
        readings: a reading by its name for all, or by provision; only without escalations.
        ax: axes to draw in; a new figure by default.
        lang: "sv" or "en".
        size: "print", "phone" or "slides"; not used with `ax`.

    Raises:
        InvalidValueError: an argument is invalid, or no text states a step.
        UnknownTriggerError: unknown occasion.
        MissingPluginError: matplotlib is not installed.

    Examples:
        >>> from psykavtal import load_counties
        >>> escalation(load_counties(), on="2026-01-10", lang="en").title
        'Where a matter is lifted: disagreement 2026-01-10'
    """
    checked_language(lang)
    if arguments.text(occasion, "occasion") not in OCCASIONS:
        fault = Message(en="no occasion {occasion!r}.", sv="okänt tillfälle {occasion!r}.", occasion=occasion)
        raise UnknownTriggerError(fault, value=occasion, fix=suggestion(occasion, OCCASIONS, kind="occasions"))
    found = overview_of(Escalations, subjects, on, lambda given, day: routes_of(given, on=day, readings=readings))
    rows = [each for each in found.rows if each.occasion == occasion]
    if not any(each.route for each in rows):
        raise nothing_to_draw(found.subjects, found.on, has_edition=bool(drawn_columns(found)))
    title = title_of(labelled(ESCALATIONS_TITLE, rows[0].occasion_label), found).to(lang)

    def layout(sheet: "Sheet") -> None:
        y = Ladders(sheet=sheet, lang=lang).add(add_title(sheet, title), rows)
        add_legend(sheet, y, _legend(rows, lang), missing_edition_notes(found, lang))

    return Picture(
        axes=drawn(layout, size=size, ax=ax),
        redraw=redrawing(layout, ax),
        title=title,
        alt_text=" ".join([f"{title}.", *(_sentence(each, lang) for each in rows)]),
        table=tuple(each for each in found.to_records(lang=lang) if each["occasion"] == occasion),
        lang=lang,
    )


def _legend(rows: list[EscalationRow], lang: str) -> list[LegendEntry]:
    used = {each.status for each in rows}
    return [
        LegendEntry(text=label.to(lang), sign=STATUS_STYLES[name]) for name, label in STATUSES.items() if name in used
    ]


def _sentence(row: EscalationRow, lang: str) -> str:
    """Return a route in words: its status, its reading, its steps and its end."""
    head = joined(same(f"{row.subject}: "), STATUSES[row.status])
    if row.whys:
        head = joined(head, same(", "), reasons(row))
    text = head if row.route is None else joined(head, same(": "), route_text(row.route, row.conditions))
    return f"{text.to(lang)}."
