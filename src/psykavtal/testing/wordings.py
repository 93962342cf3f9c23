"""Whether a wording runs along with a source."""

from collections.abc import Iterable, Sequence

from psykavtal.sources.words import fold


def runs_with(wordings: Iterable[str], texts: Sequence[str], *, longest: int) -> list[str]:
    """The runs of more than `longest` words that a wording shares with a text.

    Examples:
        >>> runs_with(["ett två tre fyra"], ["noll ett två tre fyra fem"], longest=3)
        ['ett två tre fyra']
        >>> runs_with(["ett två tre"], ["noll ett två tre fyra fem"], longest=3)
        []
    """
    size = longest + 1
    grams = {gram for text in texts for gram in _grams(fold(text), size)}
    return [" ".join(gram) for wording in wordings for gram in _grams(fold(wording), size) if gram in grams]


def _grams(words: tuple[str, ...], size: int) -> list[tuple[str, ...]]:
    return [words[at : at + size] for at in range(len(words) - size + 1)]
