"""Checks for invalid rows, which are counted and refused without being shown."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any, TypeAlias

import narwhals as nw

from psykavtal.cohorts.age_expressions import BornByParts, first_birth
from psykavtal.cohorts.columns import PeopleColumns
from psykavtal.cohorts.refusal_messages import ROWS, UNREADABLE
from psykavtal.errors import CohortError, Message
from psykavtal.model.birthdays import OLDEST

CountMessage: TypeAlias = Callable[[int], Message]
"""Makes the message about a number of invalid rows."""

_LARGEST_CODE = 9999
_SMALLEST_CODE = 100


def refuse_rows(
    frame: nw.DataFrame[Any] | nw.LazyFrame[Any], people: PeopleColumns, *, on: date | None, numbers: bool
) -> None:
    """Check a frame for ages that nobody has and for invalid codes.

    A lazy frame is collected for it.

    Raises:
        CohortError: there are some; with how many of each, by column, and no value of a row.
    """
    checks = list(_checks(people, on, numbers=numbers))
    if not checks or _within_bounds(frame, people, on, numbers=numbers):
        return
    counts = [nw.when(wrong).then(nw.lit(1)).otherwise(nw.lit(0)).sum() for _, wrong in checks]
    found = _computed(frame, counts)
    faults = [message(int(count)) for (message, _), count in zip(checks, found, strict=True) if count]
    if faults:
        raise CohortError(ROWS, faults)


def _within_bounds(
    frame: nw.DataFrame[Any] | nw.LazyFrame[Any], people: PeopleColumns, on: date | None, *, numbers: bool
) -> bool:
    """Check by each column's least and greatest values that nothing can be wrong.

    Counting costs far more.
    """
    if (people.municipality is not None and not numbers) or (people.born is not None and on is None):
        return False
    bounds: dict[str, tuple[Any, Any]] = {}
    if people.municipality is not None:
        bounds[people.municipality] = (_SMALLEST_CODE, _LARGEST_CODE)
    if people.age is not None:
        bounds[people.age] = (0, OLDEST)
    if people.born is not None and on is not None:
        bounds[people.born] = (first_birth(on), on)
    within = [
        end
        for name, (least, most) in bounds.items()
        for end in (_bound(name, people).min() >= least, _bound(name, people).max() <= most)
    ]
    return all(each is None or each for each in _computed(frame, within))


def _bound(name: str, people: PeopleColumns) -> nw.Expr:
    """Return a column to compare with its bounds: days without a time of day."""
    return nw.col(name).cast(nw.Date()) if name == people.born else nw.col(name)


def _computed(frame: nw.DataFrame[Any] | nw.LazyFrame[Any], expressions: Sequence[nw.Expr]) -> tuple[Any, ...]:
    """Return the one row that expressions result in.

    Raises:
        CohortError: the engine cannot compute them; without its message, which may contain values.
    """
    named = [each.alias(str(at)) for at, each in enumerate(expressions)]
    try:
        return frame.lazy().select(*named).collect().rows()[0]
    except Exception as error:  # noqa: BLE001 (each engine has a hierarchy of its own)
        if "more fields" in str(error):  # of polars, about a CSV
            fault = Message(
                en="a row has more fields than the header. Put quotes around a field that contains a separator.",
                sv="en rad har fler fält än rubrikraden. Sätt citattecken runt ett fält som innehåller en avgränsare.",
            )
        else:
            fault = Message(
                en="the engine failed with {error}. Read the rows without this library to see why.",
                sv="motorn stannade med {error}. Läs raderna utan detta bibliotek för att se varför.",
                error=type(error).__name__,
            )
    raise CohortError(UNREADABLE, (fault,))


def _checks(people: PeopleColumns, on: date | None, *, numbers: bool) -> Iterator[tuple[CountMessage, nw.Expr]]:
    """Yield each check for invalid rows, with the message about them."""
    if people.municipality is not None:
        yield _check_codes(people.municipality, numbers=numbers)
    if people.age is not None:
        yield partial(_impossible_age, people.age), ~nw.col(people.age).is_between(0, OLDEST)
    if people.born is not None:
        born = nw.col(people.born).cast(nw.Date())
        day = nw.lit(on) if on is not None else nw.col(people.on or "").cast(nw.Date())
        yield partial(_born_later, people.born), born > day
        too_old = born < first_birth(on) if on is not None else BornByParts(born, day).at_least(OLDEST + 1)
        yield partial(_too_old, people.born), too_old


def _check_codes(name: str, *, numbers: bool) -> tuple[CountMessage, nw.Expr]:
    code = nw.col(name)
    if numbers:
        return partial(_no_code_number, name), (code < _SMALLEST_CODE) | (code > _LARGEST_CODE)
    return partial(_no_code_text, name), ~code.cast(nw.String()).str.contains(r"^[0-9]{4}$")


def _impossible_age(column: str, count: int) -> Message:
    return Message(
        en="{column!r}: {count} row(s) hold an age that nobody has, below 0 or above {oldest}.",
        sv="{column!r}: {count} rad(er) har en ålder som ingen har, under 0 eller över {oldest}.",
        column=column,
        count=count,
        oldest=OLDEST,
    )


def _born_later(column: str, count: int) -> Message:
    return Message(
        en="{column!r}: {count} row(s) hold a birth date after the day asked for.",
        sv="{column!r}: {count} rad(er) har ett födelsedatum efter den dag som frågan gäller.",
        column=column,
        count=count,
    )


def _too_old(column: str, count: int) -> Message:
    return Message(
        en="{column!r}: {count} row(s) hold a birth date that makes an age above {oldest}.",
        sv="{column!r}: {count} rad(er) har ett födelsedatum som ger en ålder över {oldest}.",
        column=column,
        count=count,
        oldest=OLDEST,
    )


def _no_code_number(column: str, count: int) -> Message:
    return Message(
        en="{column!r}: {count} row(s) hold a number that is not a municipality's SCB code.",
        sv="{column!r}: {count} rad(er) har ett tal som inte är en kommuns SCB-kod.",
        column=column,
        count=count,
    )


def _no_code_text(column: str, count: int) -> Message:
    return Message(
        en="{column!r}: {count} row(s) hold no SCB code of four digits. "
        "Text that was read as a number has lost its zero: read the column as text.",
        sv="{column!r}: {count} rad(er) har ingen SCB-kod med fyra siffror. "
        "Text som lästes som ett tal har tappat sin nolla: läs kolumnen som text.",
        column=column,
        count=count,
    )
