"""Draw a layout: in a new figure of a size, or in given axes."""

from typing import TYPE_CHECKING

from psykavtal.model.optional_packages import needing
from psykavtal.plots.picture_sizes import size_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes

    from psykavtal.plots.sheet import Sheet

_SMALLER = 0.96
_LEAST_FONT = 5.0


def drawn(layout: "Callable[[Sheet], None]", *, size: str, ax: "Axes | None") -> "Axes":
    """Return axes with a layout; its text is smaller if it would be too tall.

    Args:
        layout: adds everything to a sheet.
        size: the name of a size; not used with axes.
        ax: the axes to draw in; None for a new figure.

    Raises:
        InvalidValueError: unknown size, or the axes are too small.
        MissingPluginError: matplotlib is not installed.
    """
    chosen = size_of(size)
    with needing("matplotlib", purpose="plots"):
        from psykavtal.plots.sheet import Sheet, space_of  # noqa: PLC0415 (brings matplotlib: only who draws)

    width, tallest = (chosen.width, chosen.tallest) if ax is None else space_of(ax)
    font, smallest = chosen.font, chosen.smallest if ax is None else _LEAST_FONT
    while True:
        sheet = Sheet(width=width, font=font)
        layout(sheet)
        if tallest is None or sheet.height <= tallest or font * _SMALLER < smallest:
            return sheet.draw(ax)
        font *= _SMALLER


def redrawing(layout: "Callable[[Sheet], None]", ax: "Axes | None") -> "Callable[[str], Axes] | None":
    """Return a function that draws a layout in another size; None for given axes."""
    return None if ax is not None else lambda size: drawn(layout, size=size, ax=None)
