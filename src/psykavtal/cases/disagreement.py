"""The rules for a disagreement between principals.

They state who is responsible meanwhile, the route, and where it ends.
"""

from collections.abc import Callable
from typing import TypeVar

from psykavtal.agreements.escalation.graph import CONTINUES
from psykavtal.agreements.escalation.occasions import OCCASIONS, TOPIC_OF
from psykavtal.agreements.escalation.queries import Escalation
from psykavtal.agreements.escalation.routes import Route
from psykavtal.agreements.query import Query
from psykavtal.agreements.unanswered import unanswered
from psykavtal.cases.case import Case
from psykavtal.cases.county_on_day import CountyDay
from psykavtal.cases.matching import CaseFacts, ConditionResult, evaluate_condition, of_case
from psykavtal.cases.result_types import Disagreement, InterimDuty, OccasionRoute
from psykavtal.model.answers import Answer
from psykavtal.model.provisions import InterimResponsibility, Relation
from psykavtal.model.truth import Truth

T = TypeVar("T")
DISAGREEMENT = "disagreement"
_INTERIM = "disagreement.interim"


def disagreement(day: CountyDay, case: Case, case_facts: CaseFacts) -> Disagreement:
    """Return the rules that apply if the principals disagree over the case."""
    answer = day.view(InterimResponsibility, _INTERIM)

    def interim_duties(case_facts: CaseFacts, given: tuple[InterimResponsibility, ...]) -> tuple[InterimDuty, ...]:
        return tuple(_interim_duty(each, case, case_facts) for each in given)

    interim = of_case(answer, case_facts, interim_duties)
    routes = tuple(
        OccasionRoute(trigger=each, applies=case_facts.truth_of(each), route=_route(day, each))
        for each in OCCASIONS
        if case_facts.truth_of(each) is not Truth.FALSE
    )
    return Disagreement(
        applies=case_facts.truth_of(DISAGREEMENT),
        interim=interim,
        routes=routes,
        next_steps=_next_steps(day, case.stands_at) if case.stands_at else None,
    )


def _interim_duty(each: InterimResponsibility, case: Case, case_facts: CaseFacts) -> InterimDuty:
    result = evaluate_condition(each.when, case_facts)
    ends = ConditionResult(Truth.UNKNOWN) if each.ends_when is None else evaluate_condition(each.ends_when, case_facts)
    principal = case.principals.get(each.bearer)
    missing = (*result.missing_facts, *([] if principal is not None else [each.bearer]), *ends.missing_facts)
    return InterimDuty(
        provision=each,
        applies=result.applies,
        trace=result.trace,
        missing_facts=tuple(dict.fromkeys(missing)),
        principal=principal,
        ended=ends.applies,
    )


def _route(day: CountyDay, trigger: str) -> Answer[Route]:
    return _by_document(day, TOPIC_OF[trigger], lambda moves: moves.route(trigger=trigger, readings=day.readings))


def _next_steps(day: CountyDay, stands_at: str) -> Answer[tuple[Relation, ...]]:
    return _by_document(
        day,
        "disagreement.next-step",
        lambda moves: moves.next_steps(trigger=CONTINUES, at=stands_at, readings=day.readings),
    )


def _by_document(day: CountyDay, topic: str, ask: Callable[[Escalation], Answer[T]]) -> Answer[T]:
    """Answer from the applicable document's escalation.

    A statement about the agreement itself is not a route.
    """

    def by(subject: str) -> Answer[T]:
        escalation = day.escalation(subject)
        if escalation is None:
            query = Query(topic=topic, subject=subject, on=day.on)
            return unanswered(day.holdings, query, query.context)
        return ask(escalation)

    return day.of_agreement(day.holdings.topic(topic), by)
