"""Conversion of the errors of structuring JSON to faults with paths.

No fault contains a value, which may be of a person.
"""

from collections.abc import Iterator
from typing import cast

import attrs
from cattrs.errors import ForbiddenExtraKeysError

from psykavtal.errors import (
    CaseError,
    InvalidDateError,
    InvalidValueError,
    PsykavtalError,
    UnknownNameError,
    nearest,
    suggestion,
)
from psykavtal.errors.fault_lists import LISTED
from psykavtal.model.json_text import key_name
from psykavtal.plugins.conversion_errors import NoMemberError, UnknownKeysError, extra_keys, leaves


def refusal(error: Exception) -> PsykavtalError:
    """Return one error with all faults of a failed conversion.

    It has no link to the errors that raised them.
    """
    if isinstance(error, RecursionError):
        return InvalidValueError("is nested too deeply.")
    found = [fault for path, leaf in leaves(error) for fault in _faults(path, leaf)]
    if len(found) == 1:
        return found[0]
    listed = "".join(f"\n  - {each}" for each in found[:LISTED])
    rest = f"\n  (first {LISTED} of {len(found)})" if len(found) > LISTED else ""
    return InvalidValueError(f"has {len(found)} faults:{listed}{rest}")


def _faults(path: tuple[str, ...], leaf: BaseException) -> Iterator[PsykavtalError]:
    place = ".".join(path)
    if extra := extra_keys(leaf):
        known = _known_keys(cast("ForbiddenExtraKeysError", leaf))
        for key in extra:
            near = nearest(key, known) if isinstance(cast("object", key), str) else None
            fix = f"Did you mean {near!r}?" if near else f"Known keys: {', '.join(known)}."
            yield InvalidValueError(f"unknown key {key_name(key)}.", place=place, fix=fix)
    elif isinstance(leaf, KeyError) and not isinstance(leaf, PsykavtalError) and leaf.args[:1] == path[-1:]:
        yield InvalidValueError("is missing.", place=place)
    elif isinstance(leaf, UnknownNameError):
        yield type(leaf)(leaf.fault, place=leaf.place or place, fix=leaf.fix)
    elif isinstance(leaf, NoMemberError):
        is_kind = leaf.fault.startswith("unknown kind")
        fix = suggestion(str(leaf.value), leaf.names, what="kinds") if is_kind else f"One of: {', '.join(leaf.names)}."
        yield InvalidValueError(leaf.fault, place=place, fix=fix)
    elif isinstance(leaf, CaseError):
        yield InvalidValueError(f"is not a valid case: {' '.join(map(str, leaf.faults))}", place=place)
    elif isinstance(leaf, InvalidDateError):
        yield InvalidValueError("is not a date.", place=place, fix=leaf.fix)
    elif isinstance(leaf, InvalidValueError):
        inner = ".".join(filter(None, (place, leaf.place)))
        yield InvalidValueError(leaf.fault, place=inner, fix=leaf.fix)
    else:
        yield InvalidValueError("has a value that is not valid.", place=place)


def _known_keys(error: ForbiddenExtraKeysError) -> list[str]:
    """Return the keys that the table can have."""
    if isinstance(error, UnknownKeysError):
        return list(error.known)
    return [each.name for each in attrs.fields(cast("type[attrs.AttrsInstance]", error.cl)) if each.init]
