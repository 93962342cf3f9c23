"""Mixins by which objects display themselves in notebooks and pretty printers.

This module imports nothing when it is imported. The mixins import the package that prints when a method of theirs
is called: the only imports from `model` to `output` and `exchange`, and named in the import contract.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    class Printer(Protocol):
        """The printer of IPython, of which only `text` is used."""

        def text(self, text: str) -> None:
            """Print text."""
            ...


class ReprOnly:
    """A mixin for attrs classes: pretty printers show the repr, not the fields.

    rich (and its tracebacks with locals), IPython and hypothesis print the fields of an attrs class one by one,
    whatever its repr leaves out.
    """

    __slots__ = ()

    def __rich_repr__(self) -> "Iterator[object]":
        """Yield the repr for rich."""
        text = repr(self)
        name = f"<{type(self).__name__}"
        inner = text.removeprefix(name).removesuffix(">") if text.startswith(name) else text
        if inner.strip():
            yield _Verbatim(inner.strip())

    __rich_repr__.angular = True  # type: ignore[attr-defined]  # pyright: ignore[reportFunctionMemberAccess] (read by rich)

    def _repr_pretty_(self, printer: "Printer", cycle: bool) -> None:  # noqa: ARG002 (as IPython calls it)
        """Print the repr for IPython."""
        printer.text(repr(self))


class _Verbatim:
    """Text whose repr is the text itself."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return self._text


class Shown(ReprOnly):
    """A mixin: the object displays itself as HTML in a notebook."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """Return HTML for a notebook."""
        from psykavtal.output.object_html import html_of  # noqa: PLC0415 (only when a notebook asks)

        return html_of(self)


class Printable(Shown):
    """A mixin: the object prints itself as text, and as values of JSON."""

    __slots__ = ()

    def explain(self, lang: str = "sv") -> str:
        """Return the object as text for a person; "en" for English."""
        from psykavtal.output.object_text import text_of  # noqa: PLC0415 (only when text is asked for)

        return text_of(self, lang)

    def to_dict(self) -> dict[str, object]:
        """Return the object as values of JSON; `kind` names its class."""
        return written(self)


class OfCase(ReprOnly):
    """A mixin: the object contains facts of a person's case, which nothing displays unasked."""

    __slots__ = ()


def written(value: object) -> dict[str, object]:
    """Return a public object as values of JSON."""
    from psykavtal.exchange import converter  # noqa: PLC0415 (only when JSON is asked for)

    encoded: dict[str, object] = converter.encode(value)
    return encoded
