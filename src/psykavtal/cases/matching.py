"""Evaluation of provisions against the facts of a case.

Each gets the truth of its condition, from which the answer's status follows.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TypeVar

import attrs

from psykavtal.cases.result_types import MatchedProvision
from psykavtal.model.ages import AgeRange
from psykavtal.model.answers import Answer
from psykavtal.model.condition_evaluation import Trace, evaluator_of, missing_in, trace_of
from psykavtal.model.conditions import Criterion
from psykavtal.model.display import OfCase
from psykavtal.model.inference_rules import RULES, Rule
from psykavtal.model.provisions import Provision
from psykavtal.model.truth import Truth

T = TypeVar("T")
U = TypeVar("U")
P = TypeVar("P", bound=Provision)

CONDITION_AND_FACTS = RULES["condition-and-facts"]


@attrs.frozen(kw_only=True, repr=False)
class CaseFacts(OfCase):
    """The facts of a case on a day, against which conditions are evaluated.

    Attributes:
        facts: true or false by id.
        age: completed years; None if not given.
    """

    facts: Mapping[str, bool]
    age: int | None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules by which something follows from it."""
        return (CONDITION_AND_FACTS,)

    def __repr__(self) -> str:
        """Return the class only: nothing of the person."""
        return "<CaseFacts>"

    def truth_of(self, fact: str) -> Truth:
        """Return whether a fact is true, false or unknown."""
        return Truth.of(self.facts.get(fact))


@attrs.frozen
class ConditionResult:
    """The truth of a condition, its trace, and the facts that would decide it."""

    applies: Truth
    trace: Trace | None = None
    missing_facts: tuple[str, ...] = ()


_UNCONDITIONAL = ConditionResult(Truth.TRUE)


def evaluate_condition(condition: Criterion | None, case_facts: CaseFacts) -> ConditionResult:
    """Evaluate a condition against the facts given. A missing condition is true."""
    if condition is None:
        return _UNCONDITIONAL
    evaluation = evaluator_of(condition)(case_facts.facts, case_facts.age)
    trace = trace_of(condition, evaluation)
    return ConditionResult(trace.truth, trace, missing_in(condition, evaluation, case_facts.age))


def applied(provision: P, condition: Criterion | None, case_facts: CaseFacts) -> MatchedProvision[P]:
    """Return a provision with the truth of a condition."""
    result = evaluate_condition(condition, case_facts)
    return MatchedProvision(
        provision=provision, applies=result.applies, trace=result.trace, missing_facts=result.missing_facts
    )


def facts_with_age(
    facts: Mapping[str, bool], age: int | None, by_age: Iterable[tuple[str, AgeRange]]
) -> Mapping[str, bool]:
    """Return the facts given, with those that follow from the age.

    A fact given goes before one that follows.

    Args:
        facts: true or false by id.
        age: completed years; None if not given.
        by_age: each fact that follows from the age, with the ages for which it is true.
    """
    if age is None:
        return facts
    return {**{name: ages.covers(age) for name, ages in by_age}, **facts}


def matched(provision: P, case_facts: CaseFacts) -> MatchedProvision[P]:
    """Return a provision with the truth of its own condition; unknown if its readings differ."""
    if not provision.readings:
        return applied(provision, provision.when, case_facts)
    results = [evaluate_condition(each.value.when, case_facts) for each in provision.readings]
    if len({each.applies for each in results}) == 1:
        first = results[0]
        return MatchedProvision(
            provision=provision, applies=first.applies, trace=first.trace, missing_facts=first.missing_facts
        )
    missing = dict.fromkeys(fact for each in results for fact in each.missing_facts)
    return MatchedProvision(provision=provision, applies=Truth.UNKNOWN, missing_facts=tuple(missing))


def following(answer: Answer[T], change: Callable[[T], U], rules: tuple[Rule, ...]) -> Answer[U]:
    """Derive an answer from another by rules: its value changed.

    A stated answer becomes a derived one.

    Args:
        answer: the answer to derive from.
        change: makes the new value from the answer's value.
        rules: the rules by which it follows; empty if nothing of the case took part.
    """
    return answer.map(change).derive(after=rules) if rules else answer.map(change)


def of_case(
    answer: Answer[T], case_facts: CaseFacts, make: Callable[[CaseFacts, T], U], *, conditional: bool = True
) -> Answer[U]:
    """Evaluate an answer against the facts of a case.

    Args:
        answer: the answer.
        case_facts: the facts of the case.
        make: makes the new value from the facts and the answer's value.
        conditional: whether anything in the answer has a condition; else it is the same for everyone.
    """
    return following(answer, partial(make, case_facts), case_facts.rules if conditional else ())
