"""Facts that are given for every row, events by their day among them."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, cast

import attrs

from psykavtal.agreements.query_checks import FactValue
from psykavtal.cohorts.refusal_messages import FACTS
from psykavtal.errors import CohortError, InvalidDateError, Message, UnknownFactError, suggestion
from psykavtal.errors.messages import joined
from psykavtal.model.dates import parse_date
from psykavtal.model.vocabulary import Fact, FactType


@attrs.frozen
class FactsForAll:
    """Facts that are given for every row.

    Attributes:
        truths: the facts that are true or false.
        days: the events by the day on which they occurred, if each row has its own day.
        occurred: the events that are given by their day, in any case.
    """

    truths: Mapping[str, bool]
    days: Mapping[str, date]
    occurred: Mapping[str, date]

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
        fault = Message(
            en="facts: a {kind} is not a mapping. Give a mapping, like {{'needs-region': True}}.",
            sv="facts: {kind} är ingen tabell. Ange en tabell, som {{'needs-region': True}}.",
            kind=type(facts).__name__,
        )
        raise CohortError(FACTS, (fault,))
    given = cast("Mapping[object, object]", facts)
    for name in given:
        if isinstance(name, str) and name not in vocabulary:
            fix = suggestion(name, vocabulary, kind="facts")
            fault = Message(en="unknown fact {fact!r}.", sv="okänd uppgift {fact!r}.", fact=name)
            raise UnknownFactError(fault, value=name, place="facts", fix=fix)
    found = list(_faults(given, vocabulary, on))
    if found:
        raise CohortError(FACTS, found)
    truths = {str(name): bool(value) for name, value in given.items() if _is_truth(value)}
    days = {str(name): parse_date(cast("Any", value)) for name, value in given.items() if not _is_truth(value)}
    if on is None:
        return FactsForAll(truths, days, days)
    return FactsForAll({**truths, **{name: day <= on for name, day in days.items()}}, {}, days)


def _faults(given: Mapping[object, object], vocabulary: Mapping[str, Fact], on: date | None) -> Iterator[Message]:
    for name, value in given.items():
        if not isinstance(name, str):
            yield Message(en="facts: the key {key!r} is not text.", sv="facts: nyckeln {key!r} är inte text.", key=name)
            continue
        kind = vocabulary[name].type
        if kind is FactType.PRINCIPAL:
            yield Message(
                en="facts: {fact!r} asks for a principal, which no rule for rows uses. Leave it out.",
                sv="facts: {fact!r} frågar efter en huvudman, som ingen regel för rader använder. Utelämna den.",
                fact=name,
            )
        elif kind is not FactType.EVENT:
            if not _is_truth(value):
                yield Message(
                    en="facts: {fact!r} must be True or False. Leave out unknown facts.",
                    sv="facts: {fact!r} ska vara True eller False. Utelämna okända uppgifter.",
                    fact=name,
                )
        elif _is_truth(value):
            if on is None:
                yield Message(
                    en="facts: the event {event!r} needs a day, since each row has its own. {fix}",
                    sv="facts: händelsen {event!r} behöver en dag, eftersom varje rad har sin egen. {fix}",
                    event=name,
                    fix=_EVENT_DAY,
                )
        elif not _is_day(value):
            yield Message(
                en="facts: the event {event!r} has no valid day. {fix}",
                sv="facts: händelsen {event!r} har ingen giltig dag. {fix}",
                event=name,
                fix=_EVENT_DAY if on is None else joined((_TRUTH_OR_DAY, _EVENT_DAY), " "),
            )


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


_EVENT_DAY = Message(
    en="Give the day on which it occurred, like '2026-12-26'.", sv="Ange den dag då den inträffade, som '2026-12-26'."
)
_TRUTH_OR_DAY = Message(en="Give True, False, or a day.", sv="Ange True, False eller en dag.")
