"""Validators for fields; their errors name the field and the expected form."""

import re
from collections.abc import Callable, Sized
from typing import TYPE_CHECKING, Any, cast

from psykavtal.errors import InvalidValueError
from psykavtal.model import arguments

if TYPE_CHECKING:
    import attrs

Validator = Callable[[object, "attrs.Attribute[str]", str], None]


def matches(pattern: str, form: str) -> Validator:
    """Return a validator for text that fully matches a pattern; `form` describes the pattern."""
    compiled = re.compile(pattern)

    def validate(_: object, field: "attrs.Attribute[str]", value: str) -> None:
        if not isinstance(cast("object", value), str) or compiled.fullmatch(value) is None:
            raise InvalidValueError(f"must be {form}.", value=value, place=field.name)

    return validate


def not_empty(_: object, field: "attrs.Attribute[Any]", value: Any) -> None:  # noqa: ANN401 (text or a tuple)
    """Refuse an empty value."""
    if not isinstance(value, Sized):
        raise InvalidValueError(f"must not be {type(value).__name__}.", place=field.name)
    if not len(value):
        raise InvalidValueError("must not be empty.", value=value, place=field.name)


def true_or_false(_: object, field: "attrs.Attribute[bool]", value: bool) -> None:
    """Check that a value is true or false."""
    arguments.flag(value, field.name)


def some_text(_: object, field: "attrs.Attribute[str]", value: str) -> None:
    """Refuse anything but text that is not empty."""
    if not isinstance(cast("object", value), str):
        raise InvalidValueError(f"must be text, not {type(value).__name__}.", place=field.name)
    not_empty(_, field, value)


def no_less_than(least: int) -> Callable[[object, "attrs.Attribute[Any]", Any], None]:
    """Return a validator for None or a whole number of at least `least`."""

    def validate(_: object, field: "attrs.Attribute[Any]", value: Any) -> None:  # noqa: ANN401 (a number or None)
        if value is not None and (type(value) is not int or value < least):
            raise InvalidValueError(f"must be {least} or more.", value=value, place=field.name)

    return validate
