"""Criteria compiled: judged for one person at a time, fast, and with a trace of how it came about."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

import attrs

from psykavtal.model.ages import AgeLimit
from psykavtal.model.birthdays import OLDEST
from psykavtal.model.criteria import AgeIs, AllOf, AnyOf, Criterion, FactIs, InWords, Not
from psykavtal.model.display import OfCase
from psykavtal.model.logic import Truth

Judged: TypeAlias = tuple[bool | None, tuple["Judged", ...]]
"""Whether a criterion holds (None: unknown), and the same of each of its parts."""

Judge: TypeAlias = Callable[[Mapping[str, bool], int | None], Judged]
"""Judges facts and an age in completed years; what is not given is unknown."""

_YES: Judged = (True, ())
_NO: Judged = (False, ())
_OPEN: Judged = (None, ())
_LEAF = {True: _YES, False: _NO, None: _OPEN}


@attrs.frozen(kw_only=True, repr=False)
class Trace(OfCase):
    """A criterion with whether it holds, and its parts with whether they do.

    Attributes:
        criterion: what was judged.
        truth: whether it holds.
        parts: its parts, in their order; none for a fact or an age.
    """

    criterion: Criterion
    truth: Truth
    parts: tuple["Trace", ...] = ()

    def leaves(self) -> "Iterator[Trace]":
        """The facts and ages that it came about by, in their order."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()

    def __repr__(self) -> str:
        """How many facts and ages it is made of, and nothing of what they are: it ends up in logs."""
        return f"<Trace of {sum(1 for _ in self.leaves())}>"


@lru_cache(maxsize=4096)
def judge_of(criterion: Criterion) -> Judge:
    """The judge of a criterion.

    Examples:
        >>> both = AllOf(of=(FactIs(fact="needs-region"), FactIs(fact="needs-municipality")))
        >>> judge_of(both)({"needs-region": True}, None)
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
            return _not(judge_of(part))
        case AllOf(of=parts):
            return _every([judge_of(part) for part in parts], decisive=False)
        case AnyOf(of=parts):
            return _every([judge_of(part) for part in parts], decisive=True)


def evaluate(criterion: Criterion, facts: Mapping[str, bool], *, age: int | None = None) -> Truth:
    """Whether the criterion holds; a fact that is not given is unknown, not false.

    Examples:
        >>> both = AllOf(of=(FactIs(fact="needs-region"), FactIs(fact="needs-municipality")))
        >>> evaluate(both, {"needs-region": True})
        <Truth.UNKNOWN: 'unknown'>
        >>> evaluate(both, {"needs-region": False})
        <Truth.FALSE: 'false'>
    """
    return Truth.of(judge_of(criterion)(facts, age)[0])


def trace_of(criterion: Criterion, judged: Judged) -> Trace:
    """What a judge gave, with the criterion that it judged."""
    truth, parts = judged
    match criterion:
        case Not(of=part):
            of: tuple[Criterion, ...] = (part,)
        case AllOf(of=of) | AnyOf(of=of):
            pass
        case _:
            of = ()
    traced = tuple(trace_of(part, each) for part, each in zip(of, parts, strict=True))
    return Trace(criterion=criterion, truth=Truth.of(truth), parts=traced)


def would_decide(criterion: Criterion, facts: Mapping[str, bool], *, age: int | None = None) -> tuple[str, ...]:
    """The facts not given that could decide the criterion; "age" for an age that is not given.

    Examples:
        >>> would_decide(Not(of=FactIs(fact="inpatient")), {})
        ('inpatient',)
    """
    return open_in(criterion, judge_of(criterion)(facts, age), age)


def open_in(criterion: Criterion, judged: Judged, age: int | None) -> tuple[str, ...]:
    """The facts not given that could decide what was judged unknown; "age" for an age that is not given."""
    return tuple(dict.fromkeys(_open(criterion, judged, age))) if judged[0] is None else ()


def _open(criterion: Criterion, judged: Judged, age: int | None) -> Iterator[str]:
    """The facts of those parts only that are unknown themselves."""
    truth, parts = judged
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
"""What stands among facts that would decide for an age that is not given."""


def _fact(fact: str) -> Judge:
    def judge(facts: Mapping[str, bool], _: int | None) -> Judged:
        return _LEAF[facts.get(fact)]

    return judge


def _age(limit: AgeLimit) -> Judge:
    def judged(age: int | None) -> Judged:
        truth = limit.covers(age)
        return _OPEN if truth is Truth.UNKNOWN else _LEAF[truth is Truth.TRUE]

    # Every age at once: what was asked of is not to be read off what is kept.
    by_age: dict[int | None, Judged] = {age: judged(age) for age in (None, *range(OLDEST + 1))}

    def judge(_: Mapping[str, bool], age: int | None) -> Judged:
        return by_age[age] if age in by_age else judged(age)

    return judge


def _unknown(_: Mapping[str, bool], __: int | None) -> Judged:
    return _OPEN


def _not(part: Judge) -> Judge:
    def judge(facts: Mapping[str, bool], age: int | None) -> Judged:
        inner = part(facts, age)
        truth = inner[0]
        return (None if truth is None else not truth, (inner,))

    return judge


def _every(parts: list[Judge], *, decisive: bool) -> Judge:
    """All of the parts, or any: one that is `decisive` decides, then one that is unknown leaves it so."""
    otherwise = not decisive

    def judge(facts: Mapping[str, bool], age: int | None) -> Judged:
        judged = tuple([part(facts, age) for part in parts])
        truth: bool | None = otherwise
        for each, _ in judged:
            if each is decisive:
                truth = decisive
                break
            if each is None:
                truth = None
        return (truth, judged)

    return judge
