"""A picture: axes with what they show, in words and as a table."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# The types of matplotlib leave keyword arguments open.

import io
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import attrs

from psykavtal.errors import InvalidValueError, Message, one_of
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
    """

    axes: "Axes"
    title: str
    alt_text: str
    table: tuple[Mapping[str, object], ...]
    lang: str

    @property
    def figure(self) -> "Figure":
        """The figure of the axes."""
        from matplotlib.figure import Figure  # noqa: PLC0415 (only for a picture, which matplotlib drew)

        figure = self.axes.get_figure(root=True)
        assert isinstance(figure, Figure)
        return figure

    def save(self, path: str | Path) -> Path:
        """Write the picture as SVG, PNG or PDF, by the ending of the name.

        The same picture gives the same bytes.

        Raises:
            InvalidValueError: another ending.
        """
        target = Path(path)
        kind = target.suffix.removeprefix(".").lower()
        if kind not in FORMATS:
            fault = Message(en="no format {kind!r} for a picture.", sv="bilder har inget format {kind!r}.", kind=kind)
            raise InvalidValueError(fault, value=str(path), place="path", fix=one_of(f".{each}" for each in FORMATS))
        target.write_bytes(self.to_svg().encode() if kind == "svg" else self._printed(kind))
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
        """Return SVG for a notebook or a page, within a figure."""
        return f'<figure lang="{self.lang}" style="margin: 0">{self.to_svg()}</figure>'

    def __repr__(self) -> str:
        """Return the title and the number of records."""
        return f"<Picture {self.title!r}: {len(self.table)} records>"
