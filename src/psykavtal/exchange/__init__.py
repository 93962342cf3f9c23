"""Every public object to JSON and back, equal to itself; and the JSON Schemas."""

import json
from typing import cast

from psykavtal.ask.counties import Counties
from psykavtal.errors import InvalidValueError
from psykavtal.exchange.converter import decode, encode
from psykavtal.plugins.reading.raw import as_table

__all__ = ["from_dict", "from_json", "to_dict", "to_json"]


def to_dict(value: object) -> dict[str, object]:
    """A public object as values that JSON has; `kind` tells its class.

    Examples:
        >>> from psykavtal.model.ages import AgeRange
        >>> to_dict(AgeRange(at_least=18))
        {'kind': 'age-range', 'at_least': 18, 'below': None}
    """
    return cast("dict[str, object]", encode(value))


def from_dict(value: object, *, counties: Counties | None = None) -> object:
    """The object that `to_dict` was given.

    Args:
        value: what `to_dict` gave.
        counties: needed where it holds an edition, which is told by its county, document and day.

    Raises:
        InvalidValueError: it is none of that, with what would be right.

    Examples:
        >>> from_dict({"kind": "age-range", "at_least": 18, "below": None})
        18–
    """
    table = as_table(value)
    if table is None or "kind" not in table:
        raise InvalidValueError("has no `kind`.", value=type(value).__name__, hint="Give what to_dict gave.")
    return decode(table, counties)


def to_json(value: object, *, indent: int | None = None) -> str:
    """A public object as JSON."""
    return json.dumps(to_dict(value), ensure_ascii=False, indent=indent)


def from_json(text: str, *, counties: Counties | None = None) -> object:
    """The object that `to_json` was given.

    Raises:
        InvalidValueError: the text is no JSON, or not of this library.
    """
    try:
        value = json.loads(text)
    except (TypeError, json.JSONDecodeError) as error:
        raise InvalidValueError(f"is no JSON: {error}") from error
    return from_dict(value, counties=counties)
