"""Topics by words: labels, further words and questions in both languages."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import attrs

from psykavtal.agreements.search.query_words import QueryPart, query_words
from psykavtal.agreements.search.stop_words import COMMON_WORDS, STOP_WORDS, WEAK_WORDS
from psykavtal.agreements.search.topic_texts import TopicTexts, topic_vocabulary
from psykavtal.errors import LANGUAGES, InvalidValueError, Message, suggestion
from psykavtal.model.vocabulary import Topic

_MOST_SUGGESTED = 5
# A topic is near the best if its score is at least this share of the best one's, and it has this share of the words.
_MOST_NEAR, _NEAR, _LEAST_NEAR_SHARE = 3, 0.5, 0.3
# A topic is clearly best if its score is this many times the next, and it has this share of the words.
_TIMES_THE_NEXT, _LEAST_SHARE = 1.25, 0.6
_WEAK_WORD, _COMMON_WORD, _OF_NO_TOPIC, _PHRASE = 0.3, 0.5, 0.75, 1.0
# A name of so many words names its topic, whatever else is asked.
_LONG = 3
_OF_MOST_QUESTIONS = WEAK_WORDS | COMMON_WORDS
NO_EVIDENCE: Mapping[str, float] = MappingProxyType({})


@attrs.frozen
class TopicMatches:
    """Topics that match words, the best first.

    Attributes:
        ranked: those that have any of the words.
        clear: all those of which the words are a name, or the one that is clearly best; empty if none is.
        near: the best, and at most two not far behind it that have a good part of the words.
        share: the share of the weight of the words that the best topic has.
        unknown: the words that no topic has.
        beside: the words that none of the clear topics has, names of the parties left out; all if none is clear.
    """

    ranked: tuple[Topic, ...] = ()
    clear: tuple[Topic, ...] = ()
    near: tuple[Topic, ...] = ()
    share: float = 0.0
    unknown: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    @property
    def suggested(self) -> tuple[Topic, ...]:
        """The best few."""
        return self.ranked[:_MOST_SUGGESTED]


def topics_by_words(
    topics: Mapping[str, Topic],
    words: str,
    *,
    question: str = "",
    evidence: Mapping[str, float] = NO_EVIDENCE,
) -> TopicMatches:
    """Return the topics that have words in their labels, further words or questions.

    Args:
        topics: the topics by id.
        words: the words that count.
        question: the whole question; a topic of which a name of several words is in it ranks higher.
        evidence: by topic, the share of the words that its best provision has.

    Raises:
        InvalidValueError: `words` has no word, or too many.

    Examples:
        >>> from psykavtal.plugins.core_vocabulary import plugin
        >>> topics = {each.id: each for each in plugin.psykavtal_topics()}
        >>> [each.id for each in topics_by_words(topics, "Vem kallar till SIP?").clear]
        ['sip.convener']
    """
    vocabulary = topic_vocabulary(tuple(topics.values()))
    given = query_words(words)
    parts = [each for each in vocabulary.words.query(given).parts if _word(each) not in STOP_WORDS]
    content = [each for each in parts if _word(each) not in WEAK_WORDS] or parts
    phrases = vocabulary.containing(question or words)
    having = vocabulary.having(content) or vocabulary.having(parts)
    having += [each for each in phrases if each not in having]
    unknown = tuple(each.text for each in content if not any(topic.has(each) for topic in having))
    if not having:
        return TopicMatches(unknown=unknown, beside=tuple(each.text for each in content))
    weights = [_weight(each, vocabulary.topics) for each in parts]
    scores = [
        (_score(each, parts, weights) + evidence.get(each.topic.id, 0.0) + _PHRASE * (each in phrases), each)
        for each in having
    ]
    scores.sort(key=lambda each: -each[0])
    asked = tuple(each.topic for _, each in scores if each.is_written(query_words(question or words)))
    named = tuple(each.topic for _, each in scores if each.is_named(parts) or each.is_named(content))
    in_phrases = vocabulary.words_in_phrases(question or words)
    others = {word for word in map(_word, content) if word not in WEAK_WORDS}
    longest = max(phrases.values(), default=0)
    spoken = tuple(each.topic for _, each in scores if longest and phrases.get(each) == longest)
    if not in_phrases.issuperset(others):  # other words are asked, too
        spoken = tuple(dict.fromkeys((*spoken, *named))) if spoken and (named or longest >= _LONG) else ()
    clear = asked or spoken or named or _named_beside_parties(scores, content) or _clearly_best(scores, parts, weights)
    ranked = (*clear, *(each.topic for _, each in scores if each.topic not in clear))
    near = tuple(
        each.topic
        for score, each in scores[:_MOST_NEAR]
        if each is scores[0][1]
        or (score >= _NEAR * scores[0][0] and (each in phrases or _share(each, parts, weights) >= _LEAST_NEAR_SHARE))
    )
    beside = tuple(_beside([each for _, each in scores if each.topic in clear], content))
    return TopicMatches(ranked, clear, near, _share(scores[0][1], parts, weights), unknown, beside)


def _beside(topics: Sequence[TopicTexts], content: Iterable[QueryPart]) -> Iterator[str]:
    """Yield the words that none of some topics has."""
    for part in content:
        if not topics or not (_word(part) in _OF_MOST_QUESTIONS or any(each.has(part) for each in topics)):
            yield part.text


def _weight(part: QueryPart, topics: Sequence[TopicTexts]) -> float:
    """Return the weight of a word.

    Rare ones weigh most; weak ones, and those of no topic, weigh less.
    """
    count = sum(each.has(part) for each in topics)
    weight = math.log(1 + len(topics) / (count or 1)) * (1.0 if count else _OF_NO_TOPIC)
    return weight * (_WEAK_WORD if _word(part) in WEAK_WORDS else _COMMON_WORD if _word(part) in COMMON_WORDS else 1)


def _score(topic: TopicTexts, parts: Sequence[QueryPart], weights: Sequence[float]) -> float:
    """Return the relevance of a topic, in the language that fits better."""
    best = max(
        sum(weight * topic.strength(part, lang) for part, weight in zip(parts, weights, strict=True))
        + topic.share_of_name(parts, weights, lang)
        for lang in LANGUAGES
    )
    return best / _total(weights)


def _named_beside_parties(
    scores: Sequence[tuple[float, TopicTexts]], content: Sequence[QueryPart]
) -> tuple[Topic, ...]:
    """Return the topics that the words name, without the names of the parties."""
    others = [each for each in content if _word(each) not in COMMON_WORDS]
    return tuple(each.topic for _, each in scores if each.is_named(others)) if others else ()


def _clearly_best(
    scores: Sequence[tuple[float, TopicTexts]], parts: Sequence[QueryPart], weights: Sequence[float]
) -> tuple[Topic, ...]:
    """Return the best topic if it is clearly better and has most of the words."""
    (score, best), *rest = scores
    is_clear = _share(best, parts, weights) >= _LEAST_SHARE and (not rest or score >= _TIMES_THE_NEXT * rest[0][0])
    return (best.topic,) if is_clear else ()


def _share(topic: TopicTexts, parts: Sequence[QueryPart], weights: Sequence[float]) -> float:
    """Return the share of the weight of the words that a topic has."""
    found = sum(weight for part, weight in zip(parts, weights, strict=True) if topic.has(part))
    return found / _total(weights)


def _total(weights: Sequence[float]) -> float:
    """Return the sum of weights; 1 for words without content, as "säga upp"."""
    return sum(weights) or 1.0


def _word(part: QueryPart) -> str:
    return part.text.casefold()


def is_like_an_id(text: str) -> bool:
    """Return whether a text has the form of a topic's id, as "sip.convener"."""
    return re.fullmatch(r"\S+\.\S+", text) is not None


def topic_suggestion(topics: Mapping[str, Topic], text: str) -> Message:
    """Return the fix for an unknown topic.

    It names the best topics by words; by spelling if none has the words, or for an id.
    """
    if not is_like_an_id(text):
        try:
            found = topics_by_words(topics, text).suggested
        except InvalidValueError:  # no word, or too many
            found = ()
        if found:
            names = ", ".join(each.id for each in found)
            return Message(en="By words: {topics}.", sv="Efter orden: {topics}.", topics=names)
    near = [each for each in topics if each.startswith(text.partition(".")[0] + ".")]
    return suggestion(text, near or topics, kind="topics")
