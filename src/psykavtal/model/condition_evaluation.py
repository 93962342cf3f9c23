"""Evaluate conditions against facts and an age, with a trace of each part."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

import attrs

from psykavtal.model.ages import AgeLimit
from psykavtal.model.birthdays import OLDEST
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, Criterion, FactIs, InWords, Not
from psykavtal.model.display import OfCase
from psykavtal.model.truth import Truth

Evaluation: TypeAlias = tuple[bool | None, tuple["Evaluation", ...]]
"""The truth of a criterion (None: unknown), and the same for each of its parts."""

Evaluator: TypeAlias = Callable[[Mapping[str, bool], int | None], Evaluation]
"""Evaluates a criterion against facts and an age in completed years.

Anything not given is unknown.
"""

_YES: Evaluation = (True, ())
_NO: Evaluation = (False, ())
_OPEN: Evaluation = (None, ())
_LEAF = {True: _YES, False: _NO, None: _OPEN}


@attrs.frozen(kw_only=True, repr=False)
class Trace(OfCase):
    """A criterion with its truth, and the same for its parts.

    Attributes:
        criterion: the criterion evaluated.
        truth: its truth.
        parts: its parts, in their order; none for a fact or an age.
    """

    criterion: Criterion
    truth: Truth
    parts: tuple["Trace", ...] = ()

    def leaves(self) -> "Iterator[Trace]":
        """Return the traces of single facts and ages, in order."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()

    def __repr__(self) -> str:
        """The number of facts and ages, without their values, since it can appear in logs."""
        return f"<Trace of {sum(1 for _ in self.leaves())}>"


@lru_cache(maxsize=4096)
def evaluator_of(criterion: Criterion) -> Evaluator:
    """Compile a criterion into a function that evaluates it.

    Examples:
        >>> both = AllOf(of=(FactIs(fact="needs-region"), FactIs(fact="needs-municipality")))
        >>> evaluator_of(both)({"needs-region": True}, None)
        (None, ((True, ()), (None, ())))
    """
    match criterion:
        case FactIs(fact=fact):
            return _fact(fact)
        case AgeIs(limit=limit):
            return _age(limit)
        case InWords():
            return _unknown
        case Not(of=part):
            return _not(evaluator_of(part))
        case AllOf(of=parts):
            return _every([evaluator_of(part) for part in parts], decisive=False)
        case AnyOf(of=parts):
            return _every([evaluator_of(part) for part in parts], decisive=True)


def evaluate(criterion: Criterion, facts: Mapping[str, bool], *, age: int | None = None) -> Truth:
    """Return the truth of a criterion; a fact not given is unknown, not false.

    Examples:
        >>> both = AllOf(of=(FactIs(fact="needs-region"), FactIs(fact="needs-municipality")))
        >>> evaluate(both, {"needs-region": True})
        <Truth.UNKNOWN: 'unknown'>
        >>> evaluate(both, {"needs-region": False})
        <Truth.FALSE: 'false'>
    """
    return Truth.of(evaluator_of(criterion)(facts, age)[0])


def trace_of(criterion: Criterion, evaluation: Evaluation) -> Trace:
    """Combine an evaluation with the criterion that was evaluated."""
    truth, parts = evaluation
    match criterion:
        case Not(of=part):
            of: tuple[Criterion, ...] = (part,)
        case AllOf(of=of) | AnyOf(of=of):
            pass
        case _:
            of = ()
    traced = tuple(trace_of(part, each) for part, each in zip(of, parts, strict=True))
    return Trace(criterion=criterion, truth=Truth.of(truth), parts=traced)


def leaves_of(criterion: Criterion) -> Iterator[Criterion]:
    """Yield the facts, ages and words of which a criterion consists, in order."""
    match criterion:
        case Not(of=part):
            yield from leaves_of(part)
        case AllOf(of=parts) | AnyOf(of=parts):
            for part in parts:
                yield from leaves_of(part)
        case _:
            yield criterion


def missing_facts(criterion: Criterion, facts: Mapping[str, bool], *, age: int | None = None) -> tuple[str, ...]:
    """Return the facts not given that could decide a criterion; "age" for the age.

    Examples:
        >>> missing_facts(Not(of=FactIs(fact="inpatient")), {})
        ('inpatient',)
    """
    return missing_in(criterion, evaluator_of(criterion)(facts, age), age)


def missing_in(criterion: Criterion, evaluation: Evaluation, age: int | None) -> tuple[str, ...]:
    """Return the facts not given that could decide an unknown evaluation."""
    return tuple(dict.fromkeys(_open(criterion, evaluation, age))) if evaluation[0] is None else ()


def _open(criterion: Criterion, evaluation: Evaluation, age: int | None) -> Iterator[str]:
    """Yield the facts of the parts that are unknown."""
    truth, parts = evaluation
    if truth is not None:
        return
    match criterion:
        case FactIs(fact=fact):
            yield fact
        case AgeIs(limit=limit):
            if age is None and limit.possible():
                yield AGE
        case InWords():
            return
        case Not(of=part):
            yield from _open(part, parts[0], age)
        case AllOf(of=of) | AnyOf(of=of):
            for part, each in zip(of, parts, strict=True):
                yield from _open(part, each, age)


AGE = "age"
"""The name of a missing age among missing facts."""


def _fact(fact: str) -> Evaluator:
    def evaluate_one(facts: Mapping[str, bool], _: int | None) -> Evaluation:
        return _LEAF[facts.get(fact)]

    return evaluate_one


def _age(limit: AgeLimit) -> Evaluator:
    def evaluation(age: int | None) -> Evaluation:
        truth = limit.covers(age)
        return _OPEN if truth is Truth.UNKNOWN else _LEAF[truth is Truth.TRUE]

    # Every age at once, so that the cache does not reveal the ages asked for.
    by_age: dict[int | None, Evaluation] = {age: evaluation(age) for age in (None, *range(OLDEST + 1))}

    def evaluate_one(_: Mapping[str, bool], age: int | None) -> Evaluation:
        return by_age[age] if age in by_age else evaluation(age)

    return evaluate_one


def _unknown(_: Mapping[str, bool], __: int | None) -> Evaluation:
    return _OPEN


def _not(part: Evaluator) -> Evaluator:
    def evaluate_one(facts: Mapping[str, bool], age: int | None) -> Evaluation:
        inner = part(facts, age)
        truth = inner[0]
        return (None if truth is None else not truth, (inner,))

    return evaluate_one


def _every(parts: list[Evaluator], *, decisive: bool) -> Evaluator:
    """Evaluate all or any of the parts: a part that is `decisive` decides.

    Else one unknown part makes it unknown.
    """
    otherwise = not decisive

    def evaluate_one(facts: Mapping[str, bool], age: int | None) -> Evaluation:
        evaluation = tuple([part(facts, age) for part in parts])
        truth: bool | None = otherwise
        for each, _ in evaluation:
            if each is decisive:
                truth = decisive
                break
            if each is None:
                truth = None
        return (truth, evaluation)

    return evaluate_one
