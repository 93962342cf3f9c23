"""Make the columns and add them, on the engine of the frame."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import narwhals as nw

from psykavtal.cohorts.age_columns import AgeColumns
from psykavtal.cohorts.column_names import PREFIX
from psykavtal.cohorts.column_types import check_schema
from psykavtal.cohorts.columns import PeopleColumns, without_nulls
from psykavtal.cohorts.engines import Engine, engine_of, null_columns, own_types
from psykavtal.cohorts.expressions import Compiler
from psykavtal.cohorts.facts_by_age import facts_by_age
from psykavtal.cohorts.kleene import Algebra, Kleene, Pairs
from psykavtal.cohorts.output_names import Output
from psykavtal.cohorts.outputs import Outputs
from psykavtal.cohorts.partition import CELL, Plan, on_a_day, on_each_day
from psykavtal.cohorts.row_checks import refuse_rows
from psykavtal.cohorts.rules import CountyRules
from psykavtal.model.ages import AgeRange

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
        people: the columns that describe people.
        on: the day for all rows; None if each has its own.
        add: the columns to add.
        facts: facts that are given for every row.
        events: events of every row by the day on which they occurred, if each row has its own day.
        by_age: facts that follow from the age if they are not given, with the ages for which they are true.
        only_possible: whether to keep only rows that are, or may be, in a target group.
    """

    counties: Sequence[CountyRules]
    people: PeopleColumns
    on: date | None
    add: Sequence[Output]
    facts: Mapping[str, bool] = attrs.field(factory=dict[str, bool])
    events: Mapping[str, date] = attrs.field(factory=dict[str, date])
    by_age: Mapping[str, AgeRange] = attrs.field(factory=dict[str, AgeRange])
    only_possible: bool = False

    def apply(self, frame: "Frame") -> "Frame":
        """The frame with the columns added; nothing is collected of a lazy one."""
        engine = engine_of(frame)
        types = own_types(frame)
        numbers = check_schema(self.people, frame.collect_schema(), types)
        people = without_nulls(self.people, null_columns(types))
        if engine.is_eager:
            refuse_rows(frame, people, on=self.on, numbers=numbers)
        if engine.is_eager and engine.shares:  # it finds parts that occur twice only in a whole query
            return self._added(frame.lazy(), engine, people, Kleene(), numbers=numbers).lazy().collect()
        if engine.is_kleene:
            return self._added(frame, engine, people, Kleene(), numbers=numbers)
        return self._added(frame, engine, people, Pairs(), numbers=numbers)

    def _added(
        self, frame: "Frame", engine: Engine, people: PeopleColumns, algebra: Algebra[T], *, numbers: bool
    ) -> "Frame":
        ages = AgeColumns(people=people, on=self.on, engine=engine)
        if ages.days:
            frame = frame.with_columns(**ages.days)
        plan = self._plan(ages, people, engine, numbers=numbers)
        facts = {name: nw.col(column) for name, column in people.facts.items()}
        facts |= {name: ages.day >= first for name, first in self.events.items()}
        derived = facts_by_age(self.by_age, facts, ages.ages)
        compiler = Compiler(
            algebra=algebra, facts={**facts, **derived}, given=self.facts, ages=ages.ages, by_age=derived.keys()
        )
        outputs = Outputs(plan=plan, compiler=compiler, no_age=ages.none)
        if self.only_possible and (first := outputs.first_filter()) is not None:
            frame = frame.filter(first)
        added = ages.kept if plan.computed is None else {**ages.kept, CELL: plan.computed}
        if added:
            frame = frame.with_columns(**added)
        new = [outputs.column(each) for each in dict.fromkeys(self.add)]
        verdict = _GROUP if _GROUP in self.add else _VERDICT
        if self.only_possible and verdict == _VERDICT:
            new.append(outputs.column(_GROUP).alias(_VERDICT))
        frame = frame.with_columns(*new)
        if self.only_possible:
            frame = frame.filter(outputs.last_filter(verdict))
        spare = [*ages.days, *added, *([_VERDICT] if self.only_possible and verdict == _VERDICT else [])]
        return frame.drop(*dict.fromkeys(spare)) if spare else frame

    def _plan(self, ages: AgeColumns, people: PeopleColumns, engine: Engine, *, numbers: bool) -> Plan:
        code = nw.lit(None, nw.String()) if people.municipality is None else nw.col(people.municipality)
        if self.on is not None:
            return on_a_day(self.counties, self.on, code=code, numbers=numbers)
        return on_each_day(self.counties, on=ages.day, code=code, numbers=numbers, day_numbers=engine.has_day_numbers)
