"""Parts of pages: provisions with anchors, and lines that are links."""

from collections.abc import Iterable, Iterator

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.outline import Outline
from psykavtal.model.documents import Document
from psykavtal.model.provisions import Provision
from psykavtal.model.vocabulary import Topic
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, labelled, listed, same
from psykavtal.output.report import Line, LineKind, LinkedPart, Mark, Target, TargetType
from psykavtal.output.views.provision_view import provision_lines, provision_mark

_AVAILABLE = Mark(key="available", label=Wording(sv="läst", en="read"))
_NOT_AVAILABLE = Mark(key="not-available", label=Wording(sv="finns inte hos oss", en="not available"))


def county_line(data: CountyData) -> Line:
    """Return the name of a county as a link."""
    place = data.record.place
    return _linked(same(place.name), Target(TargetType.COUNTY, place.id, place.id))


def document_target(data: CountyData, document_id: str) -> Target:
    """Return a document as the target of links."""
    return Target(TargetType.DOCUMENT, document_id, data.record.place.id)


def provision_target(data: CountyData, provision_id: str) -> Target:
    """Return a provision as the target of links."""
    return Target(TargetType.PROVISION, provision_id, data.record.place.id)


def document_name(document: Document) -> Wording:
    """Return the name of a document, or the words that refer to it."""
    return same(document.name)


def document_line(data: CountyData, document: Document) -> Line:
    """Return the name of a document as a link, marked as read or not available."""
    mark = _AVAILABLE if document.is_available else _NOT_AVAILABLE
    return _linked(document_name(document), document_target(data, document.id), mark)


def topic_line(topic: Topic) -> Line:
    """Return the label of a topic as a link, with its question."""
    link = LinkedPart(topic.label, Target(TargetType.TOPIC, topic.id))
    return Line(joined(topic.label, same(": "), topic.question), links=(link,))


def described_provision(data: CountyData, provision: Provision, outline: Outline | None = None) -> Iterator[Line]:
    """Yield a provision as recorded, as the target of links, with its topics.

    Args:
        data: the county's data.
        provision: the provision.
        outline: the outline of the document that states it; None for a report.
    """
    first, *rest = provision_lines(provision, outline, data.name_of)
    yield attrs.evolve(first, defines=provision_target(data, provision.id))
    labels = [data.topic(each).label for each in provision.topics]
    targets = (Target(TargetType.TOPIC, each) for each in provision.topics)
    links = tuple(LinkedPart(*each) for each in zip(labels, targets, strict=True))
    yield Line(labelled(Provision.LABELS["topic"], listed(labels)), 1, LineKind.FACT, links=links)
    yield from rest


def provision_links(data: CountyData, provisions: Iterable[Provision]) -> Iterator[Line]:
    """Yield the wording of each provision as a link to where it is described."""
    for each in provisions:
        yield _linked(each.wording, provision_target(data, each.id), provision_mark(each))


def _linked(text: Wording, target: Target, mark: Mark | None = None) -> Line:
    """Return a line that is one link."""
    return Line(text, mark=mark, links=(LinkedPart(text, target),))
