"""The sizes of pictures: for print, for a phone and for slides."""

from collections.abc import Mapping

import attrs

from psykavtal.errors import InvalidValueError, Message, one_of
from psykavtal.model import arguments

POINTS = 72
"""The points of an inch."""


@attrs.frozen(kw_only=True)
class PictureSize:
    """The width, the height and the size of text of a picture, in points.

    Attributes:
        width: the width.
        font: the size of text.
        tallest: the height above which the text becomes smaller; None for any height.
        smallest: the size below which it does not.
    """

    width: float
    font: float
    tallest: float | None = None
    smallest: float = 7.0


SIZES: Mapping[str, PictureSize] = {
    "print": PictureSize(width=6.5 * POINTS, font=8.0, tallest=9.5 * POINTS, smallest=7.0),
    "phone": PictureSize(width=3.75 * POINTS, font=8.5, smallest=8.5),
    "slides": PictureSize(width=13.333 * POINTS, font=17.0, tallest=7.5 * POINTS, smallest=12.0),
}
"""The sizes by name."""


def size_of(name: str) -> PictureSize:
    """Return a size by its name.

    Raises:
        InvalidValueError: unknown size.
    """
    if arguments.text(name, "size") not in SIZES:
        fault = Message(en="unknown size {size!r}.", sv="okänd storlek {size!r}.", size=name)
        raise InvalidValueError(fault, value=name, place="size", fix=one_of(SIZES))
    return SIZES[name]
