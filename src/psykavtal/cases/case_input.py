"""Cases from JSON tables.

Unknown parts are refused, and messages show nothing of the person.
"""

from collections.abc import Mapping
from typing import Any, cast

import attrs

from psykavtal.cases.case import Case, named
from psykavtal.errors import CaseError, suggestion
from psykavtal.model.json_text import parse

_KEYS = tuple(each.name for each in attrs.fields(Case))


def case_of(given: object) -> Case:
    """Return the case from a table: the fields of `Case` by their names.

    The table may also have `kind`.

    Raises:
        CaseError: with all faults, and nothing of the person.

    Examples:
        >>> case_of({"municipality": "2321", "born": "2008-03-01", "facts": {"inpatient": False}})
        <Case>
        >>> case_of({"municipality": "2321", "personnummer": "..."})
        Traceback (most recent call last):
        psykavtal.errors.CaseError: the case cannot be read:
          - 'personnummer': not a part of a case. No name and no identity number is taken. Known parts: age, born, \
facts, lives_in, municipality, placed_by, principals, stands_at.
    """
    made = _case_or_faults(given)
    del given  # a traceback can show the locals
    if isinstance(made, Case):
        return made
    raise CaseError("the case cannot be read:", made)


def case_from_json(text: str | bytes) -> Case:
    """Return the case from a JSON object.

    Raises:
        CaseError: the text is not valid JSON, gives something twice, or cannot be a case.
    """
    parsed = parse(text)
    del text  # a traceback can show the locals
    if parsed.faults:
        raise CaseError("the case cannot be read:", [_of_text(each) for each in parsed.faults])
    return case_of(parsed.value)


def _of_text(fault: str) -> str:
    return f"it {fault}" if fault.startswith(("is ", "holds ")) else fault


def _case_or_faults(given: object) -> Case | tuple[object, ...]:
    if not isinstance(given, Mapping):
        return ("it must be a table of the parts of a case.",)
    table = cast("Mapping[object, object]", given)
    parts = {key: value for key, value in table.items() if key != "kind"}
    faults: list[object] = [
        f"{named(key)}: not a part of a case. No name and no identity number is taken. "
        f"{suggestion(str(key) if named(key) != 'a name' else '', _KEYS, what='parts')}"
        for key in parts
        if key not in _KEYS
    ]
    if table.get("kind", "case") != "case":
        faults.append("kind: is not 'case'.")
    for name in ("facts", "principals"):
        if not isinstance(parts.get(name, {}), Mapping):
            faults.append(f"{name}: must be a table.")
            parts.pop(name)
    given_parts = {key: value for key, value in parts.items() if key in _KEYS and value is not None}
    try:
        case = Case(**cast("dict[str, Any]", given_parts))
    except CaseError as error:
        return (*faults, *error.faults)
    return tuple(faults) or case
