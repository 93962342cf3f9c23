"""Membership of the person in the target group, under each reading of it."""

import attrs

from psykavtal.agreements.group_rules import Clause, GroupRule, clauses_of
from psykavtal.cases.matching import CaseFacts, applied, following
from psykavtal.cases.result_types import Membership
from psykavtal.model.answers import Ambiguous, Answer, AnswerContext
from psykavtal.model.inference_rules import RULES
from psykavtal.model.truth import Truth

_AGREE = RULES["readings-agree"]
_MOST = 1024

MembershipsByKey = dict[object, Answer[Membership]]
"""Answers of one rule, by the results of its clauses; nothing of a person."""


def membership(rule: GroupRule, case_facts: CaseFacts, known: MembershipsByKey) -> Answer[Membership]:
    """Return whether the person is covered; for each reading, if they differ.

    Derived, even if it is unknown: the facts that would decide it are listed with it. If
    no text states whom the agreement covers, or no edition is determined, the answer states that.
    """
    if not rule.complete:
        return _answer(rule, case_facts)
    # All that the answer depends on: the result of each clause, and whether an age is missing.
    key = (case_facts.age is None, *[clause.judge(case_facts.facts, case_facts.age) for clause in rule.clauses])
    found = known.get(key)
    if found is None:
        found = _answer(rule, case_facts)
        if len(known) < _MOST:
            known[key] = found
    return found


def _answer(rule: GroupRule, case_facts: CaseFacts) -> Answer[Membership]:
    answer = rule.said
    if rule.complete and not (isinstance(answer, Ambiguous) and answer.chosen is not None):
        found = _agreed(rule, case_facts)
        if found is not None:
            agreeing = (_AGREE,) if isinstance(answer, Ambiguous) else ()
            context = attrs.evolve(AnswerContext.of(answer), missing_facts=found.missing_facts)
            return context.by_rules(found, answer.basis, (*rule.rules, *case_facts.rules, *agreeing))
    return following(answer, lambda provisions: _membership(clauses_of(provisions), case_facts), case_facts.rules)


def _agreed(rule: GroupRule, case_facts: CaseFacts) -> Membership | None:
    """Return the verdict on which all readings agree.

    The trace is that of the text as written, if that gives the same verdict.
    """
    written = rule.as_written
    if written and _judged(written, case_facts) is not None:
        return _membership(written, case_facts)
    alternatives = [_membership(each.clauses, case_facts) for each in rule.alternatives]
    if len({each.applies for each in alternatives}) > 1:
        return None
    found = (
        _membership(written, case_facts) if written and alternatives[0].applies is Truth.UNKNOWN else alternatives[0]
    )
    missing = dict.fromkeys(fact for each in alternatives for fact in each.missing_facts)
    return attrs.evolve(found, missing_facts=tuple(missing))


def _membership(clauses: tuple[Clause, ...], case_facts: CaseFacts) -> Membership:
    truth = Truth.of(_judged(clauses, case_facts))
    applied_clauses = tuple(applied(each.provision, each.criterion, case_facts) for each in clauses)
    missing = dict.fromkeys(fact for each in applied_clauses for fact in each.missing_facts)
    return Membership(
        applies=truth, clauses=applied_clauses, missing_facts=tuple(missing) if truth is Truth.UNKNOWN else ()
    )


def _judged(clauses: tuple[Clause, ...], case_facts: CaseFacts) -> bool | None:
    """Return whether any clause covers the person; unknown without clauses."""
    truth: bool | None = False if clauses else None
    for clause in clauses:
        covers = clause.judge(case_facts.facts, case_facts.age)[0]
        if covers:
            return True
        if covers is None:
            truth = None
    return truth
