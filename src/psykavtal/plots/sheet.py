"""A sheet: text, areas, symbols and lines in points, drawn with matplotlib at the end.

Nothing is drawn before the height is known, so that a sheet becomes as tall as its content. This module, `marks` and
`text_fitting` are the only ones that import matplotlib.
"""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# The types of matplotlib leave keyword arguments and the content of figures open.

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs
from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from psykavtal.errors import InvalidValueError, Message
from psykavtal.output.escaping import visible
from psykavtal.plots.boxes import Box
from psykavtal.plots.marks import Align, AreaMark, Dash, LineMark, SheetMark, SymbolMark, TextMark
from psykavtal.plots.picture_sizes import POINTS
from psykavtal.plots.status_styles import INK, PAPER, Style
from psykavtal.plots.text_fitting import FAMILY, width_of, wrapped

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LEADING = 1.32
"""The distance of two lines of text, as a share of its size."""

_ASCENT = 0.96


@attrs.define(eq=False)
class Sheet:
    """Collects what is drawn; a position is in points from the upper left corner.

    Attributes:
        width: the width.
        font: the size of ordinary text.
        bottom: the lowest point so far.
    """

    width: float
    font: float
    bottom: float = 0.0
    _marks: list[SheetMark] = attrs.field(factory=list[SheetMark], init=False)

    @property
    def line(self) -> float:
        """The height of a line of ordinary text."""
        return self.font * LEADING

    @property
    def height(self) -> float:
        """The height of the content, with a margin."""
        return self.bottom + self.font * 0.6

    def lines_of(self, text: str, width: float, *, scale: float = 1.0, bold: bool = False) -> list[str]:
        """Return text as lines within a width."""
        return wrapped(visible(text), width, self.font * scale, bold=bold)

    def width_of(self, text: str, *, scale: float = 1.0, bold: bool = False) -> float:
        """Return the width of a line of text."""
        return width_of(visible(text), self.font * scale, bold=bold)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        width: float | None = None,
        scale: float = 1.0,
        bold: bool = False,
        colour: str = INK,
        align: Align = "left",
    ) -> float:
        """Add text below `y`, in lines within a width; return the lower end.

        Args:
            x: the left end, the middle or the right end, by `align`.
            y: the upper end.
            text: the text.
            width: the width of a line; None for one line of any width.
            scale: the size, as a share of that of ordinary text.
            bold: whether it is bold.
            colour: its colour.
            align: the side at `x`.
        """
        size = self.font * scale
        lines = [visible(text)] if width is None else self.lines_of(text, width, scale=scale, bold=bold)
        for number, each in enumerate(lines):
            baseline = y + size * (_ASCENT + number * LEADING)
            mark = TextMark(x=x, baseline=baseline, text=each, size=size, bold=bold, colour=colour, align=align)
            self._marks.append(mark)
        return self._down_to(y + len(lines) * size * LEADING)

    def area(self, box: Box, style: Style, *, line: float = 0.8) -> None:
        """Add a rectangle, with a border of `line` points."""
        self._marks.append(AreaMark(box=box, style=style, line=line))
        self._down_to(box.bottom)

    def symbol_area(self, box: Box, style: Style, *, scale: float = 0.72) -> None:
        """Add a rectangle with its symbol in the middle, on a plain ground."""
        self.area(box, style)
        if style.hatch and style.symbol:
            self.area(box.square(self.font * scale * 1.5), attrs.evolve(style, hatch="", edge=style.fill))
        self.symbol(*box.middle, style, scale=scale)

    def symbol(self, x: float, y: float, style: Style, *, scale: float = 0.72) -> None:
        """Add the symbol of a style with its middle at a position."""
        if style.symbol:
            self._marks.append(SymbolMark(x=x, y=y, size=self.font * scale, style=style))

    def rule(
        self,
        points: Sequence[tuple[float, float]],
        colour: str = INK,
        *,
        line: float = 0.8,
        dash: Dash = "-",
        is_behind: bool = False,
    ) -> None:
        """Add a line through positions, behind areas or before them."""
        mark = LineMark(points=tuple(points), colour=colour, line=line, dash=dash, is_behind=is_behind)
        self._marks.append(mark)
        self._down_to(max(y for _, y in points))

    def draw(self, ax: "Axes | None" = None) -> "Axes":
        """Draw the sheet in axes, or in a new figure of its own size.

        Raises:
            InvalidValueError: the axes are too small for the text.
        """
        with rc_context({"font.family": [FAMILY], "hatch.linewidth": 0.6, "text.usetex": False}):
            drawn = _new_axes(self.width, self.height) if ax is None else _given_axes(ax, self.width, self.height)
            for each in self._marks:
                each.draw(drawn)
        return drawn

    def _down_to(self, y: float) -> float:
        self.bottom = max(self.bottom, y)
        return y


def space_of(ax: "Axes") -> tuple[float, float]:
    """Return the width and the height of axes in points."""
    figure = ax.get_figure(root=True)
    box = ax.get_position()
    if not isinstance(figure, Figure):
        return 0.0, 0.0
    width, height = figure.get_size_inches()
    return float(box.width * width) * POINTS, float(box.height * height) * POINTS


def _new_axes(width: float, height: float) -> "Axes":
    figure = Figure(figsize=(width / POINTS, height / POINTS), facecolor=PAPER)
    FigureCanvasAgg(figure)
    return _prepared(figure.add_axes((0, 0, 1, 1)), width, height)


def _given_axes(ax: "Axes", width: float, height: float) -> "Axes":
    _, available = space_of(ax)
    if height > available:
        fault = Message(
            en="the axes are too small: {width:.1f} by {height:.1f} inches are needed.",
            sv="ytan är för liten: {width:.1f} gånger {height:.1f} tum behövs.",
            width=width / POINTS,
            height=height / POINTS,
        )
        raise InvalidValueError(fault, place="ax")
    return _prepared(ax, width, available)


def _prepared(ax: "Axes", width: float, height: float) -> "Axes":
    ax.set_xlim(0, width)
    ax.set_ylim(height, 0)
    ax.set_axis_off()
    return ax
