"""The conditions of provisions, and the consensus of their interpretations."""

from collections.abc import Iterable

from psykavtal.model.ages import AgeLimit
from psykavtal.model.conditions import AllOf, Criterion, age_condition
from psykavtal.model.provisions import Provision


def condition_of(provision: Provision, limit: AgeLimit | None = None) -> Criterion | None:
    """Return the condition of a provision, with its age limit; None if it has neither."""
    age = None if limit is None else age_condition(limit)
    if provision.when is None or age is None:
        return provision.when or age
    return AllOf(of=(provision.when, age))


def is_conditional(provision: Provision) -> bool:
    """Return whether a provision has a condition, as written or under any reading."""
    return any(each.when is not None for each in (provision, *(reading.value for reading in provision.readings)))


def consensus(truths: Iterable[bool | None]) -> bool | None:
    """Return the value of all interpretations; None if they differ or the iterable is empty.

    Examples:
        >>> consensus([True, True]), consensus([True, False]), consensus([])
        (True, None, None)
    """
    every = set(truths)
    return every.pop() if len(every) == 1 else None
