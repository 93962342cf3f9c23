"""Checks for invalid rows, which are counted and refused without being shown."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import narwhals as nw

from psykavtal.cohorts.age_expressions import BornByParts, first_birth
from psykavtal.cohorts.columns import PeopleColumns
from psykavtal.errors import CohortError
from psykavtal.model.birthdays import OLDEST

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
    faults = [text.format(int(count)) for (text, _), count in zip(checks, found, strict=True) if count]
    if faults:
        raise CohortError("the frame cannot be classified:", faults)


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
            fault = "a row has more fields than the header. Put quotes around a field that contains a separator."
        else:
            fault = f"the engine failed with {type(error).__name__}. Read the rows without this library to see why."
    raise CohortError("the frame cannot be read:", (fault,))


def _checks(people: PeopleColumns, on: date | None, *, numbers: bool) -> Iterator[tuple[str, nw.Expr]]:
    """Yield each check for invalid rows, with the message about them."""
    if people.municipality is not None:
        yield _check_codes(people.municipality, numbers=numbers)
    if people.age is not None:
        text = f"{people.age!r}: {{}} row(s) hold an age that nobody has, below 0 or above {OLDEST}."
        yield text, ~nw.col(people.age).is_between(0, OLDEST)
    if people.born is not None:
        born = nw.col(people.born).cast(nw.Date())
        day = nw.lit(on) if on is not None else nw.col(people.on or "").cast(nw.Date())
        yield f"{people.born!r}: {{}} row(s) hold a birth date after the day asked for.", born > day
        too_old = born < first_birth(on) if on is not None else BornByParts(born, day).at_least(OLDEST + 1)
        yield f"{people.born!r}: {{}} row(s) hold a birth date that makes an age above {OLDEST}.", too_old


def _check_codes(name: str, *, numbers: bool) -> tuple[str, nw.Expr]:
    code = nw.col(name)
    if numbers:
        text = f"{name!r}: {{}} row(s) hold a number that is not a municipality's SCB code."
        return text, (code < _SMALLEST_CODE) | (code > _LARGEST_CODE)
    text = (
        f"{name!r}: {{}} row(s) hold no SCB code of four digits. "
        "Text that was read as a number has lost its zero: read the column as text."
    )
    return text, ~code.cast(nw.String()).str.contains(r"^[0-9]{4}$")
