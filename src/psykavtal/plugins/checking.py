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

from psykavtal.errors import InvalidValueError, Message, PluginError, class_name
from psykavtal.model.classes_by_kind import model_classes
from psykavtal.model.provisions import kind_of
from psykavtal.plugins.form_messages import IS_MISSING, NESTED_TOO_DEEPLY

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
        fault = Message(
            en="{hook} gave {path}: {fault}", sv="{hook} gav {path}: {fault}", hook=hook, path=path, fault=error.fault
        )
        raise PluginError(fault, place=place, fix=error.fix) from None


def _check(value: object, depth: int) -> None:
    """Check a value by its own class."""
    cls: Any = type(value)
    _checker(cls)(value, depth)


def _is_a(value: object, fix: Message) -> InvalidValueError:
    fault = Message(en="is a {kind}.", sv="är {kind}.", kind=class_name(value))
    return InvalidValueError(fault, fix=fix)


def _must_be(kind: str) -> Message:
    return Message(en="It must be {kind}.", sv="Det ska vara {kind}.", kind=kind)


def _must_be_a(kind: str) -> Message:
    return Message(en="It must be a {kind}.", sv="Det ska vara {kind}.", kind=kind)


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
        raise _is_a(value, _must_be(declared))

    return check


def _exact_checker(cls: type) -> Checker:
    def check(value: object, _: int) -> None:
        if type(value) is not cls:
            raise _is_a(value, _must_be_a(_name(cls)))

    return check


def _name(cls: type) -> Message:
    return _NAMES.get(cls) or Message(en="{name}", sv="{name}", name=cls.__name__)


_NAMES: Final[dict[type, Message]] = {
    str: Message(en="text", sv="text"),
    int: Message(en="whole number", sv="heltal"),
    bool: Message(en="truth value", sv="sanningsvärde"),
}


def _text(value: object, depth: int) -> None:
    _exact_text(value, depth)
    if len(cast("str", value)) > _LONGEST_TEXT:
        fix = Message(
            en="A text has {most:,} characters at most.", sv="En text har högst {most} tecken.", most=_LONGEST_TEXT
        )
        raise InvalidValueError(Message(en="is too long.", sv="är för lång."), fix=fix)


def _number(value: object, depth: int) -> None:
    _exact_number(value, depth)
    if abs(cast("int", value)) > _LARGEST_NUMBER:
        fix = Message(en="A number is {most:,} at most.", sv="Ett tal är högst {most}.", most=_LARGEST_NUMBER)
        raise InvalidValueError(Message(en="is too large.", sv="är för stort."), fix=fix)


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
            raise _is_a(value, _must_be_a("tuple"))
        for number, each in enumerate(cast("tuple[object, ...]", value)):
            _within(str(number), members, each, depth)

    return check


def _union_checker(args: tuple[Any, ...]) -> Checker:
    """Return the check of the member that has the type of the value."""
    by_type = {get_origin(each) or each: _checker(each) for each in args}
    kinds = [_name(each) for each in by_type if each is not type(None)]
    names = Message.written(en=" or ".join(kinds), sv=" eller ".join(each.sv for each in kinds))

    def check(value: object, depth: int) -> None:
        found = by_type.get(type(value))
        if found is None:
            raise _is_a(value, _must_be_a(names))
        found(value, depth)

    return check


def _base_checker(base: type) -> Checker:
    def check(value: object, depth: int) -> None:
        cls = type(value)
        if cls not in _classes() or not issubclass(cls, base):
            fix = Message(
                en="It must be a {kind} of a known kind.", sv="Det ska vara {kind} av känt slag.", kind=kind_of(base)
            )
            raise _is_a(value, fix)
        _check(value, depth)

    return check


def _class_checker(cls: Any, args: tuple[Any, ...]) -> Checker:  # noqa: ANN401 (an attrs class)
    """Return the check of an object of exactly this class, with every field and validator."""
    fields: list[tuple[str, Checker]] = []
    has_validators = any(each.validator is not None for each in attrs.fields(cls))
    parameters = dict(zip(getattr(cls, "__parameters__", ()), args, strict=False))

    def check(value: Any, depth: int) -> None:  # noqa: ANN401 (an object of any class)
        if type(value) is not cls:
            raise _is_a(value, _must_be_a(cls.__name__))
        if depth > _DEEPEST:
            fix = Message(en="{most} levels are read.", sv="{most} nivåer läses.", most=_DEEPEST)
            raise InvalidValueError(NESTED_TOO_DEEPLY, fix=fix)
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
                raise InvalidValueError(IS_MISSING, place=name) from None
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
