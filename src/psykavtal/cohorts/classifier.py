"""The columns made and added, on whichever engine holds the frame."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import narwhals as nw

from psykavtal.cohorts.age_columns import AgeColumns
from psykavtal.cohorts.column_names import PREFIX
from psykavtal.cohorts.columns import Named, check_schema, without_nulls
from psykavtal.cohorts.engines import Engine, engine_of, null_columns, own_types
from psykavtal.cohorts.expressions import Compiler
from psykavtal.cohorts.kleene import Algebra, Kleene, Pairs
from psykavtal.cohorts.output_names import Output
from psykavtal.cohorts.outputs import Outputs
from psykavtal.cohorts.partition import CELL, Plan, on_a_day, on_each_day
from psykavtal.cohorts.row_checks import refuse_rows
from psykavtal.cohorts.rules import CountyRules

if TYPE_CHECKING:
    Frame = nw.DataFrame[Any] | nw.LazyFrame[Any]

T = TypeVar("T")
_GROUP: Output = "in_target_group"
_VERDICT = f"{PREFIX}verdict"  # a name of its own, since the frame may have a column named as the output


@attrs.frozen(kw_only=True, eq=False)
class Classifier:
    """The classification to be made of a frame.

    Attributes:
        counties: their rules through time.
        told: the columns that are read.
        on: the day for all rows; None if each has its own.
        add: the columns to add.
        facts: facts that are given for every row.
        events: events of every row by the day on which they occurred, if each row has its own day.
        only_possible: whether to keep only rows that are, or may be, in a target group.
    """

    counties: Sequence[CountyRules]
    told: Named
    on: date | None
    add: Sequence[Output]
    facts: Mapping[str, bool] = attrs.field(factory=dict[str, bool])
    events: Mapping[str, date] = attrs.field(factory=dict[str, date])
    only_possible: bool = False

    def apply(self, frame: "Frame") -> "Frame":
        """The frame with the columns added; nothing is collected of a lazy one."""
        engine = engine_of(frame)
        types = own_types(frame)
        numbers = check_schema(self.told, frame.collect_schema(), types)
        told = without_nulls(self.told, null_columns(types))
        if engine.is_eager:
            refuse_rows(frame, told, on=self.on, numbers=numbers)
        if engine.is_eager and engine.shares:  # it finds parts that occur twice only in a whole query
            return self._added(frame.lazy(), engine, told, Kleene(), numbers=numbers).lazy().collect()
        if engine.is_kleene:
            return self._added(frame, engine, told, Kleene(), numbers=numbers)
        return self._added(frame, engine, told, Pairs(), numbers=numbers)

    def _added(self, frame: "Frame", engine: Engine, told: Named, algebra: Algebra[T], *, numbers: bool) -> "Frame":
        columns = AgeColumns(told=told, on=self.on, engine=engine)
        if columns.days:
            frame = frame.with_columns(**columns.days)
        plan = self._plan(columns, told, numbers=numbers)
        facts = {name: nw.col(column) for name, column in told.facts.items()}
        facts |= {name: columns.day >= first for name, first in self.events.items()}
        compiler = Compiler(algebra=algebra, facts=facts, told=self.facts, ages=columns.ages)
        outputs = Outputs(plan=plan, compiler=compiler, no_age=columns.none)
        if self.only_possible and (first := outputs.first_filter()) is not None:
            frame = frame.filter(first)
        added = columns.kept if plan.reckoned is None else {**columns.kept, CELL: plan.reckoned}
        if added:
            frame = frame.with_columns(**added)
        wanted = [outputs.column(each) for each in dict.fromkeys(self.add)]
        verdict = _GROUP if _GROUP in self.add else _VERDICT
        if self.only_possible and verdict == _VERDICT:
            wanted.append(outputs.column(_GROUP).alias(_VERDICT))
        frame = frame.with_columns(*wanted)
        if self.only_possible:
            frame = frame.filter(outputs.last_filter(verdict))
        spare = [*columns.days, *added, *([_VERDICT] if self.only_possible and verdict == _VERDICT else [])]
        return frame.drop(*dict.fromkeys(spare)) if spare else frame

    def _plan(self, columns: AgeColumns, told: Named, *, numbers: bool) -> Plan:
        code = nw.lit(None, nw.String()) if told.municipality is None else nw.col(told.municipality)
        if self.on is not None:
            return on_a_day(self.counties, self.on, code=code, numbers=numbers)
        return on_each_day(self.counties, on=columns.day, code=code, numbers=numbers)
