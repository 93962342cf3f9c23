"""Entries of the index in the order of a search, as results."""

from collections.abc import Sequence
from typing import overload

from psykavtal.agreements.search.found_provision import Found
from psykavtal.agreements.search.query_words import QueryWords
from psykavtal.agreements.search.searchable_text import Entry, remark_texts
from psykavtal.model.provisions import Provision
from psykavtal.model.remarks import Remark
from psykavtal.model.vocabulary import Topic


class RankedEntries(Sequence[Found]):
    """Results that are made from entries of the index when they are asked for."""

    def __init__(self, ranked: Sequence[tuple[Entry, float]], words: QueryWords | None = None) -> None:
        """Keep the entries with their scores, and the words of the query."""
        self._ranked = ranked
        self._words = words

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """The provisions alone."""
        return tuple([each.subject for each, _ in self._ranked if isinstance(each.subject, Provision)])

    @overload
    def __getitem__(self, index: int) -> Found: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Found, ...]: ...
    def __getitem__(self, index: int | slice) -> Found | tuple[Found, ...]:
        """Return one result, or several as a tuple."""
        places = range(len(self))[index]
        return self._result(places) if isinstance(places, int) else tuple(map(self._result, places))

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self._ranked)

    def _result(self, at: int) -> Found:
        entry, score = self._ranked[at]
        words, where = ((), ()) if self._words is None else self._words.matches(entry.texts)
        subject = entry.subject
        assert not isinstance(subject, Topic)
        provision, thing = (subject, None) if isinstance(subject, Provision) else (None, subject)
        return Found(
            county=entry.county,
            provision=provision,
            thing=thing,
            rank=at + 1,
            score=score,
            words=words,
            where=where,
            remarks=() if provision is None or self._words is None else _remarks(provision, self._words),
        )


def _remarks(provision: Provision, words: QueryWords) -> tuple[Remark, ...]:
    """Return the remarks on a provision that have any of the words."""
    return tuple(each for each in provision.remarks if words.matches(remark_texts(each))[0])
