"""Cases from JSON tables.

Unknown parts are refused, and messages show nothing of the person.
"""

from collections.abc import Mapping
from typing import Any, cast

import attrs

from psykavtal.cases.case import CANNOT_BE_READ, UNNAMED, Case, named
from psykavtal.errors import CaseError, Message, suggestion
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
    raise CaseError(CANNOT_BE_READ, made)


def case_from_json(text: str | bytes) -> Case:
    """Return the case from a JSON object.

    Raises:
        CaseError: the text is not valid JSON, gives something twice, or cannot be a case.
    """
    parsed = parse(text)
    del text  # a traceback can show the locals
    if parsed.faults:
        raise CaseError(CANNOT_BE_READ, [_of_text(each) for each in parsed.faults])
    return case_of(parsed.value)


def _of_text(fault: Message) -> Message:
    if not fault.startswith(("is ", "holds ")):
        return fault
    return Message(en="it {fault}", sv="texten {fault}", fault=fault)


def _case_or_faults(given: object) -> Case | tuple[object, ...]:
    if not isinstance(given, Mapping):
        return (
            Message(
                en="it must be a table of the parts of a case.", sv="det ska vara en tabell med delarna av ett fall."
            ),
        )
    table = cast("Mapping[object, object]", given)
    parts = {key: value for key, value in table.items() if key != "kind"}
    faults: list[object] = [_unknown_part(key) for key in parts if key not in _KEYS]
    if table.get("kind", "case") != "case":
        faults.append(Message(en="kind: is not 'case'.", sv="kind: är inte 'case'."))
    for name in ("facts", "principals"):
        if not isinstance(parts.get(name, {}), Mapping):
            faults.append(Message(en="{name}: must be a table.", sv="{name}: ska vara en tabell.", name=name))
            parts.pop(name)
    given_parts = {key: value for key, value in parts.items() if key in _KEYS and value is not None}
    try:
        case = Case(**cast("dict[str, Any]", given_parts))
    except CaseError as error:
        return (*faults, *error.faults)
    return tuple(faults) or case


def _unknown_part(key: object) -> Message:
    name = named(key)
    return Message(
        en="{name}: not a part of a case. No name and no identity number is taken. {fix}",
        sv="{name}: ingen del av ett fall. Inga namn och inga personnummer tas emot. {fix}",
        name=name,
        fix=suggestion("" if name == UNNAMED else str(key), _KEYS, kind="parts"),
    )
