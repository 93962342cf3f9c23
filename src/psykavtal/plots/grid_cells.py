"""The cells of grids: a status, the bearers of duties, a text."""

from typing import TYPE_CHECKING

import attrs

from psykavtal.plots.boxes import Box
from psykavtal.plots.grid import SMALL
from psykavtal.plots.status_styles import INK, MUTED, PAPER, STATUS_STYLES, Style

if TYPE_CHECKING:
    from psykavtal.plots.sheet import Sheet

SIDE = 1.5
"""The side of a badge and the height of an area, as a share of the size of text."""

_SPLIT = 0.62
_COUNT = 1.9


@attrs.frozen(kw_only=True)
class StatusCell:
    """A status as an area with its symbol; the number of open questions beside it.

    Attributes:
        style: the look of the status.
        second: the look of a part of it that is uncertain; None for none.
        count: the number beside it; 0 for none.
    """

    style: Style
    second: Style | None = None
    count: int = 0

    def height(self, sheet: "Sheet", width: float) -> float:
        """Return the height of a line and a half."""
        del width
        return sheet.font * SIDE

    def draw(self, sheet: "Sheet", box: Box) -> None:
        """Add the area, the symbols and the number."""
        area = Box(box.x, box.y, box.width - sheet.font * _COUNT, box.height)
        if self.second is None:
            sheet.symbol_area(area, self.style)
        else:
            sheet.symbol_area(area.part(0, _SPLIT), self.style)
            sheet.symbol_area(area.part(_SPLIT, 1), self.second)
        if self.count:
            sheet.text(area.right + sheet.font * 0.35, area.middle[1] - sheet.line / 2, str(self.count))


@attrs.frozen(kw_only=True)
class Badge:
    """A letter in a coloured square.

    Attributes:
        letter: the letter.
        style: its colours.
        is_certain: whether it is filled; if not, it has a border and a question mark.
    """

    letter: str
    style: Style
    is_certain: bool = True

    def draw(self, sheet: "Sheet", x: float, y: float) -> None:
        """Add the square and the letter, from its upper left corner."""
        side = sheet.font * SIDE
        style = self.style if self.is_certain else attrs.evolve(self.style, fill=PAPER, ink=INK)
        sheet.area(Box(x, y, side, side), style, line=0.8 if self.is_certain else 1.6)
        text, scale = (self.letter, 1.0) if self.is_certain else (f"{self.letter}?", 0.85)
        top = y + (side - sheet.line * scale) / 2
        sheet.text(x + side / 2, top, text, bold=True, colour=style.ink, align="center", scale=scale)


@attrs.frozen(kw_only=True)
class TextCell:
    """A text beside the symbol of a status.

    Attributes:
        text: the text.
        style: the look of the symbol.
        colour: the colour of the text.
        most: the number of lines above which the text is shortened; None for no limit.
    """

    text: str
    style: Style
    colour: str = INK
    most: int | None = None

    def height(self, sheet: "Sheet", width: float) -> float:
        """Return the height of the lines."""
        return max(sheet.font * SIDE, len(self._lines(sheet, width)) * sheet.line * SMALL)

    def draw(self, sheet: "Sheet", box: Box) -> None:
        """Add the symbol beside the first line, and the text."""
        line = sheet.line * SMALL
        lines = self._lines(sheet, box.width)
        top = box.middle[1] - len(lines) * line / 2
        sheet.symbol_area(Box(box.x, top, sheet.font, line).square(sheet.font * 0.95), self.style, scale=0.55)
        for number, each in enumerate(lines):
            sheet.text(box.x + _indent(sheet), top + number * line, each, scale=SMALL, colour=self.colour)

    def _lines(self, sheet: "Sheet", width: float) -> list[str]:
        """Return the lines; the last of a shortened text ends with an ellipsis."""
        inner = width - _indent(sheet)
        lines = sheet.lines_of(self.text, inner, scale=SMALL)
        if self.most is None or len(lines) <= self.most:
            return lines
        last = lines[self.most - 1]
        while last and sheet.width_of(f"{last}…", scale=SMALL) > inner:
            last = last[: max(last.rfind(" "), len(last) // 2)] if " " in last else last[:-1]
        return [*lines[: self.most - 1], f"{last.rstrip(' ,;-')}…"]


@attrs.frozen(kw_only=True)
class BadgesCell:
    """Badges, each in its own place; without any, a text with a symbol.

    Attributes:
        badges: a badge or None for each place.
        text: the text without any badge.
        style: the look of its symbol.
    """

    badges: tuple[Badge | None, ...]
    text: str = ""
    style: Style = STATUS_STYLES["not-applicable"]

    def height(self, sheet: "Sheet", width: float) -> float:
        """Return the height of the badges, or of the text."""
        if not any(self.badges):
            return self._text.height(sheet, width)
        return sheet.font * (SIDE + (self._rows(sheet, width) - 1) * (SIDE + 0.2))

    def draw(self, sheet: "Sheet", box: Box) -> None:
        """Add the badges, or the text."""
        if not any(self.badges):
            self._text.draw(sheet, box)
            return
        step = sheet.font * (SIDE + 0.2)
        in_row = self._in_row(sheet, box.width)
        top = box.middle[1] - self.height(sheet, box.width) / 2
        for number, each in enumerate(self.badges):
            if each is not None:
                each.draw(sheet, box.x + number % in_row * step, top + number // in_row * step)

    @property
    def _text(self) -> TextCell:
        return TextCell(text=self.text, style=self.style, colour=MUTED)

    def _in_row(self, sheet: "Sheet", width: float) -> int:
        """Return the number of places in a row."""
        return max(1, int((width + sheet.font * 0.2) / (sheet.font * (SIDE + 0.2))))

    def _rows(self, sheet: "Sheet", width: float) -> int:
        """Return the number of rows down to the last badge."""
        last = max(number for number, each in enumerate(self.badges) if each is not None)
        return last // self._in_row(sheet, width) + 1


def _indent(sheet: "Sheet") -> float:
    return sheet.font * 1.4
