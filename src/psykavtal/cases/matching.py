"""Provisions held against a case: each with whether its condition holds, and the answer's status with it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

import attrs

from psykavtal.cases.result_types import MatchedProvision
from psykavtal.model.answers import Ambiguous, Answer
from psykavtal.model.condition_evaluation import Trace, evaluator_of, missing_in, trace_of
from psykavtal.model.conditions import Criterion
from psykavtal.model.display import OfCase
from psykavtal.model.inference_rules import RULES, Rule
from psykavtal.model.provisions import Provision
from psykavtal.model.truth import Truth

T = TypeVar("T")
U = TypeVar("U")
P = TypeVar("P", bound=Provision)

HELD_AGAINST = RULES["condition-and-facts"]
_LEAP_DAY = RULES["leap-day-birthday"]


@attrs.frozen(kw_only=True, repr=False)
class CaseFacts(OfCase):
    """What a case tells on a day, as conditions are held against it.

    Attributes:
        facts: true or false by id.
        age: completed years; None where not told.
        by_convention: whether the age hangs on the convention for who is born on 29 February.
    """

    facts: Mapping[str, bool]
    age: int | None
    by_convention: bool = False

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules by which something follows from it."""
        return (HELD_AGAINST,)

    @property
    def without_convention(self) -> "CaseFacts":
        """The same, for who is born on 29 February with the birthday on 1 March."""
        assert self.age is not None
        return attrs.evolve(self, age=self.age - 1, by_convention=False)

    def __repr__(self) -> str:
        """Return the class only: nothing of the person."""
        return "<CaseFacts>"

    def truth_of(self, fact: str) -> Truth:
        """Whether a fact is told."""
        return Truth.of(self.facts.get(fact))


@attrs.frozen
class Judgement:
    """Whether a condition holds, how that came about, and what would decide it."""

    truth: Truth
    trace: Trace | None = None
    missing_facts: tuple[str, ...] = ()


_UNCONDITIONAL = Judgement(Truth.TRUE)


def judgement(condition: Criterion | None, told: CaseFacts) -> Judgement:
    """A condition held against what is told; no condition always holds."""
    if condition is None:
        return _UNCONDITIONAL
    judged = evaluator_of(condition)(told.facts, told.age)
    trace = trace_of(condition, judged)
    return Judgement(trace.truth, trace, missing_in(condition, judged, told.age))


def applied(provision: P, condition: Criterion | None, told: CaseFacts) -> MatchedProvision[P]:
    """A provision with whether its condition holds."""
    judged = judgement(condition, told)
    return MatchedProvision(
        provision=provision, truth=judged.truth, trace=judged.trace, missing_facts=judged.missing_facts
    )


def following(answer: Answer[T], change: Callable[[T], U], rules: tuple[Rule, ...]) -> Answer[U]:
    """What follows from an answer by rules: its value changed; what is stated is then derived.

    Args:
        answer: what is said.
        change: makes the value from what is said.
        rules: by which it follows; none where nothing of the case took part.
    """
    return answer.map(change).derive(after=rules) if rules else answer.map(change)


def of_case(
    said: Answer[T], told: CaseFacts, make: Callable[[CaseFacts, T], U], *, conditional: bool = True
) -> Answer[U]:
    """What is said, held against a case.

    Args:
        said: what is said.
        told: what the case tells.
        make: makes the value from what is told and what is said.
        conditional: whether anything that is said has a condition; else it is the same for everyone.
    """
    return held(told, lambda told: following(said, partial(make, told), told.rules if conditional else ()))


def held(told: CaseFacts, answer_by: Callable[[CaseFacts], Answer[U]]) -> Answer[U]:
    """The answer by what is told; where it would be another without the convention of 29 February, by that rule too."""
    answer = answer_by(told)
    return by_convention(answer, answer_by(told.without_convention)) if told.by_convention else answer


def by_convention(answer: Answer[U], without: Answer[U]) -> Answer[U]:
    """The answer, with the rule of 29 February where it would be another without; reading by reading."""
    if answer == without:
        return answer
    if not (isinstance(answer, Ambiguous) and isinstance(without, Ambiguous)):
        return answer.derive(after=(_LEAP_DAY,))
    others = {each.name: each.answer for each in without.readings}
    readings = (
        attrs.evolve(each, answer=by_convention(each.answer, others.get(each.name, without)))
        for each in answer.readings
    )
    return attrs.evolve(answer, readings=tuple(readings))
