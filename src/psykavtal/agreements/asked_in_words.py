"""A question in words or by topics: the answers, and the provisions with the words."""

from datetime import date
from typing import TYPE_CHECKING

import attrs

from psykavtal.agreements.asked_topics import arising_topics, topics_asked
from psykavtal.agreements.question_words import (
    AbsentWord,
    InexactWord,
    NamedHeading,
    absent_words,
    content_words,
    documents_named,
    headings_named,
    inexact_words,
)
from psykavtal.agreements.search.found_provision import Found
from psykavtal.agreements.speakers import Ids, Speakers, TopicAnswer
from psykavtal.model.answers import InForce
from psykavtal.model.display import Shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from psykavtal.agreements.county import County
    from psykavtal.agreements.reading_choices import Readings
    from psykavtal.agreements.search.corpus import Corpus
    from psykavtal.model.vocabulary import Topic

_SHOWN = 5
_MOST_OTHERS, _MOST_RELATED = 7, 3
_MOST_DOCUMENTS, _MOST_ELSEWHERE = 3, 2


@attrs.frozen(kw_only=True, repr=False)
class AskedInWords(Shown):
    """The records of a county on a question in words.

    Attributes:
        county: the county.
        words: the question as given; empty if topics were given.
        on: the day.
        documents: ids of the documents asked; empty if the county was asked.
        in_force: the verdict on the document asked, or on the county's agreement.
        searched: ids of the documents that were searched for the words.
        answers: the answers to topics, the best match first; those of documents if the county itself has none.
        is_clear: whether the words clearly name these topics.
        share: the share of the weight of the words that the first topic has.
        others: the answers to further topics that have any of the words, the best match first, then to those of the
            same theme.
        headings: the headings of the searched documents that the words name.
        found: the provisions that have any of the words, the best first.
        further: those outside the answers that have a word which names none of these topics.
        absent: the words that no record of a searched document has.
        inexact: the words that records have only in a few other forms, or by another name.
        found_elsewhere: the best provisions of the county's other available documents that have any of the words.
    """

    county: "County" = attrs.field(eq=False)
    words: str
    on: date
    documents: Ids = ()
    in_force: InForce
    searched: Ids
    answers: tuple[TopicAnswer, ...] = ()
    is_clear: bool = False
    share: float = 0.0
    others: tuple[TopicAnswer, ...] = ()
    headings: tuple[NamedHeading, ...] = ()
    found: tuple[Found, ...] = ()
    further: tuple[Found, ...] = ()
    absent: tuple[AbsentWord, ...] = ()
    inexact: tuple[InexactWord, ...] = ()
    found_elsewhere: tuple[Found, ...] = ()

    @property
    def is_known(self) -> bool:
        """Return whether a topic, a heading or a record has any of the words."""
        return bool(self.answers or self.headings or self.found)

    @property
    def not_answering(self) -> tuple[Found, ...]:
        """The provisions that have any of the words and are in none of the answers."""
        return not_among(self.answers, self.found)

    def __repr__(self) -> str:
        """Return the question, the topics with their statuses, and the best provisions."""
        answers = [f"{each.answer.topic}: {each.answer.status}" for each in self.answers]
        found = [repr(each) for each in self.found[:_SHOWN]]
        absent = [f"no record has {each.word!r}" for each in self.absent]
        head = f"<AskedInWords {self.words!r} in {', '.join(self.documents) or self.county.id} on {self.on.isoformat()}"
        return "\n  ".join([head, *answers, *found, *absent]) + ">"


def ask_in_words(
    county: "County", words: str, *, on: date | str, documents: Ids = (), readings: "Readings" = None
) -> AskedInWords:
    """Answer a question in words; see `County.ask_in_words`."""
    data = county.holdings
    content = content_words(data, words)
    chosen = documents or documents_named(data, words)
    speakers = Speakers.of(county, chosen, on=on, readings=readings)
    absent = tuple(absent_words(data.corpus, content, speakers.searched))
    matches = topics_asked(data, chosen, words, content, speakers.searched, absent=absent)
    topics = matches.clear or matches.near
    matching = [each for each in matches.ranked if each not in topics][:_MOST_OTHERS]
    arising = arising_topics(data, chosen).values() if topics else ()
    related = [each for each in arising if each.theme == topics[0].theme and each not in topics]
    others = list(dict.fromkeys((*matching, *related)))[: _MOST_OTHERS + _MOST_RELATED]
    words_found = (*content, *(near for each in absent for near in each.near))
    found = data.corpus.find_any(words_found, speakers.searched)
    answers = speakers.with_elsewhere(speakers.answers(topics))
    further = found
    if matches.clear:
        beside = (*matches.beside, *(near for each in absent if each.word in matches.beside for near in each.near))
        further = data.corpus.find_any(beside, speakers.searched) if beside else ()
    return AskedInWords(
        county=county,
        words=words,
        on=speakers.in_force.on,
        documents=chosen,
        in_force=speakers.in_force,
        searched=speakers.searched,
        answers=answers,
        is_clear=bool(matches.clear),
        share=matches.share,
        others=speakers.answers(others),
        headings=headings_named((each.structure for each in speakers.documents), data, content),
        found=tuple(found),
        further=not_among(answers, further),
        absent=absent,
        inexact=tuple(inexact_words(data.corpus, content, speakers.searched)),
        found_elsewhere=tuple(_found_elsewhere(data.corpus, words_found, speakers.not_searched)),
    )


def not_among(answers: "Iterable[TopicAnswer]", found: "Iterable[Found]") -> tuple[Found, ...]:
    """Return the results that are in none of the answers."""
    answered = {provision.id for each in answers for provision in each.answer.basis}
    return tuple(each for each in found if each.provision is None or each.provision.id not in answered)


def _found_elsewhere(corpus: "Corpus", words: Ids, documents: Ids) -> "Iterator[Found]":
    """Yield the best provisions of each document that was not searched."""
    for name in documents[:_MOST_DOCUMENTS]:
        yield from corpus.find_any(words, (name,))[:_MOST_ELSEWHERE]


def ask_topics(
    county: "County",
    topics: "Iterable[Topic]",
    *,
    on: date | str,
    documents: Ids = (),
    readings: "Readings" = None,
) -> AskedInWords:
    """Answer topics by the county, or by documents of it."""
    speakers = Speakers.of(county, documents, on=on, readings=readings)
    return AskedInWords(
        county=county,
        words="",
        on=speakers.in_force.on,
        documents=documents,
        in_force=speakers.in_force,
        searched=speakers.searched,
        answers=speakers.own_answers(topics),
        is_clear=True,
    )
