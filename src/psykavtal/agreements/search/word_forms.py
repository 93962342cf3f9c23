"""Normal forms of Swedish and English words, and the parts of Swedish compounds."""

import re
import unicodedata
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from itertools import chain

import attrs

from psykavtal.agreements.search.stems import stem, stems
from psykavtal.agreements.search.word_bases import ENDINGS, SHORTEST, WordBases

_WORD = re.compile(r"[^\W_]+")
# No longer word of a query is a compound.
_LONGEST = 50
# Words are alike if they begin alike, as "beställt" and "beställare".
_SHORTEST_ALIKE, _SHORTEST_START, _LONGEST_END, _MOST_ALIKE = 6, 5, 3, 3


def words_of(text: str) -> list[str]:
    """Return the words of a text as written.

    Examples:
        >>> words_of("Vård- och stödinsatser, 18-årsdagen (SIP)")
        ['Vård', 'och', 'stödinsatser', '18', 'årsdagen', 'SIP']
    """
    return _WORD.findall(text if text.isascii() else unicodedata.normalize("NFC", text))


@attrs.frozen(eq=False)
class WordForms:
    """The normal forms of words in lower case, for the words of one corpus.

    Attributes:
        known: the normal forms of the words of the corpus, by language.
        compounds: the two parts of the compounds of the corpus, in normal forms.
    """

    known: Mapping[str, Mapping[str, str]]
    compounds: Mapping[str, tuple[str, str]]

    @classmethod
    def of(cls, swedish: AbstractSet[str], english: AbstractSet[str] = frozenset()) -> "WordForms":
        """Compute the forms of the words of a corpus.

        Args:
            swedish: the words of the texts in Swedish.
            english: the words of the texts in English.
        """
        bases = WordBases(frozenset(swedish))
        splits = {word: split for word in swedish if (split := bases.split(word))}
        parts = set(chain.from_iterable(splits.values()))
        of_words = {
            lang: {word: bases.base(word, lang) for word in words}
            for lang, words in (("sv", parts.union(swedish)), ("en", english))
        }
        stemmed = stems({lang: set(each.values()) for lang, each in of_words.items()})
        forms = {
            lang: {word: bases.kept(base, lang) or stemmed[lang][base] for word, base in each.items()}
            for lang, each in of_words.items()
        }
        return cls(
            {"sv": {word: forms["sv"][word] for word in swedish}, "en": forms["en"]},
            {word: (forms["sv"][head], forms["sv"][tail]) for word, (head, tail) in splits.items()},
        )

    @property
    def words(self) -> AbstractSet[str]:
        """The Swedish words of the corpus."""
        return self.known["sv"].keys()

    @property
    def occurring(self) -> Mapping[str, frozenset[str]]:
        """The normal forms of words and of parts of compounds, by language."""
        parts = chain.from_iterable(self.compounds.values())
        return {
            "sv": frozenset((*self.known["sv"].values(), *parts)),
            "en": frozenset(self.known["en"].values()),
        }

    @property
    def _bases(self) -> WordBases:
        return WordBases(self.words)

    def form(self, word: str, lang: str) -> str:
        """Return the normal form of a word; none is kept for later.

        Examples:
            >>> forms = WordForms.of({"arkiv"})
            >>> forms.form("planerna", "sv"), forms.form("arkivets", "sv"), forms.form("huvudmännen", "sv")
            ('plan', 'arkiv', 'huvudman')
            >>> forms.form("children", "en")
            'child'
            >>> WordForms.of({"förbundet"}).form("förbund", "sv")
            'förbundet'
        """
        known = self.known[lang].get(word) or (self._form_with_ending(word) if lang == "sv" else None)
        if known is not None:
            return known
        base = self._bases.base(word, lang)
        return self._bases.kept(base, lang) or stem(base, lang)

    def may_be(self, word: str, lang: str) -> bool:
        """Return whether a word may be of a language.

        It occurs in texts of this language, or in none of the other.
        """
        other = "en" if lang == "sv" else "sv"
        return word in self.known[lang] or word not in self.known[other]

    def like(self, word: str) -> tuple[str, ...]:
        """Return Swedish words that begin like a word: as its stem, if it is long.

        Examples:
            >>> WordForms.of({"beställare", "polismyndigheten"}).like("polisen")
            ('polismyndigheten',)
        """
        if len(word) < SHORTEST:
            return ()
        start = word if len(word) < _SHORTEST_ALIKE else word[: max(_SHORTEST_START, len(word) - _LONGEST_END)]
        return tuple(sorted(each for each in self.words if each.startswith(start))[:_MOST_ALIKE])

    def beginning(self, word: str) -> tuple[str, ...]:
        """Return the Swedish compounds whose first part is a word that does not occur alone.

        Examples:
            >>> WordForms.of({"suicidprevention", "suicidal"}).beginning("suicid")
            ('suicidprevention',)
        """
        if len(word) < _SHORTEST_START:
            return ()
        bases = self._bases
        longer = (each for each in self.words if each.startswith(word))
        return tuple(sorted(each for each in longer if bases.is_second_part(each[len(word) :])))

    def first_part(self, word: str) -> str | None:
        """Return the Swedish word with which a compound begins.

        Its second part occurs, too, or follows a linking s.

        Examples:
            >>> WordForms.of({"självmord"}).first_part("självmordsrisk")
            'självmord'
        """
        if len(word) > _LONGEST:
            return None
        split = self._bases.split(word)
        if split is not None:
            return split[0]
        ends = range(len(word) - SHORTEST - 1, _SHORTEST_START - 1, -1)
        return next((word[:end] for end in ends if word[end] == "s" and word[:end] in self.words), None)

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the two parts of a Swedish compound.

        Each part must occur in the corpus, unless the first is a derived noun ("handlings-"), or the second is
        known to end compounds ("-prevention").

        Examples:
            >>> WordForms.of({"handling", "planen"}).parts("handlingsplanen")
            ('handling', 'plan')
        """
        if word in self.words:
            return self.compounds.get(word, ())
        split = self._bases.split(word)
        return () if split is None else (self.form(split[0], "sv"), self.form(split[1], "sv"))

    def _form_with_ending(self, word: str) -> str | None:
        """Return the normal form of a Swedish word that occurs only with an ending."""
        if len(word) < SHORTEST:
            return None
        found = (self.known["sv"].get(word + ending) for ending in ENDINGS)
        return next((each for each in found if each is not None), None)
