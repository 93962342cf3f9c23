"""The strict converter: no key too many, no value of another type, nothing coerced."""

import enum
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.gen import make_dict_structure_fn, override

from psykavtal.errors import InvalidValueError
from psykavtal.model.ages import AgeLimit
from psykavtal.model.citations import Citation, Text
from psykavtal.model.conditions import Criterion
from psykavtal.model.dates import UncertainDate
from psykavtal.model.provisions import Provision
from psykavtal.plugins.county_toml import field_values
from psykavtal.plugins.county_toml.faults import NoMemberError
from psykavtal.plugins.county_toml.toml_values import as_table

T = TypeVar("T")
E = TypeVar("E", bound=enum.Enum)


def strict_converter() -> Converter:
    """A converter from the values that TOML gives to the model, refusing all that does not fit."""
    converter = Converter(forbid_extra_keys=True)
    for primitive, name in ((str, "text"), (int, "a whole number"), (bool, "true or false")):
        converter.register_structure_hook(primitive, _exactly(primitive, name))
    converter.register_structure_hook_factory(attrs.has, _class_hook)
    converter.register_structure_hook(date, field_values.day)
    converter.register_structure_hook(UncertainDate, field_values.uncertain_date)
    converter.register_structure_hook(Citation, _made)
    converter.register_structure_hook_factory(lambda cls: cls is Text, _text_hook)
    converter.register_structure_hook(AgeLimit, lambda value, _: field_values.age_limit(value, converter.structure))
    converter.register_structure_hook_func(
        _is_criterion, lambda value, _: field_values.criterion(value, converter.structure)
    )
    converter.register_structure_hook_func(_is_enum, _enum_member)
    converter.register_structure_hook_factory(_is_tuple, _tuple_hook)
    converter.register_structure_hook_factory(_is_provision, _provision_hook)
    return converter


def keys_of(cls: type[attrs.AttrsInstance]) -> tuple[str, ...]:
    """The names of the fields that a table of this class can give; readings are made beside them."""
    return _keys_of(cls)


@cache
def _keys_of(cls: Any) -> tuple[str, ...]:  # noqa: ANN401 (a class is told apart by identity)
    return tuple(each.name for each in attrs.fields(cls) if each.init and each.name != "readings")


def _exactly(cls: type[T], name: str) -> Callable[[object, object], T]:
    def structure(value: object, _: object) -> T:
        if type(value) is not cls:
            raise InvalidValueError(f"must be {name}.", value=value)
        return value

    return structure


def _made(value: object, _: object) -> Citation:
    if not isinstance(value, Citation):
        raise InvalidValueError("must be a citation.", value=value)
    return value


def _class_hook(cls: Any, converter: Converter) -> Callable[[Any, Any], Any]:  # noqa: ANN401 (cattrs' protocol)
    """A table with no key that the class has not."""
    from_table = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)

    def structure(value: object, target: Any) -> Any:  # noqa: ANN401 (cattrs hands types over as it finds them)
        table = as_table(value)
        if table is None:
            raise InvalidValueError("must be a table.", value=value)
        return from_table(table, target)

    return structure


def _text_hook(cls: type[Text], converter: Converter) -> Callable[[Any, Any], Text]:
    """A text that was made before stays as it is."""
    from_table = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)
    return lambda value, target: value if isinstance(value, Text) else from_table(value, target)


def _is_criterion(cls: object) -> bool:
    """Whether a field holds a criterion, or a criterion or None."""
    members = set(get_args(cls)) - {type(None)}
    return bool(members) and members <= set(get_args(Criterion))


def _is_enum(cls: object) -> bool:
    return isinstance(cls, type) and issubclass(cls, enum.Enum)


def _enum_member(value: object, cls: type[E]) -> E:
    try:
        return cls(value)
    except ValueError:
        raise NoMemberError(value, [str(member.value) for member in cls]) from None


def _is_tuple(cls: object) -> bool:
    return get_origin(cls) is tuple


def _tuple_hook(cls: Any, converter: Converter) -> Callable[[object, Any], Any]:  # noqa: ANN401 (cattrs' protocol)
    inner: Callable[[Any, Any], Any] = homogenous_tuple_structure_factory(cls, converter)

    def structure(value: object, target: Any) -> Any:  # noqa: ANN401 (cattrs hands types over as it finds them)
        if not isinstance(value, list | tuple):
            raise InvalidValueError("must be a list.", value=value, fix="Write [...].")
        return inner(value, target)

    return structure


def _is_provision(cls: object) -> bool:
    return isinstance(cls, type) and issubclass(cls, Provision)


def _provision_hook(cls: type[Provision], converter: Converter) -> Callable[[Mapping[str, Any], Any], Provision]:
    return make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True, readings=override(omit=True))
