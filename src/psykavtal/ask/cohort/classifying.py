"""The columns made and added, on whichever engine holds the frame."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from psykavtal.ask.cohort.ages import Ages, BornBy, BornByOffset, BornByParts, Completed, first_birth
from psykavtal.ask.cohort.algebra import Algebra, Kleene, Pairs
from psykavtal.ask.cohort.columns import Named, check_schema, without_nulls
from psykavtal.ask.cohort.compiling import Compiler
from psykavtal.ask.cohort.engines import Engine, engine_of, null_columns
from psykavtal.ask.cohort.inspecting import refuse_rows
from psykavtal.ask.cohort.outputs import Output, Outputs
from psykavtal.ask.cohort.planning import Plan, on_a_day, on_each_day
from psykavtal.ask.cohort.rules import CountyRules
from psykavtal.model.birthdays import OLDEST

if TYPE_CHECKING:
    import narwhals as nw

    Frame = nw.DataFrame[Any] | nw.LazyFrame[Any]

T = TypeVar("T")
_PREFIX = "__psykavtal_"
_BORN, _AGE, _ON = f"{_PREFIX}born", f"{_PREFIX}age", f"{_PREFIX}on"
_GROUP: Output = "in_target_group"


@attrs.frozen(kw_only=True, eq=False)
class Classifier:
    """What is to be made of a frame.

    Attributes:
        counties: their rules through time.
        told: which column tells what.
        on: the day for all rows; None where each has its own.
        add: the columns to add.
        only_possible: whether to keep only rows that are, or may be, in a target group.
    """

    counties: Sequence[CountyRules]
    told: Named
    on: date | None
    add: Sequence[Output]
    only_possible: bool = False

    def apply(self, frame: "Frame") -> "Frame":
        """The frame with the columns added; nothing is collected of a lazy one."""
        engine = engine_of(frame)
        nulls = null_columns(frame)
        numbers = check_schema(self.told, frame.collect_schema(), nulls)
        told = without_nulls(self.told, nulls)
        if engine.is_eager:
            refuse_rows(frame, told, on=self.on, numbers=numbers)
        if engine.is_kleene:
            return self._added(frame, engine, told, Kleene(), numbers=numbers)
        return self._added(frame, engine, told, Pairs(), numbers=numbers)

    def _added(self, frame: "Frame", engine: Engine, told: Named, algebra: Algebra[T], *, numbers: bool) -> "Frame":
        days = _days(told)
        if days:
            frame = frame.with_columns(**days)
        plan = self._plan(told, numbers=numbers)
        outputs = Outputs(plan=plan, compiler=_compiler(algebra, told, engine, self.on))
        if self.only_possible and (first := outputs.first_filter()) is not None:
            frame = frame.filter(first)
        known = _known_ages(told, engine, self.on)
        if known:
            frame = frame.with_columns(**known)
        wanted = dict.fromkeys((*self.add, _GROUP) if self.only_possible else self.add)
        frame = frame.with_columns(*(outputs.column(each) for each in wanted))
        if self.only_possible:
            frame = frame.filter(outputs.last_filter())
        spare = [*days, *known, *(each for each in wanted if each not in self.add)]
        return frame.drop(*dict.fromkeys(spare)) if spare else frame

    def _plan(self, told: Named, *, numbers: bool) -> Plan:
        import narwhals as nw  # noqa: PLC0415 (only who has a frame)

        code = nw.lit(None, nw.String()) if told.municipality is None else nw.col(told.municipality)
        if self.on is not None:
            return on_a_day(self.counties, self.on, code=code, numbers=numbers)
        return on_each_day(self.counties, on=nw.col(_ON), code=code, numbers=numbers)


def _days(told: Named) -> "dict[str, nw.Expr]":
    """Days as dates, whatever time of day stands with them."""
    import narwhals as nw  # noqa: PLC0415 (only who has a frame)

    columns = {_BORN: told.born, _ON: told.on}
    return {name: nw.col(column).cast(nw.Date()) for name, column in columns.items() if column is not None}


def _known_ages(told: Named, engine: Engine, on: date | None) -> "dict[str, nw.Expr]":
    """Ages and birth dates with those that nobody has as unknown."""
    import narwhals as nw  # noqa: PLC0415 (only who has a frame)

    if told.age is not None:
        return {_AGE: nw.when(nw.col(told.age).is_between(0, OLDEST)).then(nw.col(told.age))}
    if told.born is None:
        return {}
    born = nw.col(_BORN)
    if on is not None:
        return {_BORN: nw.when(born.is_between(first_birth(on), on)).then(born)}
    too_old = _by_row(engine).at_least(OLDEST + 1)
    return {_BORN: nw.when((born <= nw.col(_ON)) & ~too_old).then(born)}


def _compiler(algebra: Algebra[T], told: Named, engine: Engine, on: date | None) -> Compiler[T]:
    import narwhals as nw  # noqa: PLC0415 (only who has a frame)

    facts = {name: nw.col(column) for name, column in told.facts.items()}
    return Compiler(algebra=algebra, facts=facts, ages=_ages(told, engine, on))


def _ages(told: Named, engine: Engine, on: date | None) -> Ages | None:
    import narwhals as nw  # noqa: PLC0415 (only who has a frame)

    if told.age is not None:
        return Completed(nw.col(_AGE))
    if told.born is None:
        return None
    return _by_row(engine) if on is None else BornBy(nw.col(_BORN), on)


def _by_row(engine: Engine) -> BornByOffset | BornByParts:
    import narwhals as nw  # noqa: PLC0415 (only who has a frame)

    return (BornByOffset if engine.adds_years else BornByParts)(nw.col(_BORN), nw.col(_ON))
