"""What one copy of a document shares with another, however badly one of them was read.

Copies differ in accents, in letters that a machine misread, and in the order of words where
columns were read across. So the bare letters of words are compared, within a stretch of the
other copy, and not the order of the words.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from psykavtal.sources.passages import SourceText
from psykavtal.sources.units import Unit
from psykavtal.sources.words import fold

ALIKE = 0.75
"""The share of a unit's letter groups that a stretch of the other copy must hold."""

_SIZE = 3
_ALIKE = str.maketrans("601l|", "ooiii")


def twins_in(units: Sequence[Unit], copies: Iterable[SourceText]) -> set[Unit]:
    """The units that another copy holds too."""
    found: set[Unit] = set()
    for copy in copies:
        words = [bare(word) for word in copy.words.words]
        stretches = _stretches(words)
        found |= {unit for unit in units if _is_in(unit, stretches)}
    return found


def bare(word: str) -> str:
    """A word without accents, in the letters that machines tell apart best.

    Examples:
        >>> bare("Överens") == bare("6verens"), bare("ålder") == bare("a1der")
        (True, True)
    """
    plain = "".join(each for each in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(each))
    return plain.translate(_ALIKE)


def _stretches(words: Sequence[str], length: int = 160, step: int = 40) -> list[Counter[str]]:
    """The letter groups of overlapping stretches of a text."""
    starts = range(0, max(1, len(words) - length + step), step)
    return [_groups(words[start : start + length]) for start in starts]


def _groups(words: Iterable[str]) -> Counter[str]:
    return Counter(word[at : at + _SIZE] for word in words for at in range(max(1, len(word) - _SIZE + 1)))


def _is_in(unit: Unit, stretches: Sequence[Counter[str]]) -> bool:
    groups = _groups(bare(word) for word in fold(unit.text))
    total = groups.total()
    return total > 0 and any((groups & stretch).total() >= ALIKE * total for stretch in stretches)
