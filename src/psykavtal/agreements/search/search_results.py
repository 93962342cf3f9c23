"""The results of a search."""

from collections.abc import Mapping, Sequence
from typing import Any, overload

from psykavtal.agreements.search.found_provision import Found
from psykavtal.agreements.search.ranked_entries import RankedEntries
from psykavtal.agreements.search.topic_statuses import TopicStatuses
from psykavtal.model.display import Shown
from psykavtal.model.provisions import Provision

_SHOWN = 10


class SearchResults(Shown, Sequence[Found]):
    """The results of a search, the best first; without words, provisions in text order.

    Attributes:
        query: the words as given; empty without words.
        counts: the number of results for each word alone, if several were given and none has all of them.
        near: for each word that occurs nowhere the most similar word of the texts, if one is similar.
        unfiltered: the number of results without the filters, if there are results only without them.
        elsewhere: ids of the documents with those results.
        topics: if nothing was found, the topics that have the words, with their status in each document searched.
        not_searched: ids of the documents that cannot be read.
        without: ids of the documents that were searched and have no result; empty if a filter names a document.
    """

    def __init__(
        self,
        query: str,
        found: Sequence[Found],
        *,
        counts: Mapping[str, int] | None = None,
        near: Mapping[str, str | None] | None = None,
        unfiltered: int = 0,
        elsewhere: tuple[str, ...] = (),
        topics: tuple[TopicStatuses, ...] = (),
        not_searched: tuple[str, ...] = (),
        without: tuple[str, ...] = (),
    ) -> None:
        """Keep the results; they may be made when they are asked for."""
        self.query = query
        self.counts = dict(counts or {})
        self.near = dict(near or {})
        self.unfiltered = unfiltered
        self.elsewhere = elsewhere
        self.topics = topics
        self.not_searched = not_searched
        self.without = without
        self._found = found

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """The provisions alone."""
        if isinstance(self._found, RankedEntries):
            return self._found.provisions
        return tuple(each.provision for each in self._found if each.provision is not None)

    @overload
    def __getitem__(self, index: int) -> Found: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Found, ...]: ...
    def __getitem__(self, index: int | slice) -> Found | tuple[Found, ...]:
        """Return one result, or several as a tuple."""
        return tuple(self._found[index]) if isinstance(index, slice) else self._found[index]

    def __len__(self) -> int:
        """Return the number of results."""
        return len(self._found)

    def __eq__(self, other: object) -> bool:
        """Return whether the query and all results are equal."""
        return isinstance(other, SearchResults) and self.__getstate__() == other.__getstate__()

    def __hash__(self) -> int:
        """Return a hash of the query and the number of results."""
        return hash((self.query, len(self)))

    def __getstate__(self) -> dict[str, Any]:
        """Return the results without the index."""
        return {**vars(self), "_found": tuple(self._found)}

    def __repr__(self) -> str:
        """Return the query, the number of results, and the first results line by line."""
        query = f" for {self.query!r}" if self.query else ""
        lines = [repr(each) for each in self[:_SHOWN]]
        rest = len(self) - len(lines)
        more = [f"... {rest} more"] if rest > 0 else []
        none = [f"no text has {word!r}" + (f"; nearest: {near!r}" if near else "") for word, near in self.near.items()]
        alone = [f"{word!r} alone: {count}" for word, count in self.counts.items()]
        documents = f" ({', '.join(self.elsewhere)})" if self.elsewhere else ""
        alone += [f"{self.unfiltered} without the filters{documents}"] if self.unfiltered else []
        alone += [f"topic {each.topic.id}{_in_documents(each)}" for each in self.topics]
        none += [f"nothing in {', '.join(self.without)}"] if self.without else []
        left = [f"not searched: {', '.join(self.not_searched)}"] if self.not_searched else []
        return "\n  ".join([f"<SearchResults{query}: {len(self)}", *lines, *more, *none, *alone, *left]) + ">"


def _in_documents(topic: TopicStatuses) -> str:
    """Return the documents by the status of a topic in them, as text."""
    found = "; ".join(f"{status} in {', '.join(each)}" for status, each in topic.by_status().items())
    return f": {found}" if found else ""
