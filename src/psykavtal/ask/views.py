"""A view of many things is an answer too: an empty list never means "silent"."""

from datetime import date
from typing import TypeVar

from psykavtal.ask.answering import Question, common_of, said, unanswered
from psykavtal.ask.holdings import Holdings
from psykavtal.model.answers import Answer
from psykavtal.model.provisions import Provision

P = TypeVar("P", bound=Provision)


def every(holdings: Holdings, subject: str, on: date, kind: type[P], *, topic: str) -> Answer[tuple[P, ...]]:
    """Every provision of one kind about a subject, as recorded, readings and all.

    Args:
        holdings: the county.
        subject: id of the document.
        on: the day.
        kind: the kind.
        topic: the topic whose silence is the view's, where there are none.
    """
    found = tuple(each for each in holdings.provisions_about(subject) if isinstance(each, kind) and each.citations)
    question = Question(topic=topic, subject=subject, on=on)
    common = common_of(question)
    if not found:
        return unanswered(holdings, question, common)
    common["notes"] = tuple(each.note for each in found if each.note is not None)
    return said(found, common, found)
