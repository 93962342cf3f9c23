"""JSON values to objects; what does not fit is refused."""

import enum
import types
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, Literal, TypeAlias, Union, cast, get_args, get_origin

import attrs

from psykavtal.codec.json_text import key_name
from psykavtal.errors import CaseError, InvalidDateError, InvalidValueError, PsykavtalError, nearest, suggestion
from psykavtal.model.dates import parse_date
from psykavtal.model.provisions import kind_of

Table: TypeAlias = Mapping[str, Any]
Special: TypeAlias = Callable[[Table], object]
_SCALARS = frozenset((str, int, bool, date))


@attrs.frozen
class Reader:
    """Reads JSON values as objects of known classes.

    Attributes:
        classes: the classes, by kind.
        special: how some kinds are read instead.
    """

    classes: Mapping[str, type]
    special: Mapping[str, Special] = attrs.field(factory=dict[str, Special])

    def read(self, value: object, declared: Any = None) -> object:  # noqa: ANN401 (a field's type, whatever it is)
        """A value that tells its class by `kind`; a list as a tuple of such.

        Args:
            value: the JSON value.
            declared: a generic class with the types of its parameters, if they are known.

        Raises:
            InvalidValueError: there is no such kind, or it has other keys or values.
        """
        if isinstance(value, list):
            return tuple(self.read(each) for each in cast("list[object]", value))
        if not isinstance(value, dict):
            return value
        table = cast("dict[str, Any]", value)
        kind = table.get("kind")
        if not isinstance(kind, str):
            raise InvalidValueError("has no `kind`, or one that is no text.", value=type(kind).__name__)
        if kind in self.special:
            return self.special[kind](table)
        return self._read_class(kind, table, declared)

    def as_declared(self, value: object, declared: Any) -> Any:  # noqa: ANN401 (a field's type, whatever it is)
        """A value as the type that a field is declared with."""
        origin = get_origin(declared)
        if origin is tuple:
            return self._read_tuple(value, get_args(declared))
        if origin is Mapping:
            return self._read_mapping(value, get_args(declared)[1])
        if origin in (Union, types.UnionType):
            return self._read_union(value, get_args(declared))
        if origin is Literal:
            return _read_literal(value, get_args(declared))
        if declared in _SCALARS:
            return _read_scalar(value, declared)
        if isinstance(declared, type) and issubclass(declared, enum.Enum):
            return _read_enum(value, declared)
        expected = cast("Any", origin or declared)
        read = self.read(value, declared)
        if isinstance(expected, type) and not isinstance(read, expected):
            raise InvalidValueError(f"must be a {kind_of(expected)}.")
        return read

    def _read_class(self, kind: str, table: Table, declared: Any) -> object:  # noqa: ANN401 (as above)
        cls = self.classes.get(kind)
        if cls is None:
            raise InvalidValueError(f"no kind {key_name(kind)}.", hint=suggestion(kind, self.classes, what="kinds"))
        fields = _fields(cls)
        refuse_keys(kind, table, known=fields, required=[name for name, each in fields.items() if each.required])
        given: dict[str, Any] = {}
        types_of = _parameters(cls, declared)
        name = ""
        try:
            for name, field in fields.items():
                if name in table:
                    given[field.alias] = self.as_declared(table[name], _specialised(field.declared, types_of))
        except InvalidValueError as error:
            error.where = f"{name}.{error.where}" if error.where else name
            raise
        try:
            return cls(**given)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, PsykavtalError) as error:
            raise _refused(kind, error) from None

    def _read_tuple(self, value: object, args: tuple[Any, ...]) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise InvalidValueError("must be a list.")
        members = cast("list[object]", value)
        if Ellipsis in args:
            return tuple(self.as_declared(each, args[0]) for each in members)
        if len(members) != len(args):
            raise InvalidValueError(f"must have {len(args)} members.", value=len(members))
        return tuple(self.as_declared(each, cls) for each, cls in zip(members, args, strict=True))

    def _member(self, value: object, members: list[Any]) -> object:
        """Return the member of a union that a value's kind names, with the types of its parameters."""
        kind = cast("Table", value).get("kind") if isinstance(value, dict) else None
        cls = self.classes.get(kind) if isinstance(kind, str) else None
        return next((each for each in members if cls is not None and (get_origin(each) or each) is cls), None)

    def _read_mapping(self, value: object, declared: Any) -> dict[str, Any]:  # noqa: ANN401 (as above)
        if not isinstance(value, dict):
            raise InvalidValueError("must be a table.", value=type(value).__name__)
        return {key: self.as_declared(each, declared) for key, each in cast("dict[str, Any]", value).items()}

    def _read_union(self, value: object, args: tuple[Any, ...]) -> object:
        if value is None and type(None) in args:
            return None
        members = [each for each in args if each is not type(None)]
        if len(members) == 1:
            return self.as_declared(value, members[0])
        plain = next((each for each in members if get_origin(each) is Mapping), None)
        if plain is not None and isinstance(value, dict):
            return self._read_mapping(cast("object", value), get_args(plain)[1])
        classes = tuple(get_origin(each) or each for each in members)
        read = self.read(value, self._member(value, members))
        if not isinstance(read, classes):
            kinds = ", ".join(kind_of(each) for each in classes)
            raise InvalidValueError("is of another kind.", value=type(value).__name__, hint=f"One of: {kinds}.")
        return read


