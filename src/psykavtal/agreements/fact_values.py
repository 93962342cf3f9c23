"""The facts that a caller gives, checked against the vocabulary."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from psykavtal.errors import InvalidValueError, UnknownFactError, suggestion
from psykavtal.model import arguments
from psykavtal.model.dates import parse_date
from psykavtal.model.vocabulary import Fact, FactType

FactValue: TypeAlias = bool | date | str
"""The value of a fact: true or false; for an event, also the day on which it occurred."""


def given_facts(facts: Mapping[str, FactValue] | None, on: date, vocabulary: Mapping[str, Fact]) -> Mapping[str, bool]:
    """Return the facts given on a day, by id.

    Raises:
        UnknownFactError: unknown fact; the error has its name, never its value.
    """
    given: Mapping[str, FactValue] = {} if facts is None else arguments.table(facts, "facts")
    return {name: _given(name, value, on, vocabulary) for name, value in given.items()}


def _given(name: str, value: FactValue, on: date, vocabulary: Mapping[str, Fact]) -> bool:
    """Return the truth of a fact on a day."""
    fact = vocabulary.get(name)
    if fact is None:
        raise UnknownFactError(f"unknown fact {name!r}.", value=name, fix=suggestion(name, vocabulary, what="facts"))
    if isinstance(value, bool):
        return value
    if fact.type is not FactType.EVENT:
        raise InvalidValueError(f"the fact {name!r} must be true or false.", fix="Leave out unknown facts.")
    return parse_date(value, place=f"facts[{name!r}]") <= on
