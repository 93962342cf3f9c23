"""Find segments that another copy of the same document also contains.

Copies differ in accents, in letters that a machine misread, and in the order of words if
columns were read across. The comparison therefore uses the bare letters of words within a
stretch of the other copy, without their order.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from psykavtal.sources.passages import SourceText
from psykavtal.sources.segments import Segment
from psykavtal.sources.tokens import fold

ALIKE = 0.75
"""The share of a segment's letter groups that a stretch of the other copy must contain."""

_SIZE = 3
_REVERSING = ("inte", "ej", "aidrig", "kommun", "region")  # as `bare` gives them
_ALIKE = str.maketrans("601l|", "ooiii")


def duplicates_in(segments: Sequence[Segment], copies: Iterable[SourceText]) -> set[Segment]:
    """Return the segments that another copy also contains."""
    found: set[Segment] = set()
    for copy in copies:
        words = [bare(word) for word in copy.words.words]
        stretches = _stretches(words)
        found |= {segment for segment in segments if _is_in(segment, stretches)}
    return found


def bare(word: str) -> str:
    """Return a word without accents, with easily confused letters unified.

    Examples:
        >>> bare("Överens") == bare("6verens"), bare("ålder") == bare("a1der")
        (True, True)
    """
    plain = "".join(each for each in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(each))
    return plain.translate(_ALIKE)


def _stretches(words: Sequence[str], length: int = 160, step: int = 40) -> list[tuple[Counter[str], frozenset[str]]]:
    """Return the letter groups of overlapping stretches of a text, and their distinctive words."""
    parts = [words[start : start + length] for start in range(0, max(1, len(words) - length + step), step)]
    return [(_groups(part), _reversing(part)) for part in parts]


def _groups(words: Iterable[str]) -> Counter[str]:
    return Counter(word[at : at + _SIZE] for word in words for at in range(max(1, len(word) - _SIZE + 1)))


def _is_in(segment: Segment, stretches: Sequence[tuple[Counter[str], frozenset[str]]]) -> bool:
    words = [bare(word) for word in fold(segment.text)]
    groups, reversing = _groups(words), _reversing(words)
    total = groups.total()
    return total > 0 and any(
        reversing <= own and (groups & stretch).total() >= ALIKE * total for stretch, own in stretches
    )


def _reversing(words: Iterable[str]) -> frozenset[str]:
    """Return the words that reverse similar statements: negations and principals."""
    return frozenset(stem for word in words for stem in _REVERSING if word.startswith(stem))
