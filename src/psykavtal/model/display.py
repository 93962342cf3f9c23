"""How objects show themselves in a notebook, without knowing the room that draws them.

The package root sets what draws, tells and writes; this module imports nothing.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

renderer: "Callable[[object], str] | None" = None
teller: "Callable[[object, str], str] | None" = None
writer: "Callable[[object], dict[str, object]] | None" = None


class Shown:
    """A mixin: the object shows itself as HTML where a notebook asks for it."""

    __slots__ = ()

    def _repr_html_(self) -> str | None:
        """HTML for a notebook; None, by which it falls back to the repr, where nothing draws."""
        return None if renderer is None else renderer(self)


class Telling(Shown):
    """A mixin: the object tells itself as text, and gives itself as values that JSON has."""

    __slots__ = ()

    def explain(self, lang: str = "sv") -> str:
        """What it says, as text for a person; "en" for English."""
        assert teller is not None
        return teller(self, lang)

    def to_dict(self) -> dict[str, object]:
        """It as values that JSON has; `kind` tells its class."""
        return written(self)


class OfCase:
    """A mixin: the object tells of a person's case, which nothing shows unasked."""

    __slots__ = ()


def written(value: object) -> dict[str, object]:
    """A public object as values that JSON has."""
    assert writer is not None
    return writer(value)
