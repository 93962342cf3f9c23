"""Objects to JSON values and back; `kind` is the one discriminator."""

import enum
import types
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Union, get_args, get_origin

import attrs
from cattrs import Converter

from psykavtal.ask.counties import Counties
from psykavtal.ask.county import County
from psykavtal.ask.edition import Edition
from psykavtal.ask.escalation import Escalation
from psykavtal.errors import InvalidValueError, suggestion
from psykavtal.exchange.kinds import classes
from psykavtal.model.dates import parse_date
from psykavtal.model.provisions import kind_of
from psykavtal.model.records import Snapshot
from psykavtal.plugins.reading.raw import as_items, as_table

_SCALARS = (str, int, bool, float)


def exchange_converter(counties: Counties | None = None) -> Converter:
    """A converter of every public object.

    Args:
        counties: those in which an edition that is read is looked up.
    """
    converter = Converter()
    converter.register_unstructure_hook(tuple, lambda value: [converter.unstructure(each) for each in value])
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook_func(attrs.has, lambda value: _to_table(value, converter))
    converter.register_unstructure_hook(Counties, lambda value: _of_counties(value, converter))
    converter.register_unstructure_hook(County, lambda value: _of_county(value, converter))
    converter.register_unstructure_hook(Edition, _of_edition)
    converter.register_unstructure_hook(Escalation, _of_escalation)
    converter.register_structure_hook_func(lambda _: True, lambda value, cls: _read(value, cls, counties))
    return converter


def _to_table(value: attrs.AttrsInstance, converter: Converter) -> dict[str, object]:
    fields = [each for each in attrs.fields(type(value)) if each.init]
    return {
        "kind": kind_of(type(value)),
        **{each.name: converter.unstructure(getattr(value, each.name)) for each in fields},
    }


def _of_counties(value: Counties, converter: Converter) -> dict[str, object]:
    return {"kind": "counties", "snapshot": converter.unstructure(value.snapshot())}


def _of_county(value: County, converter: Converter) -> dict[str, object]:
    alone = Counties((value,), value.holdings.registry)
    return {"kind": "county", "snapshot": converter.unstructure(alone.snapshot())}


def _of_edition(value: Edition) -> dict[str, object]:
    """An edition is told by its county, its document and the day; the texts stay with the county."""
    return {"kind": "edition", "county": value.county_code, "document": value.id, "on": value.on.isoformat()}


def _of_escalation(value: Escalation) -> dict[str, object]:
    edition = Edition(value.document, value.on, value.holdings)
    return {"kind": "escalation", "edition": _of_edition(edition)}


def _read(value: object, cls: Any, counties: Counties | None) -> Any:  # noqa: ANN401 (cattrs' protocol)
    """A JSON value as the type that a field is declared with."""
    origin = get_origin(cls)
    if origin in (Union, types.UnionType):
        if value is None and type(None) in get_args(cls):
            return None
        members = [each for each in get_args(cls) if each is not type(None)]
        return _read(value, members[0] if len(members) == 1 else object, counties)
    if origin is tuple:
        return _read_tuple(value, get_args(cls), counties)
    if isinstance(cls, type) and issubclass(cls, enum.Enum):
        return _read_enum(value, cls)
    if cls is date:
        return parse_date(value if isinstance(value, str) else str(value))
    if cls in _SCALARS:
        if type(value) is not cls:
            raise InvalidValueError(f"must be {cls.__name__}.", value=value)
        return value
    return _read_any(value, origin or cls, counties)


def _read_any(value: object, expected: Any, counties: Counties | None) -> Any:  # noqa: ANN401 (told by `kind`)
    items = as_items(value)
    if items is not None:
        return tuple(_read_any(each, object, counties) for each in items)
    table = as_table(value)
    if table is None:
        return value
    special = _SPECIAL.get(table.get("kind", ""))
    read = special(table, counties) if special else _read_class(table, counties)
    if isinstance(expected, type) and not isinstance(read, expected):
        raise InvalidValueError(f"must be a {kind_of(expected)}.", value=table.get("kind"))
    return read


def _read_class(value: Mapping[str, Any], counties: Counties | None) -> object:
    cls: Any = classes().get(value.get("kind", ""))
    if cls is None:
        kind = str(value.get("kind"))
        raise InvalidValueError(f"no kind {kind!r}.", value=kind, hint=suggestion(kind, classes(), what="kinds"))
    fields = {each.name: each for each in attrs.fields(attrs.resolve_types(cls)) if each.init}
    extra = [key for key in value if key != "kind" and key not in fields]
    missing = [name for name, each in fields.items() if each.default is attrs.NOTHING and name not in value]
    if extra or missing:
        told = [f"unknown: {', '.join(extra)}"] * bool(extra) + [f"missing: {', '.join(missing)}"] * bool(missing)
        raise InvalidValueError(f"a {value['kind']} has other keys; {'; '.join(told)}.", value=value["kind"])
    given = {name: _read(value[name], each.type, counties) for name, each in fields.items() if name in value}
    return cls(**{fields[name].alias or name: item for name, item in given.items()})


def _read_tuple(value: object, args: tuple[Any, ...], counties: Counties | None) -> tuple[Any, ...]:
    members = as_items(value)
    if members is None:
        raise InvalidValueError("must be a list.", value=value)
    if Ellipsis in args:
        return tuple(_read(each, args[0], counties) for each in members)
    if len(members) != len(args):
        raise InvalidValueError(f"must have {len(args)} members.", value=len(members))
    return tuple(_read(each, cls, counties) for each, cls in zip(members, args, strict=True))


def _read_enum(value: object, cls: type[enum.Enum]) -> enum.Enum:
    try:
        return cls(value)
    except ValueError:
        known = [str(each.value) for each in cls]
        raise InvalidValueError(
            "is none of the values it can be.", value=value, hint=f"One of: {', '.join(known)}."
        ) from None


def _read_counties(value: Mapping[str, Any], counties: Counties | None) -> Counties:
    return Counties.from_snapshot(_read(value.get("snapshot"), Snapshot, counties))


def _read_county(value: Mapping[str, Any], counties: Counties | None) -> County:
    return _read_counties(value, counties).members[0]


def _read_edition(value: Mapping[str, Any], counties: Counties | None) -> Edition:
    if counties is None:
        raise InvalidValueError(
            "an edition is read among counties.", value=value.get("document"), hint="Give counties=load_counties()."
        )
    return counties[str(value.get("county"))].document(str(value.get("document")), on=str(value.get("on")))


def _read_escalation(value: Mapping[str, Any], counties: Counties | None) -> Escalation:
    return _read_edition(value.get("edition", {}), counties).escalation


_SPECIAL: dict[str, Callable[[Mapping[str, Any], Counties | None], object]] = {
    "counties": _read_counties,
    "county": _read_county,
    "edition": _read_edition,
    "escalation": _read_escalation,
}
