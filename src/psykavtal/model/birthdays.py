"""Birthdays: ages in completed years, and the day on which somebody turns an age."""

from datetime import date, timedelta

_FEBRUARY, _LEAP_DAY = 2, 29

OLDEST = 120
"""The highest age, in completed years, that is taken for an age."""


def age_on(born: date, day: date) -> int:
    """The age in completed years; negative before the birth.

    Somebody born on 29 February turns an age on 28 February if the year has no 29th. No text
    states this; it is a convention of this library, and results that depend on it have a remark.

    Examples:
        >>> age_on(date(2008, 3, 1), date(2026, 2, 28)), age_on(date(2008, 3, 1), date(2026, 3, 1))
        (17, 18)
        >>> age_on(date(2008, 2, 29), date(2026, 2, 28))
        18
    """
    turned = (day.month, day.day) >= (born.month, born.day) or (is_leap_day(born) and _is_last_of_february(day))
    return day.year - born.year - (not turned)


def birthday(born: date, years: int) -> date:
    """The day on which somebody born on `born` turns `years`.

    Raises:
        OverflowError: the calendar has no such year.

    Examples:
        >>> birthday(date(2008, 2, 29), 18)
        datetime.date(2026, 2, 28)
    """
    year = born.year + years
    if year > date.max.year:
        raise OverflowError(f"year {year} is out of range")
    return date(year, 2, 28) if is_leap_day(born) and not _is_leap(year) else born.replace(year=year)


def is_leap_day(day: date) -> bool:
    """Return true for a 29 February.

    Examples:
        >>> is_leap_day(date(2024, 2, 29)), is_leap_day(date(2024, 3, 1))
        (True, False)
    """
    return day.month == _FEBRUARY and day.day == _LEAP_DAY


def depends_on_leap_day(born: date, day: date) -> bool:
    """Return whether the age on `day` depends on the convention for births on 29 February.

    Examples:
        >>> depends_on_leap_day(date(2008, 2, 29), date(2026, 2, 28))
        True
        >>> depends_on_leap_day(date(2008, 2, 29), date(2026, 3, 1))
        False
    """
    return is_leap_day(born) and _is_last_of_february(day) and not is_leap_day(day)


def _is_last_of_february(day: date) -> bool:
    return day.month == _FEBRUARY and (day + timedelta(days=1)).month != _FEBRUARY


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
