"""`psykavtal classify`."""

import sys
import warnings
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import cast

import click

from psykavtal.agreements.query_checks import FactValue
from psykavtal.cli.case_options import pairs, readings_of
from psykavtal.cli.interrupts import Interrupts
from psykavtal.cli.languages import MistakeError, lang_option
from psykavtal.cli.options import Day, fails_plainly, installed
from psykavtal.cohorts.output_names import DEFAULT, OUTPUTS, Output
from psykavtal.errors import CohortError, Message, MissingPluginError, NoEffectWarning, in_language
from psykavtal.output.escaping import visible_lines

_SUFFIXES = (".parquet", ".csv")


@click.command()
@click.argument("people", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The file to write.")
@click.option("--on", "on", type=Day(), default=None, help="The day for all rows; or name a column: --column on=NAME.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    required=True,
    help="The content of a column, as in municipality=kommun, born=fodd (or age=alder), needs-region=region.",
)
@click.option(
    "--add",
    multiple=True,
    type=click.Choice(OUTPUTS),
    default=DEFAULT,
    show_default=True,
    help="A column to add; may be repeated.",
)
@click.option(
    "--event",
    "events",
    multiple=True,
    help="An event that has occurred, by its id; with its day, as in revision-need-raised=2026-12-26, "
    "if each row has its own.",
)
@click.option("--not-event", "not_events", multiple=True, help="An event that has not occurred.")
@click.option("--reading", "readings", multiple=True, help="A reading for all by its name, or PROVISION=NAME.")
@click.option("--only-possible", is_flag=True, help="Keep only rows that are, or may be, in a target group.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@lang_option
@fails_plainly
def classify(
    people: Path,
    *,
    out: Path,
    on: date | None,
    columns: tuple[str, ...],
    add: tuple[Output, ...],
    events: tuple[str, ...],
    not_events: tuple[str, ...],
    readings: tuple[str, ...],
    only_possible: bool,
    force: bool,
    lang: str,
) -> None:
    """Add columns to a file of PEOPLE (.parquet or .csv): what applies to each row.

    The file is read as a stream, so that it may be larger than memory. An age that nobody has, or
    a municipality that is not an SCB code, is refused before anything is written. No value of a row is
    shown; only how many rows are in the target group, and with `--add reason` the reasons of the others.
    """
    from psykavtal.cohorts.classify import check_people  # noqa: PLC0415 (only when it runs)
    from psykavtal.cohorts.classify import classify as classify_frame  # noqa: PLC0415 (as above)

    _check_files(people, out, force=force)
    names = pairs(columns, option="--column")
    facts = _facts(events, not_events)
    try:
        from psykavtal.cli import people_files  # noqa: PLC0415 (brings polars: only this command)
        from psykavtal.cli.file_errors import plainly  # noqa: PLC0415 (as above)
        from psykavtal.cli.progress import Progress  # noqa: PLC0415 (as above)
    except ImportError as error:
        fault = Message(en="classifying a file needs polars.", sv="att klassa en fil kräver polars.")
        fix = Message(en="Install it: pip install narwhals polars.", sv="Installera det: pip install narwhals polars.")
        raise MissingPluginError(fault, fix=fix) from error
    with Interrupts() as interrupts:
        counties = installed()
        frame = interrupts.run(lambda: people_files.scan(people))
        if people.suffix == ".csv":
            untyped = frame
            frame = interrupts.run(lambda: people_files.typed(untyped, names, people))
        with warnings.catch_warnings(record=True) as unused:
            warnings.simplefilter("always", NoEffectWarning)
            made = classify_frame(
                counties,
                frame,
                columns=names,
                on=on,
                add=add,
                facts=facts,
                readings=readings_of(readings),
                only_possible=only_possible,
            )
        for each in unused:
            text = in_language(cast("Warning", each.message).args[0], lang)
            click.echo(visible_lines(f"psykavtal: {text}"), err=True)
        with Progress(shown=sys.stderr.isatty(), lang=lang) as progress, interrupts.undoing(progress.restore):
            progress.phase("check")
            with plainly(people):
                interrupts.run(lambda: check_people(frame, columns=names, on=on))
            progress.phase("write", rows=interrupts.run(lambda: people_files.count(frame, people)))
            people_files.sink(progress.watched(made), people, out, interrupts, replace=force)
        if "in_target_group" in add:
            codes = [each.code for county in counties.values() for each in county.place.municipalities]
            click.echo(
                interrupts.run(
                    lambda: people_files.summary(out, municipality=names["municipality"], codes=codes, lang=lang)
                )
            )


def _facts(events: Sequence[str], not_events: Sequence[str]) -> dict[str, FactValue]:
    """Return the events as facts: those that occurred, and the others.

    Raises:
        MistakeError: an event is given twice.
    """
    given = [each.partition("=") for each in events]
    names = [name for name, _, _ in given] + list(not_events)
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        fault = Message(
            en="--event and --not-event: given twice: {events}. Give each once.",
            sv="--event och --not-event: anges två gånger: {events}. Ange var och en en gång.",
            events=", ".join(sorted(twice)),
        )
        raise MistakeError(fault)
    return {**{name: day if sign else True for name, sign, day in given}, **dict.fromkeys(not_events, False)}


def _check_files(people: Path, out: Path, *, force: bool) -> None:
    """Refuse files of another kind, and to write over one that is there.

    Raises:
        CohortError: with what would be right.
    """
    faults = [
        Message(en="{file}: is neither .parquet nor .csv.", sv="{file}: är varken .parquet eller .csv.", file=each.name)
        for each in (people, out)
        if each.suffix not in _SUFFIXES
    ]
    if out.exists() and out.samefile(people):
        faults.append(
            Message(
                en="{file}: is the file that is read. Write to another.",
                sv="{file}: är den fil som läses. Skriv till en annan.",
                file=out.name,
            )
        )
    elif out.exists() and not force:
        faults.append(
            Message(
                en="{file}: is there already. Give --force to write over it.",
                sv="{file}: finns redan. Ange --force för att skriva över den.",
                file=out.name,
            )
        )
    if out.exists() and not out.is_file():
        faults.append(
            Message(
                en="{file}: is not a regular file. Write to another.",
                sv="{file}: är ingen vanlig fil. Skriv till en annan.",
                file=out.name,
            )
        )
    if faults:
        raise CohortError(Message(en="the files cannot be used:", sv="filerna kan inte användas:"), faults)
