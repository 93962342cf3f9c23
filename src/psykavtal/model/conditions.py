"""Conditions: facts and ages, combined with not, all and any."""

from collections.abc import Iterator
from typing import TypeAlias

import attrs

from psykavtal.model.ages import AgeLimit


@attrs.frozen(kw_only=True)
class FactIs:
    """True if a fact of the vocabulary is true."""

    fact: str


@attrs.frozen(kw_only=True)
class AgeIs:
    """True if the person's age is within a limit."""

    limit: AgeLimit


@attrs.frozen(kw_only=True)
class InWords:
    """A condition that the text gives in words only: always unknown."""


@attrs.frozen(kw_only=True, cache_hash=True)
class Not:
    """True if the part is false."""

    of: "Criterion"


@attrs.frozen(kw_only=True, cache_hash=True)
class AllOf:
    """True if every part is true."""

    of: tuple["Criterion", ...]


@attrs.frozen(kw_only=True, cache_hash=True)
class AnyOf:
    """True if at least one part is true."""

    of: tuple["Criterion", ...]


Criterion: TypeAlias = FactIs | AgeIs | InWords | Not | AllOf | AnyOf


def age_condition(limit: AgeLimit) -> FactIs | AgeIs:
    """Return the condition that an age is within a limit: its fact, or the age.

    Examples:
        >>> age_condition(AgeLimit(words="vuxna", fact="adult"))
        FactIs(fact='adult')
    """
    return FactIs(fact=limit.fact) if limit.fact else AgeIs(limit=limit)


def facts_of(criterion: Criterion) -> Iterator[str]:
    """Yield the facts that a criterion depends on, in order."""
    match criterion:
        case FactIs(fact=fact):
            yield fact
        case AgeIs() | InWords():
            return
        case Not(of=part):
            yield from facts_of(part)
        case AllOf(of=parts) | AnyOf(of=parts):
            for part in parts:
                yield from facts_of(part)
