"""When something applies: a closed language of facts and ages, three-valued."""

from collections.abc import Iterator
from typing import TypeAlias

import attrs

from psykavtal.model.ages import AgeLimit


@attrs.frozen(kw_only=True)
class FactIs:
    """A fact of the vocabulary holds."""

    fact: str


@attrs.frozen(kw_only=True)
class AgeIs:
    """The person's age is within a limit."""

    limit: AgeLimit


@attrs.frozen(kw_only=True)
class InWords:
    """Something that the text has in words for which no fact or age stands: unknown of everybody."""


@attrs.frozen(kw_only=True, cache_hash=True)
class Not:
    """The part does not hold."""

    of: "Criterion"


@attrs.frozen(kw_only=True, cache_hash=True)
class AllOf:
    """Every part holds."""

    of: tuple["Criterion", ...]


@attrs.frozen(kw_only=True, cache_hash=True)
class AnyOf:
    """At least one part holds."""

    of: tuple["Criterion", ...]


Criterion: TypeAlias = FactIs | AgeIs | InWords | Not | AllOf | AnyOf


def facts_of(criterion: Criterion) -> Iterator[str]:
    """The facts that the criterion turns on, in order."""
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
