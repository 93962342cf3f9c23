"""Facts that are given for every row, events by their day among them."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, cast

import attrs

from psykavtal.agreements.query_checks import FactValue
from psykavtal.errors import CohortError, InvalidDateError, UnknownFactError, suggestion
from psykavtal.model.dates import parse_date
from psykavtal.model.vocabulary import Fact, FactType


@attrs.frozen
class FactsForAll:
    """Facts that are given for every row.

    Attributes:
        truths: the facts that are true or false.
        days: the events by the day on which they occurred, if each row has its own day.
    """

    truths: Mapping[str, bool]
    days: Mapping[str, date]

    @property
    def values(self) -> dict[str, FactValue]:
        """Every fact by its id."""
        return {**self.truths, **self.days}


def facts_for_all(facts: object, vocabulary: Mapping[str, Fact], on: date | None) -> FactsForAll:
    """Return the facts given for every row, after a check.

    Args:
        facts: true or false by the facts' ids; an event also by the day on which it occurred.
        vocabulary: the facts of all installed counties.
        on: the day for all rows; None if each has its own, for which an event needs a day.

    Raises:
        CohortError: a value is not valid; with every such fact, and no value.
        UnknownFactError: unknown fact.
    """
    if not isinstance(facts, Mapping):
        fix = "Give a mapping, like {'needs-region': True}."
        raise CohortError("the facts cannot be used:", (f"facts: a {type(facts).__name__} is not a mapping. {fix}",))
    given = cast("Mapping[object, object]", facts)
    for name in given:
        if isinstance(name, str) and name not in vocabulary:
            fix = suggestion(name, vocabulary, what="facts")
            raise UnknownFactError(f"unknown fact {name!r}.", value=name, place="facts", fix=fix)
    found = list(_faults(given, vocabulary, on))
    if found:
        raise CohortError("the facts cannot be used:", found)
    truths = {str(name): bool(value) for name, value in given.items() if _is_truth(value)}
    days = {str(name): parse_date(cast("Any", value)) for name, value in given.items() if not _is_truth(value)}
    if on is None:
        return FactsForAll(truths, days)
    return FactsForAll({**truths, **{name: day <= on for name, day in days.items()}}, {})


def _faults(given: Mapping[object, object], vocabulary: Mapping[str, Fact], on: date | None) -> Iterator[str]:
    for name, value in given.items():
        if not isinstance(name, str):
            yield f"facts: the key {name!r} is not text."
            continue
        kind = vocabulary[name].type
        if kind is FactType.PRINCIPAL:
            yield f"facts: {name!r} asks for a principal, which no rule for rows uses. Leave it out."
        elif kind is not FactType.EVENT:
            if not _is_truth(value):
                yield f"facts: {name!r} must be True or False. Leave out unknown facts."
        elif _is_truth(value):
            if on is None:
                yield f"facts: the event {name!r} needs a day, since each row has its own. {_EVENT_DAY}"
        elif not _is_day(value):
            truths = "" if on is None else "Give True, False, or a day. "
            yield f"facts: the event {name!r} has no valid day. {truths}{_EVENT_DAY}"


def _is_day(value: object) -> bool:
    try:
        parse_date(cast("Any", value))
    except InvalidDateError:
        return False
    return True


def _is_truth(value: object) -> bool:
    """Return whether a value is true or false, of Python or of numpy."""
    kind = type(value)
    return kind is bool or (kind.__module__ == "numpy" and kind.__name__ in {"bool", "bool_"})


_EVENT_DAY = "Give the day on which it occurred, like '2026-12-26'."
