"""List all provisions of one kind, as an answer; an empty list never means "silent"."""

from datetime import date
from typing import TypeVar

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.interpretations import Readings, interpret
from psykavtal.agreements.query import Query
from psykavtal.agreements.unanswered import unanswered
from psykavtal.model.answers import Answer
from psykavtal.model.provisions import Provision

P = TypeVar("P", bound=Provision)


def every(
    data: CountyData,
    subject: str,
    on: date,
    kind: type[P],
    *,
    topic: str,
    theme: bool = True,
    readings: Readings = None,
) -> Answer[tuple[P, ...]]:
    """List the provisions of one kind about a subject, under each interpretation.

    An age limit with several readings carries them itself: the list is then stated, and the
    limit has the `range` None.

    Args:
        data: the county's data.
        subject: id of the document.
        on: the day.
        kind: the kind of provision.
        topic: the topic that explains an empty list.
        theme: whether provisions of the kind on other topics are listed too.
        readings: the readings that the caller chooses.
    """
    found = tuple(
        each
        for each in data.provisions_about(subject)
        if isinstance(each, kind) and each.citations and (theme or topic in each.topics)
    )
    query = Query(topic=topic, subject=subject, on=on)
    if not found:
        return unanswered(data, query, query.context).named_by(data.labels)
    context = attrs.evolve(query.context, notes=tuple(each.note for each in found if each.note is not None))
    if not any(each.readings for each in found):
        return context.by_provisions(found, found).named_by(data.labels)
    interpreted = interpret(found, readings)
    return interpreted.combine(interpreted.versions, context).named_by(data.labels)
