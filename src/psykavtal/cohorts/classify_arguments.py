"""Types of the arguments of `classify`, checked before anything else."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from psykavtal.agreements.counties import Counties
from psykavtal.cohorts.refusal_messages import ARGUMENTS, COLUMNS, COLUMNS_TO_ADD
from psykavtal.errors import CohortError, Message


def checked_columns(columns: object) -> dict[str, str]:
    """Return the columns by what they give.

    Raises:
        CohortError: it is not a mapping of text to text.
    """
    if not isinstance(columns, Mapping):
        fault = Message(
            en="columns: a {kind} is not a mapping. Give a mapping, like {{'municipality': 'kommun'}}.",
            sv="columns: {kind} är ingen tabell. Ange en tabell, som {{'municipality': 'kommun'}}.",
            kind=_kind(columns),
        )
        raise CohortError(COLUMNS, (fault,))
    given = cast("Mapping[object, object]", columns)
    faults = [
        *(
            Message(en="columns: the key {key!r} is not text.", sv="columns: nyckeln {key!r} är inte text.", key=name)
            for name in given
            if not isinstance(name, str)
        ),
        *(
            Message(
                en="{name!r}: the name of its column must be text; it is of type {kind}.",
                sv="{name!r}: namnet på dess kolumn ska vara text; det är av typen {kind}.",
                name=name,
                kind=_kind(column),
            )
            for name, column in given.items()
            if not isinstance(column, str)
        ),
    ]
    if faults:
        raise CohortError(COLUMNS, faults)
    return dict(cast("Mapping[str, str]", given))


def checked_outputs(add: object) -> tuple[Any, ...]:
    """Return the columns to add, each once.

    Raises:
        CohortError: it is not a list of texts.
    """
    if isinstance(add, str):
        fault = Message(
            en="add: is one text. Give a list of columns.", sv="add: är en enda text. Ange en lista med kolumner."
        )
        raise CohortError(COLUMNS_TO_ADD, (fault,))
    if not isinstance(add, Iterable):
        fault = Message(
            en="add: is of type {kind}, not a list. Give a list.",
            sv="add: är av typen {kind}, ingen lista. Ange en lista.",
            kind=_kind(add),
        )
        raise CohortError(COLUMNS_TO_ADD, (fault,))
    asked = tuple(cast("Iterable[object]", add))
    faults = [
        Message(
            en="add: a value of type {kind} is not the name of a column. Give text.",
            sv="add: ett värde av typen {kind} är inget namn på en kolumn. Ange text.",
            kind=_kind(each),
        )
        for each in asked
        if type(each) is not str
    ]
    if faults:
        raise CohortError(COLUMNS_TO_ADD, faults)
    return tuple(dict.fromkeys(asked))


def refuse_others(counties: object, *, only_possible: object) -> None:
    """Refuse counties that are not counties, and a switch that is neither true nor false.

    Raises:
        CohortError: with every such argument.
    """
    faults: list[Message] = []
    if not isinstance(counties, Counties):
        faults.append(
            Message(
                en="counties: a {kind} is not counties. Give what load_counties() returns.",
                sv="counties: {kind} är inga län. Ange det som load_counties() ger.",
                kind=_kind(counties),
            )
        )
    if not isinstance(only_possible, bool):
        faults.append(
            Message(
                en="only_possible: must be True or False; it is of type {kind}.",
                sv="only_possible: ska vara True eller False; det är av typen {kind}.",
                kind=_kind(only_possible),
            )
        )
    if faults:
        raise CohortError(ARGUMENTS, faults)


def _kind(value: object) -> str:
    return type(value).__name__
