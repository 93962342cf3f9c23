"""Rows that cannot be: counted, and refused with nothing of them told."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import narwhals as nw

from psykavtal.ask.cohort.ages import BornByParts, first_birth
from psykavtal.ask.cohort.columns import Named
from psykavtal.errors import CohortError
from psykavtal.model.birthdays import OLDEST

_LARGEST_CODE = 9999
_SMALLEST_CODE = 100


def refuse_rows(frame: nw.DataFrame[Any] | nw.LazyFrame[Any], told: Named, *, on: date | None, numbers: bool) -> None:
    """Look through a frame for ages that nobody has and codes that are none; a lazy one is collected for it.

    Raises:
        CohortError: there are some; with how many of each, by column, and no value of a row.
    """
    checks = list(_checks(told, on, numbers=numbers))
    if not checks or _within_bounds(frame, told, on, numbers=numbers):
        return
    counts = [
        nw.when(wrong).then(nw.lit(1)).otherwise(nw.lit(0)).sum().alias(str(at)) for at, (_, wrong) in enumerate(checks)
    ]
    found = frame.lazy().select(*counts).collect().rows()[0]
    faults = [text.format(int(count)) for (text, _), count in zip(checks, found, strict=True) if count]
    if faults:
        raise CohortError("the frame cannot be classified:", faults)


def _within_bounds(
    frame: nw.DataFrame[Any] | nw.LazyFrame[Any], told: Named, on: date | None, *, numbers: bool
) -> bool:
    """Whether nothing can be wrong, by the least and the greatest of each column alone; counting costs far more."""
    if (told.municipality is not None and not numbers) or (told.born is not None and on is None):
        return False
    bounds: dict[str, tuple[Any, Any]] = {}
    if told.municipality is not None:
        bounds[told.municipality] = (_SMALLEST_CODE, _LARGEST_CODE)
    if told.age is not None:
        bounds[told.age] = (0, OLDEST)
    if told.born is not None and on is not None:
        bounds[told.born] = (first_birth(on), on)
    ends = [
        end for name in bounds for end in (nw.col(name).min().alias(f"{name}<"), nw.col(name).max().alias(f"{name}>"))
    ]
    found = frame.lazy().select(*ends).collect().rows(named=True)[0]
    return all(
        found[f"{name}<"] is None or (least <= _plain(found[f"{name}<"]) and _plain(found[f"{name}>"]) <= most)
        for name, (least, most) in bounds.items()
    )


def _plain(value: Any) -> Any:  # noqa: ANN401 (a number or a day)
    """A day without a time of day."""
    return value.date() if isinstance(value, datetime) else value


def _checks(told: Named, on: date | None, *, numbers: bool) -> Iterator[tuple[str, nw.Expr]]:
    """What no row may be, with what is told of those that are."""
    if told.municipality is not None:
        yield _check_codes(told.municipality, numbers=numbers)
    if told.age is not None:
        text = f"{told.age!r}: {{}} row(s) hold an age that nobody has, below 0 or above {OLDEST}."
        yield text, ~nw.col(told.age).is_between(0, OLDEST)
    if told.born is not None:
        born = nw.col(told.born).cast(nw.Date())
        day = nw.lit(on) if on is not None else nw.col(told.on or "").cast(nw.Date())
        yield f"{told.born!r}: {{}} row(s) hold a birth date after the day asked for.", born > day
        too_old = born < first_birth(on) if on is not None else BornByParts(born, day).at_least(OLDEST + 1)
        yield f"{told.born!r}: {{}} row(s) hold a birth date that makes an age above {OLDEST}.", too_old


def _check_codes(name: str, *, numbers: bool) -> tuple[str, nw.Expr]:
    code = nw.col(name)
    if numbers:
        text = f"{name!r}: {{}} row(s) hold a number that is no SCB code of a municipality."
        return text, (code < _SMALLEST_CODE) | (code > _LARGEST_CODE)
    text = (
        f"{name!r}: {{}} row(s) hold no SCB code of four digits. "
        "Text that was read as a number has lost its zero: read the column as text."
    )
    return text, ~code.cast(nw.String()).str.contains(r"^[0-9]{4}$")
