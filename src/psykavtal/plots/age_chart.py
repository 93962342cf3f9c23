"""The chart of ages: a strip for each target group and service."""

from typing import TYPE_CHECKING

import attrs

from psykavtal.agreements.overviews.age_coverage import AgeCoverage
from psykavtal.agreements.overviews.age_entries import AgeEntry
from psykavtal.agreements.overviews.silence import TopicStatus
from psykavtal.model.truth import Truth
from psykavtal.model.vocabulary import Topic
from psykavtal.model.wording import Wording
from psykavtal.output.views.overview_parts import IF
from psykavtal.plots.age_axis import AgeAxis
from psykavtal.plots.boxes import Box
from psykavtal.plots.grid import SMALL, add_name, margin_of
from psykavtal.plots.overview_notes import verdict_note
from psykavtal.plots.status_styles import INK, MUTED, PAPER, RULE, STATUS_STYLES, Style

if TYPE_CHECKING:
    from psykavtal.plots.sheet import Sheet

COVERED = attrs.evolve(STATUS_STYLES["stated"], symbol="")
BY_READING = attrs.evolve(STATUS_STYLES["ambiguous"], symbol="")
NO_LIMIT = Style(fill="#d6e9f5", edge="#7fb3d5")
IN_WORDS = Style(fill=PAPER, edge=MUTED, hatch="----")

_AGE = Wording(sv="ålder i hela år", en="age in completed years")
_LABEL_SHARE = 0.46


@attrs.frozen(kw_only=True, eq=False)
class AgeChart:
    """Adds an age coverage to a sheet.

    Attributes:
        sheet: the sheet.
        found: the age coverage.
        lang: the language.
    """

    sheet: "Sheet"
    found: AgeCoverage
    lang: str

    def add(self, y: float) -> float:
        """Add the chart below `y`; return the lower end."""
        y = self._axis.add_scale(self.sheet, self._strip(y), _AGE.to(self.lang))
        for at, name in enumerate(self.found.subjects):
            if name not in self.found.without_edition:
                y = self._add_subject(y, at)
        return y + self.sheet.line * 0.4

    def _add_subject(self, y: float, at: int) -> float:
        """Add the entries of one county or document; return the lower end."""
        sheet, name, start = self.sheet, self.found.subjects[at], y
        self._add_rule(y, INK)
        y = add_name(sheet, y + self._padding, name, verdict_note(self.found, at, self.lang), self._label)
        y += self._padding
        self._axis.add_birthdays(sheet, self._strip(start, y - start))
        for each in self.found.entries:
            if each.subject == name:
                self._add_rule(y)
                y = self._add_entry(y, each)
        for row in self.found.statuses:
            if not row.cells[at].provisions:
                self._add_rule(y)
                y = self._add_status(y, row.topic, row.cells[at])
        return y + self._padding

    def _add_entry(self, y: float, entry: AgeEntry) -> float:
        """Add an entry: its name, its words and its bar; return the lower end."""
        sheet, start = self.sheet, y
        y = sheet.text(self._left, y + self._padding, entry.name.to(self.lang), width=self._label)
        text = ages_text(entry, self.lang)
        y = sheet.text(self._left, y, text, width=self._label, scale=SMALL, colour=MUTED) + self._padding
        strip = self._strip(start, y - start)
        bar = attrs.evolve(strip, y=strip.middle[1] - sheet.font * 0.6, height=sheet.font * 1.2)
        for each in self._axis.stretches(entry):
            style = age_style(entry, each.truth)
            if style is not None:
                left, right = (self._axis.place(bar, age) for age in (each.first, each.below))
                sheet.area(attrs.evolve(bar, x=left, width=right - left), style)
        self._axis.add_birthdays(sheet, strip)
        return y

    def _add_status(self, y: float, topic: Topic, cell: TopicStatus) -> float:
        """Add a topic without provisions, with its status; return the lower end."""
        sheet, side = self.sheet, self.sheet.font * 0.95
        top = y + self._padding
        sheet.symbol_area(
            Box(self._left, top + (sheet.line - side) / 2, side, side), STATUS_STYLES[cell.status], scale=0.55
        )
        indent = sheet.font * 1.4
        text = f"{topic.label.to(self.lang)}: {cell.label.to(self.lang)}"
        width = sheet.width - 2 * self._left - indent
        return sheet.text(self._left + indent, top, text, width=width, colour=MUTED) + self._padding

    @property
    def _axis(self) -> AgeAxis:
        return AgeAxis.of(self.found.entries)

    @property
    def _left(self) -> float:
        return margin_of(self.sheet)

    @property
    def _label(self) -> float:
        """The width of the labels."""
        return (self.sheet.width - 2 * self._left) * _LABEL_SHARE

    @property
    def _padding(self) -> float:
        return self.sheet.line * 0.25

    def _strip(self, y: float, height: float = 0.0) -> Box:
        """Return the strip of ages of a row."""
        x = self._left + self._label + self.sheet.font
        return Box(x, y, self.sheet.width - self._left - x, height)

    def _add_rule(self, y: float, colour: str = RULE) -> None:
        self.sheet.rule([(self._left, y), (self.sheet.width - self._left, y)], colour, line=0.6)


def ages_text(entry: AgeEntry, lang: str) -> str:
    """Return the ages in figures, with the words of the text."""
    words = ", ".join(f"«{each}»" for each in entry.words)
    text = f"{entry.label.to(lang)} ({words})" if words else entry.label.to(lang)
    return text if entry.condition is None else f"{text}; {IF.to(lang)} {entry.condition.to(lang)}"


def age_style(entry: AgeEntry, truth: Truth) -> Style | None:
    """Return the look of ages of an entry; None if they are not covered."""
    if not entry.words:
        return NO_LIMIT
    if not entry.has_figures:
        return IN_WORDS
    return {Truth.TRUE: COVERED, Truth.UNKNOWN: BY_READING, Truth.FALSE: None}[truth]
