"""The county or the documents that answer the topics of a question."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

import attrs

from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.model.answers import Answer, InForce, NotApplicable, NotRecorded
from psykavtal.model.provisions import Provision
from psykavtal.model.truth import Truth
from psykavtal.model.vocabulary import Topic

if TYPE_CHECKING:
    from psykavtal.agreements.county import County
    from psykavtal.agreements.reading_choices import Readings

Answered: TypeAlias = Answer[tuple[Provision, ...]]
Ids: TypeAlias = tuple[str, ...]


@attrs.frozen(kw_only=True)
class TopicAnswer:
    """The answer to one of the topics of a question.

    Attributes:
        answer: the answer.
        document: id of the document that was asked; None if the county was.
        elsewhere: the answers of the county's other available documents.
    """

    answer: Answered
    document: str | None = None
    elsewhere: "tuple[TopicAnswer, ...]" = ()


@attrs.frozen(kw_only=True, eq=False)
class Speakers:
    """The county, or documents of it, on a day.

    Attributes:
        county: the county.
        chosen: ids of the documents asked; empty if the county is asked.
        documents: the documents asked, the one in force, or all that are available.
        in_force: the verdict on the only document asked, or on the county's agreement.
        readings: the names of readings.
    """

    county: "County"
    chosen: Ids
    documents: tuple[DocumentOnDay, ...]
    in_force: InForce
    readings: "Readings"

    @classmethod
    def of(cls, county: "County", chosen: Ids, *, on: date | str, readings: "Readings") -> "Speakers":
        """Return the speakers of a county, or of the documents chosen."""
        documents = tuple(county.document(each, on=on) for each in chosen)
        if len(documents) == 1:
            verdict = documents[0].in_force(readings=readings)
        else:
            verdict = county.in_force(on=on, readings=readings)
        if not documents:
            available = _available_of(county, on)
            applies = verdict.document if verdict.verdict is Truth.TRUE else None
            documents = tuple(each for each in available if each.id == applies) or available
        return cls(county=county, chosen=chosen, documents=documents, in_force=verdict, readings=readings)

    @property
    def searched(self) -> Ids:
        """Ids of the documents."""
        return tuple(each.id for each in self.documents)

    @property
    def not_searched(self) -> Ids:
        """Ids of the county's other available documents; none if documents were chosen."""
        return () if self.chosen else tuple(each.id for each in self._available() if each.id not in self.searched)

    def own_answers(self, topics: Iterable[Topic]) -> tuple[TopicAnswer, ...]:
        """Return the answers of the county or the documents chosen.

        If the county has none, those of the available documents follow.
        """
        return tuple(one for each in topics for one in (*self._own(each.id), *self._instead(each.id)))

    def answers(self, topics: Iterable[Topic]) -> tuple[TopicAnswer, ...]:
        """Return the answers of the county, or those of its documents if it has none."""
        return tuple(one for each in topics for one in self._instead(each.id) or self._own(each.id))

    def with_elsewhere(self, answers: Iterable[TopicAnswer]) -> tuple[TopicAnswer, ...]:
        """Return answers of the county with those of its available documents that were not asked."""
        others = [each for each in self._available() if each.id in self.not_searched]
        return tuple(
            attrs.evolve(
                each, elsewhere=tuple(_known(_answer_of(one, each.answer.topic, self.readings) for one in others))
            )
            for each in answers
        )

    def _available(self) -> tuple[DocumentOnDay, ...]:
        return _available_of(self.county, self.in_force.on)

    def _own(self, topic: str) -> tuple[TopicAnswer, ...]:
        if self.chosen:
            return self._of_documents(topic)
        return (TopicAnswer(answer=self.county.ask(topic, on=self.in_force.on, readings=self.readings)),)

    def _instead(self, topic: str) -> tuple[TopicAnswer, ...]:
        """Return the known answers of documents if the county is asked and has none."""
        if self.chosen or not _is_missing(self._own(topic)[0]):
            return ()
        return tuple(_known(self._of_documents(topic)))

    def _of_documents(self, topic: str) -> tuple[TopicAnswer, ...]:
        return tuple(_answer_of(each, topic, self.readings) for each in self.documents)


def _available_of(county: "County", on: date | str) -> tuple[DocumentOnDay, ...]:
    return tuple(county.document(each.id, on=on) for each in county.documents if each.is_available)


def _answer_of(document: DocumentOnDay, topic: str, readings: "Readings") -> TopicAnswer:
    return TopicAnswer(answer=document.ask(topic, readings=readings), document=document.id)


def _known(answers: Iterable[TopicAnswer]) -> Iterator[TopicAnswer]:
    return (each for each in answers if not _is_missing(each))


def _is_missing(found: TopicAnswer) -> bool:
    return isinstance(found.answer, NotRecorded | NotApplicable)
