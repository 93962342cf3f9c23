"""Facts that follow from the age, if a row does not give them."""

from collections.abc import Mapping

import narwhals as nw

from psykavtal.cohorts.age_expressions import Ages
from psykavtal.model.ages import AgeRange
from psykavtal.model.birthdays import OLDEST


def facts_by_age(
    by_age: Mapping[str, AgeRange], columns: Mapping[str, nw.Expr], ages: Ages | None
) -> dict[str, nw.Expr]:
    """Return the facts that follow from the age as expressions.

    A fact that a row gives goes before.

    Args:
        by_age: each fact, with the ages for which it is true.
        columns: the columns of the facts that have one.
        ages: the ages; None if no column of ages is given.
    """
    if ages is None:
        return {}
    found: dict[str, nw.Expr] = {}
    for name, within in by_age.items():
        derived = _within(within, ages)
        column = columns.get(name)
        found[name] = derived if column is None else nw.when(column.is_null()).then(derived).otherwise(column)
    return found


def _within(within: AgeRange, ages: Ages) -> nw.Expr:
    """Return whether the age is in a range; null if it is unknown."""
    parts: list[nw.Expr] = []
    if within.at_least:
        parts.append(ages.at_least(min(within.at_least, OLDEST + 1)))
    if within.below is not None:
        parts.append(~ages.at_least(min(within.below, OLDEST + 1)))
    found = nw.lit(value=True)
    for each in parts:
        found = found & each
    return nw.when(~ages.column.is_null()).then(found)
