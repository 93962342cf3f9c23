"""The texts of entries in normal forms, as rows of the index."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from psykavtal.agreements.search.searchable_text import Column, Entry
from psykavtal.agreements.search.word_forms import WordForms, words_of

# The end of a text, so that no phrase matches across two: a letter of no word.
_END = " ʘ "


class IndexedTexts:
    """The texts of entries, each divided into words and brought to its normal forms once."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        texts = _texts_of(entries)
        self.forms = WordForms(*(set(chain.from_iterable(each.values())) for each in texts.values()))
        self._formed = {lang: _formed(each, self.forms.known[lang]) for lang, each in texts.items()}
        compounds = self.forms.compounds
        self._parts = {
            text: " ".join([part for word in words for part in compounds.get(word, ())])
            for text, words in texts["sv"].items()
        }

    def rows(self) -> Iterator[Sequence[Any]]:
        """Yield the rows: the number of the entry, then the forms for each column."""
        columns = {each.title: (at, self._formed[each.lang]) for at, each in enumerate(Column)}
        at_parts, parts, swedish = columns[Column.PARTS.title][0], self._parts, self._formed["sv"]
        for number, entry in enumerate(self._entries):
            row: list[list[str]] = [[] for _ in columns]
            for _, column, text in entry.texts:
                at, formed = columns[column.title]
                row[at].append(formed[text])
                if formed is swedish:
                    row[at_parts].append(parts[text])
            yield (number, *map(_END.join, row))

    def known(self) -> Mapping[str, frozenset[str]]:
        """Return the normal forms that occur in the rows, by language."""
        compounds = chain.from_iterable(self.forms.compounds.values())
        return {
            "sv": frozenset((*self.forms.known["sv"].values(), *compounds)),
            "en": frozenset(self.forms.known["en"].values()),
        }


def _formed(texts: Mapping[str, list[str]], forms: Mapping[str, str]) -> dict[str, str]:
    """Return texts in normal forms."""
    return {text: " ".join([forms[word] for word in words]) for text, words in texts.items()}


def vocabulary_of(entries: Iterable[Entry]) -> Mapping[str, set[str]]:
    """Return the words of the texts of entries, in lower case, by language."""
    return {lang: set(chain.from_iterable(each.values())) for lang, each in _texts_of(entries).items()}


def _texts_of(entries: Iterable[Entry]) -> Mapping[str, Mapping[str, list[str]]]:
    """Return the texts with their words in lower case, by language."""
    found: dict[str, dict[str, list[str]]] = {"sv": {}, "en": {}}
    for entry in entries:
        for _, column, text in entry.texts:
            known = found[column.lang]
            if text not in known:
                known[text] = words_of(text.casefold())
    return found
