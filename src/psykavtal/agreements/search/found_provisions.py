"""The results of a search."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, overload

import attrs

from psykavtal.agreements.search.query_words import QueryWords
from psykavtal.agreements.search.searchable_text import Entry
from psykavtal.model.display import Shown
from psykavtal.model.places import Municipality
from psykavtal.model.provisions import Provision
from psykavtal.model.records import AnyThing
from psykavtal.model.vocabulary import Topic

_SHOWN = 10


@attrs.frozen(kw_only=True, repr=False)
class Found(Shown):
    """A result: a provision, or a thing or municipality that no provision names.

    Attributes:
        county: id of the county.
        provision: the provision; None for a thing or a municipality.
        thing: the thing or municipality; None for a provision.
        rank: its place among all results, from 1.
        score: its relevance by BM25, comparable within one search only; 0 if no words were given.
        words: the words that match, as written.
        where: the fields that have them: "wording", "topic", "note", "heading", "passage", a field of the kind.
    """

    county: str
    provision: Provision | None = None
    thing: AnyThing | Municipality | None = None
    rank: int
    score: float = 0.0
    words: tuple[str, ...] = ()
    where: tuple[str, ...] = ()

    @property
    def document(self) -> str | None:
        """The id of the document that states the provision."""
        return None if self.provision is None else self.provision.document

    @property
    def name(self) -> str:
        """The id of the provision, or the name of the thing."""
        return self.provision.id if self.provision is not None else str(self.thing)

    def __repr__(self) -> str:
        """Return the county, the object, and the words with their fields."""
        matched = f" ({', '.join(self.words)}; in {', '.join(self.where)})" if self.words else ""
        wording = "" if self.provision is None else f": {self.provision.in_language('en')}"
        return f"<Found {self.rank} in {self.county}: {self.name}{matched}{wording}>"


class SearchResults(Shown, Sequence[Found]):
    """The results of a search, the best first; without words, provisions in text order.

    Attributes:
        query: the words as given; empty without words.
        counts: the number of results for each word alone, if several were given and none has all of them.
        near: for each word that occurs nowhere the most similar word of the texts, if one is similar.
        not_searched: ids of the documents that cannot be read.
    """

    def __init__(
        self,
        query: str,
        ranked: Sequence[tuple[Entry, float]],
        words: QueryWords | None = None,
        *,
        counts: Mapping[str, int] | None = None,
        near: Mapping[str, str | None] | None = None,
        not_searched: tuple[str, ...] = (),
    ) -> None:
        """Keep the entries that match; each becomes a result when it is asked for."""
        self.query = query
        self.counts = dict(counts or {})
        self.near = dict(near or {})
        self.not_searched = not_searched
        self._ranked = tuple(ranked)
        self._words = words
        self._all: tuple[Found, ...] | None = None

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """The provisions alone."""
        if self._all is not None:
            return tuple(each.provision for each in self._all if each.provision is not None)
        return tuple(each.subject for each, _ in self._ranked if isinstance(each.subject, Provision))

    @overload
    def __getitem__(self, index: int) -> Found: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Found, ...]: ...
    def __getitem__(self, index: int | slice) -> Found | tuple[Found, ...]:
        """Return one result, or several as a tuple."""
        if self._all is not None:
            return self._all[index]
        if isinstance(index, slice):
            return tuple(map(self._found, range(len(self))[index]))
        return self._found(range(len(self))[index])

    def __len__(self) -> int:
        """Return the number of results."""
        return len(self._ranked) if self._all is None else len(self._all)

    def __iter__(self) -> Iterator[Found]:
        """Yield the results."""
        return iter(self._all) if self._all is not None else map(self._found, range(len(self)))

    def __eq__(self, other: object) -> bool:
        """Return whether the query and all results are equal."""
        return isinstance(other, SearchResults) and self._parts() == other._parts()

    def __hash__(self) -> int:
        """Return a hash of the query and the number of results."""
        return hash((self.query, len(self)))

    def __getstate__(self) -> dict[str, Any]:
        """Return the results without the index."""
        return {**vars(self), "_all": tuple(self), "_ranked": (), "_words": None}

    def _parts(self) -> tuple[object, ...]:
        return self.query, self.counts, self.near, self.not_searched, tuple(self)

    def _found(self, at: int) -> Found:
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
        )

    def __repr__(self) -> str:
        """Return the query, the number of results, and the first results line by line."""
        query = f" for {self.query!r}" if self.query else ""
        lines = [repr(each) for each in self[:_SHOWN]]
        rest = len(self) - len(lines)
        more = [f"... {rest} more"] if rest > 0 else []
        none = [f"no text has {word!r}" + (f"; nearest: {near!r}" if near else "") for word, near in self.near.items()]
        alone = [f"{word!r} alone: {count}" for word, count in self.counts.items()]
        left = [f"not searched: {', '.join(self.not_searched)}"] if self.not_searched else []
        return "\n  ".join([f"<SearchResults{query}: {len(self)}", *lines, *more, *none, *alone, *left]) + ">"
