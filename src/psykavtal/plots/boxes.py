"""A rectangle on a sheet."""

import attrs


@attrs.frozen
class Box:
    """A rectangle in points, from the upper left corner of the sheet.

    Attributes:
        x: the left side.
        y: the upper side.
        width: the width.
        height: the height.
    """

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower side."""
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """The middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def part(self, start: float, end: float) -> "Box":
        """Return the part between two shares of the width."""
        return Box(self.x + start * self.width, self.y, (end - start) * self.width, self.height)

    def square(self, side: float) -> "Box":
        """Return a square in the middle."""
        x, y = self.middle
        return Box(x - side / 2, y - side / 2, side, side)
