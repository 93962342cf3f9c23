"""Compare counties, or documents, topic by topic."""

import warnings
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations as pairs_of
from typing import cast

import attrs

from psykavtal.agreements.comparison.rows import Cell, Comparison, Row
from psykavtal.agreements.comparison.verdicts import Result, Verdict, compare_two, summarise
from psykavtal.agreements.counties import Counties
from psykavtal.agreements.county import County
from psykavtal.agreements.descriptions import describe
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.agreements.reading_choices import Readings
from psykavtal.agreements.short_answers import short_answer
from psykavtal.errors import (
    CountyFileError,
    InvalidValueError,
    PluginError,
    PluginWarning,
    UnknownTopicError,
    suggestion,
)
from psykavtal.model import arguments
from psykavtal.model.answers import Answer, InForce, NotRecorded
from psykavtal.model.dates import parse_date
from psykavtal.model.documents import DocumentType
from psykavtal.model.provisions import Provision
from psykavtal.model.vocabulary import Topic
from psykavtal.model.wording import Wording


def compare(
    subjects: Counties | Sequence[County] | Sequence[DocumentOnDay],
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
    members = _members(subjects)
    vocabulary = _vocabulary(members)
    chosen = _choose_topics(vocabulary, arguments.texts(topics, "topics"))
    rows = tuple(_row(each, members, day, readings) for each in chosen)
    return Comparison(
        on=day,
        subjects=tuple(_name(each) for each in members),
        in_force=tuple(_in_force(each, day, readings) for each in members),
        rows=rows,
        omissions=0 if topics else len(vocabulary) - len(chosen),
    )


def _members(subjects: object) -> tuple[County | DocumentOnDay, ...]:
    """Return the counties or editions; each may be given only once."""
    fix = "Give counties or editions, in a list."
    if isinstance(subjects, str) or not isinstance(subjects, Iterable):
        raise InvalidValueError("this cannot be compared.", value=str(subjects), place="subjects", fix=fix)
    members: list[County | DocumentOnDay] = []
    given = subjects.members if isinstance(subjects, Counties) else tuple(cast("Iterable[object]", subjects))
    for each in given:
        if not isinstance(each, County | DocumentOnDay):
            raise InvalidValueError("this cannot be compared.", value=str(each), place="subjects", fix=fix)
        if any(_is_same(each, one) for one in members):
            raise InvalidValueError("one is given twice.", value=str(each), place="subjects", fix="Give each once.")
        members.append(each)
    if not members:
        raise InvalidValueError("nothing to compare.", place="subjects", fix=fix)
    return tuple(members)


def _in_force(member: County | DocumentOnDay, on: date, readings: Readings) -> InForce:
    """Return whether the agreement of a county, or a document, applies on the day."""
    if isinstance(member, County):
        return member.in_force(on=on, readings=readings)
    return attrs.evolve(member, on=on).in_force(readings=readings)


def _is_same(one: County | DocumentOnDay, other: County | DocumentOnDay) -> bool:
    """Return whether both are the same subject.

    Two loads of one county are not the same: one may be older.
    """
    same = one.holdings is other.holdings and type(one) is type(other)
    return same and one.id == other.id


def _vocabulary(members: Sequence[County | DocumentOnDay]) -> dict[str, Topic]:
    """Return the questions that arise for any subject; for a county, those on its agreement."""
    types = {each.document.type if isinstance(each, DocumentOnDay) else DocumentType.AGREEMENT for each in members}
    topics = members[0].holdings.topics
    return {name: each for name, each in topics.items() if any(each.arises_for(one) for one in types)}


def _choose_topics(vocabulary: Mapping[str, Topic], wanted: Sequence[str]) -> list[Topic]:
    if not wanted:
        return [each for each in vocabulary.values() if each.overview]
    if "all" in wanted:
        return list(vocabulary.values())
    names = {*vocabulary, *(each.theme for each in vocabulary.values())}
    for name in wanted:
        if name not in names:
            raise UnknownTopicError(
                f"no topic or theme {name!r}.",
                value=name,
                fix=suggestion(name, names, what="topics"),
            )
    return [each for each in vocabulary.values() if each.id in wanted or each.theme in wanted]


def _row(topic: Topic, members: Sequence[County | DocumentOnDay], on: date, readings: Readings) -> Row:
    names = tuple(_name(each) for each in members)
    answers = [_ask(each, topic.id, on, readings) for each in members]
    pairs = tuple(
        compare_two(
            topic.id,
            (names[i], names[j]),
            (answers[i], answers[j]),
            one_county=_county_code(members[i]) == _county_code(members[j]),
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


def _ask(member: County | DocumentOnDay, topic: str, on: date, readings: Readings) -> Answer[tuple[Provision, ...]]:
    """Return the answer; not recorded, with a warning, if its file cannot be read."""
    try:
        return member.ask(topic, on=on, readings=readings, include_reported=True)
    except (CountyFileError, PluginError) as error:
        warnings.warn(f"{_name(member)}: {error}", PluginWarning, stacklevel=4)
        return NotRecorded(topic=topic, subject=member.id, on=on, reason=_FAULTY)


def _cell(member: County | DocumentOnDay, answer: Answer[tuple[Provision, ...]]) -> Cell:
    name_of = member.holdings.name_of
    return Cell(
        subject=_name(member),
        answer=answer,
        short=_with_speaker(short_answer(answer, name_of), member, answer),
        lines=describe(answer, name_of),
    )


def _with_speaker(short: Wording, member: County | DocumentOnDay, answer: Answer[tuple[Provision, ...]]) -> Wording:
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


def _county_code(member: County | DocumentOnDay) -> str:
    return member.code if isinstance(member, County) else member.county_code


def _name(member: County | DocumentOnDay) -> str:
    return member.name if isinstance(member, County) else str(member)


_FAULTY = Wording(
    sv="Filen med uppgifterna har fel och kan inte läsas; se `counties.problems`.",
    en="The file of the facts has faults and cannot be read; see `counties.problems`.",
)
_NOTHING_ELSE = Wording(sv="inget att jämföra med", en="nothing to compare with")
