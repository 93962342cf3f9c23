"""Frames classified and looked through: what needs narwhals, which is imported from here on."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeVar, cast

from psykavtal.ask.cohort.classifying import Classifier
from psykavtal.ask.cohort.columns import check_outputs, check_schema, named, without_nulls
from psykavtal.ask.cohort.engines import narwhal, null_columns
from psykavtal.ask.cohort.inspecting import refuse_rows
from psykavtal.ask.cohort.names import OUTPUTS, OWN, Output
from psykavtal.ask.cohort.pandas_frames import classified, is_pandas
from psykavtal.ask.cohort.rules import rules_of
from psykavtal.ask.counties import Counties
from psykavtal.ask.periods import turning_facts
from psykavtal.ask.reading import Readings

F = TypeVar("F")


def classified_frame(
    counties: Counties,
    frame: F,
    *,
    columns: Mapping[str, str],
    day: date | None,
    add: Sequence[Output],
    facts: Mapping[str, bool],
    readings: Readings,
    only_possible: bool,
) -> F:
    """The frame with the columns added; see `classify`."""
    turning = turning_facts(counties.members)
    told = named(columns, facts=counties.facts, for_all=facts, turning=turning, has_day=day is not None)
    for county in counties.members:
        county.holdings.check_facts(facts)
    events = {name: value for name, value in facts.items() if name in turning}
    rules = [rules_of(each, facts=events, readings=readings) for each in counties.members]
    classifier = Classifier(counties=rules, told=told, on=day, add=add, facts=facts, only_possible=only_possible)
    given = narwhal(frame)
    check_outputs(add, given.collect_schema().names(), OUTPUTS)
    if is_pandas(frame):
        return cast("F", classified(frame, told, add, lambda table: classifier.apply(narwhal(table)).to_native()))
    return cast("F", classifier.apply(given).to_native())


def refuse_impossible(frame: object, *, columns: Mapping[str, str], day: date | None) -> None:
    """Look through a frame; see `check_people`."""
    told = named(
        {name: columns[name] for name in columns if name in OWN},
        facts={},
        for_all={},
        turning=frozenset(),
        has_day=day is not None,
    )
    given: Any = narwhal(frame)
    nulls = null_columns(given)
    numbers = check_schema(told, given.collect_schema(), nulls)
    refuse_rows(given, without_nulls(told, nulls), on=day, numbers=numbers)
