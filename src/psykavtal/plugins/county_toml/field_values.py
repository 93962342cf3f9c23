"""The short forms of values: dates, ages, conditions."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

from psykavtal.errors import InvalidValueError, Message
from psykavtal.errors.suggestions import known_keys
from psykavtal.model.ages import AgeLimit, AgeRange
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, Criterion, FactIs, Not, age_condition
from psykavtal.model.dates import UncertainDate
from psykavtal.model.readings import Because, Reading
from psykavtal.model.wording import Wording
from psykavtal.plugins.county_toml.toml_values import Table, as_items, as_table
from psykavtal.plugins.form_messages import MUST_BE_DATE, write

Structure: TypeAlias = Callable[[object, Any], Any]
"""The converter's function that makes a value of a class."""

_WITHOUT_QUOTES = Message(en="Write 2026-01-10, without quotes.", sv="Skriv 2026-01-10, utan citattecken.")
_DATE_FORMS = Message(
    en='Write 2025-07-01, "2025-06", or {{ edtf, words }}.', sv='Skriv 2025-07-01, "2025-06" eller {{ edtf, words }}.'
)


def day(value: object, _: object) -> date:
    """A TOML date."""
    if type(value) is not date:
        raise InvalidValueError(MUST_BE_DATE, value=value, fix=_WITHOUT_QUOTES)
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
    raise InvalidValueError(MUST_BE_DATE, value=value, fix=_DATE_FORMS)


def age_limit(value: object, structure: Structure) -> AgeLimit:
    """A table of `words` with a range, readings, a fact, or `number = false`."""
    given = as_table(value)
    if given is None:
        raise InvalidValueError(
            Message(en="must be a table with `words`.", sv="ska vara en tabell med `words`."),
            value=value,
            fix=write('{ words = "från 18 år", from = 18 }'),
        )
    table = dict(given)
    if "words" not in table:
        raise InvalidValueError(Message(en="`words` is missing.", sv="`words` saknas."), value=value)
    words: str = structure(table.pop("words"), str)
    readings = tuple(
        _age_reading(name, sub, structure) for name, sub in (as_table(table.pop("reading", {})) or {}).items()
    )
    if "number" in table:
        if table.pop("number") is not False:
            fault = Message(en="`number` can only be false.", sv="`number` kan bara vara false.")
            fix = Message(en="Leave it out if there is one.", sv="Utelämna den där det finns ett tal.")
            raise InvalidValueError(fault, value=value, fix=fix)
        _refuse_rest(table)
        return AgeLimit(words=words)
    if "fact" in table:
        fact: str = structure(table.pop("fact"), str)
        _refuse_rest(table)
        return AgeLimit(words=words, readings=readings, fact=fact)
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
            Message(en="a reading must be a table.", sv="en läsning ska vara en tabell."),
            value=value,
            fix=write("{ from = 18, why = { sv = ... } }"),
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
        raise InvalidValueError(
            Message(en="`all` must be true or false.", sv="`all` ska vara true eller false."), value=every
        )
    if every and (first is not None or below is not None):
        fault = Message(en="all ages have no limits.", sv="alla åldrar har inga gränser.")
        fix = Message(en="Give `all`, or `from` and `below`.", sv="Ange `all`, eller `from` och `below`.")
        raise InvalidValueError(fault, value=dict(given), fix=fix)
    if not every and first is None and below is None:
        fix = Message(
            en="Give `from`, `below`, `all = true`, `fact`, or `number = false`.",
            sv="Ange `from`, `below`, `all = true`, `fact` eller `number = false`.",
        )
        raise InvalidValueError(Message(en="gives no age.", sv="anger ingen ålder."), fix=fix)
    return AgeRange(
        at_least=None if first is None else structure(first, int),
        below=None if below is None else structure(below, int),
    )


def _refuse_rest(table: Table) -> None:
    if table:
        extra = ", ".join(f"`{key}`" for key in table)
        fault = Message(en="cannot have {keys}.", sv="kan inte ha {keys}.", keys=extra)
        raise InvalidValueError(fault, fix=known_keys(("words", "from", "below", "all", "fact", "number", "reading")))


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
            return age_condition(age_limit(inner, structure))
    raise InvalidValueError(
        Message(en="is not a condition.", sv="är inget villkor."),
        value=value,
        fix=Message(
            en="Write a fact, [...] if all must be true, {{ any = [...] }}, {{ not = ... }} or {{ age = ... }}.",
            sv="Skriv en uppgift, [...] om alla ska vara sanna, {{ any = [...] }}, {{ not = ... }} eller {{ age = ... }}.",
        ),
    )
