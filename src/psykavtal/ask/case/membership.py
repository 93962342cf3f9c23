"""Whether the person is in the target group, under each way to read it."""

from functools import partial

from psykavtal.ask.case.judged import Told, applied, following, held
from psykavtal.ask.case.parts import Applied, Membership
from psykavtal.ask.groups import Alternative, Clause, GroupRule, clauses_of
from psykavtal.model.answers import Ambiguous, Answer, Derived, Stated
from psykavtal.model.logic import Truth
from psykavtal.model.provisions import Provision, TargetGroup
from psykavtal.model.rules import RULES, Rule

_AGREE = RULES["all-readings-agree"]
_TRUTH = {True: Truth.TRUE, False: Truth.FALSE, None: Truth.UNKNOWN}


def membership(rule: GroupRule, told: Told) -> Answer[Membership]:
    """Whether the person is covered; for each way to read the text, where it matters.

    Derived, also where it is unknown: the facts that would decide it are told with it. Where
    no text says whom the agreement covers, or no edition is determined, the answer says that.
    """
    return held(told, partial(_answer, rule))


def _answer(rule: GroupRule, told: Told) -> Answer[Membership]:
    said = rule.said
    match said:
        case Stated():
            return _derived(said, rule.alternatives, told, told.rules)
        case Derived(rules=own):
            return _derived(said, rule.alternatives, told, (*own, *told.rules))
        case Ambiguous(chosen=None) if rule.complete:
            if len({_judged(each.clauses, told) for each in rule.alternatives}) == 1:
                rules = dict.fromkeys(rule for each in rule.alternatives for rule in _rules(each))
                return _derived(said, rule.alternatives, told, (*rules, *told.rules, _AGREE), as_written=True)
        case _:
            pass
    return following(said, lambda provisions: _membership(clauses_of(provisions), told), told.rules)


def _derived(
    said: Answer[tuple[Provision, ...]],
    alternatives: tuple[Alternative, ...],
    told: Told,
    rules: tuple[Rule, ...],
    *,
    as_written: bool = False,
) -> Derived[Membership]:
    """The verdict of the first way to read it, which is that of all; its trace as written where that has a meaning."""
    clauses = alternatives[0].clauses if alternatives else ()
    found = _membership(clauses, told)
    if as_written and (unread := clauses_of(said.basis)) and _judged(unread, told) == _judged(clauses, told):
        found = _membership(unread, told)
    return Derived(
        found,
        topic=said.topic,
        subject=said.subject,
        on=said.on,
        basis=said.basis,
        notes=said.notes,
        would_decide=found.would_decide,
        rules=rules,
    )


def _membership(clauses: tuple[Clause, ...], told: Told) -> Membership:
    return Membership(_TRUTH[_judged(clauses, told)], partial(_tell, clauses, told))


def _judged(clauses: tuple[Clause, ...], told: Told) -> bool | None:
    """Whether any clause covers the person; unknown where there are none."""
    truth: bool | None = False if clauses else None
    for clause in clauses:
        covers = clause.judge(told.facts, told.age)[0]
        if covers:
            return True
        if covers is None:
            truth = None
    return truth


def _tell(clauses: tuple[Clause, ...], told: Told) -> tuple[Applied[TargetGroup], ...]:
    return tuple(
        Applied(provision=each.provision, truth=Truth.UNKNOWN)
        if each.criterion is None
        else applied(each.provision, each.criterion, told)
        for each in clauses
    )


def _rules(alternative: Alternative) -> tuple[Rule, ...]:
    return alternative.said.rules if isinstance(alternative.said, Derived) else ()
