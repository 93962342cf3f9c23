"""Responsibilities, linked agreements and emphasised groups, each held against the case."""

from collections.abc import Callable
from typing import TypeVar

from psykavtal.agreements.group_rules import criterion_of
from psykavtal.agreements.provision_conditions import condition_of, is_conditional
from psykavtal.cases.matching import CaseFacts, applied, judgement, of_case
from psykavtal.cases.result_types import LinkedDocument, MatchedProvision
from psykavtal.model.answers import Answer
from psykavtal.model.documents import Document
from psykavtal.model.provisions import LinkedAgreement, Provision, Responsibility, TargetGroup
from psykavtal.model.truth import Truth

P = TypeVar("P", bound=Provision)


def responsibilities(
    said: Answer[tuple[Responsibility, ...]], told: CaseFacts
) -> Answer[tuple[MatchedProvision[Responsibility], ...]]:
    """The duties that are the person's case, whose condition holds or is open; those ruled out are left out."""
    return of_case(said, told, _not_ruled_out, conditional=_is_conditional(said))


def links(
    said: Answer[tuple[LinkedAgreement, ...]], told: CaseFacts, document: Callable[[str], Document | None]
) -> Answer[tuple[LinkedDocument, ...]]:
    """The other agreements that come into play, or may; those ruled out are left out.

    Args:
        said: what the text says of them.
        told: the case.
        document: gives a document of the county by its id.
    """

    def not_ruled_out(told: CaseFacts, given: tuple[LinkedAgreement, ...]) -> tuple[LinkedDocument, ...]:
        every = (_link(each, told, document(each.link)) for each in given)
        return tuple(each for each in every if each.truth is not Truth.FALSE)

    return of_case(said, told, not_ruled_out, conditional=_is_conditional(said))


def emphasis(
    said: Answer[tuple[TargetGroup, ...]], told: CaseFacts
) -> Answer[tuple[MatchedProvision[TargetGroup], ...]]:
    """The groups that the text singles out for attention, with whether the person is in them."""

    def groups(told: CaseFacts, given: tuple[TargetGroup, ...]) -> tuple[MatchedProvision[TargetGroup], ...]:
        return tuple(applied(each, criterion_of(each), told) for each in given)

    return of_case(said, told, groups)


def _not_ruled_out(told: CaseFacts, given: tuple[P, ...]) -> tuple[MatchedProvision[P], ...]:
    every = (applied(each, each.when, told) for each in given)
    return tuple(each for each in every if each.truth is not Truth.FALSE)


def _link(each: LinkedAgreement, told: CaseFacts, document: Document | None) -> LinkedDocument:
    judged = judgement(condition_of(each, each.age_limit), told)
    return LinkedDocument(
        provision=each,
        truth=judged.truth,
        trace=judged.trace,
        missing_facts=judged.missing_facts,
        held=document is not None and document.held,
        address="" if document is None or document.url is None else document.url,
    )


def _is_conditional(said: Answer[tuple[P, ...]]) -> bool:
    """Whether anything that is said has a condition, or an age."""
    return any(
        is_conditional(each) or (isinstance(each, LinkedAgreement) and each.age_limit is not None)
        for each in said.basis
    )
