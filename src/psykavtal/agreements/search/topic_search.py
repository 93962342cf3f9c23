"""Topics by words: labels and questions in both languages."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from psykavtal.agreements.search.full_text_index import FullTextIndex
from psykavtal.agreements.search.query_words import query_words
from psykavtal.agreements.search.searchable_text import Entry, topic_entry
from psykavtal.errors import InvalidValueError, suggestion
from psykavtal.model.vocabulary import Topic

_MOST_SUGGESTED = 5


@attrs.frozen
class TopicMatches:
    """Topics that match words, the best first.

    Attributes:
        every: those that have all the words.
        some: those that have any of them.
    """

    every: tuple[Topic, ...]
    some: tuple[Topic, ...]

    @property
    def clear(self) -> Topic | None:
        """The only topic with all the words; None unless exactly one has them."""
        return self.every[0] if len(self.every) == 1 else None

    @property
    def suggested(self) -> tuple[Topic, ...]:
        """The best few."""
        return (self.every or self.some)[:_MOST_SUGGESTED]


def topics_by_words(topics: Mapping[str, Topic], words: str) -> TopicMatches:
    """Return the topics whose labels and questions have words.

    Examples:
        >>> from psykavtal.plugins.core_vocabulary import plugin
        >>> topics = {each.id: each for each in plugin.psykavtal_topics()}
        >>> topics_by_words(topics, "vem kallar till SIP").clear.id
        'sip.convener'
    """
    index = FullTextIndex(map(topic_entry, topics.values()))
    query = index.words.query(query_words(words))
    every, some = index.ranked(query), index.ranked(query, every=False)
    return TopicMatches(*(tuple(_topics(found)) for found in (every, some)))


def _topics(ranked: Iterable[tuple[Entry, float]]) -> Iterator[Topic]:
    return (entry.subject for entry, _ in ranked if isinstance(entry.subject, Topic))


def topic_suggestion(topics: Mapping[str, Topic], text: str) -> str:
    """Return the fix for an unknown topic: the nearest by spelling and by words."""
    near = [each for each in topics if each.startswith(text.partition(".")[0] + ".")]
    fix = suggestion(text, near or topics, what="topics")
    try:
        found = topics_by_words(topics, text).suggested
    except InvalidValueError:  # no word, or too many
        found = ()
    return f"By words: {', '.join(each.id for each in found)}. {fix}" if found else fix
