"""The columns that ages and days are read from.

Ages that nobody has are unknown.
"""

from datetime import date
from functools import cached_property

import attrs
import narwhals as nw

from psykavtal.cohorts.age_expressions import (
    Ages,
    BornBy,
    BornByOffset,
    BornByParts,
    Completed,
    completed_by_days,
    first_birth,
)
from psykavtal.cohorts.column_names import PREFIX
from psykavtal.cohorts.columns import PeopleColumns
from psykavtal.cohorts.engines import Engine
from psykavtal.model.birthdays import OLDEST

_BORN, _AGE, _ON = f"{PREFIX}born", f"{PREFIX}age", f"{PREFIX}on"


@attrs.frozen(kw_only=True, eq=False, slots=False)
class AgeColumns:
    """The ages and days in a frame, as read from its columns.

    Attributes:
        people: the columns that describe people.
        on: the day for all rows; None if each has its own.
        engine: the frame's engine.
    """

    people: PeopleColumns
    on: date | None
    engine: Engine

    @property
    def days(self) -> dict[str, nw.Expr]:
        """Return the column of each row's day, to be added temporarily.

        Empty unless the engine would compute it repeatedly.
        """
        return {} if self._day is None or self.engine.shares else {_ON: self._day}

    @property
    def kept(self) -> dict[str, nw.Expr]:
        """Return the columns of ages, to be added temporarily.

        They are added after a first filter, since they cost most.
        """
        made = {_AGE: self._age, _BORN: self._born}
        return {name: column for name, column in made.items() if column is not None and self._is_kept(name)}

    @cached_property
    def ages(self) -> Ages | None:
        """The ages; None if no column gives them."""
        age, born = self._at(_AGE, self._age), self._at(_BORN, self._born)
        if age is not None:
            return Completed(age)
        if born is None:
            return None
        return self._by_row(born) if self.on is None else BornBy(born, self.on)

    @property
    def none(self) -> nw.Expr | None:
        """Rows without an age, possible or not; None without a column of ages."""
        name = self.people.born or self.people.age
        return None if name is None else nw.col(name).is_null()

    @property
    def day(self) -> nw.Expr:
        """Each row's own day."""
        assert self._day is not None
        return self._day if self.engine.shares else nw.col(_ON)

    def _at(self, name: str, column: nw.Expr | None) -> nw.Expr | None:
        """Return a column by its name if it is kept; else its expression."""
        return column if column is None or not self._is_kept(name) else nw.col(name)

    def _is_kept(self, name: str) -> bool:
        """Return whether a column is worth keeping.

        It is if the engine shares nothing, or if the column needs a calendar.
        """
        return not self.engine.shares or (name == _AGE and self._by_numbers)

    @property
    def _by_numbers(self) -> bool:
        """Return whether ages are computed by whole numbers.

        Each age is then computed from the row's birth date and its own day.
        """
        return self.on is None and self.people.born is not None and self.engine.has_day_numbers

    @property
    def _age(self) -> nw.Expr | None:
        if self._by_numbers:
            born = nw.col(self.people.born or "").cast(nw.Date()).cast(nw.Int32())
            age = completed_by_days(born, self.day.cast(nw.Int32()))
        elif self.people.age is not None:
            age = nw.col(self.people.age)
        else:
            return None
        return nw.when(age.is_between(0, OLDEST)).then(age)

    @property
    def _born(self) -> nw.Expr | None:
        if self.people.born is None or self._by_numbers:
            return None
        born = nw.col(self.people.born).cast(nw.Date())
        if self.on is not None:
            return nw.when(born.is_between(first_birth(self.on), self.on)).then(born)
        day = self._day
        assert day is not None
        return nw.when((born <= day) & ~self._by_row(born, day).at_least(OLDEST + 1)).then(born)

    @property
    def _day(self) -> nw.Expr | None:
        """Days as dates, without a time of day."""
        return None if self.people.on is None else nw.col(self.people.on).cast(nw.Date())

    def _by_row(self, born: nw.Expr, day: nw.Expr | None = None) -> BornByOffset | BornByParts:
        return (BornByOffset if self.engine.adds_years else BornByParts)(born, self.day if day is None else day)
