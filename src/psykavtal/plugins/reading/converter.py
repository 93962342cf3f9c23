"""The strict converter: no key too many, no value of another type, nothing coerced."""

import enum
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.gen import make_dict_structure_fn, override

from psykavtal.errors import InvalidValueError, nearest
from psykavtal.model.ages import AgeLimit, AgeRange
from psykavtal.model.citations import Citation
from psykavtal.model.criteria import AgeIs, AllOf, AnyOf, Criterion, FactIs, Not
from psykavtal.model.dates import UncertainDate
from psykavtal.model.provisions import Provision
from psykavtal.model.readings import Because, Reading
from psykavtal.model.wording import Wording

T = TypeVar("T")
E = TypeVar("E", bound=enum.Enum)

# `readings` are made by the reader from the tables beside a provision, never given as such.
_MADE_ELSEWHERE = ("readings",)


def strict_converter() -> Converter:
    """A converter from the values that TOML gives to the model, refusing all that does not fit."""
    converter = Converter(forbid_extra_keys=True)
    for primitive in (str, int, bool):
        converter.register_structure_hook(primitive, _exactly(primitive))
    converter.register_structure_hook(date, _day)
    converter.register_structure_hook(UncertainDate, _uncertain_date)
    converter.register_structure_hook(Citation, _made)
    converter.register_structure_hook(AgeLimit, lambda value, _: _age_limit(value, converter))
    converter.register_structure_hook_func(_is_criterion, lambda value, _: _criterion(value, converter))
    converter.register_structure_hook_func(_is_enum, _enum_member)
    converter.register_structure_hook_factory(_is_tuple, _tuple_hook)
    converter.register_structure_hook_factory(_is_provision, _provision_hook)
    return converter


def _exactly(cls: type[T]) -> Callable[[object, object], T]:
    names = {str: "text", int: "a whole number", bool: "true or false"}

    def structure(value: object, _: object) -> T:
        if type(value) is not cls:
            raise InvalidValueError(f"must be {names[cls]}.", value=value)
        return value

    return structure


def _day(value: object, _: object) -> date:
    if type(value) is not date:
        raise InvalidValueError("must be a date.", value=value, hint="Write 2026-01-10, without quotes.")
    return value


def _uncertain_date(value: object, _: object) -> UncertainDate:
    """A TOML date, EDTF text, or a table of `edtf` and `words`."""
    if type(value) is date:
        return UncertainDate(value.isoformat())
    if isinstance(value, str):
        return UncertainDate(value)
    if isinstance(value, Mapping) and set(value) <= {"edtf", "words"} and isinstance(value.get("edtf"), str):
        return UncertainDate(value["edtf"], words=str(value.get("words", "")))
    raise InvalidValueError(
        "must be a date.",
        value=value,
        hint='Write 2025-07-01, "2025-06", or { edtf, words }.',
    )


def _made(value: object, _: object) -> Citation:
    if not isinstance(value, Citation):
        raise InvalidValueError("must be a citation.", value=value)
    return value


def _age_limit(value: object, converter: Converter) -> AgeLimit:
    if not isinstance(value, Mapping):
        raise InvalidValueError(
            "must be a table with `words`.",
            value=value,
            hint='{ words = "från 18 år", from = 18 }',
        )
    table = dict(value)
    words = converter.structure(_take(table, "words"), str)
    readings = tuple(
        Reading(
            name=name,
            because=converter.structure(sub.get("because", "wording"), Because),
            why=converter.structure(sub.get("why"), Wording),
            value=_age_range(
                {key: sub[key] for key in sub if key not in ("because", "why")},
                converter,
            ),
        )
        for name, sub in dict(table.pop("reading", {})).items()
    )
    if table.pop("number", True) is False:
        _nothing_left(table)
        return AgeLimit(words=words)
    return AgeLimit(
        words=words,
        range=None if readings else _age_range(table, converter),
        readings=readings,
    )


