"""The same rules as for one case, over a frame."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from psykavtal.agreements.counties import Counties
from psykavtal.agreements.query_checks import FactValue
from psykavtal.agreements.reading_choices import Readings
from psykavtal.cohorts.output_names import DEFAULT, Output
from psykavtal.model.dates import parse_date
from psykavtal.model.optional_packages import needing

F = TypeVar("F")


def classify(
    counties: Counties,
    frame: F,
    *,
    columns: Mapping[str, str],
    on: date | str | None = None,
    add: Sequence[Output] = DEFAULT,
    facts: Mapping[str, FactValue] | None = None,
    readings: Readings = None,
    only_possible: bool = False,
) -> F:
    """Classify each person in a frame by the agreement of their municipality's county.

    The verdicts are those of the scalar evaluator (`Counties.target_group`) on every engine:
    polars (eager and lazy), pandas, pyarrow, DuckDB, Dask and PySpark. A lazy frame stays lazy.

    Args:
        counties: those whose agreements are asked.
        frame: a row for each person.
        columns: what a column contains, and the column's name: "municipality" (the responsible one,
            by SCB code), "age" (completed years) or "born" (birth date), "on" if each row has a
            day of its own, and facts by their ids. A fact without a column is unknown for every row,
            unless it follows from the age ("child", "adult").
            Days are dates, or date-times without a time zone; those with one are refused.
        on: the day, for all rows.
        add: the columns to add: "document" (whose text is used), "in_force" (whether an edition
            applies), "in_target_group" (null unless one does), "by_text" (the same by the text,
            if it applies or not), "reason" (for a null "in_target_group"), "decided_by",
            "services", "services_open".
        facts: facts that are given for every row. An event may be given by the day on which it
            occurred, and must be if each row has a day of its own. Events that decide which
            edition applies can be given only here.
        readings: a reading by its name for all, or by provision.
        only_possible: keep only rows of these counties' municipalities whose people are in a
            target group, or may be. Far faster if most are not.

    Returns:
        The frame, of the same kind, with the columns added. A municipality of no county here has
        nulls. In an eager frame an age that nobody has, and an invalid code, are refused; a
        lazy one is not checked: such an age counts as unknown. `check_people` checks it.

    Raises:
        CohortError: the frame or the columns cannot be used; with all faults, and no value of a row.
        InvalidDateError: `on` is not a valid date.
        MissingPluginError: narwhals is not installed.
        UnknownFactError: no installed county has such a fact.
        UnknownReadingError: no provision has such a reading.

    Warns:
        NoEffectWarning: facts or an age are given on which no rule depends.

    Examples:
        >>> import polars as pl
        >>> from psykavtal import load_counties
        >>> people = pl.DataFrame({"kommun": ["0680", "2321"], "alder": [17, 30]})
        >>> columns = {"municipality": "kommun", "age": "alder"}
        >>> classify(load_counties(), people, columns=columns, on="2026-01-10")["document"].to_list()
        ['jonkoping-2025', 'jamtland-2025']
    """
    with needing("narwhals", purpose="classify"):
        from psykavtal.cohorts.frames import classified_frame  # noqa: PLC0415 (brings narwhals: only who has a frame)

    return classified_frame(
        counties,
        frame,
        columns=columns,
        day=None if on is None else parse_date(on, place="on"),
        add=add,
        facts={} if facts is None else facts,
        readings=readings,
        only_possible=only_possible,
    )


def check_people(frame: object, *, columns: Mapping[str, str], on: date | str | None = None) -> None:
    """Check a frame for ages that nobody has and for invalid codes.

    A lazy frame is collected for it.

    `classify` does so by itself for an eager frame.

    Args:
        frame: a row for each person.
        columns: as for `classify`; facts are not looked at.
        on: the day, for all rows.

    Raises:
        CohortError: there are some; with how many, by column, and no value of a row.
        InvalidDateError: `on` is not a valid date.
        MissingPluginError: narwhals is not installed.
    """
    with needing("narwhals", purpose="classify"):
        from psykavtal.cohorts.frames import refuse_impossible  # noqa: PLC0415 (as above)

    refuse_impossible(frame, columns=columns, day=None if on is None else parse_date(on, place="on"))
