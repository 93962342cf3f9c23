"""A case from a table of JSON: what is no part of a case is refused, and nothing of the person told."""

import json
from collections.abc import Mapping
from typing import Any, cast

import attrs

from psykavtal.ask.case.case import Case, named
from psykavtal.errors import CaseError, suggestion

_KEYS = tuple(each.name for each in attrs.fields(Case))


def case_of(given: object) -> Case:
    """The case that a table tells: the fields of `Case` by their names; `kind` may stand beside them.

    Raises:
        CaseError: with all faults, and nothing of the person.

    Examples:
        >>> case_of({"municipality": "2321", "born": "2008-03-01", "facts": {"inpatient": False}})
        <Case>
        >>> case_of({"municipality": "2321", "personnummer": "..."})
        Traceback (most recent call last):
        psykavtal.errors.CaseError: the case cannot be read:
          - 'personnummer': is no part of a case. No name and no identity number is taken. Known parts: age, born, \
facts, lives_in, municipality, placed_by, principals, stands_at.
    """
    if not isinstance(given, Mapping):
        raise CaseError("the case cannot be read:", ("it is no table of the parts of a case.",))
    table = cast("Mapping[object, object]", given)
    parts = {str(key): value for key, value in table.items() if key != "kind"}
    faults = [
        f"{named(key)}: is no part of a case. No name and no identity number is taken. "
        f"{suggestion(key if named(key) != 'a name' else '', _KEYS, what='parts')}"
        for key in parts
        if key not in _KEYS
    ]
    for name in ("facts", "principals"):
        if not isinstance(parts.get(name, {}), Mapping):
            faults.append(f"{name}: is no table.")
            parts.pop(name)
    given_parts = {key: value for key, value in parts.items() if key in _KEYS and value is not None}
    try:
        case = Case(**cast("dict[str, Any]", given_parts))
    except CaseError as error:
        raise CaseError("the case cannot be read:", (*faults, *error.faults)) from None
    if faults:
        raise CaseError("the case cannot be read:", faults)
    return case


def case_from_json(text: str) -> Case:
    """The case that a JSON object tells.

    Raises:
        CaseError: it is no JSON, tells something twice, or cannot be a case.
    """
    twice: list[str] = []

    def table(pairs: list[tuple[str, object]]) -> dict[str, object]:
        made = dict(pairs)
        names = [name for name, _ in pairs]
        twice.extend(named(name) for name in made if names.count(name) > 1)
        return made

    given: object = None
    fault = ""
    try:
        given = json.loads(text, object_pairs_hook=table)
    except json.JSONDecodeError as error:
        fault = f"it is no JSON (line {error.lineno}, column {error.colno})."
    except (ValueError, RecursionError):  # a number too long, or too much within each other
        fault = "it is no JSON that can be read."
    if fault:  # outside of the handler: the error of JSON holds the whole text
        raise CaseError("the case cannot be read:", (fault,))
    if twice:
        raise CaseError("the case cannot be read:", [f"{name} is told twice." for name in twice])
    return case_of(given)
