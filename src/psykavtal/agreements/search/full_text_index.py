"""A full-text index in memory, by SQLite FTS5."""

import sqlite3
import weakref
from collections.abc import Iterable, Sequence
from typing import Any

from psykavtal.agreements.search.abbreviations import abbreviations
from psykavtal.agreements.search.corpus_words import CorpusWords
from psykavtal.agreements.search.indexed_texts import IndexedTexts
from psykavtal.agreements.search.query_words import QueryWords
from psykavtal.agreements.search.searchable_text import Column, Entry
from psykavtal.errors import Message, PsykavtalError
from psykavtal.lazy import LOCK
from psykavtal.model.provisions import Provision
from psykavtal.model.vocabulary import Topic

_NAMED = ("heading", "term", "name")


class FullTextIndex:
    """A table of the entries in normal forms, its rows numbered like the entries.

    Queries take the lock of the package: a process must not fork during one.
    """

    def __init__(self, entries: Iterable[Entry], names: Iterable[tuple[str, ...]], cached_as: str) -> None:
        """Build the index.

        Args:
            entries: the entries, in text order.
            names: the names of things, those of one thing together.
            cached_as: the name of the cache of their texts in normal forms.

        Raises:
            PsykavtalError: the SQLite of this Python has no FTS5.
        """
        self.entries = tuple(entries)
        self._others = {at for at, each in enumerate(self.entries) if not isinstance(each.subject, Provision | Topic)}
        texts = IndexedTexts.cached(self.entries, cached_as)
        explained = (each.text for entry in self.entries for each in entry.texts if each.field in _NAMED)
        named = tuple(names)
        same = abbreviations(named, (*explained, *(each for group in named for each in group)))
        self.words = CorpusWords(texts.forms, texts.forms.occurring, same)
        self._table = _table(texts.rows)
        weakref.finalize(self, self._table.close)

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


_NAMES = ", ".join(each.title for each in Column)
_QUERY = "SELECT rowid, rank FROM entries WHERE entries MATCH ?"
_COUNT = "SELECT count(*) FROM entries WHERE entries MATCH ?"


def _table(rows: Iterable[Sequence[Any]]) -> sqlite3.Connection:
    """Return a database with the rows."""
    connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    try:
        _fill(connection, rows)
    except BaseException:
        connection.close()
        raise
    return connection


def _fill(connection: sqlite3.Connection, rows: Iterable[Sequence[Any]]) -> None:
    try:
        connection.execute(
            f"CREATE VIRTUAL TABLE entries USING fts5({_NAMES}, content='', tokenize='unicode61 remove_diacritics 0')"
        )
    except sqlite3.OperationalError as error:
        raise PsykavtalError(
            Message(en="the SQLite of this Python has no FTS5.", sv="denna Pythons SQLite saknar FTS5."),
            place="search",
            fix=Message(
                en="Use a Python whose sqlite3 has it; filters without words work without.",
                sv="Använd en Python vars sqlite3 har det; filter utan ord fungerar ändå.",
            ),
        ) from error
    connection.execute("BEGIN")
    marks = ", ".join("?" * (len(Column) + 1))
    connection.executemany(f"INSERT INTO entries(rowid, {_NAMES}) VALUES ({marks})", rows)  # noqa: S608 (names of columns)
    weights = ", ".join(str(each.weight) for each in Column)
    connection.execute("INSERT INTO entries(entries, rank) VALUES ('rank', ?)", (f"bm25({weights})",))
    connection.execute("COMMIT")
