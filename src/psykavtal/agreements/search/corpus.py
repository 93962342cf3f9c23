"""The texts of counties that are searched together, and the search itself."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from psykavtal.agreements.search.found_provision import Found
from psykavtal.agreements.search.provision_filters import FilterArguments, ProvisionFilters
from psykavtal.agreements.search.query_words import QueryPart, QueryWords, query_words
from psykavtal.agreements.search.ranked_entries import RankedEntries
from psykavtal.agreements.search.search_results import SearchResults
from psykavtal.agreements.search.searchable_text import Entry, county_entries
from psykavtal.agreements.search.stop_words import COMMON_WORDS
from psykavtal.agreements.search.topic_statuses import TopicStatuses, topic_statuses
from psykavtal.agreements.search.word_forms import words_of
from psykavtal.agreements.text_order import TextOrder
from psykavtal.errors import PsykavtalError, nearest
from psykavtal.lazy import Frozen, locked_property
from psykavtal.model.places import Municipality
from psykavtal.model.provisions import Provision
from psykavtal.model.records import Content, CountyRecord
from psykavtal.model.vocabulary import Fact, Topic
from psykavtal.plugins.registry import Registry

if TYPE_CHECKING:
    from psykavtal.agreements.search.full_text_index import FullTextIndex


@attrs.frozen(kw_only=True, slots=False, eq=False)
class Corpus(Frozen):
    """The texts of one or more counties.

    Attributes:
        records: the counties.
        contents: the contents of each county's documents, those that can be read.
        orders: the order of each county's texts.
        topics: the vocabulary of topics.
        facts: the vocabulary of facts.
        not_searched: ids of the documents that cannot be read.
    """

    records: tuple[CountyRecord, ...]
    contents: tuple[tuple[Content, ...], ...]
    orders: tuple[TextOrder, ...]
    topics: Mapping[str, Topic] = attrs.field(repr=False)
    facts: Mapping[str, Fact] = attrs.field(repr=False)
    not_searched: tuple[str, ...] = ()

    @classmethod
    def of(cls, record: CountyRecord, registry: Registry) -> "Corpus":
        """Return the corpus of one county; reads every document."""
        contents, failed = list[Content](), list[str]()
        for document in record.documents:
            try:
                contents.append(registry.content(record, document))
            except PsykavtalError:  # reported when the document itself is asked for
                failed.append(document.id)
        return cls(
            records=(record,),
            contents=(tuple(contents),),
            orders=(TextOrder(record, registry.passages(record)),),
            topics=registry.topics,
            facts=registry.facts,
            not_searched=tuple(failed),
        )

    @classmethod
    def joined(cls, corpora: Iterable["Corpus"]) -> "Corpus":
        """Return several corpora with one vocabulary as one."""
        parts = tuple(corpora)
        return cls(
            records=tuple(record for each in parts for record in each.records),
            contents=tuple(contents for each in parts for contents in each.contents),
            orders=tuple(order for each in parts for order in each.orders),
            topics={key: topic for each in parts for key, topic in each.topics.items()},
            facts={key: fact for each in parts for key, fact in each.facts.items()},
            not_searched=tuple(name for each in parts for name in each.not_searched),
        )

    @locked_property
    def entries(self) -> tuple[Entry, ...]:
        """The entries, in text order."""
        both = zip(self.orders, self.contents, strict=True)
        return tuple(entry for order, contents in both for entry in county_entries(order, contents, self.topics))

    @locked_property
    def index(self) -> "FullTextIndex":
        """The full-text index."""
        from psykavtal.agreements.search.full_text_index import FullTextIndex  # noqa: PLC0415 (brings SQLite and law)

        names = (each.names for record in self.records for each in (*record.things, *record.documents))
        county = self.records[0].place.id if len(self.records) == 1 else "counties"
        return FullTextIndex(self.entries, names, cached_as=county)

    def find(self, words: str | None, arguments: FilterArguments, *, county: str | None = None) -> SearchResults:
        """Find provisions by words and filters.

        Args:
            words: the words, each of which must match; None to list provisions in text order.
            arguments: the filters.
            county: id of one county.

        Raises:
            InvalidValueError: `words` has no word.
            UnknownNameError: a filter has an unknown value.
        """
        filters = ProvisionFilters(**arguments) if arguments else _NO_FILTERS
        filters.check(self.records, self.topics.values(), self.facts.values())
        if words is None:
            listed = ((each, 0.0) for each in self.entries if isinstance(each.subject, Provision))
            found = RankedEntries(self._filtered(listed, filters, county))
            return SearchResults("", found, not_searched=self.not_searched)
        given = query_words(words)
        query = self.index.words.query(given)
        ranked = self.index.ranked(query)
        if not ranked:
            return self._nothing(words, query, filters, county)
        every = ranked
        if filters.are_given or county is not None:
            ranked = self._filtered(ranked, filters, county)
        found = RankedEntries(ranked, query)
        if ranked:
            without = () if filters.document or filters.section else self._without(ranked, county)
            return SearchResults(words, found, not_searched=self.not_searched, without=without)
        return SearchResults(
            words,
            found,
            unfiltered=len(every),
            elsewhere=_documents(every),
            topics=self._topics(words, filters, county),
            not_searched=self.not_searched,
        )

    def find_any(self, words: Iterable[str], documents: Collection[str]) -> Sequence[Found]:
        """Find the provisions of documents that have the weightiest of some words.

        The best come first. Rare words weigh most; words that occur nowhere weigh less.
        """
        query = self.index.words.query([each for word in words for each in words_of(word)])
        shares = self._shares(query)
        ranked = self.index.ranked(query, every=False)
        chosen = [each for each in ranked if _document(each[0]) in documents and shares[each[0]] >= _LEAST_SHARE]
        return RankedEntries(chosen, query)

    def topic_shares(self, words: Iterable[str], documents: Collection[str]) -> Mapping[str, float]:
        """Return by topic the share of the weight of words that its best provision has."""
        shares = self._shares(self.index.words.query([each for word in words for each in words_of(word)]))
        found = dict[str, float]()
        for entry, share in shares.items():
            if _document(entry) in documents and isinstance(entry.subject, Provision):
                for topic in entry.subject.topics:
                    found[topic] = max(found.get(topic, 0.0), share)
        return found

    def _shares(self, query: QueryWords) -> Mapping[Entry, float]:
        """Return the share of the weight of a query's words that each entry has."""
        count = len(self.entries)
        having = [[entry for entry, _ in self.index.ranked(attrs.evolve(query, parts=(part,)))] for part in query.parts]
        weights = [
            math.log(1 + count / (len(each) or 1)) * (1 if each else _NOWHERE) * (_COMMON if _is_common(part) else 1)
            for each, part in zip(having, query.parts, strict=True)
        ]
        shares = defaultdict[Entry, float](float)
        for each, weight in zip(having, weights, strict=True):
            for entry in each:
                shares[entry] += weight / sum(weights)
        return shares

    def forms_in(self, word: str, documents: Collection[str]) -> tuple[str, ...]:
        """Return the words, as written, by which a word matches the provisions of documents."""
        query = self.index.words.query(words_of(word))
        ranked = self.index.ranked(query, every=False)
        chosen = [entry for entry, _ in ranked if _document(entry) in documents]
        return tuple(dict.fromkeys(each for entry in chosen for each in query.matches(entry.texts)[0]))

    def documents_with(self, words: str) -> frozenset[str]:
        """Return the ids of the documents of which a record has all of some words."""
        query = self.index.words.query(words_of(words))
        return frozenset(_documents(self.index.ranked(query)))

    def _filtered(
        self, ranked: Iterable[tuple[Entry, float]], filters: ProvisionFilters, county: str | None
    ) -> list[tuple[Entry, float]]:
        return [each for each in ranked if county in (None, each[0].county) and filters.match(each[0].subject)]

    def _without(self, ranked: Iterable[tuple[Entry, float]], county: str | None) -> tuple[str, ...]:
        """Return the ids of the documents that were searched and have none of some entries."""
        having = _documents(ranked)
        return tuple([name for place, name in self._searched if name not in having and county in (None, place)])

    @locked_property
    def _searched(self) -> tuple[tuple[str, str], ...]:
        """The available documents that can be read, each with its county."""
        both = ((record.place.id, each) for record in self.records for each in record.documents)
        return tuple((place, each.id) for place, each in both if each.is_available and each.id not in self.not_searched)

    def _nothing(self, words: str, query: QueryWords, filters: ProvisionFilters, county: str | None) -> SearchResults:
        """Return no result, with the reason."""
        forms = self.index.words.forms
        near = {
            each: next(iter(forms.like(each.casefold())), None) or nearest(each.casefold(), forms.words)
            for each in query.unknown
        }
        without = () if filters.document or filters.section else self._without((), county)
        counts = self.index.count(query) if len(query.parts) > 1 else {}
        topics = self._topics(words, filters, county)
        return SearchResults(
            words, (), counts=counts, near=near, topics=topics, not_searched=self.not_searched, without=without
        )

    def _topics(self, words: str, filters: ProvisionFilters, county: str | None) -> tuple[TopicStatuses, ...]:
        """Return the topics that have the words, with their status in the documents searched."""
        from psykavtal.agreements.search.topic_search import topics_by_words  # noqa: PLC0415 (only without results)

        found = topics_by_words(self.topics, words)
        if not found.clear:
            return tuple(TopicStatuses(topic=each) for each in found.suggested)
        both = zip(self.records, self.contents, strict=True)
        chosen = [(record, contents) for record, contents in both if county in (None, record.place.id)]
        return tuple(each for each in topic_statuses(found.clear, chosen, filters.document) if each.statuses)


def _document(entry: Entry) -> str:
    """Return the id of the document that states a provision; empty for a thing."""
    return entry.subject.document if isinstance(entry.subject, Provision) else ""


def _documents(ranked: Iterable[tuple[Entry, float]]) -> tuple[str, ...]:
    """Return the ids of the documents that state or name the entries."""
    found = dict[str, None]()
    for each, _ in ranked:
        if isinstance(each.subject, Provision):
            found[each.subject.document] = None
        elif isinstance(each.subject, Municipality):
            found.update(dict.fromkeys(cited.document for cited in each.subject.named_by))
    return tuple(found)


_NO_FILTERS = ProvisionFilters()
_LEAST_SHARE, _NOWHERE, _COMMON = 0.3, 0.75, 0.5


def _is_common(part: QueryPart) -> bool:
    return part.text.casefold() in COMMON_WORDS
