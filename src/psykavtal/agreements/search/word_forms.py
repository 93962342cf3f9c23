"""Normal forms of Swedish and English words, and the parts of Swedish compounds."""

import re
import unicodedata
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from psykavtal.agreements.search.irregular_words import irregular_words
from psykavtal.agreements.search.stems import stem, stems

_WORD = re.compile(r"[^\W_]+")
# Inflections that the stemmer leaves; removed if the rest is a word of the corpus: "arenan", "aktivt", "hemmets".
_ENDINGS = ("ets", "ns", "ts", "et", "n", "t")
_LAST_LETTERS = ("n", "s", "t")
_SHORTEST = 4
_SHORTEST_HEAD, _SHORTEST_TAIL = 3, 4
# Words are alike if they begin alike, as "beställt" and "beställare".
_SHORTEST_ALIKE, _SHORTEST_START, _LONGEST_END, _MOST_ALIKE = 6, 5, 3, 3
# Derived nouns in compounds, in the form with a linking s: "handlings-", "verksamhets-".
_DERIVED = ("ings", "hets", "ions", "skaps")
# Prefixes of verbs, and an ending that is a word, too: no parts of compounds.
_NO_PARTS = frozenset(
    (
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
    )
)


def words_of(text: str) -> list[str]:
    """Return the words of a text as written.

    Examples:
        >>> words_of("Vård- och stödinsatser, 18-årsdagen (SIP)")
        ['Vård', 'och', 'stödinsatser', '18', 'årsdagen', 'SIP']
    """
    return _WORD.findall(text if text.isascii() else unicodedata.normalize("NFC", text))


class WordForms:
    """The normal forms of words in lower case, for the words of one corpus.

    Attributes:
        words: the Swedish words of the corpus.
        known: the normal forms of the words of the corpus, by language.
        compounds: the two parts of the compounds of the corpus, in normal forms.
    """

    def __init__(self, swedish: AbstractSet[str], english: AbstractSet[str] = frozenset()) -> None:
        """Compute the forms of the words of the corpus.

        Args:
            swedish: the words of the texts in Swedish.
            english: the words of the texts in English.
        """
        self.words = frozenset(swedish)
        self._irregular = irregular_words()
        splits = {word: split for word in swedish if (split := self._split(word))}
        heads = {head for head, _ in splits.values()}
        bases = {
            lang: {word: self._base(word, lang) for word in words}
            for lang, words in (("sv", heads.union(swedish)), ("en", english))
        }
        stemmed = stems({lang: sorted(set(each.values())) for lang, each in bases.items()})
        forms = {
            lang: {word: self._kept(base, lang) or stemmed[lang][base] for word, base in each.items()}
            for lang, each in bases.items()
        }
        self.known: Mapping[str, Mapping[str, str]] = {
            "sv": {word: forms["sv"][word] for word in swedish},
            "en": forms["en"],
        }
        self.compounds: Mapping[str, tuple[str, str]] = {
            word: (forms["sv"][head], forms["sv"][tail]) for word, (head, tail) in splits.items()
        }

    def form(self, word: str, lang: str) -> str:
        """Return the normal form of a word; none is kept for later.

        Examples:
            >>> forms = WordForms({"arkiv"})
            >>> forms.form("planerna", "sv"), forms.form("arkivets", "sv"), forms.form("huvudmännen", "sv")
            ('plan', 'arkiv', 'huvudman')
            >>> forms.form("children", "en")
            'child'
            >>> WordForms({"förbundet"}).form("förbund", "sv")
            'förbundet'
        """
        known = self.known[lang].get(word) or (self._form_with_ending(word) if lang == "sv" else None)
        if known is not None:
            return known
        base = self._base(word, lang)
        return self._kept(base, lang) or stem(base, lang)

    def may_be(self, word: str, lang: str) -> bool:
        """Return whether a word may be of a language.

        It occurs in texts of this language, or in none of the other.
        """
        other = "en" if lang == "sv" else "sv"
        return word in self.known[lang] or word not in self.known[other]

    def like(self, word: str) -> tuple[str, ...]:
        """Return Swedish words that begin like a word: as its stem, if it is long.

        Examples:
            >>> WordForms({"beställare", "polismyndigheten"}).like("polisen")
            ('polismyndigheten',)
        """
        if len(word) < _SHORTEST:
            return ()
        start = word if len(word) < _SHORTEST_ALIKE else word[: max(_SHORTEST_START, len(word) - _LONGEST_END)]
        return tuple(sorted(each for each in self.words if each.startswith(start))[:_MOST_ALIKE])

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the two parts of a Swedish compound.

        The second part must occur in the corpus; the first, too, unless it is a derived noun ("handlings-").

        Examples:
            >>> WordForms({"handling", "planen"}).parts("handlingsplanen")
            ('handling', 'plan')
        """
        if word in self.words:
            return self.compounds.get(word, ())
        split = self._split(word)
        return () if split is None else (self.form(split[0], "sv"), self.form(split[1], "sv"))

    def _split(self, word: str) -> tuple[str, str] | None:
        """Return the head, without a linking s, and the tail of a Swedish compound."""
        for at in range(_SHORTEST_HEAD, len(word) - _SHORTEST_TAIL + 1):
            tail = word[at:]
            if tail in self.words and tail not in _NO_PARTS:
                head = word[:at]
                plain = head.removesuffix("s")
                for each in (head, plain):
                    if each in self.words and each not in _NO_PARTS and len(each) >= _SHORTEST_HEAD:
                        return each, tail
                if head.endswith(_DERIVED):
                    return plain, tail
        return None

    def _form_with_ending(self, word: str) -> str | None:
        """Return the normal form of a Swedish word that occurs only with an ending."""
        if len(word) < _SHORTEST:
            return None
        found = (self.known["sv"].get(word + ending) for ending in _ENDINGS)
        return next((each for each in found if each is not None), None)

    def _kept(self, base: str, lang: str) -> str | None:
        """Return a word that is not stemmed, or None."""
        return base if base in self._irregular[lang].kept else None

    def _base(self, word: str, lang: str) -> str:
        """Return a word without an irregular inflection, and without an ending that the stemmer leaves."""
        irregular = self._irregular[lang]
        found = irregular.bases.get(word)
        if found is None:
            plain = self._without_ending(word) if lang == "sv" else word
            found = irregular.bases.get(plain, plain)
        return found

    def _without_ending(self, word: str) -> str:
        """Return a Swedish word without its ending, if the rest occurs in the corpus."""
        for ending in _ENDINGS if word.endswith(_LAST_LETTERS) else ():
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST and word[: -len(ending)] in self.words:
                return word[: -len(ending)]
        return word