@attrs.frozen
class _Field:
    """A field that is given: its parameter, its declared type, whether it is required."""

    alias: str
    declared: Any
    required: bool


@cache
def _fields(cls: type) -> dict[str, _Field]:
    typed = cast("type[attrs.AttrsInstance]", cls)
    if any("'" in repr(each.type) for each in attrs.fields(typed)):
        attrs.resolve_types(typed)
    return {
        each.name: _Field(each.alias or each.name, each.type, each.default is attrs.NOTHING)
        for each in attrs.fields(typed)
        if each.init
    }


def _parameters(cls: type, declared: Any) -> dict[Any, Any]:  # noqa: ANN401 (as above)
    """Return the types of a generic class's parameters, by parameter, if it is declared with them."""
    if declared is None or get_origin(declared) is not cls:
        return {}
    parameters: tuple[Any, ...] = getattr(cls, "__parameters__", ())
    return dict(zip(parameters, get_args(declared), strict=True))


def _specialised(declared: Any, types_of: Mapping[Any, Any]) -> Any:  # noqa: ANN401 (as above)
    """Return a field's type with the parameters of its class replaced."""
    if not types_of:
        return declared
    if declared in types_of:
        return types_of[declared]
    open_ones = getattr(declared, "__parameters__", ())
    return declared[tuple(types_of.get(each, each) for each in open_ones)] if open_ones else declared


def refuse_keys(kind: str, table: Table, *, known: Iterable[str], required: Iterable[str]) -> None:
    """Refuse a table with a key too many or too few.

    Raises:
        InvalidValueError: with every such key, and the nearest that there is.
    """
    names = list(known)
    told = [f"{key_name(key)} is no key{_nearest(key, names)}" for key in table if key != "kind" and key not in names]
    told += [f"{name!r} is missing" for name in required if name not in table]
    if told:
        hint = f"Its keys: {', '.join(names)}."
        raise InvalidValueError(f"a {kind} has other keys: {'; '.join(told)}.", value=kind, hint=hint)


def _nearest(key: object, names: list[str]) -> str:
    near = nearest(key, names) if isinstance(key, str) else None
    return f" (did you mean {near!r}?)" if near else ""


def _refused(kind: str, error: Exception) -> InvalidValueError:
    """Return why a class did not take its values, without any of them."""
    if isinstance(error, CaseError):
        return InvalidValueError(f"is not a valid {kind}: {' '.join(map(str, error.faults))}")
    if isinstance(error, InvalidDateError):
        return InvalidValueError("is not a date.", hint=error.hint)
    if isinstance(error, InvalidValueError):
        return InvalidValueError(error.message, where=error.where, hint=error.hint)
    return InvalidValueError(f"is not a valid {kind}.")


def _read_scalar(value: object, cls: type) -> object:
    if cls is date:
        return _read_date(value)
    if type(value) is not cls:
        raise InvalidValueError(f"must be {cls.__name__}.")
    return value


def _read_date(value: object) -> date:
    try:
        return parse_date(value if isinstance(value, str) else "")
    except InvalidDateError as error:
        raise InvalidValueError("is not a date.", hint=error.hint) from None


def _read_literal(value: object, known: tuple[object, ...]) -> object:
    for each in known:
        if type(value) is type(each) and value == each:
            return each
    raise InvalidValueError("is none of the values it can be.", hint=f"One of: {', '.join(map(str, known))}.")


def _read_enum(value: object, cls: type[enum.Enum]) -> enum.Enum:
    try:
        return cls(value)
    except (TypeError, ValueError):
        known = ", ".join(str(each.value) for each in cls)
        raise InvalidValueError("is none of the values it can be.", hint=f"One of: {known}.") from None
