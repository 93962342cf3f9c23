"""Check the facts and readings of a query against a county's data."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from psykavtal.agreements.county_data import CountyData
from psykavtal.errors import InvalidValueError, Message, UnknownFactError, UnknownReadingError, suggestion
from psykavtal.model import arguments
from psykavtal.model.dates import parse_date
from psykavtal.model.vocabulary import FactType

FactValue: TypeAlias = bool | date | str
"""The value of a fact: true or false; for an event, also the day on which it occurred."""


def checked_facts(data: CountyData, facts: Mapping[str, FactValue] | None, on: date) -> Mapping[str, bool]:
    """Return the facts given on a day, each checked against the vocabulary.

    An event may be given by the day on which it occurred.

    Raises:
        UnknownFactError: unknown fact; the error has its name, never its value.
        InvalidValueError: a value is neither true nor false, nor the day of an event.
    """
    given: Mapping[str, FactValue] = {} if facts is None else arguments.table(facts, "facts")
    return {name: _checked_fact(data, name, value, on) for name, value in given.items()}


def event_days(facts: Mapping[str, FactValue] | None) -> Mapping[str, date]:
    """Return the days of the events that are given by their day."""
    given = (facts or {}).items()
    return {name: parse_date(value, place=f"facts[{name!r}]") for name, value in given if not isinstance(value, bool)}


def _checked_fact(data: CountyData, name: str, value: FactValue, on: date) -> bool:
    fact = data.facts.get(name)
    if fact is None:
        fault = Message(en="unknown fact {fact!r}.", sv="okänd uppgift {fact!r}.", fact=name)
        raise UnknownFactError(fault, value=name, fix=suggestion(name, data.facts, kind="facts"))
    if isinstance(value, bool):
        return value
    if fact.type is not FactType.EVENT:
        fault = Message(
            en="the fact {fact!r} must be true or false.", sv="uppgiften {fact!r} ska vara sann eller falsk.", fact=name
        )
        fix = Message(en="Leave out unknown facts.", sv="Utelämna okända uppgifter.")
        raise InvalidValueError(fault, fix=fix)
    return parse_date(value, place=f"facts[{name!r}]") <= on


def check_readings(data: CountyData, readings: str | Mapping[str, str] | None) -> None:
    """Check readings against all loaded counties.

    Raises:
        UnknownReadingError: unknown reading, or unknown provision with readings.
    """
    if readings is None:
        return
    known = data.registry.readings()
    names = {name for every in known.values() for name in every}
    by_group: Mapping[str, str] = {} if isinstance(readings, str) else arguments.table(readings, "readings")
    wanted = [readings] if isinstance(readings, str) else arguments.texts(by_group.values(), "readings")
    for name in wanted:
        if name not in names:
            fix = suggestion(name, names, kind="readings", most=10)
            fault = Message(en="no reading {reading!r}.", sv="okänd läsning {reading!r}.", reading=name)
            raise UnknownReadingError(fault, value=name, fix=fix)
    for group in by_group:
        if group not in known:
            fix = suggestion(group, known, kind="provisions with readings")
            fault = Message(
                en="no provision {provision!r} with readings.",
                sv="ingen bestämmelse {provision!r} med läsningar.",
                provision=group,
            )
            raise UnknownReadingError(fault, value=group, fix=fix)
