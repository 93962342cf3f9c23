"""A strict cattrs converter of plain tables.

No value is coerced, no unknown key accepted, and all faults are reported together.
A file format registers its own short forms on top.
"""

import enum
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, TypeVar, cast, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.gen import make_dict_structure_fn

from psykavtal.errors import InvalidValueError, Message
from psykavtal.plugins.conversion_errors import NoMemberError
from psykavtal.plugins.form_messages import MUST_BE_TABLE, write

T = TypeVar("T")
E = TypeVar("E", bound=enum.Enum)
Table: TypeAlias = Mapping[str, Any]
Hook: TypeAlias = Callable[[Any, Any], Any]


_FORMS: dict[type, Message] = {
    str: Message(en="text", sv="text"),
    int: Message(en="a whole number", sv="ett heltal"),
    bool: Message(en="true or false", sv="sant eller falskt"),
}


def strict_converter() -> Converter:
    """Return a converter of plain values that refuses all that does not fit."""
    converter = Converter(forbid_extra_keys=True)
    for primitive, form in _FORMS.items():
        converter.register_structure_hook(primitive, _exact_hook(primitive, form))
    converter.register_structure_hook_factory(_is_class, _class_hook)
    converter.register_structure_hook_func(_is_enum, _enum_member)
    converter.register_structure_hook_factory(_is_tuple, _tuple_hook)
    return converter


def _exact_hook(cls: type[T], form: Message) -> Callable[[object, object], T]:
    def structure(value: object, _: object) -> T:
        if type(value) is not cls:
            raise InvalidValueError(Message(en="must be {form}.", sv="ska vara {form}.", form=form), value=value)
        return value

    return structure


def _class_hook(cls: Any, converter: Converter) -> Hook:  # noqa: ANN401 (cattrs' protocol)
    from_table = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)

    def structure(value: object, target: object) -> object:
        if not isinstance(value, Mapping):
            raise InvalidValueError(MUST_BE_TABLE, value=value)
        return from_table(cast("Table", value), target)

    return structure


def _is_class(cls: object) -> bool:
    return isinstance(cls, type) and attrs.has(cls)


def _is_enum(cls: object) -> bool:
    return isinstance(cls, type) and issubclass(cls, enum.Enum)


def _enum_member(value: object, cls: type[E]) -> E:
    try:
        return cls(value)
    except (TypeError, ValueError):
        raise NoMemberError(value, [str(member.value) for member in cls]) from None


def _is_tuple(cls: object) -> bool:
    return declared_origin(cls) is tuple


def declared_origin(cls: Any) -> Any:  # noqa: ANN401 (a declared type)
    """Return a declared type without its parameters."""
    return get_origin(cls) or cls


def _tuple_hook(cls: Any, converter: Converter) -> Hook:  # noqa: ANN401 (cattrs' protocol)
    args = get_args(cls)
    count = None if Ellipsis in args else len(args)
    inner: Hook = homogenous_tuple_structure_factory(_tuple_of(args[0]), converter)

    def structure(value: object, target: object) -> object:
        if not isinstance(value, list | tuple):
            raise InvalidValueError(
                Message(en="must be a list.", sv="ska vara en lista."), value=value, fix=write("[...]")
            )
        items = cast("list[object]", value)
        if count is not None and len(items) != count:
            raise InvalidValueError(Message(en="must have {count} members.", sv="ska ha {count} delar.", count=count))
        return inner(items, target)

    return structure


def _tuple_of(member: Any) -> Any:  # noqa: ANN401 (a declared type)
    """Return the type of a tuple of any number of members."""
    return tuple.__class_getitem__((member, ...))
