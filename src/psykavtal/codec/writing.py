"""Objects to JSON values."""

import enum
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeAlias, cast

import attrs

from psykavtal.model.provisions import kind_of

Json: TypeAlias = Any
Special: TypeAlias = Callable[[Any], Json]


def write(value: object, special: Mapping[type, Special] | None = None, *, terse: bool = False) -> Json:
    """A value as JSON has it.

    Args:
        value: an attrs object of a known class, a tuple, or what JSON has anyway.
        special: how objects of some classes are written instead.
        terse: leave out fields that have their default.
    """
    if special and type(value) in special:
        return special[type(value)](value)
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [write(each, special, terse=terse) for each in cast("tuple[object, ...]", value)]
    if isinstance(value, Mapping):
        items = cast("Mapping[str, object]", value).items()
        return {key: write(each, special, terse=terse) for key, each in items}
    if not attrs.has(type(value)):
        return value
    table: dict[str, Json] = {"kind": kind_of(type(value))}
    for field in attrs.fields(type(cast("attrs.AttrsInstance", value))):
        content = getattr(value, field.name)
        if field.init and not (terse and content == field.default):
            table[field.name] = write(content, special, terse=terse)
    return table
