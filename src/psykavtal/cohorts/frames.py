"""Classify and check data frames; narwhals is imported from here on."""

import warnings
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeVar, cast

import narwhals as nw

from psykavtal.agreements.counties import Counties
from psykavtal.agreements.group_periods import facts_of_editions
from psykavtal.agreements.query_checks import FactValue
from psykavtal.agreements.reading_choices import Readings
from psykavtal.cohorts.classifier import Classifier
from psykavtal.cohorts.classify_arguments import checked_columns, checked_outputs, refuse_others
from psykavtal.cohorts.column_names import refuse_outputs
from psykavtal.cohorts.column_types import check_schema
from psykavtal.cohorts.columns import people_columns, without_nulls
from psykavtal.cohorts.engines import engine_of, narwhal, null_columns, own_types
from psykavtal.cohorts.facts_for_all import facts_for_all
from psykavtal.cohorts.output_names import AGE, OUTPUTS, OWN, Output
from psykavtal.cohorts.pandas_frames import classified, is_pandas, table_of
from psykavtal.cohorts.row_checks import refuse_rows
from psykavtal.cohorts.rules import rules_of
from psykavtal.cohorts.unused_inputs import unused_inputs, used_inputs
from psykavtal.errors import Message, NoEffectWarning

F = TypeVar("F")


def classified_frame(
    counties: Counties,
    frame: F,
    *,
    columns: Mapping[str, str],
    day: date | None,
    add: Sequence[Output],
    facts: Mapping[str, FactValue],
    readings: Readings,
    only_possible: bool,
) -> F:
    """The frame with the columns added; see `classify`."""
    refuse_others(counties, only_possible=only_possible)
    given_columns, asked = checked_columns(columns), checked_outputs(add)
    for_all = facts_for_all(facts, counties.facts, day)
    edition_facts = facts_of_editions(counties.members)
    people = people_columns(
        given_columns,
        facts=counties.facts,
        for_all=for_all.values,
        edition_facts=edition_facts,
        has_day=day is not None,
    )
    given_events = {**for_all.values, **for_all.occurred}
    events = {name: value for name, value in given_events.items() if name in edition_facts}
    rules = [rules_of(each, facts=events, readings=readings) for each in counties.members]
    used = used_inputs(rules, on=day)
    by_age = {
        each.id: each.ages
        for each in counties.facts.values()
        if each.ages is not None and each.id in used and each.id not in for_all.values
    }
    classifier = Classifier(
        counties=rules,
        people=people,
        on=day,
        add=asked,
        facts=for_all.truths,
        events=for_all.days,
        by_age=by_age,
        only_possible=only_possible,
    )
    given = narwhal(frame)
    refuse_outputs(asked, given.collect_schema().names(), OUTPUTS)
    if is_pandas(frame):
        made = classified(frame, people, asked, lambda table: classifier.apply(_narwhal(table)).to_native())
    else:
        made = classifier.apply(given).to_native()
    used = used | {AGE} if by_age else used
    unused = unused_inputs(used, people=people, for_all=for_all.values.keys() - edition_facts)
    if unused:
        names = ", ".join(map(repr, unused))
        warnings.warn(_no_effect(names, day), NoEffectWarning, stacklevel=3)
    return cast("F", made)


def _no_effect(names: str, day: date | None) -> Message:
    if day is None:
        return Message(
            en="no rule depends on {facts}. Leave it out.",
            sv="ingen regel beror på {facts}. Utelämna det.",
            facts=names,
        )
    return Message(
        en="no rule depends on {facts} on {day}. Leave it out.",
        sv="ingen regel beror på {facts} den {day}. Utelämna det.",
        facts=names,
        day=day.isoformat(),
    )


def refuse_impossible(frame: object, *, columns: Mapping[str, str], day: date | None) -> None:
    """Check a frame; see `check_people`."""
    given_columns = checked_columns(columns)
    people = people_columns(
        {name: given_columns[name] for name in given_columns if name in OWN},
        facts={},
        for_all={},
        edition_facts=frozenset(),
        has_day=day is not None,
    )
    given = narwhal(frame)
    if is_pandas(frame):
        given = _narwhal(table_of(frame, people))
    engine_of(given)
    types = own_types(given)
    numbers = check_schema(people, given.collect_schema(), types)
    refuse_rows(given, without_nulls(people, null_columns(types)), on=day, numbers=numbers)


def _narwhal(table: object) -> "nw.DataFrame[Any] | nw.LazyFrame[Any]":
    """Return a table of this library's own making as narwhals has it."""
    return cast("nw.DataFrame[Any] | nw.LazyFrame[Any]", nw.from_native(cast("Any", table)))
