"""Types of the arguments of `classify`, checked before anything else."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from psykavtal.agreements.counties import Counties
from psykavtal.errors import CohortError


def checked_columns(columns: object) -> dict[str, str]:
    """Return the columns by what they give.

    Raises:
        CohortError: it is not a mapping of text to text.
    """
    if not isinstance(columns, Mapping):
        fix = "Give a mapping, like {'municipality': 'kommun'}."
        raise CohortError("the columns cannot be used:", (f"columns: a {_kind(columns)} is not a mapping. {fix}",))
    given = cast("Mapping[object, object]", columns)
    faults = [
        *(f"columns: the key {name!r} is not text." for name in given if not isinstance(name, str)),
        *(
            f"{name!r}: the name of its column must be text; it is of type {_kind(column)}."
            for name, column in given.items()
            if not isinstance(column, str)
        ),
    ]
    if faults:
        raise CohortError("the columns cannot be used:", faults)
    return dict(cast("Mapping[str, str]", given))


def checked_outputs(add: object) -> tuple[Any, ...]:
    """Return the columns to add, each once.

    Raises:
        CohortError: it is not a list of texts.
    """
    if isinstance(add, str):
        raise CohortError("the columns cannot be added:", ("add: is one text. Give a list of columns.",))
    if not isinstance(add, Iterable):
        raise CohortError("the columns cannot be added:", (f"add: a {_kind(add)} is not a list. Give a list.",))
    asked = tuple(cast("Iterable[object]", add))
    faults = [
        f"add: a {_kind(each)} is not the name of a column. Give text." for each in asked if type(each) is not str
    ]
    if faults:
        raise CohortError("the columns cannot be added:", faults)
    return tuple(dict.fromkeys(asked))


def refuse_others(counties: object, *, only_possible: object) -> None:
    """Refuse counties that are not counties, and a switch that is neither true nor false.

    Raises:
        CohortError: with every such argument.
    """
    faults: list[str] = []
    if not isinstance(counties, Counties):
        faults.append(f"counties: a {_kind(counties)} is not counties. Give what load_counties() returns.")
    if not isinstance(only_possible, bool):
        faults.append(f"only_possible: must be True or False; it is of type {_kind(only_possible)}.")
    if faults:
        raise CohortError("the arguments cannot be used:", faults)


def _kind(value: object) -> str:
    return type(value).__name__
