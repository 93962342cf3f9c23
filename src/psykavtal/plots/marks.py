"""The marks of a sheet, drawn with matplotlib: text, areas, symbols, lines."""
# pyright: reportUnknownMemberType=false
# The types of matplotlib leave keyword arguments open.

from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

import attrs
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from psykavtal.plots.boxes import Box
from psykavtal.plots.status_styles import Style
from psykavtal.plots.text_fitting import FAMILY

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Align: TypeAlias = Literal["left", "center", "right"]
"""The side of a text at its position."""

Dash: TypeAlias = Literal["-", "--", ":"]
"""The pattern of a line."""


class SheetMark(Protocol):
    """A mark, which draws itself."""

    def draw(self, ax: "Axes") -> None:
        """Draw the mark in axes whose units are points."""
        ...


@attrs.frozen(kw_only=True)
class TextMark:
    """A line of text.

    Attributes:
        x: its left end, middle or right end, by `align`.
        baseline: its baseline.
        text: the text.
        size: its size.
        bold: whether it is bold.
        colour: its colour.
        align: the side at `x`.
    """

    x: float
    baseline: float
    text: str
    size: float
    bold: bool
    colour: str
    align: Align

    def draw(self, ax: "Axes") -> None:
        """Draw the text, with signs of formulas as they are."""
        ax.text(
            self.x,
            self.baseline,
            self.text,
            fontsize=self.size,
            fontweight="bold" if self.bold else "normal",
            fontfamily=FAMILY,
            color=self.colour,
            ha=self.align,
            va="baseline",
            zorder=4,
            parse_math=False,
        )


@attrs.frozen(kw_only=True)
class AreaMark:
    """A rectangle with a border of `line` points."""

    box: Box
    style: Style
    line: float

    def draw(self, ax: "Axes") -> None:
        """Draw the rectangle with its hatching."""
        corner, style = (self.box.x, self.box.y), self.style
        patch = Rectangle(corner, self.box.width, self.box.height, linewidth=self.line, zorder=1)
        patch.set_facecolor(style.fill)
        patch.set_edgecolor(style.edge)
        if style.hatch:
            patch.set_hatch(style.hatch)
        ax.add_patch(patch)


@attrs.frozen(kw_only=True)
class SymbolMark:
    """The symbol of a style with its middle at a position."""

    x: float
    y: float
    size: float
    style: Style

    def draw(self, ax: "Axes") -> None:
        """Draw the symbol."""
        marker = Line2D([self.x], [self.y], linestyle="", marker=self.style.symbol, markersize=self.size, zorder=3)
        marker.set_markerfacecolor(self.style.symbol_fill)
        marker.set_markeredgecolor(self.style.ink)
        is_letter = self.style.symbol.startswith("$")
        marker.set_markeredgewidth(0.2 if is_letter else max(0.7, self.size / 9))
        ax.add_line(marker)


@attrs.frozen(kw_only=True)
class LineMark:
    """A line through positions.

    Attributes:
        points: the positions.
        colour: its colour.
        line: its width.
        dash: its pattern.
        is_behind: whether areas cover it.
    """

    points: tuple[tuple[float, float], ...]
    colour: str
    line: float
    dash: Dash
    is_behind: bool

    def draw(self, ax: "Axes") -> None:
        """Draw the line."""
        xs, ys = zip(*self.points, strict=True)
        drawn = Line2D(xs, ys, color=self.colour, linewidth=self.line, linestyle=self.dash)
        drawn.set_zorder(0.5 if self.is_behind else 2)
        drawn.set_solid_capstyle("butt")
        ax.add_line(drawn)
