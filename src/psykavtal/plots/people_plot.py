"""The people of a frame by county as a bar chart."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

import attrs

from psykavtal.agreements.counties import Counties
from psykavtal.agreements.query_checks import FactValue
from psykavtal.agreements.reading_choices import Readings
from psykavtal.cohorts.people_coverage import PeopleCoverage, PeopleRow
from psykavtal.cohorts.people_coverage import coverage_of_people as people_of
from psykavtal.errors import InvalidValueError, Message
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording
from psykavtal.output.views.people_view import ELSEWHERE, OUTCOMES, counts_text, outcomes_of, people_title
from psykavtal.plots.boxes import Box
from psykavtal.plots.drawing import drawn, redrawing
from psykavtal.plots.grid import SMALL, add_name, add_title, margin_of
from psykavtal.plots.legend import LegendEntry, add_legend
from psykavtal.plots.overview_arguments import checked_language
from psykavtal.plots.picture import Picture
from psykavtal.plots.status_styles import INK, MUTED, RULE, TRUTH_STYLES, Style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from psykavtal.plots.marks import Align
    from psykavtal.plots.sheet import Sheet

_STYLES: Mapping[str, Style] = {
    "covered": TRUTH_STYLES[Truth.TRUE],
    "not-covered": TRUTH_STYLES[Truth.FALSE],
    "undecided": TRUTH_STYLES[Truth.UNKNOWN],
}
_PEOPLE = Wording(sv="antal personer", en="number of people")
_TICKS = 4


def coverage_of_people(
    people: PeopleCoverage | Counties,
    frame: object = None,
    *,
    columns: Mapping[str, str] | None = None,
    on: date | str | None = None,
    facts: Mapping[str, FactValue] | None = None,
    readings: Readings = None,
    ax: "Axes | None" = None,
    lang: str = "sv",
    size: str = "print",
) -> Picture:
    """Draw how many people of a frame are covered, by county, as bars.

    Args:
        people: a coverage of people, or the counties whose agreements are asked.
        frame: a row for each person; only beside counties.
        columns: the contents of columns and their names, as for `classify`; only beside counties.
        on: the day, for all rows; only beside counties.
        facts: facts that are given for every row; only beside counties.
        readings: a reading by its name for all, or by provision; only beside counties.
        ax: axes to draw in; a new figure by default.
        lang: "sv" or "en".
        size: "print", "phone" or "slides"; not used with `ax`.

    Raises:
        CohortError: the frame or the columns cannot be used; with no value of a row.
        InvalidValueError: an argument is invalid, or the frame has no rows of these counties.
        MissingPluginError: matplotlib or narwhals is not installed.

    Examples:
        >>> import polars as pl
        >>> from psykavtal import load_counties
        >>> people = pl.DataFrame({"kommun": ["2321", "0680"]})
        >>> columns = {"municipality": "kommun"}
        >>> coverage_of_people(load_counties(), people, columns=columns, on="2026-01-10").title
        'Vilka som omfattas 2026-01-10: 2 personer'
    """
    checked_language(lang)
    found = _coverage(people, frame, columns=columns, on=on, facts=facts, readings=readings)
    if found.total == found.elsewhere:
        raise InvalidValueError(
            Message(
                en="nothing to draw: the frame has no people of these counties.",
                sv="det finns inget att rita: ingen person hör till dessa län.",
            ),
            place="frame",
        )
    title = people_title(found).to(lang)
    notes = [f"{found.elsewhere} {ELSEWHERE.to(lang)}."] if found.elsewhere else []

    def layout(sheet: "Sheet") -> None:
        y = _Bars(sheet=sheet, found=found, lang=lang).add(add_title(sheet, title))
        entries = [LegendEntry(text=label.to(lang), sign=_STYLES[name]) for name, label in OUTCOMES.items()]
        add_legend(sheet, y, entries, notes)

    return Picture(
        axes=drawn(layout, size=size, ax=ax),
        redraw=redrawing(layout, ax),
        title=title,
        alt_text=" ".join([f"{title}.", *(_sentence(each, lang) for each in found.rows), *notes]),
        table=tuple(found.to_records(lang=lang)),
        lang=lang,
    )


def _coverage(
    people: PeopleCoverage | Counties,
    frame: object,
    *,
    columns: Mapping[str, str] | None,
    on: date | str | None,
    facts: Mapping[str, FactValue] | None,
    readings: Readings,
) -> PeopleCoverage:
    given = {"frame": frame, "columns": columns, "on": on, "facts": facts, "readings": readings}
    if isinstance(people, PeopleCoverage):
        for name, value in given.items():
            if value is not None:
                fault = Message(en="people are counted already.", sv="personerna är redan räknade.")
                fix = Message(en="Leave {name} out.", sv="Utelämna {name}.", name=name)
                raise InvalidValueError(fault, place=name, fix=fix)
        return people
    if frame is None or columns is None:
        fault = Message(en="a frame and its columns are missing.", sv="en tabell och dess kolumner saknas.")
        raise InvalidValueError(fault, place="frame")
    return people_of(people, frame, columns=columns, on=on, facts=facts, readings=readings)


def _sentence(row: PeopleRow, lang: str) -> str:
    verdict = "" if row.in_force is None else f" ({row.in_force.label.to(lang)})"
    return f"{row.subject}{verdict}: {counts_text(row).to(lang)}."


@attrs.frozen(kw_only=True, eq=False)
class _Bars:
    """Adds the bars to a sheet."""

    sheet: "Sheet"
    found: PeopleCoverage
    lang: str

    def add(self, y: float) -> float:
        """Add a scale, and a bar for each county; return the lower end."""
        sheet, margin = self.sheet, margin_of(self.sheet)
        width = sheet.width - 2 * margin
        most = _rounded(max(each.total for each in self.found.rows))
        ticks = [round(most * number / _TICKS) for number in range(_TICKS + 1)]
        sheet.text(sheet.width - margin, y, _PEOPLE.to(self.lang), scale=SMALL, colour=MUTED, align="right")
        y += sheet.line * SMALL
        for each in ticks:
            x = margin + width * each / most
            sheet.text(x, y, str(each), scale=SMALL, colour=MUTED, align=_align(each, most))
        y += sheet.line * SMALL * 1.1
        for row in self.found.rows:
            y = self._add_row(Box(margin, y + sheet.line * 0.2, width, sheet.font * 1.8), row, most)
        return y + sheet.line * 0.2

    def _add_row(self, box: Box, row: PeopleRow, most: int) -> float:
        """Add the bar of a county and its numbers; return the lower end."""
        sheet = self.sheet
        note = "" if row.in_force is None else row.in_force.label.to(self.lang)
        y = add_name(sheet, box.y, row.subject, note, box.width) + sheet.line * 0.1
        for number in range(_TICKS + 1):
            at = box.x + box.width * number / _TICKS
            sheet.rule([(at, y - sheet.line * 0.1), (at, y + box.height + sheet.line * 0.1)], RULE, is_behind=True)
        x = box.x
        for name, count in outcomes_of(row).items():
            if count:
                width = box.width * count / most
                sheet.symbol_area(Box(x, y, width, box.height), _STYLES[name], scale=min(0.72, width / sheet.font / 2))
                x += width
        sheet.rule([(box.x, y), (box.x, y + box.height)], INK, line=0.8)
        text = counts_text(row).to(self.lang)
        y += box.height + sheet.line * 0.1
        return sheet.text(box.x, y, text, width=box.width, scale=SMALL) + sheet.line * 0.4


def _align(count: int, most: int) -> "Align":
    if count in (0, most):
        return "right" if count else "left"
    return "center"


def _rounded(count: int) -> int:
    """Return a count rounded up, so that a fourth of it is a whole number.

    Examples:
        >>> _rounded(3), _rounded(41), _rounded(162), _rounded(1234)
        (4, 80, 200, 1600)
    """
    step = _TICKS
    while count > 10 * step:
        step *= 10
    return -(-count // step) * step
