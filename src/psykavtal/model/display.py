"""How objects show themselves in a notebook, without knowing the room that draws them.

The package root sets what draws, tells and writes; this module imports nothing.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Protocol

    class Printer(Protocol):
        """The printer of IPython, of which only this is used."""

        def text(self, text: str) -> None:
            """Print text."""
            ...


renderer: "Callable[[object], str] | None" = None
teller: "Callable[[object, str], str] | None" = None
writer: "Callable[[object], dict[str, object]] | None" = None


class ReprOnly:
    """A mixin for attrs classes: pretty printers show the repr, not the fields.

    rich (and its tracebacks with locals), IPython and hypothesis print the fields of an attrs class one by one,
    whatever its repr leaves out.
    """

    __slots__ = ()

    def __rich_repr__(self) -> "Iterator[object]":
        """Give rich the repr."""
        text = repr(self)
        name = f"<{type(self).__name__}"
        inner = text.removeprefix(name).removesuffix(">") if text.startswith(name) else text
        if inner.strip():
            yield _Verbatim(inner.strip())

    __rich_repr__.angular = True  # type: ignore[attr-defined]  # pyright: ignore[reportFunctionMemberAccess] (read by rich)

    def _repr_pretty_(self, printer: "Printer", cycle: bool) -> None:  # noqa: ARG002 (as IPython calls it)
        """Give IPython the repr."""
        printer.text(repr(self))


class _Verbatim:
    """Text whose repr is the text itself."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return self._text


class Shown(ReprOnly):
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


class OfCase(ReprOnly):
    """A mixin: the object tells of a person's case, which nothing shows unasked."""

    __slots__ = ()


def written(value: object) -> dict[str, object]:
    """A public object as values that JSON has."""
    assert writer is not None
    return writer(value)
