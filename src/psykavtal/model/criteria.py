"""When something applies: a closed language of facts and ages, three-valued."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

import attrs

from psykavtal.model.ages import AgeLimit
from psykavtal.model.logic import Truth


@attrs.frozen(kw_only=True)
class FactIs:
    """A fact of the vocabulary holds."""

    fact: str


@attrs.frozen(kw_only=True)
class AgeIs:
    """The person's age is within a limit."""

    limit: AgeLimit


@attrs.frozen(kw_only=True)
class Not:
    """The part does not hold."""

    of: "Criterion"


@attrs.frozen(kw_only=True)
class AllOf:
    """Every part holds."""

    of: tuple["Criterion", ...]


@attrs.frozen(kw_only=True)
class AnyOf:
    """At least one part holds."""

    of: tuple["Criterion", ...]


Criterion: TypeAlias = FactIs | AgeIs | Not | AllOf | AnyOf


def evaluate(
    criterion: Criterion,
    facts: Mapping[str, bool],
    *,
    age: int | None = None,
    reading: str | None = None,
) -> Truth:
    """Whether the criterion holds; a fact that is not given is unknown, not false.

    Examples:
        >>> both = AllOf(of=(FactIs(fact="needs-region"), FactIs(fact="needs-municipality")))
        >>> evaluate(both, {"needs-region": True})
        <Truth.UNKNOWN: 'unknown'>
        >>> evaluate(both, {"needs-region": False})
        <Truth.FALSE: 'false'>
    """
    match criterion:
        case FactIs(fact=fact):
            return Truth.of(facts.get(fact))
        case AgeIs(limit=limit):
            return limit.covers(age, reading=reading if limit.readings else None)
        case Not(of=part):
            return ~evaluate(part, facts, age=age, reading=reading)
        case AllOf(of=parts):
            return Truth.all_of(evaluate(part, facts, age=age, reading=reading) for part in parts)
        case AnyOf(of=parts):
            return Truth.any_of(evaluate(part, facts, age=age, reading=reading) for part in parts)


def facts_of(criterion: Criterion) -> Iterator[str]:
    """The facts that the criterion turns on, in order."""
    match criterion:
        case FactIs(fact=fact):
            yield fact
        case AgeIs():
            return
        case Not(of=part):
            yield from facts_of(part)
        case AllOf(of=parts) | AnyOf(of=parts):
            for part in parts:
                yield from facts_of(part)


def would_decide(criterion: Criterion, facts: Mapping[str, bool]) -> tuple[str, ...]:
    """The facts not given that could decide the criterion.

    Examples:
        >>> would_decide(Not(of=FactIs(fact="inpatient")), {})
        ('inpatient',)
    """
    return tuple(dict.fromkeys(_open(criterion, facts)))


def _open(criterion: Criterion, facts: Mapping[str, bool]) -> Iterator[str]:
    """The facts of those parts only that are unknown themselves."""
    if evaluate(criterion, facts) is not Truth.UNKNOWN:
        return
    match criterion:
        case FactIs(fact=fact):
            yield fact
        case AgeIs():
            return
        case Not(of=part):
            yield from _open(part, facts)
        case AllOf(of=parts) | AnyOf(of=parts):
            for part in parts:
                yield from _open(part, facts)