def _age_range(table: dict[str, Any], converter: Converter) -> AgeRange:
    table = dict(table)
    every = table.pop("all", False)
    first = table.pop("from", None)
    below = table.pop("below", None)
    _nothing_left(table)
    if not every and first is None and below is None:
        raise InvalidValueError(
            "gives no age.",
            hint="Give `from`, `below`, `all = true`, or `number = false`.",
        )
    return AgeRange(
        at_least=None if first is None else converter.structure(first, int),
        below=None if below is None else converter.structure(below, int),
    )


def _take(table: dict[str, Any], key: str) -> Any:  # noqa: ANN401 (whatever TOML holds)
    if key not in table:
        raise InvalidValueError(f"`{key}` is missing.")
    return table.pop(key)


def _nothing_left(table: Mapping[str, object]) -> None:
    if table:
        extra = ", ".join(f"`{key}`" for key in table)
        raise InvalidValueError(
            f"cannot have {extra}.",
            hint="Known keys: words, from, below, all, number, reading.",
        )


def _is_criterion(cls: object) -> bool:
    """Whether a field holds a criterion, or a criterion or None."""
    members = set(get_args(cls)) - {type(None)}
    return bool(members) and members <= set(get_args(Criterion))


def _criterion(value: object, converter: Converter) -> Criterion | None:
    """A fact, or a table with one of `all`, `any`, `not`, `age`; None where none is given."""
    return None if value is None else _some_criterion(value, converter)


def _some_criterion(value: object, converter: Converter) -> Criterion:
    if isinstance(value, str):
        return FactIs(fact=value)
    if isinstance(value, FactIs | AgeIs | Not | AllOf | AnyOf):
        return value
    if isinstance(value, Mapping) and len(value) == 1:
        ((word, inner),) = value.items()
        if word in ("all", "any") and isinstance(inner, list) and inner:
            parts = tuple(_some_criterion(each, converter) for each in inner)
            return AllOf(of=parts) if word == "all" else AnyOf(of=parts)
        if word == "not":
            return Not(of=_some_criterion(inner, converter))
        if word == "age":
            return AgeIs(limit=_age_limit(inner, converter))
    raise InvalidValueError(
        "is no condition.",
        value=value,
        hint="Write a fact, or { all = [...] }, { any = [...] }, { not = ... }, { age = ... }.",
    )


def _is_enum(cls: object) -> bool:
    return isinstance(cls, type) and issubclass(cls, enum.Enum)


def _enum_member(value: object, cls: type[E]) -> E:
    if isinstance(value, cls):
        return value
    names = [str(member.value) for member in cls]
    if value not in names:
        near = nearest(str(value), names)
        first = f"Did you mean {near!r}? " if near else ""
        raise InvalidValueError(
            "is none of the values it can be.",
            value=value,
            hint=f"{first}One of: {', '.join(names)}.",
        )
    return cls(value)


def _is_tuple(cls: object) -> bool:
    return get_origin(cls) is tuple


def _tuple_hook(cls: Any, converter: Converter) -> Callable[[object, Any], Any]:  # noqa: ANN401 (cattrs' protocol)
    inner = homogenous_tuple_structure_factory(cls, converter)

    def structure(value: object, target: Any) -> Any:  # noqa: ANN401
        if not isinstance(value, list | tuple):
            raise InvalidValueError("must be a list.", value=value, hint="Write [...].")
        return inner(value, target)

    return structure


def _is_provision(cls: object) -> bool:
    return isinstance(cls, type) and issubclass(cls, Provision)


def _provision_hook(cls: type[Provision], converter: Converter) -> Callable[[Mapping[str, Any], Any], Provision]:
    return make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True, readings=override(omit=True))


def keys_of(cls: type[attrs.AttrsInstance]) -> tuple[str, ...]:
    """The names of the fields that a table of this class can give."""
    return tuple(each.name for each in attrs.fields(cls) if each.init and each.name not in _MADE_ELSEWHERE)
