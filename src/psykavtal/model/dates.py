"""Dates as written in texts: exact, partial, one of several, preliminary.

The notation is a subset of EDTF (ISO 8601-2); every other form is refused. Libraries
for the whole of EDTF need a parser generator, and cost more at import than the rest
of this model.
"""

import calendar
import re
from datetime import date, datetime, time
from typing import cast

import attrs

from psykavtal.errors import InvalidDateError, Message
from psykavtal.model import arguments
from psykavtal.model.truth import Truth

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MIDNIGHT = re.compile(r"T00(:00){0,2}(\.0+)?$")
_FORMS = Message(
    en="Forms: 2025-07-01, 2025-06, 2025, [2022-12-31,2023-12-31], and ? after what is preliminary.",
    sv="Former: 2025-07-01, 2025-06, 2025, [2022-12-31,2023-12-31], och ? efter det som är preliminärt.",
)


def parse_date(value: "date | str", *, place: str = "") -> date:
    """Return a day from a `date`, a text or a `datetime` at midnight.

    Args:
        value: the day; text has four digits for the year. A `datetime` (a `Timestamp` of pandas, too)
            or a `datetime64` of numpy is a day if it has neither a time zone nor a time of day.
        place: the argument or field of the date, for the error.

    Raises:
        InvalidDateError: the value is not such a date, or not a day of the calendar.

    Examples:
        >>> parse_date("2026-01-10")
        datetime.date(2026, 1, 10)
        >>> parse_date("26-01-10")
        Traceback (most recent call last):
        psykavtal.errors.InvalidDateError: '26-01-10' is not a date. Write year-month-day with four digits for \
the year, like 2026-01-10.
    """
    if type(value) is date:
        return value
    if isinstance(value, datetime):
        return _day_of(value, place)
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    is_text = isinstance(cast("object", value), str)
    text = value if is_text else _text_of_numpy(value)
    if text is not None and _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise InvalidDateError(
                _not_in_calendar(text),
                value=value,
                place=place,
                fix=Message(en="Check month and day.", sv="Se efter månad och dag."),
            ) from None
    kind = Message(en="a value of type {name}", sv="ett värde av typen {name}", name=type(value).__name__)
    raise InvalidDateError(
        _not_a_date(repr(value) if is_text else kind),
        value=value,
        place=place,
        fix=Message(
            en="Write year-month-day with four digits for the year, like 2026-01-10.",
            sv="Skriv år-månad-dag med fyra siffror för året, som 2026-01-10.",
        ),
    )


def _day_of(value: datetime, place: str) -> date:
    """Return the day of a `datetime` without time zone and time of day."""
    if value != value:  # noqa: PLR0124 (NaT of pandas is a datetime that differs from itself)
        fix = Message(en="Leave out what is not known.", sv="Utelämna det som inte är känt.")
        raise InvalidDateError(_not_a_date("NaT"), value=value, place=place, fix=fix)
    if value.tzinfo is not None:
        raise InvalidDateError(
            Message(en="a date-time with a time zone is not a day.", sv="en tidpunkt med tidszon är ingen dag."),
            value=value,
            place=place,
            fix=Message(
                en="Convert it to the local day that is meant: to the right zone first, then .date().",
                sv="Gör om den till den lokala dag som avses: först till rätt zon, sedan .date().",
            ),
        )
    if value.time() != time.min or getattr(value, "nanosecond", False):
        raise InvalidDateError(
            Message(en="a date-time with a time of day is not a day.", sv="en tidpunkt med klockslag är ingen dag."),
            value=value,
            place=place,
            fix=Message(en="Give its day: .date().", sv="Ange dess dag: .date()."),
        )
    return value.date()


def _text_of_numpy(value: object) -> str | None:
    """Return the text of a `datetime64` of numpy, without a midnight.

    None for any other value.
    """
    kind = type(value)
    if (kind.__module__, kind.__name__) != ("numpy", "datetime64"):
        return None
    return _MIDNIGHT.sub("", str(value))


