"""The subjects of a comparison or an overview: counties, or documents on a day."""

import warnings
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias, cast

import attrs

from psykavtal.agreements.counties import Counties
from psykavtal.agreements.county import County
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.agreements.reading_choices import Readings
from psykavtal.errors import (
    CountyFileError,
    InvalidValueError,
    Message,
    PluginError,
    PluginWarning,
    UnknownTopicError,
    suggestion,
)
from psykavtal.model.answers import Answer, InForce, NotRecorded
from psykavtal.model.documents import DocumentType
from psykavtal.model.provisions import Provision
from psykavtal.model.vocabulary import Topic
from psykavtal.model.wording import Wording

Subject: TypeAlias = County | DocumentOnDay
"""A county, or a document on a day."""

Subjects: TypeAlias = Counties | Sequence[County] | Sequence[DocumentOnDay]
"""The counties or documents that are compared, each once."""

_FAULTY = Wording(
    sv="Filen med uppgifterna har fel och kan inte läsas; se `counties.problems`.",
    en="The file of the facts has faults and cannot be read; see `counties.problems`.",
)


def checked_subjects(subjects: object) -> tuple[Subject, ...]:
    """Return the counties or editions; each may be given only once.

    Raises:
        InvalidValueError: nothing is given, one is given twice, or one is neither county nor edition.
    """
    fix = Message(en="Give counties or editions, in a list.", sv="Ange län eller upplagor, i en lista.")
    fault = Message(en="this cannot be compared.", sv="detta kan inte jämföras.")
    if isinstance(subjects, str) or not isinstance(subjects, Iterable):
        raise InvalidValueError(fault, value=str(subjects), place="subjects", fix=fix)
    members: list[Subject] = []
    given = subjects.members if isinstance(subjects, Counties) else tuple(cast("Iterable[object]", subjects))
    for each in given:
        if not isinstance(each, County | DocumentOnDay):
            raise InvalidValueError(fault, value=str(each), place="subjects", fix=fix)
        if any(_is_same(each, one) for one in members):
            twice = Message(en="one is given twice.", sv="ett av dem anges två gånger.")
            once = Message(en="Give each once.", sv="Ange vart och ett en gång.")
            raise InvalidValueError(twice, value=str(each), place="subjects", fix=once)
        members.append(each)
    if not members:
        nothing = Message(en="nothing to compare.", sv="inget att jämföra.")
        raise InvalidValueError(nothing, place="subjects", fix=fix)
    return tuple(members)


def topics_of(subjects: Sequence[Subject]) -> dict[str, Topic]:
    """Return the questions that arise for any subject; for a county, those on its agreement."""
    types = {each.document.type if isinstance(each, DocumentOnDay) else DocumentType.AGREEMENT for each in subjects}
    topics = subjects[0].holdings.topics
    return {name: each for name, each in topics.items() if any(each.arises_for(one) for one in types)}


def chosen_topics(vocabulary: Mapping[str, Topic], wanted: Sequence[str]) -> list[Topic]:
    """Return topics by ids and themes; all for "all", the overview if none is named.

    Raises:
        UnknownTopicError: unknown topic or theme.
    """
    if not wanted:
        return [each for each in vocabulary.values() if each.overview]
    if "all" in wanted:
        return list(vocabulary.values())
    names = {*vocabulary, *(each.theme for each in vocabulary.values())}
    for name in wanted:
        if name not in names:
            raise UnknownTopicError(
                Message(en="no topic or theme {name!r}.", sv="okänd fråga eller okänt tema {name!r}.", name=name),
                value=name,
                fix=suggestion(name, names, kind="topics"),
            )
    return [each for each in vocabulary.values() if each.id in wanted or each.theme in wanted]


def verdict_on(subject: Subject, on: date, readings: Readings) -> InForce:
    """Return whether the agreement of a county, or a document, applies on the day."""
    if isinstance(subject, County):
        return subject.in_force(on=on, readings=readings)
    return attrs.evolve(subject, on=on).in_force(readings=readings)


def answer_of(subject: Subject, topic: str, on: date, readings: Readings) -> Answer[tuple[Provision, ...]]:
    """Return the answer, reports included.

    If the file cannot be read, it is not recorded, with a warning.
    """
    try:
        return subject.ask(topic, on=on, readings=readings, include_reported=True)
    except (CountyFileError, PluginError) as error:
        warnings.warn(f"{subject_name(subject)}: {error}", PluginWarning, stacklevel=4)
        return NotRecorded(topic=topic, subject=subject.id, on=on, reason=_FAULTY)


def county_code(subject: Subject) -> str:
    """Return the SCB code of the subject's county."""
    return subject.code if isinstance(subject, County) else subject.county_code


def subject_name(subject: Subject) -> str:
    """Return the name of the county or document."""
    return subject.name if isinstance(subject, County) else subject.document.name


def subject_names(subjects: Sequence[Subject]) -> tuple[str, ...]:
    """Return a different name for each subject.

    Documents of equal names get the name of their county, or a number.
    """
    names = [subject_name(each) for each in subjects]
    counties = [each.holdings.record.place.name for each in subjects]
    pairs = list(zip(names, counties, strict=True))
    longer = [name if names.count(name) == 1 else f"{name} ({county})" for name, county in pairs]
    numbered = (f"{name} {longer[: at + 1].count(name)}" for at, name in enumerate(longer))
    return tuple(name if longer.count(name) == 1 else other for name, other in zip(longer, numbered, strict=True))


def _is_same(one: Subject, other: Subject) -> bool:
    """Return whether both are the same subject.

    Two loads of one county are not the same: one may be older.
    """
    same = one.holdings is other.holdings and type(one) is type(other)
    return same and one.id == other.id
