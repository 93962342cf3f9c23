"""The rules for a disagreement between principals.

They state who is responsible meanwhile, the route, and where it ends.
"""

from psykavtal.agreements.escalation.graph import CONTINUES
from psykavtal.agreements.escalation.occasions import OCCASIONS, TOPIC_OF
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

DISAGREEMENT = "disagreement"
_INTERIM = "disagreement.interim"
_NEXT_STEP = "disagreement.next-step"


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
    topic = TOPIC_OF[trigger]
    answers = ((each.document, (_route_of(day, each.document, topic, trigger),)) for each in day.candidates)
    return day.of_candidates(topic, answers)


def _route_of(day: CountyDay, document: str, topic: str, trigger: str) -> Answer[Route]:
    escalation = day.escalation(document)
    if escalation is None:
        query = Query(topic=topic, subject=document, on=day.on)
        return unanswered(day.holdings, query, query.context)
    return escalation.route(trigger=trigger, readings=day.readings)


def _next_steps(day: CountyDay, stands_at: str) -> Answer[tuple[Relation, ...]]:
    answers = ((each.document, (_steps_of(day, each.document, stands_at),)) for each in day.candidates)
    return day.of_candidates(_NEXT_STEP, answers)


def _steps_of(day: CountyDay, document: str, stands_at: str) -> Answer[tuple[Relation, ...]]:
    escalation = day.escalation(document)
    if escalation is None:
        query = Query(topic=_NEXT_STEP, subject=document, on=day.on)
        return unanswered(day.holdings, query, query.context)
    return escalation.next_steps(trigger=CONTINUES, at=stands_at, readings=day.readings)
