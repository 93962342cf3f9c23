"""Unify the hyphens, spaces and quotation marks of a citation."""

import re
import unicodedata

_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")
_BRACKETS = str.maketrans("[]{}", "()()")
_APOSTROPHES = dict.fromkeys(map(ord, "\u2018\u2019\u02bc\u00b4`"), "'")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_BROKEN_WORD = re.compile(r"(?<=[a-zåäö])-[ \t]*\n\s*(?!(?:och|samt|eller)\b)(?=[a-zåäö])")
_TABLE = {**_HYPHENS, **_APOSTROPHES, **_BRACKETS, **_INVISIBLE, ord("\u017f"): "s"}
_LABEL = re.compile(r"(?:^|(?<=[\s;,.]))(?:[a-zåäö]|\d{1,2})\)")


def normalised(text: str) -> str:
    """Return a text with composed letters, plain hyphens and single spaces, without invisible characters.

    Word processors and PDF files replace hyphens and spaces, hyphenate with characters that are not shown, and
    break words over lines.

    Examples:
        >>> normalised("16\u00a0kap. 3\u20134 \u00a7\u00a7  Ha\u0308lso\u2011 och sjuk\u00advårdslagen")
        '16 kap. 3-4 §§ Hälso- och sjukvårdslagen'
    """
    plain = unicodedata.normalize("NFC", text).translate(_TABLE)
    return _without_labels(" ".join(_BROKEN_WORD.sub("", plain).split()))


def _without_labels(text: str) -> str:
    """Replace labels of lists, such as "a)" and "2)", with bullets."""
    found: list[str] = []
    depth, done = 0, 0
    for at, character in enumerate(text):
        if character == "(":
            depth += 1
        elif character == ")" and depth:
            depth -= 1
        elif character == ")" and (label := _LABEL.search(text, max(at - 3, 0), at + 1)):
            found += (text[done : label.start()], "•")
            done = at + 1
    return "".join((*found, text[done:]))
