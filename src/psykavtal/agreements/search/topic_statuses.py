"""The status of topics in the documents, for a search that finds nothing."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from psykavtal.agreements.search.recorded_status import RecordedStatus
from psykavtal.model.records import Content, CountyRecord
from psykavtal.model.vocabulary import Topic


@attrs.frozen(kw_only=True)
class TopicStatuses:
    """A topic that has the words of a search, with its status in each document.

    Attributes:
        topic: the topic.
        statuses: id and status of each document that was read and to which the topic applies; empty if the words match
            several topics and none clearly.
    """

    topic: Topic
    statuses: tuple[tuple[str, str], ...] = ()

    def by_status(self) -> dict[str, list[str]]:
        """Return the documents by status."""
        found = dict[str, list[str]]()
        for document, status in self.statuses:
            found.setdefault(status, []).append(document)
        return found


def topic_statuses(
    topics: Iterable[Topic], counties: Iterable[tuple[CountyRecord, Sequence[Content]]], document: str | None
) -> tuple[TopicStatuses, ...]:
    """Return the status of topics in the available documents.

    Args:
        topics: the topics.
        counties: the records with the contents of their documents.
        document: id of the only document; None for all.
    """
    known = [
        (record, content)
        for record, contents in counties
        for content in contents
        if document in (None, content.document)
    ]
    return tuple(TopicStatuses(topic=each, statuses=tuple(_statuses(each, known))) for each in topics)


def _statuses(topic: Topic, known: Iterable[tuple[CountyRecord, Content]]) -> Iterator[tuple[str, str]]:
    """Yield the documents with the status of a topic, as they are recorded."""
    for record, content in known:
        document = record.document(content.document)
        if document is not None and document.is_available and topic.arises_for(document.type):
            yield document.id, _status(topic.id, record, content)


def _status(topic: str, record: CountyRecord, content: Content) -> str:
    """Return the status of a topic in a document; a statement goes before a report."""
    about = [each for each in record.standing if each.about == content.document]
    found = [RecordedStatus.of(each) for each in (*content.provisions, *about) if topic in each.topics]
    if found:
        return min(found, key=list(RecordedStatus).index).value
    if any(each.topic == topic for each in content.unread):
        return "unreadable"
    return "silent" if any(each.topic == topic for each in content.silences) else "not-recorded"
