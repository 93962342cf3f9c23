"""Ages as columns: completed years as given, or reckoned from birth dates on a day, or on each row's own day."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

import attrs

from psykavtal.model.birthdays import OLDEST, age_on

if TYPE_CHECKING:
    import narwhals as nw

_DAY = timedelta(days=1)
_LEAPS = 4
_DAYS_OF_400_YEARS = 146_097
_TO_MARCH_OF_YEAR_0 = 719_468


class Ages(Protocol):
    """The ages of the rows."""

    @property
    def column(self) -> "nw.Expr":
        """A column that is null where the age is unknown."""
        ...

    def at_least(self, years: int) -> "nw.Expr":
        """Whether the age is at least so many completed years."""
        ...


@attrs.frozen
class NoAges:
    """No column of ages is given: every age is unknown."""


@attrs.frozen
class Completed:
    """A column of completed years; one that is no age anybody has is unknown."""

    column: "nw.Expr"

    def at_least(self, years: int) -> "nw.Expr":
        """Whether the age is at least so many completed years."""
        return self.column >= years


@attrs.frozen
class BornBy:
    """A column of birth dates, on one day: an age is a comparison with one date."""

    column: "nw.Expr"
    on: date

    def at_least(self, years: int) -> "nw.Expr":
        """Whether the age is at least so many completed years."""
        return self.column <= last_birth(self.on, years)


@attrs.frozen
class BornByOffset:
    """A column of birth dates, on each row's own day, where the engine adds years to dates."""

    column: "nw.Expr"
    on: "nw.Expr"

    def at_least(self, years: int) -> "nw.Expr":
        """Whether the age is at least so many completed years; a 29 February gives the 28th where there is none."""
        return self.column.dt.offset_by(f"{years}y") <= self.on


@attrs.frozen
class BornByParts:
    """A column of birth dates, on each row's own day, by year, month and day: for engines that add no years."""

    column: "nw.Expr"
    on: "nw.Expr"

    def at_least(self, years: int) -> "nw.Expr":
        """Whether the age is at least so many completed years."""
        born, on = self.column.dt, self.on.dt
        month, day = on.month(), on.day()
        later = (month > born.month()) | ((month == born.month()) & (day >= born.day()))
        # Who is born on 29 February turns an age on the 28th of a year without one. In a leap year
        # the 28th comes before the birthday: whether the year of the day is one hangs on the age.
        leap_day = (born.month() == 2) & (born.day() == 29) & (month == 2) & (day == 28)  # noqa: PLR2004
        later = later | (leap_day & ~self._is_leap(years))
        return (on.year() > born.year() + years) | ((on.year() == born.year() + years) & later)

    def _is_leap(self, years: int) -> "nw.Expr":
        """Whether the year in which a leap-born turns an age is a leap year itself: the birth year was one."""
        import narwhals as nw  # noqa: PLC0415 (only who has a frame)

        if years % _LEAPS:
            return nw.lit(value=False)
        centuries = [year for year in range(1500, 2400, 100) if year % 400]
        return ~self.on.dt.year().is_in(centuries)


def completed_by_days(born: "nw.Expr", on: "nw.Expr") -> "nw.Expr":
    """Completed years by whole numbers alone, where an engine has days as numbers: one division for all ages.

    Args:
        born: birth dates, in days since 1 January 1970.
        on: each row's day, in the same.

    Returns:
        The age; negative before the birth.
    """
    year, day = _march_year(on)
    following, _ = _march_year(on + 1)
    birth_year, birth_day = _march_year(born)
    # A year is taken to begin on 1 March, so that 29 February is its last day. Where the year of
    # `on` has none, its last day is the birthday of who was born on one.
    last = (following > year).cast(_int32())
    turned = (day + last >= birth_day).cast(_int32())
    return year - birth_year - 1 + turned


def _march_year(days: "nw.Expr") -> "tuple[nw.Expr, nw.Expr]":
    """The year that begins on 1 March, and the number of the day in it, by the rule of 400 years."""
    since = days + _TO_MARCH_OF_YEAR_0
    era = since // _DAYS_OF_400_YEARS
    of_era = since - era * _DAYS_OF_400_YEARS
    year_of_era = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    day = of_era - (year_of_era * 365 + year_of_era // 4 - year_of_era // 100)
    return year_of_era + era * 400, day


def _int32() -> "nw.dtypes.Int32":
    import narwhals as nw  # noqa: PLC0415 (only who has a frame)

    return nw.Int32()


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
    """The earliest birth date of somebody whose age on a day is one that anybody has."""
    return last_birth(on, OLDEST + 1) + _DAY
