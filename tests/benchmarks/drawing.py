"""Pictures against bare matplotlib: the same figure by the calls that somebody would write out for it.

Run by `nox -s bench`. Both draw every text, area, symbol and line of the picture; ours also has the overview, the
layout and the alternative text. That both draw the same is asserted before anything is measured.
"""

import io
from collections.abc import Callable

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

import psykavtal
from psykavtal import plots
from psykavtal.plots.picture import Picture

from .measuring import compare

DAY = "2026-01-10"
SETTINGS = {"svg.fonttype": "none", "svg.hashsalt": "psykavtal", "text.hinting": "none"}
DRAWN = {"font.family": ["DejaVu Sans"], "hatch.linewidth": 0.6}


def svg_of(figure: Figure) -> str:
    """The figure as SVG."""
    out = io.StringIO()
    with rc_context(SETTINGS):
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return out.getvalue()


def bare(picture: Picture) -> Callable[[], Figure]:
    """Calls of matplotlib that draw a picture again, with every position written out."""
    size = tuple(picture.figure.get_size_inches())
    limits = picture.axes.get_xlim(), picture.axes.get_ylim()
    areas = [
        (
            each.get_xy(),
            each.get_width(),
            each.get_height(),
            each.get_facecolor(),
            each.get_edgecolor(),
            each.get_hatch(),
            each.get_linewidth(),
        )
        for each in picture.axes.patches
        if isinstance(each, Rectangle)
    ]
    lines = [
        (
            each.get_xdata(),
            each.get_ydata(),
            each.get_color(),
            each.get_linewidth(),
            each.get_linestyle(),
            each.get_zorder(),
            *marker_of(each),
        )
        for each in picture.axes.lines
    ]
    texts = [
        (
            *each.get_position(),
            each.get_text(),
            each.get_fontsize(),
            each.get_fontweight(),
            each.get_color(),
            each.get_ha(),
        )
        for each in picture.axes.texts
        if isinstance(each, Text)
    ]

    def draw() -> Figure:
        with rc_context(DRAWN):
            figure = Figure(figsize=size, facecolor="#ffffff")
            FigureCanvasAgg(figure)
            ax = figure.add_axes((0, 0, 1, 1))
            ax.set_xlim(*limits[0])
            ax.set_ylim(*limits[1])
            ax.set_axis_off()
            for corner, width, height, face, edge, hatch, line in areas:
                ax.add_patch(
                    Rectangle(
                        corner, width, height, facecolor=face, edgecolor=edge, hatch=hatch, linewidth=line, zorder=1
                    )
                )
            for xs, ys, colour, line, dash, order, marker, marked, face, edge, border in lines:
                ax.add_line(
                    Line2D(
                        xs,
                        ys,
                        color=colour,
                        linewidth=line,
                        linestyle=dash,
                        zorder=order,
                        marker=marker,
                        markersize=marked,
                        markerfacecolor=face,
                        markeredgecolor=edge,
                        markeredgewidth=border,
                        solid_capstyle="butt",
                    )
                )
            for x, y, text, points, weight, colour, side in texts:
                ax.text(
                    x,
                    y,
                    text,
                    fontsize=points,
                    fontweight=weight,
                    fontfamily="DejaVu Sans",
                    color=colour,
                    ha=side,
                    va="baseline",
                    zorder=4,
                    parse_math=False,
                )
        return figure

    return draw


def marker_of(line: Line2D) -> tuple[object, ...]:
    """The marker of a line, with its size and colours."""
    return (
        line.get_marker(),
        line.get_markersize(),
        line.get_markerfacecolor(),
        line.get_markeredgecolor(),
        line.get_markeredgewidth(),
    )


def main() -> None:
    """Each picture: drawn, and drawn and written as SVG."""
    counties = psykavtal.load_counties()
    timelines = [each.timeline() for each in counties.members]  # half the time of the picture would be theirs
    pictures: dict[str, Callable[[], Picture]] = {
        "silence map": lambda: plots.silence_map(counties, on=DAY),
        "silence map of all topics": lambda: plots.silence_map(counties, on=DAY, topics="all"),
        "responsibility matrix": lambda: plots.responsibility_matrix(counties, on=DAY),
        "age coverage": lambda: plots.age_coverage(counties, on=DAY),
        "escalation": lambda: plots.escalation(counties, on=DAY),
        "comparison": lambda: plots.comparison(counties, on=DAY),
        "given timelines": lambda: plots.timeline(timelines),
    }
    for name, ours in pictures.items():
        theirs = bare(ours())
        drawn, again = ours().axes, theirs().axes[0]
        assert [each.get_text() for each in drawn.texts] == [each.get_text() for each in again.texts], name
        assert len(drawn.patches) == len(again.patches), name
        assert len(drawn.lines) == len(again.lines), name
        compare(f"{name}, drawn", ("ours", ours), ("bare matplotlib", theirs, "2"), same=False)
        compare(
            f"{name}, as SVG",
            ("ours", lambda ours=ours: ours().to_svg()),
            ("bare matplotlib", lambda theirs=theirs: svg_of(theirs()), "2"),
            same=False,
        )


if __name__ == "__main__":
    main()
