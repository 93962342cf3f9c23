"""Check that the objects a plugin gives have the types that the model declares.

The objects inside them are checked too, at every depth.
"""

import enum
import types
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, Final, TypeAlias, TypeVar, Union, cast, get_args, get_origin

import attrs

from psykavtal.errors import InvalidValueError, PluginError, class_name
from psykavtal.model.classes_by_kind import model_classes
from psykavtal.model.provisions import kind_of

Checker: TypeAlias = Callable[[object, int], None]
"""Raises unless a value, so many levels down, has a type."""

_DEEPEST: Final = 60
_LONGEST_TEXT: Final = 1_000_000
_LARGEST_NUMBER: Final = 10**9


def check_types(value: object, *, hook: str, place: str) -> None:
    """Refuse an object with fields of other types than the model declares.

    The fields of its parts are checked too.

    Types must be equal: an object of a subclass can do anything when a field is read. Validators
    are run again, since they can be evaded.

    Args:
        value: an object of the model.
        hook: the hook that gave it.
        place: the plugin.

    Raises:
        PluginError: with the path of the field.
    """
    try:
        _check(value, 0)
    except InvalidValueError as error:
        path = f"{class_name(value)}.{error.place}" if error.place else class_name(value)
        raise PluginError(f"{hook} gave {path}: {error.fault}", place=place, fix=error.fix) from None


def _check(value: object, depth: int) -> None:
    """Check a value by its own class."""
    cls: Any = type(value)
    _checker(cls)(value, depth)


def _fault(message: str, fix: str = "") -> InvalidValueError:
    return InvalidValueError(message, fix=fix)


@cache
def _checker(declared: Any) -> Checker:  # noqa: ANN401 (a field's type, whatever it is)
    """Return the check for a declared type."""
    origin, args = get_origin(declared), get_args(declared)
    if origin is tuple:
        return _tuple_checker(args)
    if origin in (Union, types.UnionType):
        return _union_checker(args)
    if origin is not None and attrs.has(origin):
        return _class_checker(origin, args)
    if declared is Any or isinstance(declared, TypeVar):
        return _check
    if isinstance(declared, type):
        if declared in _PLAIN:
            return _PLAIN[declared]
        if issubclass(declared, enum.Enum):
            return _exact_checker(declared)
        if declared in _classes():
            return _class_checker(declared, ())
        if attrs.has(cast("Any", declared)):  # a base, as Provision: any class of the model below it
            return _base_checker(cast("Any", declared))
    return _never(repr(cast("object", declared)))


@cache
def _classes() -> frozenset[type]:
    return frozenset(model_classes().values())


def _never(declared: str) -> Checker:
    def check(value: object, _: int) -> None:
        raise _fault(f"is a {class_name(value)}.", fix=f"It must be {declared}.")

    return check


def _exact_checker(cls: type) -> Checker:
    def check(value: object, _: int) -> None:
        if type(value) is not cls:
            raise _fault(f"is a {class_name(value)}.", fix=f"It must be a {_name(cls)}.")

    return check


def _name(cls: type) -> str:
    return {str: "text", int: "whole number", bool: "truth value"}.get(cls, cls.__name__)


def _text(value: object, depth: int) -> None:
    _exact_text(value, depth)
    if len(cast("str", value)) > _LONGEST_TEXT:
        raise _fault("is too long.", fix=f"A text has {_LONGEST_TEXT:,} characters at most.")


def _number(value: object, depth: int) -> None:
    _exact_number(value, depth)
    if abs(cast("int", value)) > _LARGEST_NUMBER:
        raise _fault("is too large.", fix=f"A number is {_LARGEST_NUMBER:,} at most.")


_exact_text, _exact_number = _exact_checker(str), _exact_checker(int)
_PLAIN: Final[dict[Any, Checker]] = {
    str: _text,
    int: _number,
    bool: _exact_checker(bool),
    date: _exact_checker(date),
    type(None): _exact_checker(type(None)),
}


def _tuple_checker(args: tuple[Any, ...]) -> Checker:
    members = _checker(args[0])

    def check(value: object, depth: int) -> None:
        if type(value) is not tuple:
            raise _fault(f"is a {class_name(value)}.", fix="It must be a tuple.")
        for number, each in enumerate(cast("tuple[object, ...]", value)):
            _within(str(number), members, each, depth)

    return check


def _union_checker(args: tuple[Any, ...]) -> Checker:
    """Return the check of the member that has the type of the value."""
    by_type = {get_origin(each) or each: _checker(each) for each in args}
    names = " or ".join(_name(each) for each in by_type if each is not type(None))

    def check(value: object, depth: int) -> None:
        found = by_type.get(type(value))
        if found is None:
            raise _fault(f"is a {class_name(value)}.", fix=f"It must be a {names}.")
        found(value, depth)

    return check


def _base_checker(base: type) -> Checker:
    def check(value: object, depth: int) -> None:
        cls = type(value)
        if cls not in _classes() or not issubclass(cls, base):
            raise _fault(f"is a {class_name(value)}.", fix=f"It must be a {kind_of(base)} of a known kind.")
        _check(value, depth)

    return check


def _class_checker(cls: Any, args: tuple[Any, ...]) -> Checker:  # noqa: ANN401 (an attrs class)
    """Return the check of an object of exactly this class, with every field and validator."""
    fields: list[tuple[str, Checker]] = []
    has_validators = any(each.validator is not None for each in attrs.fields(cls))
    parameters = dict(zip(getattr(cls, "__parameters__", ()), args, strict=False))

    def check(value: Any, depth: int) -> None:  # noqa: ANN401 (an object of any class)
        if type(value) is not cls:
            raise _fault(f"is a {class_name(value)}.", fix=f"It must be a {cls.__name__}.")
        if depth > _DEEPEST:
            raise _fault("is nested too deeply.", fix=f"{_DEEPEST} levels are read.")
        if not fields:
            attrs.resolve_types(cls)
            fields.extend(
                (
                    each.name,
                    _checker(parameters.get(each.type, each.type)) if each.type is not None else _never("known"),
                )
                for each in attrs.fields(cls)
            )
        for name, checker in fields:
            try:
                field: object = getattr(value, name)
            except AttributeError:
                raise InvalidValueError("is missing.", place=name) from None
            _within(name, checker, field, depth)
        if has_validators:
            attrs.validate(value)

    return check


def _within(name: str, check: Checker, value: object, depth: int) -> None:
    try:
        check(value, depth + 1)
    except InvalidValueError as error:
        error.place = f"{name}.{error.place}" if error.place else name
        raise
