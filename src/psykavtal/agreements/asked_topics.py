"""The topics that a question names."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.question_words import AbsentWord
from psykavtal.agreements.search.topic_search import TopicMatches, topics_by_words
from psykavtal.agreements.search.topic_texts import topic_vocabulary
from psykavtal.model.vocabulary import Topic


def arising_topics(data: CountyData, documents: Collection[str]) -> dict[str, Topic]:
    """Return the topics that arise for documents, or that one of them takes up.

    Without documents, for all of the county.
    """
    chosen = [each for each in data.record.documents if not documents or each.id in documents]
    types = {each.type for each in chosen}
    stated = (provision for each in chosen if each.is_available for provision in data.stated_by(each.id))
    taken_up = {topic for provision in stated for topic in provision.topics}
    topics = data.topics.items()
    return {key: each for key, each in topics if key in taken_up or any(map(each.arises_for, types))}


def topics_asked(
    data: CountyData,
    documents: Collection[str],
    question: str,
    content: Sequence[str],
    searched: Collection[str],
    *,
    absent: Iterable[AbsentWord],
) -> TopicMatches:
    """Return the topics that a question names: of those that arise, or else of all.

    If they are not clear, a word without a record may name them: the budget of a text that is silent on costs.

    Args:
        data: the county's data.
        documents: ids of the documents asked; empty if the county is asked.
        question: the question as given.
        content: its words that carry its content.
        searched: ids of the documents whose provisions are searched.
        absent: the words that no record of a searched document has.

    Raises:
        InvalidValueError: no word, or too many.
    """
    topics = arising_topics(data, documents)
    in_phrases = topic_vocabulary(tuple(topics.values())).words_in_phrases(question)
    counting = [each for each in content if each.casefold() not in in_phrases] or content
    words = " ".join(counting) or question
    evidence = data.corpus.topic_shares(counting, searched)
    found = topics_by_words(topics, words, question=question, evidence=evidence)
    if not found.ranked:
        return topics_by_words(data.topics, words, question=question)
    return found if found.clear else _named_by_absent(found, topics, content, absent)


def _named_by_absent(
    found: TopicMatches, topics: Mapping[str, Topic], content: Sequence[str], absent: Iterable[AbsentWord]
) -> TopicMatches:
    """Return the matches with the topics as clear that words without a record name."""
    by_word = {each.word: topics_by_words(topics, each.word).clear for each in absent if each.word.isalpha()}
    clear = tuple(dict.fromkeys(topic for each in by_word.values() for topic in each))
    if not clear:
        return found
    ranked = tuple(dict.fromkeys((*clear, *found.ranked)))
    beside = tuple(each for each in content if not by_word.get(each))
    return attrs.evolve(found, ranked=ranked, clear=clear, beside=beside)
