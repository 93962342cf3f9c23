"""The language in which a command prints, and mistakes in its options in that language."""

from collections.abc import Callable
from typing import IO, Any, TypeVar

import click

from psykavtal.errors import LANGUAGES, Message
from psykavtal.output.escaping import visible_lines

F = TypeVar("F", bound=Callable[..., Any])

_DEFAULT = "sv"
_KEY = "psykavtal.lang"


def _keep(context: click.Context, _: click.Parameter, value: str) -> str:
    """Keep the language for errors; `--lang` is read before the other options."""
    context.meta[_KEY] = value
    return value


lang_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=_DEFAULT,
    show_default=True,
    is_eager=True,
    callback=_keep,
    help="Language of the output and of errors.",
)
errors_lang_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default=_DEFAULT,
    show_default=True,
    is_eager=True,
    expose_value=False,
    callback=_keep,
    help="Language of errors.",
)


def command_language() -> str:
    """Return the language of the running command."""
    context = click.get_current_context(silent=True)
    return _DEFAULT if context is None else context.meta.get(_KEY, _DEFAULT)


class MistakeError(click.UsageError):
    """A mistake in the options of a command, in the language of the command.

    Mistakes found by click itself, as an unknown option, are in English.
    """

    def __init__(self, message: Message) -> None:
        """Write the message in the language of the command."""
        self.lang = command_language()
        super().__init__(message.to(self.lang))

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message, and the command that prints help."""
        context = self.ctx or click.get_current_context()
        command = context.command_path
        help_ = Message(en="Try '{command} --help'.", sv="Se '{command} --help'.", command=command)
        text = f"psykavtal: {self.message}\n{help_.to(self.lang)}"
        click.echo(visible_lines(text), err=file is None, file=file)
