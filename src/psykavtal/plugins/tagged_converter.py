"""A strict cattrs converter of tables that name their class by `kind`.

Tagged unions have hook factories of their own.
"""

import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Literal, TypeAlias, TypeVar, Union, cast, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn_from_attrs as make_fn  # pyright: ignore[reportUnknownVariableType] (its overrides)

from psykavtal.errors import InvalidValueError, Message, one_of
from psykavtal.model.json_text import key_name
from psykavtal.model.provisions import kind_of
from psykavtal.plugins.conversion_errors import NoMemberError, UnknownKeysError
from psykavtal.plugins.form_messages import MUST_BE_TABLE
from psykavtal.plugins.strict_converter import Hook, Table, declared_origin, strict_converter

T = TypeVar("T")
KindHook: TypeAlias = Callable[[Table], object]


def tagged_converter(classes: Mapping[str, type], special: Mapping[str, KindHook]) -> Converter:
    """Return a strict converter of tables that name their class by `kind`.

    An object that has been made already is left as it is.

    Args:
        classes: the classes, by kind.
        special: functions that make the objects of some kinds instead.
    """
    converter = strict_converter()
    tags = _Tags(converter, classes, special)
    converter.register_structure_hook_factory(lambda cls: attrs.has(declared_origin(cls)), partial(_tagged_hook, tags))
    converter.register_structure_hook_factory(
        lambda cls: declared_origin(cls) in (Union, types.UnionType), partial(_union_hook, tags)
    )
    converter.register_structure_hook_factory(
        lambda cls: declared_origin(cls) is Mapping, partial(_mapping_hook, converter)
    )
    converter.register_structure_hook_factory(lambda cls: declared_origin(cls) is Literal, _literal_hook)
    converter.register_structure_hook_func(_is_open, tags.structure_any)
    return converter


@attrs.frozen
class _Tags:
    """The hooks of a tagged converter."""

    converter: Converter
    classes: Mapping[str, type]
    special: Mapping[str, KindHook]
    _hooks: dict[object, Hook] = attrs.field(factory=dict[object, Hook], init=False)

    def structure_any(self, value: object, _: object) -> object:
        """Structure a value whose type is not declared."""
        if isinstance(value, list):
            return _each(cast("list[object]", value), lambda each: self.structure_any(each, object))
        return self._by_kind(cast("object", value), None) if isinstance(value, dict) else value

    def structure(self, declared: tuple[Any, ...], value: object, _: object) -> object:
        """Structure a value that is of one of the declared classes."""
        expected = tuple(get_origin(each) or each for each in declared)
        if isinstance(value, expected):
            return value
        found = self._by_kind(cast("object", value), declared) if isinstance(value, dict) else None
        if not isinstance(found, expected):
            raise _of_another_kind([kind_of(each) for each in expected])
        return found

    def _by_kind(self, value: object, declared: tuple[Any, ...] | None) -> object:
        table = cast("dict[str, Any]", value)
        kind = table.get("kind")
        if not isinstance(kind, str):
            raise InvalidValueError(
                Message(
                    en="has no `kind`, or one that is not text.", sv="har inget `kind`, eller ett som inte är text."
                )
            )
        if kind in self.special:
            return self.special[kind](table)
        cls = self.classes.get(kind)
        if cls is None:
            fault = Message(en="unknown kind {kind}.", sv="okänt slag {kind}.", kind=key_name(kind))
            raise NoMemberError(kind, (*self.classes, *self.special), fault)
        exact: Any = next((each for each in declared or () if get_origin(each) is cls), cls)
        if exact not in self._hooks:
            self._hooks[exact] = self._hook(cls, exact)
        return self._hooks[exact]({key: each for key, each in table.items() if key != "kind"}, cls)

    def _hook(self, cls: Any, declared: Any) -> Hook:  # noqa: ANN401 (an attrs class, maybe with its parameters)
        """Return the function for a class.

        Parameters of a generic class are replaced in the types of its fields.
        """
        attrs.resolve_types(cls)
        parameters: tuple[Any, ...] = getattr(cls, "__parameters__", ())
        given = dict(zip(parameters, get_args(declared) or (object,) * len(parameters), strict=True))
        fields = [each.evolve(type=_specialised(each.type, given)) for each in attrs.fields(cls)]
        named = {each.__name__: "parameter" for each in parameters}  # part of the name of the generated function
        return make_fn(fields, cls, self.converter, named, _cattrs_forbid_extra_keys=True)


