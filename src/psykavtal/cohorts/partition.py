"""The rows that each rule is for.

Rows are distinguished by municipality and day, and equal rules are evaluated once.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeVar

import attrs
import narwhals as nw

from psykavtal.cohorts.column_names import PREFIX
from psykavtal.cohorts.day_intervals import interval
from psykavtal.cohorts.rules import CountyRules, RulePeriod

K = TypeVar("K")
_MUNICIPALITIES = 100
CELL = f"{PREFIX}cell"
"""The name of the column that distinguishes cells, while a frame is classified."""


@attrs.frozen(kw_only=True, eq=False)
class Plan:
    """The rows to which each rule applies.

    Attributes:
        cell: a column that distinguishes rows of different municipalities or days.
        computed: how that column is made; None if it is one of the frame.
        here: whether a row is of a municipality of the counties.
        periods: the rules, each with the values of `cell` to which it applies.
    """

    cell: nw.Expr
    computed: nw.Expr | None = None
    here: nw.Expr
    periods: tuple[tuple[RulePeriod, tuple[object, ...]], ...]

    def by(self, part: Callable[[RulePeriod], K]) -> dict[K, tuple[object, ...]]:
        """Group the cells of all periods by a part.

        Equal rules are thus evaluated once.
        """
        found: dict[K, list[object]] = {}
        for period, cells in self.periods:
            found.setdefault(part(period), []).extend(cells)
        return {each: tuple(cells) for each, cells in found.items()}

    def chosen(
        self,
        part: Callable[[RulePeriod], K],
        make: Callable[[K], nw.Expr | None],
        *,
        otherwise: nw.Expr | None = None,
    ) -> nw.Expr | None:
        """Return a column with what each cell's period makes; null, or `otherwise`, in other cells.

        None if nothing is made at all.
        """
        made = [(make(each), cells) for each, cells in self.by(part).items()]
        chain = None
        for expression, cells in made:
            if expression is not None:
                among = self.cell.is_in(list(cells))
                chain = (nw if chain is None else chain).when(among).then(expression)
        return chain if chain is None or otherwise is None else chain.otherwise(otherwise)


def on_a_day(counties: Sequence[CountyRules], on: date, *, code: nw.Expr, numbers: bool) -> Plan:
    """The plan for one day: a rule applies to whole municipalities."""
    return Plan(
        cell=code,
        here=_here(counties, code, numbers=numbers),
        periods=tuple((each.on(on), _codes(each.municipalities, numbers=numbers)) for each in counties),
    )


def on_each_day(
    counties: Sequence[CountyRules], *, on: nw.Expr, code: nw.Expr, numbers: bool, day_numbers: bool
) -> Plan:
    """Return the plan for a column of days.

    A cell is a county in an interval of days within which nothing changes.

    Args:
        counties: their rules through time.
        on: the day of each row.
        code: the code of each row's municipality.
        numbers: whether the codes are whole numbers.
        day_numbers: whether the engine has dates as whole numbers.
    """
    changes = sorted({period.first for each in counties for period in each.periods if period.first is not None})
    width = len(changes) + 1
    bases, by_digits = _bases(counties, width)
    return Plan(
        cell=nw.col(CELL),
        computed=_county(counties, bases, code, width=width if by_digits and numbers else None, numbers=numbers)
        + interval(changes, on, by_number=day_numbers),
        here=_here(counties, code, numbers=numbers),
        periods=tuple(_cells(counties, bases, changes)),
    )


def _cells(
    counties: Sequence[CountyRules], bases: Sequence[int], changes: Sequence[date]
) -> Iterator[tuple[RulePeriod, tuple[object, ...]]]:
    for county, base in zip(counties, bases, strict=True):
        cells: dict[RulePeriod, list[object]] = {}
        for number, first in enumerate([None, *changes]):
            period = county.periods[0] if first is None else county.on(first)
            cells.setdefault(period, []).append(base + number)
        yield from ((period, tuple(own)) for period, own in cells.items())


def _bases(counties: Sequence[CountyRules], width: int) -> tuple[list[int], bool]:
    """Return the first cell of each county, and whether a prefix gives it.

    The prefix is the digits that all of the county's codes begin with.
    """
    digits = [_digits(each) for each in counties]
    own = [each for each in digits if each is not None]
    by_digits = len(set(own)) == len(counties)
    return [each * width for each in (own if by_digits else range(len(counties)))], by_digits


def _digits(county: CountyRules) -> int | None:
    """The digits that all codes of a county begin with; None if they begin otherwise."""
    found = {int(each) // _MUNICIPALITIES for each in county.municipalities}
    return found.pop() if len(found) == 1 else None


def _here(counties: Sequence[CountyRules], code: nw.Expr, *, numbers: bool) -> nw.Expr:
    """Return whether each row's municipality is in any of the counties."""
    return code.is_in([each for county in counties for each in _codes(county.municipalities, numbers=numbers)])


def _county(
    counties: Sequence[CountyRules], bases: Sequence[int], code: nw.Expr, *, width: int | None, numbers: bool
) -> nw.Expr:
    """Return the first cell of each row's county.

    Null if its municipality is in none of the counties.
    """
    if width is not None:
        wide = nw.lit(width, nw.Int32())  # a cell can exceed the range of a column of codes
        return nw.when(_here(counties, code, numbers=True)).then((code // _MUNICIPALITIES) * wide)
    chain = None
    for county, base in zip(counties, bases, strict=True):
        among = code.is_in(list(_codes(county.municipalities, numbers=numbers)))
        chain = (nw if chain is None else chain).when(among).then(nw.lit(base))
    return nw.lit(None, nw.Int64()) if chain is None else chain


def _codes(codes: Sequence[str], *, numbers: bool) -> tuple[object, ...]:
    return tuple(int(each) if numbers else each for each in codes)
