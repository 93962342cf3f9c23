"""Options that several commands share, and the exit codes of errors."""

import sys
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from psykavtal.agreements.counties import Counties, load_counties
from psykavtal.cli.languages import MistakeError, command_language
from psykavtal.errors import InvalidDateError, Message, PluginWarning, PsykavtalError
from psykavtal.model.dates import parse_date
from psykavtal.output.escaping import json_text, visible_lines

P = ParamSpec("P")
R = TypeVar("R")


class Day(click.ParamType[date]):
    """A day in the form 2026-01-10."""

    name = "YYYY-MM-DD"

    def convert(
        self,
        value: str | date,
        param: click.Parameter | None,
        ctx: click.Context | None,  # noqa: ARG002 (as click calls it)
    ) -> date:
        """Return the day.

        An invalid day is a usage error that states the right form.
        """
        try:
            return parse_date(value)
        except InvalidDateError as error:
            raise self._mistake(error.fault, error.fix, param) from None

    def _mistake(self, fault: Message, fix: Message, param: click.Parameter | None) -> MistakeError:
        option = self.name if param is None else param.opts[0]
        return MistakeError(
            Message(en="{option}: {fault} {fix}", sv="{option}: {fault} {fix}", option=option, fault=fault, fix=fix)
        )


on_option = click.option(
    "--on",
    "on",
    type=Day(),
    default=None,
    help="The day to ask for. Without it, today; the output names the day.",
)
counties_option = click.option(
    "--county", "names", multiple=True, help="Only these counties, by id, code or name; may be repeated."
)
sources_option = click.option("--sources", "sources", is_flag=True, help="Add the citations.")


def format_option(*more: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Return the option of the format: text, markdown, html, and those of a command's own."""
    return click.option(
        "--format",
        "fmt",
        type=click.Choice(["text", "markdown", "html", *more]),
        default="text",
        show_default=True,
        help="The format of the output; text has colours, and tables if they fit, on a terminal.",
    )


def print_json(value: object) -> None:
    """Print a value as JSON."""
    click.echo(json_text(value, indent=2))


def today() -> date:
    """Return the day on which the command runs; the library itself never assumes one."""
    return date.today()


EXIT_DISABLED = 3
"""The exit code if a plugin was disabled: the results are printed without its contribution."""


def fails_plainly(command: Callable[P, R]) -> Callable[P, R]:
    """Print an error of the library as one line on standard error.

    The exit code is then 1.

    A command that succeeds ends with exit code 3 if a plugin was disabled while it ran.
    """

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            result = command(*args, **kwargs)
        except PsykavtalError as error:
            click.echo(visible_lines(f"psykavtal: {error.to(command_language())}"), err=True)
            _report_problems()
            sys.exit(1)
        except (SystemExit, click.exceptions.Exit) as stop:
            code = stop.code if isinstance(stop, SystemExit) else stop.exit_code
            if _report_problems() and not code:
                sys.exit(EXIT_DISABLED)
            raise
        if _report_problems():
            sys.exit(EXIT_DISABLED)
        return result

    return run


def installed() -> Counties:
    """Load the installed counties.

    Plugins disabled now or later are reported on standard error, once each.
    """
    import warnings  # noqa: PLC0415 (only here)

    context = click.get_current_context()
    context.with_resource(warnings.catch_warnings())
    warnings.simplefilter("ignore", PluginWarning)
    counties = load_counties()
    context.meta[_LOADED] = counties
    context.meta[_REPORTED] = 0
    _report_problems()
    return counties


_LOADED = "psykavtal.counties"
_REPORTED = "psykavtal.reported"


def _report_problems() -> bool:
    """Report the problems that have not been reported; return whether there are any at all."""
    meta = click.get_current_context().meta
    counties: Counties | None = meta.get(_LOADED)
    if counties is None:
        return False
    problems = counties.problems
    for problem in problems[meta[_REPORTED] :]:
        click.echo(visible_lines(f"psykavtal: {problem.to(command_language())}"), err=True)
    meta[_REPORTED] = len(problems)
    return bool(problems)
