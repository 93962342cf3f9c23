"""How objects show themselves in a notebook, without knowing the room that draws them.

The package root sets `renderer`; this module imports nothing.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

renderer: "Callable[[object], str] | None" = None


class Shown:
    """A mixin: the object shows itself as HTML where a notebook asks for it."""

    __slots__ = ()

    def _repr_html_(self) -> str | None:
        """HTML for a notebook; None, by which it falls back to the repr, where nothing draws."""
        return None if renderer is None else renderer(self)
