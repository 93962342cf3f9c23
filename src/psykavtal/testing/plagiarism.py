"""Find runs of words that a wording shares with a source."""

from collections.abc import Iterable, Sequence

from psykavtal.sources.tokens import fold

_NAME = "\0"
"""Replaces a declared name: it is in no text, so it ends every run."""

_SHORTEST_NAME = 3
"""A shorter name is an everyday word in many sentences, and would hide them."""


def runs_with(wordings: Iterable[str], texts: Sequence[str], *, longest: int, apart: Iterable[str] = ()) -> list[str]:
    """Return the runs of more than `longest` words that a wording shares with a text.

    Args:
        wordings: in our own words.
        texts: the sources.
        longest: the number of consecutive words that may be shared.
        apart: names and titles of three words or more, which have no other wording.

    Examples:
        >>> runs_with(["ett två tre fyra"], ["noll ett två tre fyra fem"], longest=3)
        ['ett två tre fyra']
        >>> runs_with(["ett två tre"], ["noll ett två tre fyra fem"], longest=3)
        []
        >>> runs_with(["ett två tre fyra"], ["noll ett två tre fyra fem"], longest=3, apart=["två tre fyra"])
        []
    """
    size = longest + 1
    grams = {gram for text in texts for gram in _grams(fold(text), size)}
    long = {fold(name) for name in apart if len(fold(name)) >= _SHORTEST_NAME}
    names: list[tuple[str, ...]] = sorted(long, key=len, reverse=True)
    own = (_without(fold(wording), names) for wording in wordings)
    return [" ".join(gram) for words in own for gram in _grams(words, size) if gram in grams]


def _without(words: tuple[str, ...], names: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the words with each name replaced by one mark."""
    kept: list[str] = []
    at = 0
    while at < len(words):
        name = next((each for each in names if words[at : at + len(each)] == each), None)
        kept.append(words[at] if name is None else _NAME)
        at += 1 if name is None else len(name)
    return tuple(kept)


def _grams(words: tuple[str, ...], size: int) -> list[tuple[str, ...]]:
    return [words[at : at + size] for at in range(len(words) - size + 1)]
