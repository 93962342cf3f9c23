"""The interval between changes of the rules in which each row's day lies."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

import narwhals as nw

_FEW = 24
"""So many changes are counted faster than the day is looked up."""
_LONGEST = timedelta(days=100 * 366)
"""The longest time for which a table of all days is made."""
_EPOCH = date(1970, 1, 1)


def interval(changes: Sequence[date], on: nw.Expr, *, by_number: bool) -> nw.Expr:
    """Return the number of changes on or before each row's day; null without a day.

    Args:
        changes: the days of the changes, in order.
        on: the day of each row.
        by_number: whether the engine has dates as whole numbers, so that a day can be looked up.
    """
    if by_number and len(changes) > _FEW and changes[-1] - changes[0] <= _LONGEST:
        return _looked_up(changes, on)
    return nw.when(~on.is_null()).then(_counted(changes, on))


def _looked_up(changes: Sequence[date], on: nw.Expr) -> nw.Expr:
    """Look the day up: as fast for hundreds of changes as for a few."""
    numbers = [(each - _EPOCH).days for each in changes]
    before, last = numbers[0] - 1, numbers[-1]
    days = range(before, last + 1)
    intervals = [bisect_right(numbers, day) for day in days]
    return on.cast(nw.Int32()).clip(before, last).replace_strict(list(days), intervals, return_dtype=nw.Int32())


def _counted(changes: Sequence[date], on: nw.Expr) -> nw.Expr:
    """Compare the day with each change.

    They are summed in pairs, so that hundreds of sums do not nest.
    """
    reached = [nw.when(on >= change).then(nw.lit(1, nw.Int32())).otherwise(nw.lit(0, nw.Int32())) for change in changes]
    while len(reached) > 1:
        pairs = [one + other for one, other in zip(reached[::2], reached[1::2], strict=False)]
        reached = pairs if len(reached) % 2 == 0 else [*pairs, reached[-1]]
    return reached[0] if reached else nw.lit(0, nw.Int32())
