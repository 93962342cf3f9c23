"""What one copy of a document shares with another, however badly one of them was read.

Copies differ in accents, in letters that a machine misread, and in the order of words where
columns were read across. So the bare letters of words are compared, within a stretch of the
other copy, and not the order of the words.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from psykavtal.sources.passages import SourceText
from psykavtal.sources.segments import Unit
from psykavtal.sources.tokens import fold

ALIKE = 0.75
"""The share of a unit's letter groups that a stretch of the other copy must hold."""

_SIZE = 3
_TELLING = ("inte", "ej", "aidrig", "kommun", "region")  # as `bare` gives them
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


def _stretches(words: Sequence[str], length: int = 160, step: int = 40) -> list[tuple[Counter[str], frozenset[str]]]:
    """The letter groups of overlapping stretches of a text, and their telling words."""
    parts = [words[start : start + length] for start in range(0, max(1, len(words) - length + step), step)]
    return [(_groups(part), _telling(part)) for part in parts]


def _groups(words: Iterable[str]) -> Counter[str]:
    return Counter(word[at : at + _SIZE] for word in words for at in range(max(1, len(word) - _SIZE + 1)))


def _is_in(unit: Unit, stretches: Sequence[tuple[Counter[str], frozenset[str]]]) -> bool:
    words = [bare(word) for word in fold(unit.text)]
    groups, telling = _groups(words), _telling(words)
    total = groups.total()
    return total > 0 and any(
        telling <= own and (groups & stretch).total() >= ALIKE * total for stretch, own in stretches
    )


def _telling(words: Iterable[str]) -> frozenset[str]:
    """The words by which two statements that look alike say the opposite: who, and whether at all."""
    return frozenset(stem for word in words for stem in _TELLING if word.startswith(stem))
