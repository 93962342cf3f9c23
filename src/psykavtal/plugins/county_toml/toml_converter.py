"""The strict converter of values from TOML, with the short forms that authors write."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, get_args

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from psykavtal.errors import InvalidValueError, Message
from psykavtal.model.ages import AgeLimit
from psykavtal.model.citations import Citation, Section, Text
from psykavtal.model.conditions import Criterion
from psykavtal.model.dates import UncertainDate
from psykavtal.model.provisions import Provision
from psykavtal.plugins.county_toml import field_values
from psykavtal.plugins.strict_converter import strict_converter


def toml_converter() -> Converter:
    """Return a strict converter from TOML values to the model."""
    converter = strict_converter()
    converter.register_structure_hook(date, field_values.day)
    converter.register_structure_hook(UncertainDate, field_values.uncertain_date)
    converter.register_structure_hook(Citation, _citation)
    converter.register_structure_hook_factory(lambda cls: cls in (Section, Text), _read_hook)
    converter.register_structure_hook(AgeLimit, lambda value, _: field_values.age_limit(value, converter.structure))
    converter.register_structure_hook_func(
        _is_criterion, lambda value, _: field_values.criterion(value, converter.structure)
    )
    converter.register_structure_hook_factory(_is_provision, _provision_hook)
    return converter


def keys_of(cls: type[attrs.AttrsInstance]) -> tuple[str, ...]:
    """Return the fields that a table of this class can give.

    Readings are made separately.
    """
    return _keys_of(cls)


@cache
def _keys_of(cls: Any) -> tuple[str, ...]:  # noqa: ANN401 (classes are compared by identity)
    return tuple(each.name for each in attrs.fields(cls) if each.init and each.name != "readings")


def _citation(value: object, _: object) -> Citation:
    """Return a citation that was read before."""
    if not isinstance(value, Citation):
        raise InvalidValueError(Message(en="must be a citation.", sv="ska vara en källhänvisning."), value=value)
    return value


def _read_hook(cls: type[Any], converter: Converter) -> Callable[[Any, Any], Any]:
    """Return the hook of a text or a section; one already read is unchanged."""
    from_table = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)
    return lambda value, target: value if isinstance(value, cls) else from_table(value, target)


def _is_criterion(cls: object) -> bool:
    """Return whether a declared type is a criterion, or a criterion or None."""
    members = set(get_args(cls)) - {type(None)}
    return bool(members) and members <= set(get_args(Criterion))


def _is_provision(cls: object) -> bool:
    return isinstance(cls, type) and issubclass(cls, Provision)


def _provision_hook(cls: type[Provision], converter: Converter) -> Callable[[Mapping[str, Any], Any], Provision]:
    return make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True, readings=override(omit=True))