@attrs.frozen(repr=False)
class UncertainDate:
    """A date as known: a day, a month, a year, one of several, or preliminary.

    Attributes:
        edtf: the date in EDTF.
        words: the words of the text, if they are not just the date.
        earliest: the first day that it can be.
        latest: the last day that it can be.

    Raises:
        InvalidDateError: `edtf` is not a supported form.

    Examples:
        >>> june = UncertainDate("2025-06", words="juni 2025")
        >>> june.earliest, june.latest
        (datetime.date(2025, 6, 1), datetime.date(2025, 6, 30))
        >>> june
        2025-06 ("juni 2025")
        >>> june.reached_by(date(2025, 6, 15))
        <Truth.UNKNOWN: 'unknown'>
    """

    edtf: str
    words: str = attrs.field(default="", kw_only=True)
    earliest: date = attrs.field(
        init=False, eq=False, default=attrs.Factory(lambda self: _earliest(self.edtf), takes_self=True)
    )
    latest: date = attrs.field(
        init=False, eq=False, default=attrs.Factory(lambda self: _latest(self.edtf), takes_self=True)
    )

    @property
    def is_preliminary(self) -> bool:
        """Return whether the text calls the date preliminary."""
        return self.edtf.endswith("?")

    @property
    def is_exact(self) -> bool:
        """Return whether it is one day, not preliminary."""
        return self.earliest == self.latest and not self.is_preliminary

    def reached_by(self, day: date) -> Truth:
        """Return whether the date is on or before `day`."""
        if self.latest <= day and not self.is_preliminary:
            return Truth.TRUE
        return Truth.FALSE if self.earliest > day and not self.is_preliminary else Truth.UNKNOWN

    def passed_by(self, day: date) -> Truth:
        """Return whether the date is before `day`."""
        if self.latest < day and not self.is_preliminary:
            return Truth.TRUE
        return Truth.FALSE if self.earliest >= day and not self.is_preliminary else Truth.UNKNOWN

    def __str__(self) -> str:
        """The notation."""
        return self.edtf

    def __repr__(self) -> str:
        """The notation, with the words if there are any."""
        return f'{self.edtf} ("{self.words}")' if self.words else self.edtf


def _earliest(edtf: str) -> date:
    return min(first for first, _ in _bounds(edtf))


def _latest(edtf: str) -> date:
    return max(last for _, last in _bounds(edtf))


def _bounds(edtf: str) -> list[tuple[date, date]]:
    body = arguments.text(edtf, "edtf").removesuffix("?")
    if body.startswith("[") and body.endswith("]"):
        return [_partial_bounds(member.strip(), edtf) for member in body[1:-1].split(",")]
    return [_partial_bounds(body, edtf)]


def _partial_bounds(text: str, whole: str) -> tuple[date, date]:
    match = _PARTIAL.fullmatch(text)
    if match is None:
        fault = Message(
            en="{text!r} is not a supported form of date.",
            sv="{text!r} är inget datum på en form som stöds.",
            text=whole,
        )
        raise InvalidDateError(fault, value=whole, fix=_FORMS)
    year, month, day = (None if part is None else int(part) for part in match.groups())
    assert year is not None
    try:
        first = date(year, 1 if month is None else month, 1 if day is None else day)
        last_month = 12 if month is None else month
        return first, date(year, last_month, calendar.monthrange(year, last_month)[1] if day is None else day)
    except ValueError:
        raise InvalidDateError(_not_in_calendar(whole), value=whole, fix=_FORMS) from None


def _not_in_calendar(text: str) -> Message:
    return Message(en="{text!r} is not a day of the calendar.", sv="{text!r} finns inte i kalendern.", text=text)


def _not_a_date(shown: str) -> Message:
    return Message(en="{value} is not a date.", sv="{value} är inget datum.", value=shown)
