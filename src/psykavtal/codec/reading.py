"""JSON values to objects; what does not fit is refused."""

import enum
import types
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, TypeAlias, Union, cast, get_args, get_origin

import attrs

from psykavtal.errors import InvalidValueError, nearest, suggestion
from psykavtal.model.dates import parse_date
from psykavtal.model.provisions import kind_of

Table: TypeAlias = Mapping[str, Any]
Special: TypeAlias = Callable[[Table], object]
_SCALARS = (str, int, bool)


@attrs.frozen
class Reader:
    """Reads JSON values as objects of known classes.

    Attributes:
        classes: the classes, by kind.
        special: how some kinds are read instead.
    """

    classes: Mapping[str, type]
    special: Mapping[str, Special] = attrs.field(factory=dict[str, Special])

    def read(self, value: object) -> object:
        """A value that tells its class by `kind`; a list as a tuple of such.

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
        return self._read_class(kind, table)

    def as_declared(self, value: object, declared: Any) -> Any:  # noqa: ANN401 (a field's type, whatever it is)
        """A value as the type that a field is declared with."""
        origin = get_origin(declared)
        if origin is tuple:
            return self._read_tuple(value, get_args(declared))
        if origin is Mapping:
            return self._read_mapping(value, get_args(declared)[1])
        if origin in (Union, types.UnionType):
            return self._read_union(value, get_args(declared))
        if isinstance(declared, type):
            if declared in _SCALARS:
                if type(value) is not declared:
                    raise InvalidValueError(f"must be {declared.__name__}.", value=value)
                return value
            if issubclass(declared, enum.Enum):
                return _read_enum(value, declared)
            if declared is date:
                return parse_date(value if isinstance(value, str) else str(value))
        expected = cast("Any", origin or declared)
        read = self.read(value)
        if isinstance(expected, type) and not isinstance(read, expected):
            raise InvalidValueError(f"must be a {kind_of(expected)}.", value=value if isinstance(value, str) else None)
        return read

    def _read_class(self, kind: str, table: Table) -> object:
        cls = self.classes.get(kind)
        if cls is None:
            raise InvalidValueError(f"no kind {kind!r}.", value=kind, hint=suggestion(kind, self.classes, what="kinds"))
        fields = _fields(cls)
        refuse_keys(kind, table, known=fields, required=[name for name, each in fields.items() if each.required])
        given: dict[str, Any] = {}
        name = ""
        try:
            for name, field in fields.items():
                if name in table:
                    given[field.alias] = self.as_declared(table[name], field.declared)
        except InvalidValueError as error:
            error.where = f"{name}.{error.where}" if error.where else name
            raise
        try:
            return cls(**given)
        except (TypeError, ValueError) as error:
            if isinstance(error, InvalidValueError):
                raise
            raise InvalidValueError(f"is no {kind}: {error}", value=kind) from error

    def _read_tuple(self, value: object, args: tuple[Any, ...]) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise InvalidValueError("must be a list.", value=value)
        members = cast("list[object]", value)
        if Ellipsis in args:
            return tuple(self.as_declared(each, args[0]) for each in members)
        if len(members) != len(args):
            raise InvalidValueError(f"must have {len(args)} members.", value=len(members))
        return tuple(self.as_declared(each, cls) for each, cls in zip(members, args, strict=True))

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
        read = self.read(value)
        classes = tuple(get_origin(each) or each for each in members)
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
    if any(isinstance(each.type, str) or "ForwardRef" in repr(each.type) for each in attrs.fields(typed)):
        attrs.resolve_types(typed)
    return {
        each.name: _Field(each.alias or each.name, each.type, each.default is attrs.NOTHING)
        for each in attrs.fields(typed)
        if each.init
    }


def refuse_keys(kind: str, table: Table, *, known: Iterable[str], required: Iterable[str]) -> None:
    """Refuse a table with a key too many or too few.

    Raises:
        InvalidValueError: with every such key, and the nearest that there is.
    """
    names = list(known)
    told = [f"{key!r} is no key{_nearest(key, names)}" for key in table if key != "kind" and key not in names]
    told += [f"{name!r} is missing" for name in required if name not in table]
    if told:
        hint = f"Its keys: {', '.join(names)}."
        raise InvalidValueError(f"a {kind} has other keys: {'; '.join(told)}.", value=kind, hint=hint)


def _nearest(key: str, names: list[str]) -> str:
    near = nearest(key, names)
    return f" (did you mean {near!r}?)" if near else ""


def _read_enum(value: object, cls: type[enum.Enum]) -> enum.Enum:
    try:
        return cls(value)
    except ValueError:
        known = ", ".join(str(each.value) for each in cls)
        raise InvalidValueError("is none of the values it can be.", value=value, hint=f"One of: {known}.") from None
