"""The words of a corpus, by which the words of a query are read."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import attrs

from psykavtal.agreements.search.query_words import COLUMNS, Forms, QueryPart, QueryWords
from psykavtal.agreements.search.word_forms import WordForms
from psykavtal.lazy import locked_property

_LONGEST_NAME = 10
_QUERIES = 256
"""The number of queries whose parts are kept."""


@attrs.frozen(eq=False, slots=False)
class CorpusWords:
    """The words of a corpus, by which the words of a query are read.

    Attributes:
        forms: the normal forms of words.
        known: the normal forms that occur, by language.
        same: the other names for the same, by the words of a name.
        by_first_part: whether a compound that does not occur is read as its first part.
    """

    forms: WordForms
    known: Mapping[str, frozenset[str]]
    same: Mapping[Forms, frozenset[Forms]]
    by_first_part: bool = False

    def query(self, words: Sequence[str]) -> QueryWords:
        """Return the parts of a query: names as wide as possible, else single words."""
        return self._queries(tuple(words))

    @locked_property
    def _queries(self) -> Callable[[Forms], QueryWords]:
        return lru_cache(_QUERIES)(self._read)

    def _read(self, words: Forms) -> QueryWords:
        parts = list[QueryPart]()
        plain = [each.casefold() for each in words]
        at = 0
        while at < len(words):
            widths = range(min(_LONGEST_NAME, len(words) - at), 1, -1)
            width = next((each for each in widths if tuple(plain[at : at + each]) in self.same), 1)
            forms = self._forms_of(tuple(plain[at : at + width]))
            parts.append(QueryPart.of(" ".join(words[at : at + width]), forms))
            at += width
        return QueryWords(tuple(parts), self.forms)

    def _forms_of(self, name: Forms) -> Mapping[str, tuple[Forms, ...]]:
        """Return the forms of a word, or of a name and its other names."""
        others = self.same.get(name, ())
        found = {lang: tuple(self._occurring((name, *sorted(others)), lang)) for lang in COLUMNS}
        if len(name) == 1 and not any(found.values()):
            found["sv"] = tuple(dict.fromkeys((self.forms.form(each, "sv"),) for each in self._compounds(*name)))
        return found

    def _compounds(self, word: str) -> tuple[str, ...]:
        """Return the compounds that begin with a word that does not occur alone.

        Without any, the first part of the word itself, if compounds are read so.
        """
        first = self.forms.first_part(word) if self.by_first_part else None
        return self.forms.beginning(word) or (() if first is None else (first,))

    def _occurring(self, names: Iterable[Forms], lang: str) -> Iterator[Forms]:
        """Yield the normal forms of names whose words all occur.

        A name that contains another one of them is left out.
        """
        formed = dict[Forms, None]()
        for name in names:
            if all(self.forms.may_be(word, lang) for word in name):
                each = tuple(self.forms.form(word, lang) for word in name)
                if self.known[lang].issuperset(each):
                    formed[each] = None
        return (each for each in formed if not any(other != each and _contains(each, other) for other in formed))


def _contains(name: Forms, other: Forms) -> bool:
    """Return whether another name is a part of a name."""
    return any(name[at : at + len(other)] == other for at in range(len(name) - len(other) + 1))
