"""Colours, hatching and symbols: a status is never shown by its colour alone."""

from collections.abc import Mapping

import attrs

from psykavtal.model.truth import Truth

INK = "#1a1a1a"
MUTED = "#555555"
RULE = "#c8c8c8"
PAPER = "#ffffff"


@attrs.frozen(kw_only=True)
class Style:
    """The look of an area.

    The colours differ for people with any colour vision (Okabe and Ito), and in grey.

    Attributes:
        fill: the colour of the area.
        edge: the colour of its border and its hatching.
        hatch: the hatching, as in matplotlib; empty for none.
        symbol: the marker in it, as in matplotlib; empty for none.
        symbol_fill: the colour within the marker.
        ink: the colour of the marker's border, and of text in the area.
    """

    fill: str
    edge: str
    hatch: str = ""
    symbol: str = ""
    symbol_fill: str = INK
    ink: str = INK


STATUS_STYLES: Mapping[str, Style] = {
    "stated": Style(fill="#0072b2", edge="#0072b2", symbol="o", symbol_fill=PAPER, ink=PAPER),
    "derived": Style(fill="#56b4e9", edge="#56b4e9", symbol="D"),
    "reported": Style(fill="#f1dbe7", edge="#cc79a7", hatch="\\\\\\\\", symbol="^"),
    "ambiguous": Style(fill="#f8dea6", edge="#e69f00", hatch="////", symbol="$?$"),
    "silent": Style(fill=PAPER, edge=INK, symbol="o", symbol_fill=PAPER),
    "unreadable": Style(fill="#f6d9c4", edge="#d55e00", hatch="xxxx", symbol="X"),
    "not-recorded": Style(fill="#eeeeee", edge="#dddddd", symbol="_", symbol_fill=MUTED, ink=MUTED),
    "not-applicable": Style(fill=PAPER, edge=RULE, symbol="", ink=MUTED),
}
"""The look of each status."""

HANDED_OVER_STYLE = Style(fill=PAPER, edge=INK, symbol=">", symbol_fill=INK)
"""The look of a matter that is left to another document."""

NO_BEARER_STYLE = Style(fill=PAPER, edge=MUTED, symbol="d", symbol_fill=PAPER, ink=MUTED)
"""The look of a statement without a recorded bearer."""

RESULT_STYLES: Mapping[str, Style] = {
    "same": Style(fill="#d5ecf8", edge="#56b4e9", symbol="$=$"),
    "differs": Style(fill="#f6d9c4", edge="#d55e00", symbol="$\\neq$"),
    "depends-on-the-reading": STATUS_STYLES["ambiguous"],
    "not-comparable": Style(fill=PAPER, edge=RULE, symbol="_", symbol_fill=MUTED, ink=MUTED),
    "silent": STATUS_STYLES["silent"],
    "not-recorded": STATUS_STYLES["not-recorded"],
}
"""The look of each result of a comparison."""

TRUTH_STYLES: Mapping[Truth, Style] = {
    Truth.TRUE: STATUS_STYLES["stated"],
    Truth.UNKNOWN: STATUS_STYLES["ambiguous"],
    Truth.FALSE: Style(fill=PAPER, edge=INK, symbol="x"),
}
"""The look of true, unknown and false."""
