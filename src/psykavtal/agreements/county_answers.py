"""Answer a query to a county from the edition that applies, or from the candidates."""

from collections.abc import Iterable
from typing import TypeVar

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.query import Query
from psykavtal.agreements.subject_answers import answer_about
from psykavtal.model.answers import (
    Ambiguous,
    Answer,
    AnswerContext,
    Derived,
    DocumentAnswer,
    InForce,
    NotApplicable,
    NotRecorded,
    Reported,
    Silent,
    Stated,
    Unreadable,
)
from psykavtal.model.provisions import Provision
from psykavtal.model.wording import Wording

T = TypeVar("T")

_ORDER: tuple[tuple[type, ...], ...] = (
    (Stated, Derived, Ambiguous),
    (Unreadable, Silent, Reported),
    (NotApplicable, NotRecorded),
)
"""The classes of answers in the order in which they are preferred."""


@attrs.frozen
class Candidate:
    """An edition that applies or may apply, with the subjects to ask in order.

    Attributes:
        document: id of the edition.
        subjects: ids of the edition and of the agreement itself.
    """

    document: str
    subjects: tuple[str, ...]


def candidates_of(in_force: InForce) -> tuple[Candidate, ...]:
    """Return the edition that applies, or those that may; the verdict's subject is the agreement."""
    documents = in_force.candidates or (() if in_force.document is None else (in_force.document,))
    return tuple(Candidate(each, (each, in_force.subject)) for each in documents)


def county_answer(data: CountyData, query: Query, in_force: InForce) -> Answer[tuple[Provision, ...]]:
    """Answer a topic from statements about the edition that applies, or about the agreement.

    Args:
        data: the county's data.
        query: the query; its subject is the county.
        in_force: the verdict on the agreement.
    """
    answers = (
        (each.document, (answer_about(data, query.of(subject)) for subject in each.subjects))
        for each in candidates_of(in_force)
    )
    return of_candidates(query.context, in_force, answers)


def of_candidates(
    context: AnswerContext, in_force: InForce, answers: Iterable[tuple[str, Iterable[Answer[T]]]]
) -> Answer[T]:
    """Return one answer from those of the candidates.

    Not recorded if no edition applies, or if the candidates differ.

    Args:
        context: the question to the county.
        in_force: the verdict on the agreement.
        answers: for each candidate, the answers of its subjects in order.
    """
    found = [(document, preferred(each)) for document, each in answers]
    if not found:
        return context.not_recorded(in_force.sentence, cause="none-in-force", basis=in_force.basis)
    first = found[0][1]
    if all(_same(first, each) for _, each in found[1:]):
        return first
    differ = context.not_recorded(_differ(in_force), cause="edition")
    return attrs.evolve(
        differ,
        missing_facts=in_force.missing_facts,
        by_document=tuple(DocumentAnswer(document=name, answer=each) for name, each in found),
    )


def preferred(answers: Iterable[Answer[T]]) -> Answer[T]:
    """Return the first determined answer; else the one with the best reason.

    Answers after a determined one are not computed.
    """
    found: list[Answer[T]] = []
    for each in answers:
        if isinstance(each, _ORDER[0]):
            return each
        found.append(each)
    return min(found, key=_rank)


def _rank(answer: Answer[object]) -> int:
    return next(rank for rank, classes in enumerate(_ORDER) if isinstance(answer, classes))


def _same(one: Answer[T], other: Answer[T]) -> bool:
    """Return whether two answers are equal apart from the document asked."""
    if isinstance(one, NotRecorded) and isinstance(other, NotRecorded):
        return one.cause == other.cause
    return one.status == other.status and one.basis == other.basis and bool(one.basis)


def _differ(in_force: InForce) -> Wording:
    return Wording(
        sv=f"{in_force.sentence.sv} Upplagorna svarar olika.",
        en=f"{in_force.sentence.to('en')} The editions differ in their answers.",
    )
