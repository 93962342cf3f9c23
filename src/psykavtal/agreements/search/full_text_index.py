"""A full-text index in memory, by SQLite FTS5."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from psykavtal.agreements.search.abbreviations import abbreviations
from psykavtal.agreements.search.query_words import CorpusWords, QueryWords
from psykavtal.agreements.search.searchable_text import Column, Entry
from psykavtal.agreements.search.word_forms import WordForms, words_of
from psykavtal.errors import PsykavtalError
from psykavtal.lazy import LOCK
from psykavtal.model.provisions import Provision
from psykavtal.model.vocabulary import Topic

_NAMED = ("heading", "term", "name")


class FullTextIndex:
    """A table of the entries in normal forms, its rows numbered like the entries.

    Queries take the lock of the package: a process must not fork during one.
    """

    def __init__(self, entries: Iterable[Entry], names: Iterable[tuple[str, ...]] = ()) -> None:
        """Build the index.

        Args:
            entries: the entries, in text order.
            names: the names of things, those of one thing together.

        Raises:
            PsykavtalError: the SQLite of this Python has no FTS5.
        """
        self.entries = tuple(entries)
        self._others = {at for at, each in enumerate(self.entries) if not isinstance(each.subject, Provision | Topic)}
        texts = IndexedTexts(self.entries)
        explained = (each.text for entry in self.entries for each in entry.texts if each.field in _NAMED)
        named = tuple(names)
        same = abbreviations(named, (*explained, *(each for group in named for each in group)))
        self.words = CorpusWords(texts.forms, texts.known(), same)
        self._table = _table(texts.rows())

    def ranked(self, query: QueryWords, *, every: bool = True) -> list[tuple[Entry, float]]:
        """Return the entries that match with their scores, the best first.

        Provisions and topics come before things; equal ones are in text order.
        """
        if every and query.unknown:
            return []
        expression = query.expression(every=every)
        if not expression:
            return []
        with LOCK:
            rows = self._table.execute(_QUERY, (expression,)).fetchall()
        entries, others = self.entries, self._others
        rows.sort(key=lambda row: (row[0] in others, row[1]))
        return [(entries[row], -rank) for row, rank in rows]

    def count(self, query: QueryWords) -> dict[str, int]:
        """Return the number of entries that match each part of a query alone."""
        counts = dict[str, int]()
        with LOCK:
            for part in query.parts:
                found = self._table.execute(_COUNT, (part.expression,)).fetchone()[0] if part.expression else 0
                counts[part.text] = found
        return counts


# The end of a text, so that no phrase matches across two: a letter of no word.
_END = " ʘ "
_NAMES = ", ".join(each.title for each in Column)
_QUERY = "SELECT rowid, rank FROM entries WHERE entries MATCH ?"
_COUNT = "SELECT count(*) FROM entries WHERE entries MATCH ?"


def _table(rows: Iterable[Sequence[Any]]) -> sqlite3.Connection:
    """Return a database with the rows."""
    connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    try:
        connection.execute(
            f"CREATE VIRTUAL TABLE entries USING fts5({_NAMES}, content='', tokenize='unicode61 remove_diacritics 0')"
        )
    except sqlite3.OperationalError as error:
        raise PsykavtalError(
            "the SQLite of this Python has no FTS5.",
            place="search",
            fix="Use a Python whose sqlite3 has it; filters without words work without.",
        ) from error
    connection.execute("BEGIN")
    marks = ", ".join("?" * (len(Column) + 1))
    connection.executemany(f"INSERT INTO entries(rowid, {_NAMES}) VALUES ({marks})", rows)  # noqa: S608 (names of columns)
    weights = ", ".join(str(each.weight) for each in Column)
    connection.execute("INSERT INTO entries(entries, rank) VALUES ('rank', ?)", (f"bm25({weights})",))
    connection.execute("COMMIT")
    return connection


class IndexedTexts:
    """The texts of entries, each divided into words and brought to its normal forms once."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        texts = _texts_of(entries)
        self.forms = WordForms(*(set(chain.from_iterable(each.values())) for each in texts.values()))
        self._formed = {lang: _formed(each, self.forms.known[lang]) for lang, each in texts.items()}
        compounds = {word: parts for word in self.forms.words if (parts := self.forms.parts(word))}
        self._parts = {
            text: " ".join([part for word in words for part in compounds.get(word, ())])
            for text, words in texts["sv"].items()
        }

    def rows(self) -> Iterator[Sequence[Any]]:
        """Yield the rows: the number of the entry, then the forms for each column."""
        places = {each: (at, self._formed[each.lang]) for at, each in enumerate(Column)}
        at_parts, parts = places[Column.PARTS][0], self._parts
        for number, entry in enumerate(self._entries):
            columns: list[list[str]] = [[] for _ in places]
            for _, column, text in entry.texts:
                at, formed = places[column]
                columns[at].append(formed[text])
                if formed is places[Column.PARTS][1]:
                    columns[at_parts].append(parts[text])
            yield (number, *map(_END.join, columns))

    def known(self) -> Mapping[str, frozenset[str]]:
        """Return the normal forms that occur in the rows, by language."""
        found = {lang: set(chain.from_iterable(map(str.split, each.values()))) for lang, each in self._formed.items()}
        found["sv"].update(chain.from_iterable(map(str.split, self._parts.values())))
        return {lang: frozenset(each) for lang, each in found.items()}


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
