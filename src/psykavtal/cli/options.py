"""What several commands take, and how errors end."""

import sys
from collections.abc import Callable, Iterable
from datetime import date
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from psykavtal.ask.counties import Counties, load_counties
from psykavtal.errors import InvalidDateError, PluginWarning, PsykavtalError
from psykavtal.model.dates import parse_date
from psykavtal.model.wording import LANGUAGES
from psykavtal.plugins.problems import Problem

P = ParamSpec("P")
R = TypeVar("R")


class Day(click.ParamType[date]):
    """A day, written 2026-01-10."""

    name = "YYYY-MM-DD"

    def convert(
        self,
        value: str | date,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """The day, or a usage error that says how to write it."""
        try:
            return parse_date(value)
        except InvalidDateError as error:
            self.fail(str(error), param, ctx)


on_option = click.option(
    "--on",
    "on",
    type=Day(),
    default=None,
    help="The day to ask for. Without it, today; the output says which day it used.",
)
lang_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="sv",
    show_default=True,
    help="Language of the output.",
)
counties_option = click.option(
    "--county", "names", multiple=True, help="Only these counties, by id, code or name; may be repeated."
)
sources_option = click.option("--sources", "sources", is_flag=True, help="Add where it says so.")


def today() -> date:
    """The day on which the command runs; the library itself never assumes one."""
    return date.today()


def fails_plainly(command: Callable[P, R]) -> Callable[P, R]:
    """Turn an error of the library into one line on standard error and exit code 1."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except PsykavtalError as error:
            click.echo(f"psykavtal: {error}", err=True)
            sys.exit(1)

    return run


def installed() -> Counties:
    """The counties that are installed; what is set aside, now or later, is told on standard error."""
    import warnings  # noqa: PLC0415 (only here)

    context = click.get_current_context()
    context.with_resource(warnings.catch_warnings())
    warnings.simplefilter("ignore", PluginWarning)
    counties = load_counties()
    at_load = len(counties.problems)
    _tell(counties.problems)
    context.call_on_close(lambda: _tell(counties.problems[at_load:]))
    return counties


def _tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(f"psykavtal: {problem}", err=True)
