"""A view of many things is an answer too: an empty list never means "silent"."""

from datetime import date
from typing import TypeVar

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.interpretations import Readings
from psykavtal.agreements.topics import Question, common_of, read, said, unanswered
from psykavtal.model.answers import Answer
from psykavtal.model.provisions import Provision

P = TypeVar("P", bound=Provision)


def every(
    holdings: CountyData,
    subject: str,
    on: date,
    kind: type[P],
    *,
    topic: str,
    theme: bool = True,
    readings: Readings = None,
) -> Answer[tuple[P, ...]]:
    """Every provision of one kind about a subject; under each reading where one can be read in several ways.

    An age limit that can be read in several ways carries its readings itself: that the text
    gives it is stated, and its `range` is None.

    Args:
        holdings: the county.
        subject: id of the document.
        on: the day.
        kind: the kind.
        topic: the topic whose silence is the view's, where there are none.
        theme: whether provisions of the kind on other topics belong to the view too.
        readings: the readings that the caller chooses.
    """
    found = tuple(
        each
        for each in holdings.provisions_about(subject)
        if isinstance(each, kind) and each.citations and (theme or topic in each.topics)
    )
    question = Question(topic=topic, subject=subject, on=on)
    common = common_of(question)
    if not found:
        return unanswered(holdings, question, common)
    common["notes"] = tuple(each.note for each in found if each.note is not None)
    if not any(each.readings for each in found):
        return said(found, common, found)
    return read(found, readings, common, lambda provisions: provisions)
