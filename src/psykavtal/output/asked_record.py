"""A question in words as a record for JSON, its provisions by their ids."""

from typing import TypedDict

from psykavtal.agreements.asked_in_words import AskedInWords
from psykavtal.exchange import to_dict


class AnswerRecord(TypedDict):
    """The answer to a topic."""

    topic: str
    document: str | None
    answer: dict[str, object]


class OtherRecord(TypedDict):
    """A further topic, with the status of its answer."""

    topic: str
    document: str | None
    status: str


class HeadingRecord(TypedDict):
    """A heading named, with the number of provisions below it and its subheadings."""

    document: str
    section: str
    heading: str
    provisions: int


class AbsentRecord(TypedDict):
    """A word without a record, with the other documents that have one."""

    word: str
    documents: list[str]


class AskedRecord(TypedDict):
    """A question in words in JSON."""

    county: str
    words: str
    on: str
    documents: list[str]
    searched: list[str]
    in_force: dict[str, object]
    is_clear: bool
    answers: list[AnswerRecord]
    others: list[OtherRecord]
    headings: list[HeadingRecord]
    found: list[str]
    absent: list[AbsentRecord]


def asked_record(asked: AskedInWords) -> AskedRecord:
    """Return a question in words as a record."""
    return {
        "county": asked.county.id,
        "words": asked.words,
        "on": asked.on.isoformat(),
        "documents": list(asked.documents),
        "searched": list(asked.searched),
        "in_force": to_dict(asked.in_force),
        "is_clear": asked.is_clear,
        "answers": [
            {"topic": each.answer.topic, "document": each.document, "answer": to_dict(each.answer)}
            for each in asked.answers
        ],
        "others": [
            {"topic": each.answer.topic, "document": each.document, "status": each.answer.status}
            for each in asked.others
        ],
        "headings": [
            {
                "document": each.document,
                "section": each.headings[0].section,
                "heading": each.headings[0].heading,
                "provisions": each.headings[0].total,
            }
            for each in asked.headings
        ],
        "found": [each.provision.id for each in asked.found if each.provision is not None],
        "absent": [{"word": each.word, "documents": list(each.documents)} for each in asked.absent],
    }
