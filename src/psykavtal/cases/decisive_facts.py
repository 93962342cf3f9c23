"""The smallest sets of facts and ages that decide a condition, from the condition itself."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product

import attrs

from psykavtal.model.ages import AgeLimit, AgeRange
from psykavtal.model.birthdays import OLDEST
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, Criterion, FactIs, InWords, Not

EVERY_AGE = frozenset(range(OLDEST + 1))
MOST_FACTS = 6
"""The number of facts of the largest sets that are found."""


@attrs.frozen
class DecisiveFacts:
    """Facts that decide a condition, with the ages for which they do.

    Attributes:
        facts: facts with their truth.
        ages: the ages for which the facts decide it; None if no age is needed.
    """

    facts: frozenset[tuple[str, bool]] = frozenset()
    ages: frozenset[int] | None = None

    @property
    def size(self) -> int:
        """The number of facts, an age counting as one."""
        return len(self.facts) + (self.ages is not None)

    def is_within(self, other: "DecisiveFacts") -> bool:
        """Return whether all that this requires is given by another."""
        if not self.facts <= other.facts:
            return False
        return self.ages is None or (other.ages is not None and other.ages <= self.ages)

    def together(self, other: "DecisiveFacts") -> "DecisiveFacts | None":
        """Return both together; None if they contradict each other."""
        facts = self.facts | other.facts
        if len({name for name, _ in facts}) < len(facts):
            return None
        ages = other.ages if self.ages is None else self.ages if other.ages is None else self.ages & other.ages
        return None if ages is not None and not ages else DecisiveFacts(facts, ages)


def decisive_facts(criterion: Criterion, ages_of: Mapping[str, AgeRange], *, truth: bool) -> tuple[DecisiveFacts, ...]:
    """Return the smallest sets of facts for which a condition is true, or is false.

    Args:
        criterion: the condition.
        ages_of: the facts that follow from the age, with the ages for which they are true.
        truth: true or false.
    """
    match criterion:
        case FactIs(fact=fact) if fact in ages_of:
            covers = ages_of[fact].covers
            return _of_ages(lambda age: covers(age) is truth)
        case FactIs(fact=fact):
            return (DecisiveFacts(frozenset({(fact, truth)})),)
        case AgeIs(limit=limit):
            return _of_limit(limit, truth=truth)
        case InWords():
            return ()
        case Not(of=part):
            return decisive_facts(part, ages_of, truth=not truth)
        case AllOf(of=parts) | AnyOf(of=parts):
            found = [decisive_facts(each, ages_of, truth=truth) for each in parts]
            is_every = isinstance(criterion, AllOf) is truth
            return all_of(found) if is_every else smallest(each for one in found for each in one)


def all_of(groups: Iterable[Sequence[DecisiveFacts]]) -> tuple[DecisiveFacts, ...]:
    """Return the smallest combinations of one member of each group."""
    found: tuple[DecisiveFacts, ...] = (DecisiveFacts(),)
    for group in groups:
        both = (one.together(other) for one, other in product(found, group))
        found = smallest(each for each in both if each is not None and len(each.facts) <= MOST_FACTS)
    return found


def smallest(sets: Iterable[DecisiveFacts]) -> tuple[DecisiveFacts, ...]:
    """Return the sets that contain no other.

    Sets of the same facts become one with the ages of all.
    """
    ages: dict[frozenset[tuple[str, bool]], frozenset[int] | None] = {}
    for each in sets:
        known = ages.get(each.facts, frozenset[int]())
        ages[each.facts] = None if known is None or each.ages is None else known | each.ages
    found: list[DecisiveFacts] = []
    for each in sorted((DecisiveFacts(*each) for each in ages.items()), key=_order):
        if not any(one.is_within(each) for one in found):
            found.append(each)
    return tuple(found)


def _order(each: DecisiveFacts) -> tuple[int, list[tuple[str, bool]], list[int]]:
    return each.size, sorted(each.facts), sorted(each.ages or ())


def _of_limit(limit: AgeLimit, *, truth: bool) -> tuple[DecisiveFacts, ...]:
    """Return the ages that every reading of a limit includes, or that each excludes."""
    ranges = limit.possible()
    if not ranges:
        return ()
    if truth and all(each.is_unlimited for each in ranges):
        return (DecisiveFacts(),)
    return _of_ages(lambda age: all(each.covers(age) is truth for each in ranges))


def _of_ages(is_decided: Callable[[int], bool]) -> tuple[DecisiveFacts, ...]:
    ages = frozenset(filter(is_decided, EVERY_AGE))
    return (DecisiveFacts(ages=ages),) if ages else ()
