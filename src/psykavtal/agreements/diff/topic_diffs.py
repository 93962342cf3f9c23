"""The topics of two documents: taken up in both, in one, or silent in both."""

from collections import Counter
from collections.abc import Iterator, Sequence

from psykavtal.agreements.diff.diff_entries import DiffEntry, DiffVerdict, TopicDiff, TopicVerdict
from psykavtal.agreements.diff.provision_traits import DocumentSide
from psykavtal.model.answers.statuses import HANDED_OVER, STATUSES
from psykavtal.model.vocabulary import Topic
from psykavtal.model.wording import Wording

_STATED, _SILENT = "stated", "silent"
_VERDICTS = {
    (_STATED, _STATED): TopicVerdict.IN_BOTH,
    (_STATED, _SILENT): TopicVerdict.DROPPED,
    (_SILENT, _STATED): TopicVerdict.ADDED,
    (_SILENT, _SILENT): TopicVerdict.SILENT_IN_BOTH,
}


def topic_diffs(first: DocumentSide, second: DocumentSide, entries: Sequence[DiffEntry]) -> tuple[TopicDiff, ...]:
    """Return the topics that arise for either document, in the order of the vocabulary."""
    topics = {**first.data.topics, **second.data.topics}
    types = {side.data.document(side.document).type for side in (first, second)}
    arising = [each for each in topics.values() if any(each.arises_for(one) for one in types)]
    counts = Counter((topic, each.verdict) for each in entries for topic in each.topics)
    return tuple(_topic_diff(each, (first, second), counts) for each in arising)


def _topic_diff(
    topic: Topic, sides: tuple[DocumentSide, DocumentSide], counts: Counter[tuple[str, DiffVerdict]]
) -> TopicDiff:
    before, after = (sum(topic.id in each.topics for each in side.provisions) for side in sides)
    statuses = [_status(topic, side, bool(count)) for side, count in zip(sides, (before, after), strict=True)]
    return TopicDiff(
        topic=topic.id,
        label=topic.label,
        verdict=_VERDICTS.get((statuses[0], statuses[1]), TopicVerdict.NOT_COMPARABLE),
        before=before,
        after=after,
        changed=counts[topic.id, DiffVerdict.CHANGED],
        moved=counts[topic.id, DiffVerdict.MOVED],
        same=counts[topic.id, DiffVerdict.SAME],
        dropped=counts[topic.id, DiffVerdict.DROPPED],
        added=counts[topic.id, DiffVerdict.ADDED],
        reason=_joined(list(_reasons(topic, sides, statuses))),
    )


def _status(topic: Topic, side: DocumentSide, is_stated: bool) -> str:
    """Return the status of a topic in a document, as it is recorded."""
    if is_stated:
        return _STATED
    document = side.data.document(side.document)
    content = side.data.content(document)
    if any(each.topic == topic.id for each in content.unread):
        return "unreadable"
    if any(each.topic == topic.id for each in content.silences):
        return _SILENT
    return "not-recorded" if topic.arises_for(document.type) else "not-applicable"


def _reasons(topic: Topic, sides: tuple[DocumentSide, DocumentSide], statuses: Sequence[str]) -> Iterator[Wording]:
    """Yield for each document the reason for its silence, or that nothing can be compared."""
    for side, status in zip(sides, statuses, strict=True):
        name = side.data.document(side.document)
        if status == _SILENT:
            content = side.data.content(name)
            silence = next(each for each in content.silences if each.topic == topic.id)
            handed = [each for each in side.provisions if each.id == silence.defers_to]
            for each in handed:
                yield Wording(
                    sv=f"{name.label('sv')}: {HANDED_OVER.sv}: {each.wording.sv}",
                    en=f"{name.label('en')}: {HANDED_OVER.to('en')}: {each.wording.to('en')}",
                )
        elif status != _STATED:
            label = STATUSES[status]
            yield Wording(sv=f"{name.label('sv')}: {label.sv}", en=f"{name.label('en')}: {label.to('en')}")


def _joined(parts: Sequence[Wording]) -> Wording | None:
    if not parts:
        return None
    return Wording(sv="; ".join(each.sv for each in parts), en="; ".join(each.to("en") for each in parts))
