"""Conversion of the errors of structuring JSON to faults with paths.

No fault contains a value, which may be of a person.
"""

from collections.abc import Iterator
from typing import cast

import attrs
from cattrs.errors import ForbiddenExtraKeysError

from psykavtal.errors import (
    NO_MESSAGE,
    CaseError,
    InvalidDateError,
    InvalidValueError,
    Message,
    PsykavtalError,
    UnknownNameError,
    near_name,
    one_of,
    suggestion,
)
from psykavtal.errors.fault_lists import with_list
from psykavtal.errors.messages import joined
from psykavtal.errors.suggestions import known_keys
from psykavtal.model.json_text import key_name
from psykavtal.plugins.conversion_errors import NoMemberError, UnknownKeysError, extra_keys, leaves
from psykavtal.plugins.form_messages import IS_MISSING, NESTED_TOO_DEEPLY


def refusal(error: Exception) -> PsykavtalError:
    """Return one error with all faults of a failed conversion.

    It has no link to the errors that raised them.
    """
    if isinstance(error, RecursionError):
        return InvalidValueError(NESTED_TOO_DEEPLY)
    found = [fault for path, leaf in leaves(error) for fault in _faults(path, leaf)]
    if len(found) == 1:
        return found[0]
    return InvalidValueError(
        with_list(Message(en="has {count} faults:", sv="har {count} fel:", count=len(found)), found)
    )


def _faults(path: tuple[str, ...], leaf: BaseException) -> Iterator[PsykavtalError]:
    place = ".".join(path)
    if extra := extra_keys(leaf):
        known = _known_keys(cast("ForbiddenExtraKeysError", leaf))
        for key in extra:
            near = near_name(key, known) if isinstance(cast("object", key), str) else NO_MESSAGE
            fault = Message(en="unknown key {key}.", sv="okänd nyckel {key}.", key=key_name(key))
            yield InvalidValueError(fault, place=place, fix=near or known_keys(known))
    elif isinstance(leaf, KeyError) and not isinstance(leaf, PsykavtalError) and leaf.args[:1] == path[-1:]:
        yield InvalidValueError(IS_MISSING, place=place)
    elif isinstance(leaf, UnknownNameError):
        yield type(leaf)(leaf.fault, place=leaf.place or place, fix=leaf.fix)
    elif isinstance(leaf, NoMemberError):
        is_kind = leaf.fault.startswith("unknown kind")
        fix = suggestion(str(leaf.value), leaf.names, kind="kinds") if is_kind else one_of(leaf.names)
        yield InvalidValueError(leaf.fault, place=place, fix=fix)
    elif isinstance(leaf, CaseError):
        yield InvalidValueError(_invalid_case(leaf), place=place)
    elif isinstance(leaf, InvalidDateError):
        yield InvalidValueError(Message(en="is not a date.", sv="är inget datum."), place=place, fix=leaf.fix)
    elif isinstance(leaf, InvalidValueError):
        inner = ".".join(filter(None, (place, leaf.place)))
        yield InvalidValueError(leaf.fault, place=inner, fix=leaf.fix)
    else:
        fault = Message(en="has a value that is not valid.", sv="har ett värde som inte är giltigt.")
        yield InvalidValueError(fault, place=place)


def _invalid_case(error: CaseError) -> Message:
    faults = joined((each for each in error.faults if isinstance(each, str)), " ")
    return Message(en="is not a valid case: {faults}", sv="är inget giltigt fall: {faults}", faults=faults)


def _known_keys(error: ForbiddenExtraKeysError) -> list[str]:
    """Return the keys that the table can have."""
    if isinstance(error, UnknownKeysError):
        return list(error.known)
    return [each.name for each in attrs.fields(cast("type[attrs.AttrsInstance]", error.cl)) if each.init]
