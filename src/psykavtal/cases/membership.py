"""Membership of the person in the target group, under each reading of it."""

from collections.abc import Hashable

import attrs

from psykavtal.agreements.group_rules import Clause, GroupRule, clauses_of
from psykavtal.agreements.idle_readings import without_idle_readings
from psykavtal.agreements.interpretations import interpretations
from psykavtal.cases.matching import CaseFacts, applied, following
from psykavtal.cases.result_types import Membership
from psykavtal.model.answers import Ambiguous, Answer, AnswerContext, Derived, Stated
from psykavtal.model.inference_rules import RULES
from psykavtal.model.provisions import TargetGroup
from psykavtal.model.truth import Truth

_AGREE = RULES["readings-agree"]
_MOST = 1024

MembershipsByKey = dict[object, Answer[Membership]]
"""Answers of one rule, by the truths of its facts and age limits; nothing of a person."""


def membership(
    rule: GroupRule, case_facts: CaseFacts, known: MembershipsByKey, unused: tuple[str, ...] = ()
) -> Answer[Membership]:
    """Return whether the person is covered; for each reading, if they differ.

    Derived, even if it is unknown: the facts that would decide it are listed with it. If
    no text states whom the agreement covers, or no edition is determined, the answer states that.

    Args:
        rule: the rule of the target group.
        case_facts: the facts of the case.
        known: the answers given before.
        unused: the inputs on which the answer does not depend; it reports them.
    """
    if not rule.complete:
        return _reporting(unused, _answer(rule, case_facts))
    facts, age = case_facts.facts, case_facts.age
    # All that the answer depends on: each fact, whether each age limit is met, and if an age is missing; what it reports.
    ages = [evaluate(facts, age)[0] for evaluate in rule.age_evaluators]
    key = (unused, age is None, *map(facts.get, rule.facts), *ages)
    found = known.get(key)
    if found is None:
        found = _reporting(unused, _answer(rule, case_facts))
        if len(known) < _MOST:
            known[key] = found
    return found


def _reporting(unused: tuple[str, ...], answer: Answer[Membership]) -> Answer[Membership]:
    return attrs.evolve(answer, unused_inputs=unused) if unused else answer


def _answer(rule: GroupRule, case_facts: CaseFacts) -> Answer[Membership]:
    answer = rule.answer
    if rule.complete and not (isinstance(answer, Ambiguous) and answer.chosen is not None):
        agreed = _agreed(rule, case_facts)
        if agreed is not None and not _rests_on_a_choice(rule, case_facts):
            agreeing = (_AGREE,) if isinstance(answer, Ambiguous) else ()
            context = attrs.evolve(AnswerContext.of(answer), missing_facts=agreed.missing_facts)
            return context.by_rules(agreed, answer.basis, (*rule.rules, *case_facts.rules, *agreeing))
    found = following(answer, lambda provisions: _membership(clauses_of(provisions), case_facts), case_facts.rules)
    return without_idle_readings(found, _verdict) if isinstance(found, Ambiguous) else found


def _rests_on_a_choice(rule: GroupRule, case_facts: CaseFacts) -> bool:
    """Return whether the caller chose a reading without which the verdicts would differ."""
    groups = tuple(each for each in rule.answer.basis if isinstance(each, TargetGroup) and not each.emphasis)
    every = interpretations(groups, None)[0]
    if len(every) <= len(rule.alternatives):
        return False
    return len({_covered(clauses_of(each.read(groups)), case_facts) for each in every}) > 1


def _verdict(answer: Answer[Membership]) -> Hashable:
    """Return what distinguishes one verdict from another."""
    match answer:
        case Stated(by_text=found) | Derived(by_text=found):
            return found.applies
        case _:
            return answer.status


def _agreed(rule: GroupRule, case_facts: CaseFacts) -> Membership | None:
    """Return the verdict on which all readings agree.

    The trace is that of the text as written, if that gives the same verdict.
    """
    written = rule.as_written
    if written and _covered(written, case_facts) is not None:
        return _membership(written, case_facts)
    alternatives = [_membership(each.clauses, case_facts) for each in rule.alternatives]
    if len({each.applies for each in alternatives}) > 1:
        return None
    first = alternatives[0]
    found = _membership(rule.undecided, case_facts) if first.applies is Truth.UNKNOWN else first
    missing = dict.fromkeys(fact for each in alternatives for fact in each.missing_facts)
    return attrs.evolve(found, missing_facts=tuple(missing))


def _membership(clauses: tuple[Clause, ...], case_facts: CaseFacts) -> Membership:
    truth = Truth.of(_covered(clauses, case_facts))
    applied_clauses = tuple(applied(each.provision, each.criterion, case_facts) for each in clauses)
    missing = dict.fromkeys(fact for each in applied_clauses for fact in each.missing_facts)
    return Membership(
        applies=truth, clauses=applied_clauses, missing_facts=tuple(missing) if truth is Truth.UNKNOWN else ()
    )


def _covered(clauses: tuple[Clause, ...], case_facts: CaseFacts) -> bool | None:
    """Return whether any clause covers the person; unknown without clauses."""
    truth: bool | None = False if clauses else None
    for clause in clauses:
        covers = clause.evaluator(case_facts.facts, case_facts.age)[0]
        if covers:
            return True
        if covers is None:
            truth = None
    return truth
