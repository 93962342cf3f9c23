"""A picture: axes with what they show, in words and as a table."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# The types of matplotlib leave keyword arguments open.

import io
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import attrs

from psykavtal.errors import ExportError, InvalidValueError, Message, one_of
from psykavtal.errors.system_reasons import system_reason
from psykavtal.model.display import ReprOnly

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FORMATS = ("svg", "png", "pdf")
"""The formats of files, by their endings."""

DOTS = 200
"""The resolution of a PNG, in dots an inch."""

_NO_DATE: Mapping[str, Mapping[str, None]] = {
    "svg": {"Date": None, "Creator": None},
    "png": {"Software": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}
# Verdana has the widths of DejaVu Sans, for readers without that font.
_BY_WIDTH = (
    "@media (max-width: 40em) { .psykavtal-wide { display: none } }"
    " @media (min-width: 40.01em) { .psykavtal-narrow { display: none } }"
)
# Names of groups to which nothing refers; without them several pictures can be in one page.
_GROUPS = re.compile(r' id="(?:figure|axes|patch|text|line2d)_\d+"')
_FAMILIES = "'DejaVu Sans', Verdana, Arial, sans-serif"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Picture(ReprOnly):
    """A picture of an overview.

    Attributes:
        axes: the axes that it is drawn in.
        title: its title.
        alt_text: what it shows, in words: the same facts as the table.
        table: what it shows, as flat records.
        lang: its language.
        redraw: draws it again in a figure of a size, by its name; None for a picture in given axes.
    """

    axes: "Axes"
    title: str
    alt_text: str
    table: tuple[Mapping[str, object], ...]
    lang: str
    redraw: "Callable[[str], Axes] | None" = attrs.field(default=None, repr=False)

    @property
    def figure(self) -> "Figure":
        """The figure of the axes."""
        from matplotlib.figure import Figure  # noqa: PLC0415 (only for a picture, which matplotlib drew)

        figure = self.axes.get_figure(root=True)
        assert isinstance(figure, Figure)
        return figure

    def resized(self, size: str) -> "Picture":
        """Return the picture in another size: "print", "phone" or "slides".

        Raises:
            InvalidValueError: unknown size, or the picture is in given axes.
        """
        if self.redraw is None:
            fault = Message(en="the picture is in given axes.", sv="bilden är ritad på en given yta.")
            raise InvalidValueError(fault, place="size")
        return attrs.evolve(self, axes=self.redraw(size))

    def save(self, path: str | Path) -> Path:
        """Write the picture as SVG, PNG or PDF, by the ending of the name.

        The same picture gives the same bytes.

        Raises:
            InvalidValueError: another ending.
            ExportError: the file cannot be written; an older one stays as it is.
        """
        target = Path(path)
        kind = target.suffix.removeprefix(".").lower()
        if kind not in FORMATS:
            fault = Message(en="no format {kind!r} for a picture.", sv="bilder har inget format {kind!r}.", kind=kind)
            raise InvalidValueError(fault, value=str(path), place="path", fix=one_of(f".{each}" for each in FORMATS))
        _write(target, self.to_svg().encode() if kind == "svg" else self._printed(kind))
        return target

    def to_svg(self) -> str:
        """Return the picture as SVG, with its title and its alternative text."""
        svg = self._printed("svg").decode()
        svg = svg[svg.index("<svg ") :].replace("'DejaVu Sans'", _FAMILIES)
        head = re.match(r"<svg [^>]*>", svg)
        assert head is not None
        described = (
            f'{head[0][:-1]} role="img" xml:lang="{self.lang}" style="max-width: 100%; height: auto">\n'
            f" <title>{escape(self.title)}</title>\n <desc>{escape(self.alt_text)}</desc>"
        )
        return described + _GROUPS.sub("", svg[head.end() :])

    def _printed(self, kind: str) -> bytes:
        from matplotlib import rc_context  # noqa: PLC0415 (as above)

        target = io.BytesIO()
        with rc_context(
            {"svg.fonttype": "none", "svg.hashsalt": "psykavtal", "pdf.fonttype": 42, "text.hinting": "none"}
        ):
            self.figure.savefig(target, format=kind, dpi=DOTS, metadata=dict(_NO_DATE[kind]))
        return target.getvalue()

    def _repr_html_(self) -> str:
        """Return SVG for a notebook or a page; narrow screens show another size."""
        head = f'<figure lang="{self.lang}" style="margin: 0">'
        if self.redraw is None:
            return f"{head}{self.to_svg()}</figure>"
        narrow = _renamed(self.resized("phone").to_svg())
        return (
            f"{head}<style>{_BY_WIDTH}</style>"
            f'<div class="psykavtal-wide">{self.to_svg()}</div><div class="psykavtal-narrow">{narrow}</div></figure>'
        )

    def __repr__(self) -> str:
        """Return the title and the number of records."""
        return f"<Picture {self.title!r}: {len(self.table)} records>"


def _write(target: Path, content: bytes) -> None:
    """Write a file, which appears under its name whole or not at all."""
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(content)
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        reason = system_reason(error.errno) if error.errno else type(error).__name__
        fault = Message(en="cannot be written: {reason}.", sv="kan inte skrivas: {reason}.", reason=reason)
        raise ExportError(fault, place=str(target)) from error


def _renamed(svg: str) -> str:
    """Return SVG with other ids.

    A reference to a hidden picture of the same page would draw nothing.
    """
    return re.sub(r'((?: id="| xlink:href="#|url\(#)[^")]+)', r"\1-narrow", svg)
