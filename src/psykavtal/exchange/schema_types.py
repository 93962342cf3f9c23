"""Types of the model as JSON Schema."""

import enum
import inspect
import types
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, Union, cast, get_args, get_origin

import attrs

from psykavtal.exchange.public_kinds import classes
from psykavtal.model.provisions import Provision, kind_of

Schema = dict[str, object]

BY_REFERENCE = "provision-ref"
"""Where provisions are written once, elsewhere they are told by reference; the kind of such a reference."""

_PRIMITIVES: dict[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
}


def definition(kind: str, cls: type[Any]) -> Schema:
    """The schema of one class of what is exchanged."""
    fields = [each for each in attrs.fields(attrs.resolve_types(cls)) if each.init and each.eq]
    return {
        "type": "object",
        "description": summary(cls),
        "properties": {"kind": {"const": kind}, **{each.name: field_schema(each.type) for each in fields}},
        "required": ["kind", *(each.name for each in fields if each.default is attrs.NOTHING)],
        "additionalProperties": False,
    }


def summary(cls: type) -> str:
    """The first line of a class's docstring."""
    return (inspect.getdoc(cls) or "").partition("\n")[0]


def field_schema(declared: Any) -> Schema:  # noqa: ANN401 (a type of any kind)
    """The schema of a field that is declared with a type."""
    if declared in _PRIMITIVES:
        return _PRIMITIVES[declared]
    origin = get_origin(declared)
    if origin in (Union, types.UnionType):
        return {"anyOf": [field_schema(each) for each in get_args(declared)]}
    if origin is tuple:
        return _tuple_schema(get_args(declared))
    if origin is Mapping:
        return {"type": "object", "additionalProperties": field_schema(get_args(declared)[1])}
    if origin is Literal:
        return {"enum": list(get_args(declared))}
    if declared is type(None):
        return {"type": "null"}
    if isinstance(declared, type) and issubclass(declared, enum.Enum):
        return {"enum": [each.value for each in declared]}
    named = cast("Any", origin or declared)
    return _reference(named) if inspect.isclass(named) and attrs.has(named) else {}


def _tuple_schema(args: tuple[Any, ...]) -> Schema:
    if Ellipsis in args:
        return {"type": "array", "items": field_schema(args[0])}
    return {"type": "array", "prefixItems": [field_schema(each) for each in args], "items": False}


def _reference(cls: type) -> Schema:
    """A class, or whichever of its subclasses; told by `kind`."""
    kinds = [kind for kind, each in classes().items() if issubclass(each, cls)]
    if not kinds:
        return {"type": "object", "properties": {"kind": {"const": kind_of(cls)}}, "required": ["kind"]}
    if issubclass(cls, Provision):
        kinds.append(BY_REFERENCE)
    references: list[Schema] = [{"$ref": f"#/$defs/{kind}"} for kind in sorted(kinds)]
    return references[0] if len(references) == 1 else {"anyOf": references}
