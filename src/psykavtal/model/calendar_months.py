"""Days some months before or after another day."""

import calendar
from datetime import date

_YEAR = 12


def months_after(day: date, months: int) -> date:
    """Return the day some months later, or earlier; the last day of a shorter month.

    A day beyond the calendar becomes its first or last year.

    Examples:
        >>> months_after(date(2026, 3, 31), 24), months_after(date(2026, 3, 31), -1)
        (datetime.date(2028, 3, 31), datetime.date(2026, 2, 28))
    """
    years, month = divmod(day.month - 1 + months, _YEAR)
    year = max(date.min.year, min(day.year + years, date.max.year))
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def term_end_after(end: date, months: int) -> date:
    """Return the last day of a term that is some months longer.

    The last day of a month stays the last day of one.

    Examples:
        >>> term_end_after(date(2026, 2, 28), 24), term_end_after(date(2026, 6, 30), 1)
        (datetime.date(2028, 2, 29), datetime.date(2026, 7, 31))
    """
    later = months_after(end, months)
    if end.day < calendar.monthrange(end.year, end.month)[1]:
        return later
    return later.replace(day=calendar.monthrange(later.year, later.month)[1])
