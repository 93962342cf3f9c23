"""The short forms of values: dates, ages, conditions."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

from psykavtal.errors import InvalidValueError
from psykavtal.model.ages import AgeLimit, AgeRange
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, Criterion, FactIs, Not
from psykavtal.model.dates import UncertainDate
from psykavtal.model.readings import Because, Reading
from psykavtal.model.wording import Wording
from psykavtal.plugins.county_toml.toml_values import Table, as_items, as_table

Structure: TypeAlias = Callable[[object, Any], Any]
"""The converter's way to make a value of a class."""


def day(value: object, _: object) -> date:
    """A TOML date."""
    if type(value) is not date:
        raise InvalidValueError("must be a date.", value=value, fix="Write 2026-01-10, without quotes.")
    return value


def uncertain_date(value: object, _: object) -> UncertainDate:
    """A TOML date, EDTF text, or a table of `edtf` and `words`."""
    if type(value) is date:
        return UncertainDate(value.isoformat())
    if isinstance(value, str):
        return UncertainDate(value)
    table = as_table(value)
    if table is not None and set(table) <= {"edtf", "words"}:
        edtf, words = table.get("edtf"), table.get("words", "")
        if isinstance(edtf, str) and isinstance(words, str):
            return UncertainDate(edtf, words=words)
    raise InvalidValueError("must be a date.", value=value, fix='Write 2025-07-01, "2025-06", or { edtf, words }.')


def age_limit(value: object, structure: Structure) -> AgeLimit:
    """A table of `words` with a range, readings, or `number = false`."""
    given = as_table(value)
    if given is None:
        raise InvalidValueError(
            "must be a table with `words`.", value=value, fix='Write { words = "från 18 år", from = 18 }.'
        )
    table = dict(given)
    if "words" not in table:
        raise InvalidValueError("`words` is missing.", value=value)
    words: str = structure(table.pop("words"), str)
    readings = tuple(
        _age_reading(name, sub, structure) for name, sub in (as_table(table.pop("reading", {})) or {}).items()
    )
    if "number" in table:
        if table.pop("number") is not False:
            raise InvalidValueError("`number` can only be false.", value=value, fix="Leave it out where there is one.")
        _refuse_rest(table)
        return AgeLimit(words=words)
    if readings:
        _refuse_rest(table)
        return AgeLimit(words=words, readings=readings)
    return AgeLimit(words=words, range=_age_range(table, structure))


def criterion(value: object, structure: Structure) -> Criterion | None:
    """Return the criterion of a value, if one is given.

    The value is a fact, a list of which all must be true, or a table with one of `any`, `not`, `age`.
    """
    return None if value is None else _some_criterion(value, structure)


def _age_reading(name: str, value: object, structure: Structure) -> Reading[AgeRange]:
    sub = as_table(value)
    if sub is None:
        raise InvalidValueError(
            "a reading must be a table.", value=value, fix="Write { from = 18, why = { sv = ... } }."
        )
    return Reading(
        name=name,
        because=structure(sub.get("because", "wording"), Because),
        why=structure(sub.get("why"), Wording),
        value=_age_range({key: sub[key] for key in sub if key not in ("because", "why")}, structure),
    )


def _age_range(given: Table, structure: Structure) -> AgeRange:
    table = dict(given)
    every = table.pop("all", False)
    first = table.pop("from", None)
    below = table.pop("below", None)
    _refuse_rest(table)
    if every not in (True, False) or (isinstance(every, int) and type(every) is not bool):
        raise InvalidValueError("`all` must be true or false.", value=every)
    if every and (first is not None or below is not None):
        raise InvalidValueError("all ages have no limits.", value=dict(given), fix="Give `all`, or `from` and `below`.")
    if not every and first is None and below is None:
        raise InvalidValueError("gives no age.", fix="Give `from`, `below`, `all = true`, or `number = false`.")
    return AgeRange(
        at_least=None if first is None else structure(first, int),
        below=None if below is None else structure(below, int),
    )


def _refuse_rest(table: Table) -> None:
    if table:
        extra = ", ".join(f"`{key}`" for key in table)
        raise InvalidValueError(f"cannot have {extra}.", fix="Known keys: words, from, below, all, number, reading.")


def _some_criterion(value: object, structure: Structure) -> Criterion:
    if isinstance(value, str):
        return FactIs(fact=value)
    if isinstance(value, FactIs | AgeIs | Not | AllOf | AnyOf):
        return value
    if every := as_items(value):
        return AllOf(of=tuple(_some_criterion(each, structure) for each in every))
    table = as_table(value)
    if table is not None and len(table) == 1:
        ((word, inner),) = table.items()
        if word == "any" and (items := as_items(inner)):
            return AnyOf(of=tuple(_some_criterion(each, structure) for each in items))
        if word == "not":
            return Not(of=_some_criterion(inner, structure))
        if word == "age":
            return AgeIs(limit=age_limit(inner, structure))
    raise InvalidValueError(
        "is no condition.",
        value=value,
        fix="Write a fact, [...] if all must be true, { any = [...] }, { not = ... } or { age = ... }.",
    )
