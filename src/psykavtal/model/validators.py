"""Validators for fields; their errors name the field and the expected form."""

import re
from collections.abc import Callable, Sized
from typing import TYPE_CHECKING, Any, cast

from psykavtal.errors import InvalidValueError, Message
from psykavtal.model import arguments

if TYPE_CHECKING:
    import attrs

Validator = Callable[[object, "attrs.Attribute[str]", str], None]


def matches(pattern: str, form: Message) -> Validator:
    """Return a validator for text that fully matches a pattern; `form` describes the pattern."""
    compiled = re.compile(pattern)

    def validate(_: object, field: "attrs.Attribute[str]", value: str) -> None:
        if not isinstance(cast("object", value), str) or compiled.fullmatch(value) is None:
            raise InvalidValueError(
                Message(en="must be {form}.", sv="ska vara {form}.", form=form), value=value, place=field.name
            )

    return validate


def not_empty(_: object, field: "attrs.Attribute[Any]", value: Any) -> None:  # noqa: ANN401 (text or a tuple)
    """Refuse an empty value."""
    if not isinstance(value, Sized):
        fault = Message(en="must not be {kind}.", sv="får inte vara {kind}.", kind=type(value).__name__)
        raise InvalidValueError(fault, place=field.name)
    if not len(value):
        fault = Message(en="must not be empty.", sv="får inte vara tomt.")
        raise InvalidValueError(fault, value=value, place=field.name)


def true_or_false(_: object, field: "attrs.Attribute[bool]", value: bool) -> None:
    """Check that a value is true or false."""
    arguments.flag(value, field.name)


def some_text(_: object, field: "attrs.Attribute[str]", value: str) -> None:
    """Refuse anything but text that is not empty."""
    not_empty(_, field, arguments.text(value, field.name))


def no_less_than(least: int) -> Callable[[object, "attrs.Attribute[Any]", Any], None]:
    """Return a validator for None or a whole number of at least `least`."""

    def validate(_: object, field: "attrs.Attribute[Any]", value: Any) -> None:  # noqa: ANN401 (a number or None)
        if value is not None and (type(value) is not int or value < least):
            fault = Message(en="must be {least} or more.", sv="ska vara {least} eller mer.", least=least)
            raise InvalidValueError(fault, value=value, place=field.name)

    return validate
