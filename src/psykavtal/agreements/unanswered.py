"""Answers for a topic on which no provision is recorded, with the reason."""

from collections.abc import Iterator
from typing import Never

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.query import Query
from psykavtal.model.answers import Answer, AnswerContext
from psykavtal.model.records import Silence, Unread
from psykavtal.model.wording import Wording


def unanswered(data: CountyData, query: Query, context: AnswerContext) -> Answer[Never]:
    """Return why an answer is missing: silent, unreadable, not applicable or not recorded."""
    absent = [each for each in data.unsaid_about(query.subject) if each.topic == query.topic]
    for each in absent:
        if isinstance(each, Unread):
            return context.unreadable(each.why, at=each.at)
    for each in absent:
        if isinstance(each, Silence):
            return _silent(data, query, each, context)
    document = data.record.document(query.subject)
    if document is not None and not data.topic(query.topic).arises_for(document.type):
        return context.not_applicable(_OTHER_KIND)
    return context.not_recorded(_NOT_AVAILABLE if document is None or not document.held else _NOT_READ)


def _silent(data: CountyData, query: Query, silence: Silence, context: AnswerContext) -> Answer[Never]:
    own = () if silence.note is None else (silence.note,)
    others = [each for each in _other_subjects(data, silence) if each != query.subject]
    notes = (*own, *(_ask_about(each, data) for each in others))
    return context.with_notes(*notes).silent(
        silence.document,
        silence.read_on,
        near=silence.near,
        duties=data.topic(query.topic).duties_on(query.on),
    )


def _other_subjects(data: CountyData, silence: Silence) -> Iterator[str]:
    """Return the subjects about which the silent document does state something on the topic."""
    document = data.record.document(silence.document)
    if document is not None:
        provisions = data.content(document).provisions
        yield from dict.fromkeys(each.about for each in provisions if silence.topic in each.topics)


def _ask_about(thing_id: str, data: CountyData) -> Wording:
    return Wording(
        sv=f"Dokumentet säger något i frågan om «{data.name_of(thing_id)}»: fråga med about={thing_id!r}.",
        en=f"The document says something on it of «{data.name_of(thing_id, 'en')}»: ask with about={thing_id!r}.",
    )


_OTHER_KIND = Wording(
    sv="Frågan uppkommer inte för ett dokument av detta slag.",
    en="The question does not arise for a document of this kind.",
)
_NOT_AVAILABLE = Wording(
    sv="Dokumentet finns inte hos oss, så vad det säger är inte redovisat.",
    en="The document is not held, so what it says is not recorded.",
)
_NOT_READ = Wording(
    sv="Ingen har läst dokumentet för denna fråga.",
    en="Nobody has read the document for this question.",
)