def _of_another_kind(expected: Sequence[str]) -> InvalidValueError:
    if len(expected) == 1:
        return InvalidValueError(Message(en="must be a {kind}.", sv="ska vara av slaget {kind}.", kind=expected[0]))
    return InvalidValueError(
        Message(en="is of another kind.", sv="är av ett annat slag."), fix=one_of(sorted(expected))
    )


def _tagged_hook(tags: _Tags, cls: Any) -> Hook:  # noqa: ANN401 (cattrs' protocol)
    return partial(tags.structure, (cls,))


def _union_hook(tags: _Tags, cls: Any) -> Hook:  # noqa: ANN401 (cattrs' protocol)
    """Return the hook of a union.

    It is of classes distinguished by kind, of a mapping or of one other type, each with None or not.
    """
    members = tuple(each for each in get_args(cls) if each is not types.NoneType)
    may_be_none = len(members) < len(get_args(cls))
    tagged = tuple(each for each in members if attrs.has(get_origin(each) or each))
    mapping = next((each for each in members if get_origin(each) is Mapping), None)
    plain = next((each for each in members if each not in tagged and each is not mapping), None)

    def structure(value: object, _: object) -> object:
        if value is None and may_be_none:
            return None
        if mapping is not None and isinstance(value, dict):
            return tags.converter.structure(cast("object", value), mapping)
        if plain is not None and not tagged:
            return tags.converter.structure(value, plain)
        return tags.structure(tagged, value, cls)

    return structure


def _mapping_hook(converter: Converter, cls: Any) -> Hook:  # noqa: ANN401 (cattrs' protocol)
    declared = get_args(cls)[1]

    def structure(value: object, _: object) -> object:
        if not isinstance(value, Mapping):
            raise InvalidValueError(MUST_BE_TABLE)
        table = cast("Table", value)
        names = [key_name(each) for each in table]
        members = _each(table.values(), lambda each: converter.structure(each, declared), names)
        return dict(zip(table, members, strict=True))

    return structure


def _literal_hook(cls: Any) -> Hook:  # noqa: ANN401 (cattrs' protocol)
    known = get_args(cls)

    def structure(value: object, _: object) -> object:
        for each in known:
            if type(value) is type(each) and value == each:
                return each
        raise NoMemberError(value, map(str, known))

    return structure


def _is_open(cls: object) -> bool:
    """Return whether a declared type accepts every value."""
    return cls is object or cls is Any or isinstance(cls, TypeVar)


def _specialised(declared: Any, given: Mapping[Any, Any]) -> Any:  # noqa: ANN401 (a field's type)
    """Return a field's type with the parameters of its class replaced."""
    if declared in given:
        return given[declared]
    open_ones = getattr(declared, "__parameters__", ()) if given else ()
    return declared[tuple(given.get(each, each) for each in open_ones)] if open_ones else declared


def _each(
    values: Iterable[object], structure: Callable[[object], T], names: Sequence[str] | None = None
) -> tuple[T, ...]:
    """Structure every value, and raise the faults of all together."""
    found: list[T] = []
    errors: list[Exception] = []
    for number, value in enumerate(values):
        try:
            found.append(structure(value))
        except Exception as error:  # noqa: BLE001 (gathered, and raised together)
            place = number if names is None else names[number]
            error.add_note(IterableValidationNote("", place, object))
            errors.append(error)
    if errors:
        raise IterableValidationError("", errors, tuple)  # pyright: ignore[reportCallIssue] (it takes a class)
    return tuple(found)


def structure_fields(converter: Converter, cls: type, table: Table, declared: Mapping[str, Any]) -> dict[str, Any]:
    """Structure every value of a table whose form differs from its class's fields.

    Args:
        converter: the converter.
        cls: the class that the table is for.
        table: the values by name, beside `kind`.
        declared: the names that the table has, each with the type of its value.
    """
    found: dict[str, Any] = {}
    errors: list[Exception] = []
    for name, each in declared.items():
        try:
            found[name] = converter.structure(table[name], each)
        except Exception as error:  # noqa: BLE001 (gathered, and raised together)
            error.add_note(AttributeValidationNote("", name, object))
            errors.append(error)
    if extra := table.keys() - declared.keys() - {"kind"}:
        errors.append(UnknownKeysError(cls, extra, declared))
    if errors:
        raise ClassValidationError("", errors, cls)  # pyright: ignore[reportCallIssue] (it takes a class)
    return found
