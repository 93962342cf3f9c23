"""Stems of Swedish and English words, cached for the texts of the corpus."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import import_module
from importlib.metadata import version
from typing import Any, Protocol, cast

from psykavtal.lazy import LOCK, once
from psykavtal.plugins.object_cache import ObjectCache

_MOST_CACHED = 200_000
_FEW = 20


@lru_cache(1000)
def stem(word: str, lang: str) -> str:
    """Return the stem of a word; a Swedish one is stemmed until nothing changes.

    At first, the stemmer makes "oenighet" of "oenigheter", but "oen" of "oenighet".

    Examples:
        >>> stem("oenigheter", "sv") == stem("oenighet", "sv")
        True
    """
    with LOCK:  # a stemmer has a state
        stemmer = _stemmers()[lang]
        found = stemmer.stemWord(word)
        while lang == "sv" and found != word:
            word, found = found, stemmer.stemWord(found)
        return found


def stems(words: Mapping[str, Iterable[str]]) -> dict[str, dict[str, str]]:
    """Return the stems of the words of texts, by language.

    They are cached beside Python's bytecode, as county files are: a stemmer in Python takes longer than all else that
    an index needs. Words of a query are never cached.
    """
    cache = _cache()
    cached = cast("dict[str, dict[str, str]]", cache.load(dict) or {})
    found = {lang: dict[str, str]() for lang in words}
    missing = 0
    for lang, each in words.items():
        known = cached.setdefault(lang, {})
        for word in each:
            if word not in known:
                known[word] = stem(word, lang)
                missing += 1
            found[lang][word] = known[word]
    if missing > _FEW and sum(map(len, cached.values())) < _MOST_CACHED:
        cache.store(cached)
    return found


@once
def _cache() -> ObjectCache:
    return ObjectCache.of("psykavtal.agreements.search", "stems", [version("snowballstemmer").encode()])


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 (the name in snowballstemmer)


@once
def _stemmers() -> dict[str, _Stemmer]:
    # The package brings the stemmers of thirty languages; with the cache, an index needs none.
    module: Any = import_module("snowballstemmer")
    return {"sv": module.stemmer("swedish"), "en": module.stemmer("english")}
