"""Types of the model as JSON Schema."""

import enum
import inspect
import types
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, Union, cast, get_args, get_origin

import attrs

from psykavtal.exchange.public_kinds import classes
from psykavtal.lazy import once
from psykavtal.model.answers import AnswerBase
from psykavtal.model.conditions import Criterion
from psykavtal.model.provisions import Provision, kind_of

Schema = dict[str, object]

BY_REFERENCE = "provision-ref"
"""The kind of a reference to a provision that is written once, elsewhere in the same answer."""

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
        return _union_schema(get_args(declared))
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


def _union_schema(members: tuple[Any, ...]) -> Schema:
    """Return the schema of a union: its classes by kind, and its other types."""
    tagged = [each for each in members if attrs.has(get_origin(each) or each)]
    kinds = sorted({kind for each in tagged for kind in _kinds(get_origin(each) or each)})
    others = [field_schema(each) for each in members if each not in tagged]
    schemas = [_by_name(kinds), *others] if kinds else others
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}


def _reference(cls: type) -> Schema:
    """Return the schema of a class and its subclasses."""
    kinds = _kinds(cls)
    if not kinds:
        return {"type": "object", "properties": {"kind": {"const": kind_of(cls)}}, "required": ["kind"]}
    return _by_name(kinds)


def _kinds(cls: type) -> list[str]:
    """Return the kinds of a class and its subclasses.

    For a provision, the kind of a reference is included.
    """
    kinds = [kind for kind, each in classes().items() if issubclass(each, cls)]
    return sorted([*kinds, BY_REFERENCE] if issubclass(cls, Provision) else kinds)


def _by_name(kinds: list[str]) -> Schema:
    """Return a reference to the definition of these kinds, else their schema."""
    if len(kinds) == 1:
        return {"$ref": f"#/$defs/{kinds[0]}"}
    name = next((name for name, each in named_unions().items() if each == kinds), None)
    return {"$ref": f"#/$defs/{name}"} if name is not None else tagged_union(kinds)


@once
def named_unions() -> dict[str, list[str]]:
    """Return the kinds of the unions that recur, by name."""
    conditions = sorted(kind_of(each) for each in get_args(Criterion))
    return {"any-answer": _kinds(AnswerBase), "any-condition": conditions, "any-provision": _kinds(Provision)}


def tagged_union(kinds: list[str]) -> Schema:
    """Return the schema of a table of one of these kinds.

    Only the definition of the table's own kind is tried.
    """
    return {
        "type": "object",
        "properties": {"kind": {"enum": kinds}},
        "required": ["kind"],
        "allOf": [
            {"if": {"properties": {"kind": {"const": kind}}}, "then": {"$ref": f"#/$defs/{kind}"}} for kind in kinds
        ],
    }
