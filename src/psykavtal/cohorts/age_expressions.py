"""Ages as columns: completed years as given, or computed from birth dates.

They are computed on one day, or on each row's own day.
"""

from datetime import date, timedelta
from typing import Protocol

import attrs
import narwhals as nw

from psykavtal.model.birthdays import OLDEST, age_on

_DAY = timedelta(days=1)
_LEAPS = 4
_DAYS_OF_400_YEARS = 146_097
_DAYS_OF_4_YEARS = 1_461
_NUMBERS_OF_A_YEAR = 366
_QUARTERS_TO_MARCH_OF_YEAR_0 = 4 * 719_468 + 3


class Ages(Protocol):
    """The ages of the rows."""

    @property
    def column(self) -> nw.Expr:
        """A column that is null if the age is unknown."""
        ...

    def at_least(self, years: int) -> nw.Expr:
        """Return whether the age is at least so many completed years."""
        ...


@attrs.frozen
class Completed:
    """A column of completed years; an age that nobody has is unknown."""

    column: nw.Expr

    def at_least(self, years: int) -> nw.Expr:
        """Return whether the age is at least so many completed years."""
        return self.column >= years


@attrs.frozen
class BornBy:
    """A column of birth dates, on one day.

    An age is a comparison with one date.
    """

    column: nw.Expr
    on: date

    def at_least(self, years: int) -> nw.Expr:
        """Return whether the age is at least so many completed years."""
        return self.column <= last_birth(self.on, years)


@attrs.frozen
class BornByOffset:
    """A column of birth dates, on each row's own day.

    It is for engines that add years to dates.
    """

    column: nw.Expr
    on: nw.Expr

    def at_least(self, years: int) -> nw.Expr:
        """Return whether the age is at least so many completed years.

        A 29 February gives the 28th in a year without one.
        """
        return self.column.dt.offset_by(f"{years}y") <= self.on


@attrs.frozen
class BornByParts:
    """A column of birth dates, on each row's own day, by parts.

    It compares year, month and day, for engines that add no years.
    """

    column: nw.Expr
    on: nw.Expr

    def at_least(self, years: int) -> nw.Expr:
        """Return whether the age is at least so many completed years."""
        born, on = self.column.dt, self.on.dt
        month, day = on.month(), on.day()
        later = (month > born.month()) | ((month == born.month()) & (day >= born.day()))
        # A person born on 29 February turns an age on the 28th of a year without one. In a leap year
        # the 28th comes before the birthday; the age decides if the year of the day is one.
        leap_day = (born.month() == 2) & (born.day() == 29) & (month == 2) & (day == 28)  # noqa: PLR2004
        later = later | (leap_day & ~self._is_leap(years))
        return (on.year() > born.year() + years) | ((on.year() == born.year() + years) & later)

    def _is_leap(self, years: int) -> nw.Expr:
        """Return whether a leap-born person turns an age in a leap year.

        The birth year was a leap year.
        """
        if years % _LEAPS:
            return nw.lit(value=False)
        centuries = [year for year in range(100, date.max.year, 100) if year % 400]
        return ~self.on.dt.year().is_in(centuries)


def completed_by_days(born: nw.Expr, on: nw.Expr) -> nw.Expr:
    """Compute completed years by whole numbers alone: one division for all ages.

    It is for engines that have days as numbers.

    Args:
        born: birth dates, in days since 1 January 1970.
        on: each row's day, in the same.

    Returns:
        The age; negative before the birth.
    """
    # A person born on 29 February turns an age on the last day of February in other years too: the
    # day before the day after. In a year of 366 numbers that is the number of the 29th.
    return (_numbered(on + 1) - 1 - _numbered(born)) // _NUMBERS_OF_A_YEAR


def _numbered(days: nw.Expr) -> nw.Expr:
    """Number the days as if every year had 366, from 1 March on.

    29 February, the last of a year, is included or left out.

    The number of the century (of 36,524 or 36,525 days), then that of the year in it, as in the
    usual computation of the Gregorian calendar from a count of days.
    """
    quarters = days * 4 + _QUARTERS_TO_MARCH_OF_YEAR_0
    century = quarters // _DAYS_OF_400_YEARS
    in_century = (quarters - century * _DAYS_OF_400_YEARS) // 4 * 4 + 3
    return century * (100 * _NUMBERS_OF_A_YEAR) + (in_century + in_century // _DAYS_OF_4_YEARS * 3) // 4


def last_birth(on: date, years: int) -> date:
    """The latest birth date at which somebody is at least so old on a day.

    Examples:
        >>> last_birth(date(2026, 1, 10), 18)
        datetime.date(2008, 1, 10)
        >>> last_birth(date(2026, 2, 28), 18)  # 2008 had a 29 February, 2026 has none
        datetime.date(2008, 2, 29)
    """
    year = on.year - years
    if year < date.min.year:
        return date.min
    day = date(year, 2, 28) if (on.month, on.day) == (2, 29) else on.replace(year=year)
    return day + _DAY if age_on(day + _DAY, on) >= years else day


def first_birth(on: date) -> date:
    """Return the earliest birth date that gives a possible age on a day."""
    return last_birth(on, OLDEST + 1) + _DAY
