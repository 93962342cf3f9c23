"""Three-valued logic on columns.

By an engine's own operators, or by pairs if an engine gets null wrong.
"""

from collections.abc import Sequence
from functools import reduce
from typing import Generic, Protocol, TypeVar

import attrs
import narwhals as nw

T = TypeVar("T")


class Algebra(Protocol[T]):
    """Operations that combine the truths of rows.

    `T` is whatever represents a column of truths.
    """

    def fact(self, column: nw.Expr) -> T:
        """A column of true, false and null."""
        ...

    def compared(self, expression: nw.Expr, of: nw.Expr) -> T:
        """A comparison of a column; unknown if the column is null."""
        ...

    def constant(self, *, truth: bool | None) -> T:
        """The same for every row."""
        ...

    def negated(self, part: T) -> T:
        """The contrary."""
        ...

    def every(self, parts: Sequence[T]) -> T:
        """The conjunction; true of nothing."""
        ...

    def some(self, parts: Sequence[T]) -> T:
        """The disjunction; false of nothing."""
        ...

    def agreed(self, parts: Sequence[T]) -> T:
        """Return the truth on which all parts agree."""
        ...

    def column(self, truth: T) -> nw.Expr:
        """Truths as one column of true, false and null."""
        ...

    def surely(self, truth: T) -> nw.Expr:
        """Return whether it is true; never null if a `when` takes null for false."""
        ...

    def unknown(self, truth: T) -> nw.Expr:
        """Return whether it is unknown; never null."""
        ...

    def possibly(self, truth: T) -> nw.Expr:
        """Return whether it is true or unknown."""
        ...


@attrs.frozen
class Kleene:
    """The engine's own `&`, `|` and `~`, in which null is unknown."""

    def fact(self, column: nw.Expr) -> nw.Expr:
        """A column of true, false and null."""
        return column

    def compared(self, expression: nw.Expr, of: nw.Expr) -> nw.Expr:  # noqa: ARG002 (null stays null by itself)
        """A comparison of a column."""
        return expression

    def constant(self, *, truth: bool | None) -> nw.Expr:
        """The same for every row."""
        return nw.lit(truth, nw.Boolean())

    def negated(self, part: nw.Expr) -> nw.Expr:
        """The contrary."""
        return ~part

    def every(self, parts: Sequence[nw.Expr]) -> nw.Expr:
        """The conjunction."""
        return reduce(_both, parts) if parts else self.constant(truth=True)

    def some(self, parts: Sequence[nw.Expr]) -> nw.Expr:
        """The disjunction."""
        return reduce(_either, parts) if parts else self.constant(truth=False)

    def agreed(self, parts: Sequence[nw.Expr]) -> nw.Expr:
        """Return the truth on which all parts agree.

        A comparison with null is null, and does not match a `when`.
        """
        if not parts:
            return self.constant(truth=None)
        first, *rest = parts
        return nw.when(reduce(_both, (first == each for each in rest))).then(first) if rest else first

    def column(self, truth: nw.Expr) -> nw.Expr:
        """It is one already."""
        return truth

    def surely(self, truth: nw.Expr) -> nw.Expr:
        """Return the truth itself, since a `when` does not match null."""
        return truth

    def unknown(self, truth: nw.Expr) -> nw.Expr:
        """Return whether it is null."""
        return truth.is_null()

    def possibly(self, truth: nw.Expr) -> nw.Expr:
        """Return whether it is true or unknown."""
        return truth.fill_null(value=True)


@attrs.frozen
class Pair(Generic[T]):
    """Truths as two columns that are never null: whether surely true, whether surely false."""

    true: T
    false: T


@attrs.frozen
class Pairs:
    """Logic by pairs, which does not depend on any engine's logic of null."""

    def fact(self, column: nw.Expr) -> Pair[nw.Expr]:
        """A column of true, false and null."""
        known = ~column.is_null()
        return Pair((column == True).fill_null(False) & known, (column == False).fill_null(False) & known)  # noqa: E712, FBT003 (a column's comparison)

    def compared(self, expression: nw.Expr, of: nw.Expr) -> Pair[nw.Expr]:
        """A comparison of a column."""
        known = ~of.is_null()
        holds = expression.fill_null(value=False)
        return Pair(holds & known, ~holds & known)

    def constant(self, *, truth: bool | None) -> Pair[nw.Expr]:
        """The same for every row."""
        return Pair(nw.lit(truth is True), nw.lit(truth is False))

    def negated(self, part: Pair[nw.Expr]) -> Pair[nw.Expr]:
        """The contrary."""
        return Pair(part.false, part.true)

    def every(self, parts: Sequence[Pair[nw.Expr]]) -> Pair[nw.Expr]:
        """The conjunction."""
        if not parts:
            return self.constant(truth=True)
        return Pair(reduce(_both, (each.true for each in parts)), reduce(_either, (each.false for each in parts)))

    def some(self, parts: Sequence[Pair[nw.Expr]]) -> Pair[nw.Expr]:
        """The disjunction."""
        return self.negated(self.every([self.negated(each) for each in parts]))

    def agreed(self, parts: Sequence[Pair[nw.Expr]]) -> Pair[nw.Expr]:
        """Return the truth on which all parts agree."""
        if not parts:
            return self.constant(truth=None)
        return Pair(reduce(_both, (each.true for each in parts)), reduce(_both, (each.false for each in parts)))

    def column(self, truth: Pair[nw.Expr]) -> nw.Expr:
        """One column of true, false and null."""
        return nw.when(truth.true).then(nw.lit(value=True)).when(truth.false).then(nw.lit(value=False))

    def surely(self, truth: Pair[nw.Expr]) -> nw.Expr:
        """Return whether it is true."""
        return truth.true

    def unknown(self, truth: Pair[nw.Expr]) -> nw.Expr:
        """Return whether it is neither true nor false."""
        return ~(truth.true | truth.false)

    def possibly(self, truth: Pair[nw.Expr]) -> nw.Expr:
        """Return whether it is true or unknown."""
        return ~truth.false


def _both(one: nw.Expr, other: nw.Expr) -> nw.Expr:
    return one & other


def _either(one: nw.Expr, other: nw.Expr) -> nw.Expr:
    return one | other
