"""The reason for each row without a verdict, as an expression."""

from collections.abc import Callable, Iterable
from functools import reduce
from typing import Generic, TypeVar

import attrs
import narwhals as nw

from psykavtal.cohorts.expressions import Compiler
from psykavtal.cohorts.reasons import Reason
from psykavtal.cohorts.simplify import Interpretations
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, Criterion, FactIs, InWords, Not

T = TypeVar("T")
Rows = nw.Expr | bool
"""Some of the rows: a column, in which null leaves a row out, or all or none of them."""


@attrs.frozen(kw_only=True, eq=False)
class Reasons(Generic[T]):
    """Finds the reason why a condition is unknown.

    A part counts if it is unknown and every part around it is.

    Attributes:
        compiler: compiles conditions to expressions.
        no_age: whether a row has no age; None if no column of ages is given.
    """

    compiler: Compiler[T]
    no_age: nw.Expr | None

    def column(self, group: Interpretations) -> nw.Expr:
        """The reason for each row; null if the condition is true or false."""
        no_age: Rows = True if self.no_age is None else self.no_age
        age = self._within(group, self._age)
        chosen: list[tuple[Rows, Reason]] = [
            (self._within(group, self._fact), "fact-missing"),
            (_both(age, no_age), "age-missing"),
            (self._opposed(group), "readings-differ"),
            (age if self.no_age is not None else False, "row-invalid"),
            (self._only_in_words(group), "not-stated"),
        ]
        unknown = self.compiler.algebra.unknown(self.compiler.agreed(group))
        return nw.when(unknown).then(_first(chosen, "readings-differ"))

    def _within(self, group: Interpretations, leaf: Callable[[Criterion], Rows]) -> Rows:
        """Return the rows for which a leaf counts, under any interpretation."""
        return _some(self._counts(each, leaf) for each in group)

    def _counts(self, criterion: Criterion, leaf: Callable[[Criterion], Rows]) -> Rows:
        match criterion:
            case Not(of=part):
                return self._counts(part, leaf)
            case AllOf(of=parts) | AnyOf(of=parts):
                inner = _some(self._counts(each, leaf) for each in parts)
                return inner if inner is False else _both(self._unknown(criterion), inner)
            case _:
                return leaf(criterion)

    def _fact(self, criterion: Criterion) -> Rows:
        """Return the rows that do not have a fact."""
        if not isinstance(criterion, FactIs) or criterion.fact in self.compiler.given:
            return False
        column = self.compiler.facts.get(criterion.fact)
        return True if column is None else column.is_null()

    def _age(self, criterion: Criterion) -> Rows:
        """Return the rows that have no possible age, for a limit in numbers."""
        if not isinstance(criterion, AgeIs) or all(each.is_unlimited for each in criterion.limit.possible()):
            return False
        return True if self.compiler.ages is None else self.compiler.ages.column.is_null()

    def _read(self, criterion: Criterion) -> Rows:
        """Return the rows of an age at which the readings of a limit differ."""
        if not isinstance(criterion, AgeIs) or self.compiler.ages is None or not criterion.limit.readings:
            return False
        return self._unknown(criterion) & ~self.compiler.ages.column.is_null()

    def _opposed(self, group: Interpretations) -> Rows:
        """Return the rows that one interpretation includes and another excludes."""
        if len(group) == 1:
            return False
        algebra = self.compiler.algebra
        verdicts = [self.compiler.condition(each) for each in group]
        included = [algebra.surely(each) for each in verdicts]
        excluded = [algebra.surely(algebra.negated(each)) for each in verdicts]
        return reduce(_either, included) & reduce(_either, excluded)

    def _only_in_words(self, group: Interpretations) -> Rows:
        """Return the rows that are unknown only because of words without a number."""
        if not any(_has_words(each) for each in group):
            return False
        known = [~self._unknown(each) for each in group]
        read = self._within(group, self._read)
        differ = reduce(_either, known)
        return ~(differ if read is False else differ | read)

    def _unknown(self, criterion: Criterion) -> nw.Expr:
        return self.compiler.algebra.unknown(self.compiler.condition(criterion))


def _has_words(criterion: Criterion) -> bool:
    match criterion:
        case InWords():
            return True
        case AgeIs(limit=limit):
            return not limit.possible()
        case FactIs():
            return False
        case Not(of=part):
            return _has_words(part)
        case AllOf(of=parts) | AnyOf(of=parts):
            return any(_has_words(each) for each in parts)


def _first(chosen: Iterable[tuple[Rows, Reason]], otherwise: Reason) -> nw.Expr:
    """Return the first reason whose rows include a row."""
    chain = None
    for rows, reason in chosen:
        if rows is False:
            continue
        if rows is True:
            otherwise = reason
            break
        chain = (nw if chain is None else chain).when(rows).then(nw.lit(reason))
    return nw.lit(otherwise) if chain is None else chain.otherwise(nw.lit(otherwise))


def _both(one: Rows, other: Rows) -> Rows:
    if one is False or other is False:
        return False
    if one is True:
        return other
    return one if other is True else one & other


def _either(one: nw.Expr, other: nw.Expr) -> nw.Expr:
    return one | other


def _some(parts: Iterable[Rows]) -> Rows:
    found: Rows = False
    for each in parts:
        if each is True or found is True:
            return True
        if each is not False:
            found = each if found is False else found | each
    return found
