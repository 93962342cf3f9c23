"""Words without their inflection, and the compounds among them."""

from collections.abc import Set as AbstractSet

import attrs

from psykavtal.agreements.search.irregular_words import irregular_words

# Inflections that the stemmer leaves; removed if the rest is a word of the corpus: "arenan", "aktivt", "hemmets".
ENDINGS = ("ets", "ns", "ts", "et", "n", "t")
_LAST_LETTERS = ("n", "s", "t")
SHORTEST = 4
_SHORTEST_HEAD, _SHORTEST_TAIL = 3, 4
# Derived nouns in compounds, in the form with a linking s: "handlings-", "verksamhets-".
_DERIVED = ("ings", "hets", "ions", "skaps")
# Prefixes of verbs, and an ending that is a word, too: no parts of compounds.
_NO_PARTS = frozenset(
    [
        "av",
        "den",
        "det",
        "där",
        "efter",
        "fram",
        "för",
        "före",
        "genom",
        "med",
        "mot",
        "någon",
        "över",
        "till",
        "under",
        "upp",
        "utan",
        "var",
        "heter",
    ]
)


@attrs.frozen
class WordBases:
    """Computes the bases of words for the words of one corpus.

    Attributes:
        words: the Swedish words of the corpus, in lower case.
    """

    words: AbstractSet[str]

    def split(self, word: str) -> tuple[str, str] | None:
        """Return the head, without a linking s, and the tail of a Swedish compound."""
        for at in range(_SHORTEST_HEAD, len(word) - _SHORTEST_TAIL + 1):
            tail = word[at:]
            if self._is_end(tail):
                head = word[:at]
                plain = head.removesuffix("s")
                for each in (head, plain):
                    if each in self.words and each not in _NO_PARTS and len(each) >= _SHORTEST_HEAD:
                        return each, tail
                if head.endswith(_DERIVED):
                    return plain, tail
        return None

    def is_second_part(self, rest: str) -> bool:
        """Return whether the rest of a word is the second part of a compound.

        A linking s may come before it.
        """
        return any(len(each) >= SHORTEST and self._is_end(each) for each in (rest, rest.removeprefix("s")))

    def _is_end(self, tail: str) -> bool:
        return (tail in self.words or tail in irregular_words()["sv"].ends) and tail not in _NO_PARTS

    def kept(self, base: str, lang: str) -> str | None:
        """Return a word that is not stemmed, or None."""
        return base if base in irregular_words()[lang].kept else None

    def base(self, word: str, lang: str) -> str:
        """Return a word without an irregular inflection, and without an ending that the stemmer leaves."""
        irregular = irregular_words()[lang]
        found = irregular.bases.get(word)
        if found is None:
            plain = self._without_ending(word) if lang == "sv" else word
            found = irregular.bases.get(plain, plain)
        return found

    def _without_ending(self, word: str) -> str:
        """Return a Swedish word without its ending, if the rest occurs in the corpus."""
        for ending in ENDINGS if word.endswith(_LAST_LETTERS) else ():
            if word.endswith(ending) and len(word) - len(ending) >= SHORTEST and word[: -len(ending)] in self.words:
                return word[: -len(ending)]
        return word
