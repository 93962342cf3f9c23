"""The width of text in a font, and its lines within a width."""
# pyright: reportUnknownVariableType=false
# The types of matplotlib leave those of paths open.

from functools import lru_cache

from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import LoadFlags

FAMILY = "DejaVu Sans"
"""The font of pictures; matplotlib brings it."""

_UNIT = 1000.0
_SLACK = 1.012
_SHORTEST = 4
"""The fewest characters of a word after a break within it."""


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return the greatest width of a line of text in points.

    Kerning is left out: it makes text narrower. Letters that are fitted to the dots of a screen are a little wider.
    """
    return size * _SLACK * sum(_advance(each, bold) for each in text)


def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Return text as lines within a width in points.

    A line breaks at a space, after a hyphen or a slash, and within a word that is wider than the line.
    """
    lines: list[str] = []
    current = ""
    for part in _parts(text):
        if current and width_of((current + part).rstrip(), size, bold=bold) > width:
            lines.append(current.rstrip())
            current = ""
        current += part if current else part.lstrip()
        while width_of(current.rstrip(), size, bold=bold) > width and len(current) > 1:
            at = _fitting(current, width - width_of("-", size, bold=bold), size, bold=bold)
            lines.append(f"{current[:at]}-")
            current = current[at:]
    return [*lines, current.rstrip()] if current.strip() or not lines else lines


def _parts(text: str) -> list[str]:
    """Return text in parts after each of which a line can break."""
    parts: list[str] = []
    for word in text.split():
        rest = word
        while True:
            at = next((n for n in range(2, len(rest)) if _breaks(rest[n - 1], rest[n])), None)
            if at is None:
                break
            parts.append(rest[:at])
            rest = rest[at:]
        parts.append(f"{rest} ")
    return parts


def _breaks(before: str, after: str) -> bool:
    """Return whether a line can break between two characters; never within a date."""
    return before in "/–" or (before == "-" and not after.isdigit())


def _fitting(text: str, width: float, size: float, *, bold: bool) -> int:
    """Return the number of characters before a break within a word, at least one."""
    used = 0.0
    for at, each in enumerate(text):
        used += size * _SLACK * _advance(each, bold)
        if used > width:
            return max(1, min(at, len(text.rstrip()) - _SHORTEST))
    return max(1, len(text.rstrip()) - _SHORTEST)


@lru_cache(4096)
def _advance(character: str, bold: bool) -> float:
    """Return the width of a character, as a share of the size of the font."""
    font = get_font(findfont(FontProperties(family=FAMILY, weight="bold" if bold else "normal")))
    font.set_size(_UNIT, 72)
    if not font.get_char_index(ord(character)):
        return 1.0
    return font.load_char(ord(character), flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536 / _UNIT
