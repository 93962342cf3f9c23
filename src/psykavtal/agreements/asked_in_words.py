"""A question in words: answers to topics, and the provisions with its words."""

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

import attrs

from psykavtal.agreements.question_words import (
    AbsentWord,
    NamedHeading,
    absent_words,
    content_words,
    documents_named,
    headings_named,
    topics_asked,
)
from psykavtal.agreements.search.found_provision import Found
from psykavtal.model.answers import Answer, InForce, NotApplicable, NotRecorded
from psykavtal.model.display import Shown
from psykavtal.model.provisions import Provision
from psykavtal.model.truth import Truth
from psykavtal.model.vocabulary import Topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from psykavtal.agreements.county import County
    from psykavtal.agreements.document_on_day import DocumentOnDay
    from psykavtal.agreements.reading_choices import Readings

Answered: TypeAlias = Answer[tuple[Provision, ...]]
Ids: TypeAlias = tuple[str, ...]

_SHOWN = 5


@attrs.frozen(kw_only=True)
class TopicAnswer:
    """The answer to one of the topics of a question.

    Attributes:
        answer: the answer.
        document: id of the document that was asked; None if the county was.
    """

    answer: Answered
    document: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class AskedInWords(Shown):
    """The records of a county on a question in words.

    Attributes:
        county: the county.
        words: the question as given.
        on: the day.
        documents: ids of the documents asked; empty if the county was asked.
        in_force: the verdict on the document asked, or on the county's agreement.
        searched: ids of the documents that were searched for the words.
        answers: the answers to topics, the best match first; those of documents if the county itself has none.
        is_clear: whether the words clearly name these topics.
        share: the share of the weight of the words that the first topic has.
        others: further topics that have any of the words.
        headings: the headings of the searched documents that the words name.
        found: the provisions that have any of the words, the best first.
        absent: the words that no record of the searched documents has.
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
    others: tuple[Topic, ...] = ()
    headings: tuple[NamedHeading, ...] = ()
    found: tuple[Found, ...] = ()
    absent: tuple[AbsentWord, ...] = ()

    @property
    def is_known(self) -> bool:
        """Return whether a topic, a heading or a record has any of the words."""
        return bool(self.answers or self.headings or self.found)

    @property
    def further(self) -> tuple[Found, ...]:
        """The provisions that have any of the words and are in none of the answers."""
        answered = {provision.id for each in self.answers for provision in each.answer.basis}
        return tuple(each for each in self.found if each.provision is None or each.provision.id not in answered)

    def __repr__(self) -> str:
        """Return the question, the topics with their statuses, and the best provisions."""
        answers = [f"{each.answer.topic}: {each.answer.status}" for each in self.answers]
        found = [repr(each) for each in self.found[:_SHOWN]]
        absent = [f"no record has {each.word!r}" for each in self.absent]
        head = f"<AskedInWords {self.words!r} in {', '.join(self.documents) or self.county.id} on {self.on.isoformat()}"
        return "\n  ".join([head, *answers, *found, *absent]) + ">"


def ask_in_words(
    county: "County", words: str, *, on: date | str, document: str | None = None, readings: "Readings" = None
) -> AskedInWords:
    """Answer a question in words; see `County.ask_in_words`."""
    data = county.holdings
    content = content_words(data, words)
    chosen = (document,) if document is not None else documents_named(data, words)
    asked = tuple(county.document(each, on=on) for each in chosen)
    verdict = asked[0].in_force(readings=readings) if len(asked) == 1 else county.in_force(on=on, readings=readings)
    searched = _searched(county, chosen, verdict)
    matches = topics_asked(data, chosen, " ".join(content) or words)
    topics = matches.clear or matches.near
    documents = tuple(county.document(each, on=on) for each in searched)
    answers = (_answers(each.id, None if chosen else county, documents, on=on, readings=readings) for each in topics)
    return AskedInWords(
        county=county,
        words=words,
        on=verdict.on,
        documents=chosen,
        in_force=verdict,
        searched=searched,
        answers=tuple(one for each in answers for one in each),
        is_clear=bool(matches.clear),
        share=matches.share,
        others=tuple(each for each in matches.ranked if each not in topics),
        headings=headings_named((each.structure for each in documents), data, content),
        found=tuple(data.corpus.find_any(content, searched)),
        absent=tuple(absent_words(data.corpus, content, searched)),
    )


def _answers(
    topic: str, county: "County | None", documents: "Sequence[DocumentOnDay]", *, on: date | str, readings: "Readings"
) -> tuple[TopicAnswer, ...]:
    """Return the answer of a county, or those of documents if it has none."""
    own = None if county is None else county.ask(topic, on=on, readings=readings)
    if own is not None and not isinstance(own, NotRecorded | NotApplicable):
        return (TopicAnswer(answer=own),)
    found = tuple(TopicAnswer(answer=each.ask(topic, readings=readings), document=each.id) for each in documents)
    if own is None:
        return found
    known = tuple(each for each in found if not isinstance(each.answer, NotRecorded | NotApplicable))
    return known or (TopicAnswer(answer=own),)


def _searched(county: "County", chosen: Ids, verdict: InForce) -> Ids:
    """Return the documents to search: those asked, the one in force, or all available."""
    in_force = (verdict.document,) if verdict.verdict is Truth.TRUE and verdict.document else ()
    available = tuple(each.id for each in county.documents if each.held)
    return chosen or tuple(each for each in available if each in in_force) or available
