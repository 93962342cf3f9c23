"""Conversion of objects to JSON values.

Nothing is checked on output, so this needs no converter.
"""

import enum
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeAlias, cast

import attrs

from psykavtal.model.provisions import kind_of

Json: TypeAlias = Any
Special: TypeAlias = Callable[[Any], Json]

_PLAIN = frozenset({str, int, bool, float, type(None)})
"""The classes of most values, which are JSON values themselves."""


def write(value: object, special: Mapping[type, Special] | None = None) -> Json:
    """Return an object as JSON values.

    Args:
        value: an attrs object of a known class, a tuple, or a JSON value.
        special: functions that write the objects of some classes instead.
    """
    if special and type(value) in special:
        return special[type(value)](value)
    if type(value) in _PLAIN:
        return value
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [write(each, special) for each in cast("tuple[object, ...]", value)]
    if isinstance(value, Mapping):
        items = cast("Mapping[str, object]", value).items()
        return {key: write(each, special) for key, each in items}
    if not attrs.has(type(value)):
        return value
    table: dict[str, Json] = {"kind": kind_of(type(value))}
    for field in attrs.fields(type(cast("attrs.AttrsInstance", value))):
        if field.init and field.eq:
            table[field.name] = write(getattr(value, field.name), special)
    return table
