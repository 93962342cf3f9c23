"""Compare counties, or documents, topic by topic."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations as pairs_of

from psykavtal.agreements.comparison.rows import Cell, Comparison, Row
from psykavtal.agreements.comparison.subjects import (
    Subject,
    Subjects,
    answer_of,
    checked_subjects,
    chosen_topics,
    county_code,
    subject_name,
    topics_of,
    verdict_on,
)
from psykavtal.agreements.comparison.verdicts import Result, Verdict, compare_two, summarise
from psykavtal.agreements.descriptions import describe
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.agreements.reading_choices import Readings
from psykavtal.agreements.short_answers import short_answer
from psykavtal.model import arguments
from psykavtal.model.answers import Answer
from psykavtal.model.dates import parse_date
from psykavtal.model.provisions import Provision
from psykavtal.model.vocabulary import Topic
from psykavtal.model.wording import Wording


def compare(
    subjects: Subjects,
    *,
    on: date | str,
    topics: str | Sequence[str] = (),
    readings: Readings = None,
) -> Comparison:
    """Compare counties, or editions, question by question.

    Reported facts are included and marked as reported. *Same* refers to structure, never to wording.

    Args:
        subjects: counties, or editions (of one county or of several).
        on: the day.
        topics: ids of topics or themes ("sip"); "all" for every topic; the overview if none is given.
        readings: a reading by its name for all, or by provision.

    Raises:
        InvalidDateError: `on` is not a date.
        UnknownTopicError: unknown topic or theme.
        InvalidValueError: nothing to compare.
    """
    day = parse_date(on, place="on")
    members = checked_subjects(subjects)
    vocabulary = topics_of(members)
    chosen = chosen_topics(vocabulary, arguments.texts(topics, "topics"))
    rows = tuple(_row(each, members, day, readings) for each in chosen)
    return Comparison(
        on=day,
        subjects=tuple(subject_name(each) for each in members),
        in_force=tuple(verdict_on(each, day, readings) for each in members),
        rows=rows,
        omissions=0 if topics else len(vocabulary) - len(chosen),
    )


def _row(topic: Topic, members: Sequence[Subject], on: date, readings: Readings) -> Row:
    names = tuple(subject_name(each) for each in members)
    answers = [answer_of(each, topic.id, on, readings) for each in members]
    pairs = tuple(
        compare_two(
            topic.id,
            (names[i], names[j]),
            (answers[i], answers[j]),
            one_county=county_code(members[i]) == county_code(members[j]),
        )
        for i, j in pairs_of(range(len(members)), 2)
    )
    cells = tuple(_cell(member, each) for member, each in zip(members, answers, strict=True))
    alone = Verdict(result=Result.NOT_COMPARABLE, why=_NOTHING_ELSE, between=names)
    return Row(
        topic=topic,
        cells=cells,
        pairs=pairs,
        verdict=summarise(pairs, names, answers) if pairs else alone,
    )


def _cell(member: Subject, answer: Answer[tuple[Provision, ...]]) -> Cell:
    name_of = member.holdings.name_of
    return Cell(
        subject=subject_name(member),
        answer=answer,
        short=_with_speaker(short_answer(answer, name_of), member, answer),
        lines=describe(answer, name_of),
    )


def _with_speaker(short: Wording, member: Subject, answer: Answer[tuple[Provision, ...]]) -> Wording:
    """Add the names of the speakers, unless the document of the column speaks."""
    if isinstance(member, DocumentOnDay):
        own: str | None = member.id
    else:
        own = None if answer.in_force is None else answer.in_force.document
    speakers = dict.fromkeys(each.document for each in answer.basis if each.citations)
    if not speakers or own in speakers:
        return short
    sv, en = (", ".join(member.holdings.name_of(each, lang) for each in speakers) for lang in ("sv", "en"))
    return Wording(sv=f"{short.sv} [{sv}]", en=f"{short.to('en')} [{en}]")


_NOTHING_ELSE = Wording(sv="inget att jämföra med", en="nothing to compare with")
