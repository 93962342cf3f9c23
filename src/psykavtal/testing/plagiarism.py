"""Find runs of words that a wording shares with a source."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from psykavtal.sources.tokens import fold

_NAME = "\0"
"""Replaces a declared name: it is in no text, so it ends every run."""

_SHORTEST_NAME = 3
"""A shorter name is an everyday word in many sentences, and would hide them."""


def runs_with(
    wordings: Mapping[str, Iterable[str]], texts: Sequence[str], *, longest: int, apart: Iterable[str] = ()
) -> list[str]:
    """Return the long runs of words that wordings share with a text, after their ids.

    Args:
        wordings: texts in our own words, by the id of what they word.
        texts: the sources.
        longest: the number of consecutive words that may be shared; a run of more is returned.
        apart: names and titles of three words or more, which have no other wording.

    Examples:
        >>> runs_with({"a": ["ett två tre fyra"]}, ["noll ett två tre fyra fem"], longest=3)
        ['a: ett två tre fyra']
        >>> runs_with({"a": ["ett två tre"]}, ["noll ett två tre fyra fem"], longest=3)
        []
        >>> runs_with({"a": ["ett två tre fyra"]}, ["noll ett två tre fyra fem"], longest=3, apart=["två tre fyra"])
        []
    """
    size = longest + 1
    grams = {gram for text in texts for gram in _grams(fold(text), size)}
    long = {folded for name in apart if len(folded := fold(name)) >= _SHORTEST_NAME}
    names = defaultdict[str, list[tuple[str, ...]]](list)
    for each in sorted(long, key=len, reverse=True):
        names[each[0]].append(each)
    own = ((name, _without(fold(each), names)) for name, worded in wordings.items() for each in worded)
    return [f"{name}: {' '.join(gram)}" for name, words in own for gram in _grams(words, size) if gram in grams]


def _without(words: tuple[str, ...], names: Mapping[str, Sequence[tuple[str, ...]]]) -> tuple[str, ...]:
    """Return the words with each name replaced by one mark.

    The names are given by their first word.
    """
    kept: list[str] = []
    at = 0
    while at < len(words):
        name = next((each for each in names.get(words[at], ()) if words[at : at + len(each)] == each), None)
        kept.append(words[at] if name is None else _NAME)
        at += 1 if name is None else len(name)
    return tuple(kept)


def _grams(words: tuple[str, ...], size: int) -> list[tuple[str, ...]]:
    return [words[at : at + size] for at in range(len(words) - size + 1)]
