"""Conditions as expressions over columns."""

from collections.abc import Collection, Mapping
from typing import Generic, TypeVar

import attrs
import narwhals as nw

from psykavtal.cohorts.age_expressions import Ages
from psykavtal.cohorts.kleene import Algebra
from psykavtal.cohorts.simplify import Interpretations
from psykavtal.model.ages import AgeRange
from psykavtal.model.birthdays import OLDEST
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, Criterion, FactIs, InWords, Not

T = TypeVar("T")


@attrs.frozen(eq=False)
class Compiler(Generic[T]):
    """Compiler of conditions to expressions.

    Each expression gives the scalar evaluator's verdict on every row.

    Attributes:
        algebra: how truths are combined on the engine.
        facts: the columns of the facts that have one.
        given: the facts that are given for every row; every other fact is unknown.
        ages: the ages; None if no column of ages is given.
        by_age: the facts whose expressions read the ages.
    """

    algebra: Algebra[T]
    facts: Mapping[str, nw.Expr]
    given: Mapping[str, bool]
    ages: Ages | None
    by_age: Collection[str] = ()

    def agreed(self, interpretations: Interpretations) -> T:
        """Return the truth that all readings of a condition agree on."""
        return self.algebra.agreed([self.condition(each) for each in interpretations])

    def condition(self, criterion: Criterion) -> T:
        """One condition."""
        match criterion:
            case InWords():
                return self.algebra.constant(truth=None)
            case FactIs(fact=fact) if fact in self.given:
                return self.algebra.constant(truth=self.given[fact])
            case FactIs(fact=fact):
                column = self.facts.get(fact)
                return self.algebra.constant(truth=None) if column is None else self.algebra.fact(column)
            case AgeIs(limit=limit):
                return self.algebra.agreed([self._within(each) for each in limit.possible()])
            case Not(of=part):
                return self.algebra.negated(self.condition(part))
            case AllOf(of=parts):
                return self.algebra.every([self.condition(each) for each in parts])
            case AnyOf(of=parts):
                return self.algebra.some([self.condition(each) for each in parts])

    def _within(self, ages: AgeRange) -> T:
        """Return whether the age is in a range.

        True for every age, known or not, if the range has no limits.
        """
        if ages.is_unlimited:
            return self.algebra.constant(truth=True)
        if self.ages is None:
            return self.algebra.constant(truth=None)
        parts: list[T] = []
        if ages.at_least:
            parts.append(self._at_least(ages.at_least))
        if ages.below is not None:
            parts.append(self.algebra.negated(self._at_least(ages.below)))
        return self.algebra.every(parts)

    def _at_least(self, years: int) -> T:
        assert self.ages is not None
        # No known age is above the oldest, so a limit above it is never reached, however large its number is.
        return self.algebra.compared(self.ages.at_least(min(years, OLDEST + 1)), self.ages.column)
