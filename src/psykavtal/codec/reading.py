"""JSON values to objects; what does not fit is refused."""

import enum
import types
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, TypeAlias, Union, cast, get_args, get_origin

import attrs

from psykavtal.errors import InvalidValueError, suggestion
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
        kind = table.get("kind", "")
        if kind in self.special:
            return self.special[kind](table)
        return self._read_class(kind, table)

    def as_declared(self, value: object, declared: Any) -> Any:  # noqa: ANN401 (a field's type, whatever it is)
        """A value as the type that a field is declared with."""
        origin = get_origin(declared)
        if origin is tuple:
            return self._read_tuple(value, get_args(declared))
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
        extra = [key for key in table if key != "kind" and key not in fields]
        missing = [name for name, (_, _, required) in fields.items() if required and name not in table]
        if extra or missing:
            told = [f"unknown: {', '.join(extra)}"] * bool(extra) + [f"missing: {', '.join(missing)}"] * bool(missing)
            raise InvalidValueError(f"a {kind} has other keys; {'; '.join(told)}.", value=kind)
        given: dict[str, Any] = {}
        for name, (alias, declared, _) in fields.items():
            if name in table:
                given[alias] = self.as_declared(table[name], declared)
        return cls(**given)

    def _read_tuple(self, value: object, args: tuple[Any, ...]) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise InvalidValueError("must be a list.", value=value)
        members = cast("list[object]", value)
        if Ellipsis in args:
            return tuple(self.as_declared(each, args[0]) for each in members)
        if len(members) != len(args):
            raise InvalidValueError(f"must have {len(args)} members.", value=len(members))
        return tuple(self.as_declared(each, cls) for each, cls in zip(members, args, strict=True))

    def _read_union(self, value: object, args: tuple[Any, ...]) -> object:
        if value is None and type(None) in args:
            return None
        members = [each for each in args if each is not type(None)]
        return self.as_declared(value, members[0]) if len(members) == 1 else self.read(value)


@cache
def _fields(cls: type) -> dict[str, tuple[str, Any, bool]]:
    """For each field that is given: its parameter, its declared type, whether it is required.

    A type that is declared by its name only is told by `kind` alone.
    """
    return {
        each.name: (
            each.alias or each.name,
            object if isinstance(each.type, str) else each.type,
            each.default is attrs.NOTHING,
        )
        for each in attrs.fields(cast("type[attrs.AttrsInstance]", cls))
        if each.init
    }


def _read_enum(value: object, cls: type[enum.Enum]) -> enum.Enum:
    try:
        return cls(value)
    except ValueError:
        known = ", ".join(str(each.value) for each in cls)
        raise InvalidValueError("is none of the values it can be.", value=value, hint=f"One of: {known}.") from None
