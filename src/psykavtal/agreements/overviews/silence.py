"""The silence map: the status of each topic in each county or document."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import attrs

from psykavtal.agreements.comparison.subjects import (
    Subject,
    Subjects,
    answer_of,
    checked_subjects,
    chosen_topics,
    subject_names,
    topics_of,
    verdict_on,
)
from psykavtal.agreements.overviews.overview_base import Overview
from psykavtal.agreements.reading_choices import Readings
from psykavtal.errors import InvalidValueError, Message, near_name
from psykavtal.model import arguments
from psykavtal.model.answers import STATUSES, NotRecorded, Silent
from psykavtal.model.citations import Citation
from psykavtal.model.dates import parse_date
from psykavtal.model.vocabulary import Topic
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True)
class TopicStatus:
    """The status of one topic in one county or document.

    Attributes:
        subject: the name of the county or document.
        topic: id of the topic.
        status: the status of the text, like "stated" or "silent".
        cause: the cause of a topic that is not recorded: "not-read", "not-available", "edition" or
            "none-in-force"; else empty.
        is_handed_over: whether a silent text hands the matter over to another document.
        ambiguous_members: ids of the provisions with readings that differ, in an answer that is stated.
        open_questions: the questions that the text leaves open below the topic, without the silence itself.
        provisions: ids of the provisions that the answer rests on.
        citations: their passages.
    """

    subject: str
    topic: str
    status: str
    cause: str = ""
    is_handed_over: bool = False
    ambiguous_members: tuple[str, ...] = ()
    open_questions: tuple[Wording, ...] = ()
    provisions: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()

    @property
    def label(self) -> Wording:
        """The label of the status."""
        return STATUSES[self.status]

    @property
    def is_uncertain(self) -> bool:
        """Return whether the answer, or a part of it, has several readings."""
        return self.status == "ambiguous" or bool(self.ambiguous_members)


@attrs.frozen(kw_only=True)
class SilenceRow:
    """One topic, with its status in each county or document.

    Attributes:
        topic: the topic.
        cells: in the order of the subjects.
    """

    topic: Topic
    cells: tuple[TopicStatus, ...]


@attrs.frozen(kw_only=True, repr=False)
class SilenceMap(Overview):
    """The status of topics by county or document.

    Attributes:
        rows: in the order of the vocabulary.
        omissions: the number of topics that are not in it.
    """

    rows: tuple[SilenceRow, ...]
    omissions: int = 0

    def counts(self, subject: str) -> Mapping[str, int]:
        """Return the number of topics by status, for one county or document.

        Raises:
            InvalidValueError: the map has no such subject.
        """
        if subject not in self.subjects:
            fault = Message(en="no subject {subject!r}.", sv="{subject!r} finns inte på kartan.", subject=subject)
            fix = near_name(arguments.text(subject, "subject"), self.subjects)
            raise InvalidValueError(fault, value=subject, fix=fix)
        at = self.subjects.index(subject)
        found = Counter(row.cells[at].status for row in self.rows)
        return {status: found[status] for status in STATUSES if found[status]}

    def to_records(self, *, lang: str = "sv") -> list[dict[str, str | int]]:
        """Return a flat record for each topic and subject, for a data frame."""
        return [
            {
                "topic": row.topic.id,
                "label": row.topic.label.to(lang),
                "subject": cell.subject,
                "on": self.on.isoformat(),
                "status": cell.status,
                "status_label": cell.label.to(lang),
                "cause": cell.cause,
                "ambiguous_members": len(cell.ambiguous_members),
                "open_questions": len(cell.open_questions),
                "in_force": in_force.key,
                "provisions": "; ".join(cell.provisions),
                "citations": "; ".join(each.key for each in cell.citations),
            }
            for row in self.rows
            for cell, in_force in zip(row.cells, self.in_force, strict=True)
        ]


def silence_map(
    subjects: Subjects, *, on: date | str, topics: str | Sequence[str] = (), readings: Readings = None
) -> SilenceMap:
    """Map which topics are stated, ambiguous, silent or not recorded.

    Args:
        subjects: counties, or documents (of one county or of several).
        on: the day.
        topics: ids of topics or themes ("sip"); "all" for every topic; the overview if none is given.
        readings: a reading by its name for all, or by provision.

    Raises:
        InvalidDateError: `on` is not a date.
        UnknownTopicError: unknown topic or theme.
        InvalidValueError: no county or document is given.

    Examples:
        >>> from psykavtal import load_counties
        >>> found = silence_map(load_counties(), on="2026-01-10", topics="disagreement.final-instance")
        >>> [cell.status for cell in found.rows[0].cells]
        ['silent', 'not-recorded', 'silent']
    """
    day = parse_date(on, place="on")
    members = checked_subjects(subjects)
    vocabulary = topics_of(members)
    chosen = chosen_topics(vocabulary, arguments.texts(topics, "topics"))
    names = subject_names(members)
    pairs = list(zip(members, names, strict=True))
    return SilenceMap(
        on=day,
        subjects=names,
        in_force=tuple(verdict_on(each, day, readings) for each in members),
        rows=tuple(
            SilenceRow(topic=each, cells=tuple(_cell(member, name, each.id, day, readings) for member, name in pairs))
            for each in chosen
        ),
        omissions=len(vocabulary) - len(chosen),
    )


def _cell(member: Subject, name: str, topic: str, on: date, readings: Readings) -> TopicStatus:
    answer = answer_of(member, topic, on, readings)
    return TopicStatus(
        subject=name,
        topic=topic,
        status=answer.status,
        cause=answer.cause if isinstance(answer, NotRecorded) else "",
        is_handed_over=isinstance(answer, Silent) and bool(answer.defers_to),
        ambiguous_members=answer.ambiguous_members,
        open_questions=tuple(dict.fromkeys(each.text for each in answer.remarks if each.type.is_open)),
        provisions=tuple(each.id for each in answer.basis),
        citations=answer.citations,
    )
