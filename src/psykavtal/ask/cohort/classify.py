"""The same rules as for one case, over a frame."""

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
from psykavtal.model.dates import parse_date

F = TypeVar("F")
DEFAULT: tuple[Output, ...] = ("edition", "in_target_group")


def classify(
    counties: Counties,
    frame: F,
    *,
    columns: Mapping[str, str],
    on: date | str | None = None,
    add: Sequence[Output] = DEFAULT,
    facts: Mapping[str, bool] | None = None,
    readings: Readings = None,
    only_possible: bool = False,
) -> F:
    """A frame of people with what the agreements of their municipalities' counties come to for each of them.

    The verdicts are those of the scalar evaluator (`Counties.target_group`) on every engine:
    polars (eager and lazy), pandas, pyarrow, DuckDB, Dask and PySpark. What is lazy stays lazy.

    Args:
        counties: those whose agreements are asked.
        frame: a row for each person.
        columns: what a column tells, and the column's name: "municipality" (the responsible one,
            by SCB code), "age" (completed years) or "born" (birth date), "on" where each row has a
            day of its own, and facts by their ids. A fact without a column is unknown for every row.
        on: the day, for all rows.
        add: the columns to add: "edition", "in_target_group" (true, false, null), "decided_by",
            "services", "services_open".
        facts: facts that are told for every row; events on which it turns which edition applies
            can be told only so.
        readings: a reading by its name for all, or by provision.
        only_possible: keep only rows of these counties' municipalities whose people are in a
            target group, or may be. Far faster where most are not.

    Returns:
        The frame, of the same kind, with the columns added. A municipality of no county here has
        nulls. In an eager frame an age that nobody has, and a code that is none, are refused; in a
        lazy one nobody has looked: such an age counts as unknown. `check_people` looks.

    Raises:
        CohortError: the frame or the columns cannot be used; with all faults, and no value of a row.
        InvalidDateError: `on` is no date.
        MissingPluginError: narwhals is not installed.
        UnknownFactError: an event is no fact.
        UnknownReadingError: no provision has such a reading.

    Examples:
        >>> import polars as pl
        >>> from psykavtal import load_counties
        >>> people = pl.DataFrame({"kommun": ["0680", "2321"], "alder": [17, 30]})
        >>> told = {"municipality": "kommun", "age": "alder"}
        >>> classify(load_counties(), people, columns=told, on="2026-01-10")["edition"].to_list()
        ['jonkoping-2025', 'jamtland-2025']
    """
    day = None if on is None else parse_date(on, where="on")
    turning = turning_facts(counties.members)
    for_all = facts or {}
    told = named(columns, facts=counties.facts, for_all=for_all, turning=turning, has_day=day is not None)
    for county in counties.members:
        county.holdings.check_facts(for_all)
    events = {name: value for name, value in for_all.items() if name in turning}
    rules = [rules_of(each, facts=events, readings=readings) for each in counties.members]
    classifier = Classifier(counties=rules, told=told, on=day, add=add, facts=for_all, only_possible=only_possible)
    given = narwhal(frame)
    check_outputs(add, given.collect_schema().names(), OUTPUTS)
    if is_pandas(frame):
        return cast("F", classified(frame, told, add, lambda table: classifier.apply(narwhal(table)).to_native()))
    return cast("F", classifier.apply(given).to_native())


def check_people(frame: object, *, columns: Mapping[str, str], on: date | str | None = None) -> None:
    """Look through a frame for ages that nobody has and codes that are none; a lazy one is collected for it.

    `classify` does so by itself for an eager frame.

    Args:
        frame: a row for each person.
        columns: as for `classify`; facts are not looked at.
        on: the day, for all rows.

    Raises:
        CohortError: there are some; with how many, by column, and no value of a row.
        InvalidDateError: `on` is no date.
    """
    day = None if on is None else parse_date(on, where="on")
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
