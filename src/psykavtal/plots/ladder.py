"""Ladders: the steps of routes in columns, from the first step down."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from psykavtal.agreements.escalation.routes import AFTER, UNNAMED, Branch, RouteEnd, Step
from psykavtal.agreements.overviews.escalations import EscalationRow
from psykavtal.model.answers import STATUSES
from psykavtal.model.wording import Wording
from psykavtal.output.views.escalations_view import reasons
from psykavtal.output.views.overview_parts import IF
from psykavtal.plots.boxes import Box
from psykavtal.plots.grid import SMALL, margin_of
from psykavtal.plots.status_styles import INK, MUTED, PAPER, RULE, STATUS_STYLES, Style

if TYPE_CHECKING:
    from psykavtal.plots.sheet import Sheet

_NAMED = Style(fill="#e6f1f8", edge="#0072b2")
_UNNAMED = Style(fill=PAPER, edge="#b38600", hatch="////")
_PLAIN = Style(fill=PAPER, edge=PAPER)
_ENDS = {
    RouteEnd.UNNAMED: Style(fill=PAPER, edge=PAPER, symbol="$?$"),
    RouteEnd.LEADS_OUT: Style(fill=PAPER, edge=PAPER, symbol=">"),
    RouteEnd.NOTHING_FURTHER: Style(fill=PAPER, edge=PAPER, symbol="s"),
    RouteEnd.CYCLE: Style(fill=PAPER, edge=PAPER, symbol="$\\circlearrowleft$"),
}
_NARROWEST = 13.0
_WIDEST = 30.0
_MOST_LINES = 5


@attrs.frozen(kw_only=True, eq=False)
class Ladders:
    """Adds routes to a sheet.

    Attributes:
        sheet: the sheet.
        lang: the language.
    """

    sheet: "Sheet"
    lang: str

    def add(self, y: float, rows: Sequence[EscalationRow]) -> float:
        """Add a ladder for each route, and a line for each text without one.

        Returns:
            The lower end.
        """
        with_route = [each for each in rows if each.route is not None]
        margin, gap = margin_of(self.sheet), self.sheet.font * 1.4
        inner = self.sheet.width - 2 * margin + gap
        fitting = max(1, min(len(with_route), int(inner / (self.sheet.font * _NARROWEST + gap))))
        width = min(inner / fitting - gap, self.sheet.font * _WIDEST)
        for start in range(0, len(with_route), fitting):
            band = with_route[start : start + fitting]
            tops = [self._add_head(margin + at * (width + gap), y, width, row) for at, row in enumerate(band)]
            bottoms = [
                self._add_steps(margin + at * (width + gap), max(tops), width, row) for at, row in enumerate(band)
            ]
            y = max(bottoms) + self.sheet.line * 0.8
        for row in rows:
            if row.route is None:
                y = self._add_status(margin, y, row)
        return y + self.sheet.line * 0.4

    def _add_head(self, x: float, y: float, width: float, row: EscalationRow) -> float:
        """Add the subject and the reading of a route; return the lower end."""
        y = self.sheet.text(x, y, row.subject, width=width, bold=True)
        status = STATUSES[row.status].to(self.lang)
        text = f"{status}: {reasons(row).to(self.lang)}" if row.whys else status
        lines = self.sheet.lines_of(text, width, scale=SMALL)
        if len(lines) > _MOST_LINES:
            lines = [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1].rsplit(' ', 1)[0]} …»"]
        for each in lines:
            y = self.sheet.text(x, y, each, scale=SMALL, colour=MUTED)
        return y + self.sheet.line * 0.2

    def _add_steps(self, x: float, y: float, width: float, row: EscalationRow) -> float:
        assert row.route is not None
        ends = {each.step: each for each in row.route.branches}
        for (step, origin), condition in zip(row.route.origins(), row.conditions, strict=True):
            if step.number > 1:
                follows = step.number - 1 not in ends
                y = self._add_arrow(x + width / 2, y) if follows else y + self.sheet.line * 0.6
            notes = self._notes(step, origin, condition)
            y = self._add_step(Box(x, y, width, 0), step, notes)
            if step.number in ends:
                y = self._add_end(x, y, width, ends[step.number])
        return y

    def _notes(self, step: Step, origin: str, condition: Wording | None) -> list[str]:
        """Return the notes of a step: unnamed, after which bodies, under which condition."""
        notes = [UNNAMED.to(self.lang)] if step.unnamed else []
        notes += [f"{AFTER.to(self.lang)} {origin}"] if origin else []
        return notes if condition is None else [*notes, f"{IF.to(self.lang)} {condition.to(self.lang)}"]

    def _add_step(self, place: Box, step: Step, notes: Sequence[str]) -> float:
        """Add the box of a step with notes; return the lower end."""
        sheet, padding = self.sheet, self.sheet.font * 0.55
        inner = place.width - 2 * padding
        name = f"{step.number}. {step.target_name}"
        lines = [len(sheet.lines_of(each, inner, scale=SMALL)) for each in notes]
        height = len(sheet.lines_of(name, inner)) * sheet.line + sum(lines) * sheet.line * SMALL
        box = attrs.evolve(place, height=height + 2 * padding)
        sheet.area(box, _UNNAMED if step.unnamed else _NAMED, line=1.1)
        if step.unnamed:
            edge = sheet.font * 0.3
            sheet.area(Box(box.x + edge, box.y + edge, box.width - 2 * edge, box.height - 2 * edge), _PLAIN)
        below = sheet.text(box.x + padding, box.y + padding, name, width=inner)
        for each in notes:
            below = sheet.text(box.x + padding, below, each, width=inner, scale=SMALL, colour=MUTED)
        return box.bottom

    def _add_arrow(self, x: float, y: float) -> float:
        """Add an arrow down; return its end."""
        length, head = self.sheet.line * 0.95, self.sheet.font * 0.32
        end = y + length
        self.sheet.rule([(x, y), (x, end)], INK, line=1.1)
        self.sheet.rule([(x - head, end - head * 1.4), (x, end), (x + head, end - head * 1.4)], INK, line=1.1)
        return end

    def _add_end(self, x: float, y: float, width: float, branch: Branch) -> float:
        """Add the end of a route in a few words; return the lower end."""
        sheet, middle = self.sheet, x + width / 2
        end = y + sheet.line * 0.6
        sheet.rule([(middle, y), (middle, y + sheet.line * 0.45)], INK, line=1.1, dash=":")
        side = sheet.font
        sheet.symbol_area(Box(x, end + sheet.font * 0.12, side, side), _ENDS[branch.end], scale=0.75)
        indent = sheet.font * 1.4
        return sheet.text(x + indent, end, branch.end.label.to(self.lang), width=width - indent, scale=SMALL)

    def _add_status(self, x: float, y: float, row: EscalationRow) -> float:
        """Add a line for a text without a route."""
        sheet, side = self.sheet, self.sheet.font * 0.95
        sheet.rule([(x, y), (sheet.width - x, y)], RULE, line=0.6)
        top = y + sheet.line * 0.2
        sheet.symbol_area(Box(x, top + (sheet.line - side) / 2, side, side), STATUS_STYLES[row.status], scale=0.55)
        indent = sheet.font * 1.4
        text = f"{row.subject}: {STATUSES[row.status].to(self.lang)}"
        return sheet.text(x + indent, top, text, width=sheet.width - 2 * x - indent) + sheet.line * 0.2
