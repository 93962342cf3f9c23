"""The conditions of provisions, and what ways to read them agree on."""

from collections.abc import Iterable

from psykavtal.model.ages import AgeLimit
from psykavtal.model.conditions import AgeIs, AllOf, Criterion
from psykavtal.model.provisions import Provision


def condition_of(provision: Provision, limit: AgeLimit | None = None) -> Criterion | None:
    """The condition of a provision, its age limit with it; None where it has none."""
    age = None if limit is None else AgeIs(limit=limit)
    if provision.when is None or age is None:
        return provision.when or age
    return AllOf(of=(provision.when, age))


def is_conditional(provision: Provision) -> bool:
    """Whether a provision has a condition, as it stands or under a way to read it."""
    return any(each.when is not None for each in (provision, *(reading.value for reading in provision.readings)))


def consensus(truths: Iterable[bool | None]) -> bool | None:
    """What every way to read agrees on; None where they part, or where there is none.

    Examples:
        >>> consensus([True, True]), consensus([True, False]), consensus([])
        (True, None, None)
    """
    every = set(truths)
    return every.pop() if len(every) == 1 else None
