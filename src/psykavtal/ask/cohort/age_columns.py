"""The columns that ages and days are read from, with ages that nobody has as unknown."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from psykavtal.ask.cohort.ages import Ages, BornBy, BornByOffset, BornByParts, Completed, first_birth
from psykavtal.ask.cohort.columns import Named
from psykavtal.ask.cohort.engines import Engine
from psykavtal.model.birthdays import OLDEST

if TYPE_CHECKING:
    import narwhals as nw

_PREFIX = "__psykavtal_"
_BORN, _AGE, _ON = f"{_PREFIX}born", f"{_PREFIX}age", f"{_PREFIX}on"


@attrs.frozen(kw_only=True, eq=False, slots=False)
class AgeColumns:
    """How ages and days are read from a frame.

    Attributes:
        told: which column tells what.
        on: the day for all rows; None where each has its own.
        engine: the frame's engine.
    """

    told: Named
    on: date | None
    engine: Engine

    @property
    def kept(self) -> "dict[str, nw.Expr]":
        """Columns to be added for the while, where the engine would reckon them anew wherever they stand."""
        if self.engine.shares:
            return {}
        made = {_AGE: self._age, _BORN: self._born, _ON: self._day}
        return {name: column for name, column in made.items() if column is not None}

    @cached_property
    def ages(self) -> Ages | None:
        """The ages; None where no column tells them."""
        age, born = self._at(_AGE, self._age), self._at(_BORN, self._born)
        if age is not None:
            return Completed(age)
        if born is None:
            return None
        return self._by_row(born) if self.on is None else BornBy(born, self.on)

    @property
    def day(self) -> "nw.Expr":
        """Each row's own day."""
        day = self._at(_ON, self._day)
        assert day is not None
        return day

    def _at(self, name: str, column: "nw.Expr | None") -> "nw.Expr | None":
        """A column by its name, where it is kept; else as it is reckoned."""
        import narwhals as nw  # noqa: PLC0415 (only who has a frame)

        return column if column is None or self.engine.shares else nw.col(name)

    @property
    def _age(self) -> "nw.Expr | None":
        import narwhals as nw  # noqa: PLC0415 (only who has a frame)

        if self.told.age is None:
            return None
        return nw.when(nw.col(self.told.age).is_between(0, OLDEST)).then(nw.col(self.told.age))

    @property
    def _born(self) -> "nw.Expr | None":
        import narwhals as nw  # noqa: PLC0415 (only who has a frame)

        if self.told.born is None:
            return None
        born = nw.col(self.told.born).cast(nw.Date())
        if self.on is not None:
            return nw.when(born.is_between(first_birth(self.on), self.on)).then(born)
        day = self._day
        assert day is not None
        return nw.when((born <= day) & ~self._by_row(born, day).at_least(OLDEST + 1)).then(born)

    @property
    def _day(self) -> "nw.Expr | None":
        """Days as dates, whatever time of day stands with them."""
        import narwhals as nw  # noqa: PLC0415 (only who has a frame)

        return None if self.told.on is None else nw.col(self.told.on).cast(nw.Date())

    def _by_row(self, born: "nw.Expr", day: "nw.Expr | None" = None) -> BornByOffset | BornByParts:
        return (BornByOffset if self.engine.adds_years else BornByParts)(born, self.day if day is None else day)
