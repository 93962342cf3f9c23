"""Responsibilities, linked agreements and emphasised groups, each evaluated against the case."""

from collections.abc import Callable
from typing import TypeVar

from psykavtal.agreements.group_rules import criterion_of
from psykavtal.agreements.provision_conditions import condition_of, is_conditional
from psykavtal.cases.matching import CaseFacts, applied, evaluate_condition, matched, of_case
from psykavtal.cases.result_types import LinkedDocument, MatchedProvision
from psykavtal.model.answers import Answer
from psykavtal.model.documents import Document
from psykavtal.model.provisions import LinkedAgreement, Provision, Responsibility, TargetGroup
from psykavtal.model.truth import Truth

P = TypeVar("P", bound=Provision)


def responsibilities(
    answer: Answer[tuple[Responsibility, ...]], case_facts: CaseFacts
) -> Answer[tuple[MatchedProvision[Responsibility], ...]]:
    """Return the duties whose condition is true or open for the person.

    Those ruled out are left out.
    """
    return of_case(answer, case_facts, _not_ruled_out, conditional=_is_conditional(answer))


def links(
    answer: Answer[tuple[LinkedAgreement, ...]], case_facts: CaseFacts, document: Callable[[str], Document | None]
) -> Answer[tuple[LinkedDocument, ...]]:
    """The other agreements that come into play, or may; those ruled out are left out.

    Args:
        answer: the answer about them.
        case_facts: the case.
        document: gives a document of the county by its id.
    """

    def not_ruled_out(case_facts: CaseFacts, given: tuple[LinkedAgreement, ...]) -> tuple[LinkedDocument, ...]:
        every = (_link(each, case_facts, document(each.link)) for each in given)
        return tuple(each for each in every if each.applies is not Truth.FALSE)

    return of_case(answer, case_facts, not_ruled_out, conditional=_is_conditional(answer))


def emphasis(
    answer: Answer[tuple[TargetGroup, ...]], case_facts: CaseFacts
) -> Answer[tuple[MatchedProvision[TargetGroup], ...]]:
    """Return the emphasised groups, and whether the person is in them.

    They are those that the text singles out for attention.
    """

    def groups(case_facts: CaseFacts, given: tuple[TargetGroup, ...]) -> tuple[MatchedProvision[TargetGroup], ...]:
        return tuple(applied(each, criterion_of(each), case_facts) for each in given)

    return of_case(answer, case_facts, groups)


def _not_ruled_out(case_facts: CaseFacts, given: tuple[P, ...]) -> tuple[MatchedProvision[P], ...]:
    every = (matched(each, case_facts) for each in given)
    return tuple(each for each in every if each.applies is not Truth.FALSE)


def _link(each: LinkedAgreement, case_facts: CaseFacts, document: Document | None) -> LinkedDocument:
    result = evaluate_condition(condition_of(each, each.age_limit), case_facts)
    return LinkedDocument(
        provision=each,
        applies=result.applies,
        trace=result.trace,
        missing_facts=result.missing_facts,
        is_available=document is not None and document.is_available,
        address="" if document is None or document.url is None else document.url,
    )


def _is_conditional(answer: Answer[tuple[P, ...]]) -> bool:
    """Return whether any provision in the answer has a condition, or an age."""
    return any(
        is_conditional(each) or (isinstance(each, LinkedAgreement) and each.age_limit is not None)
        for each in answer.basis
    )
