"""Every public object to JSON and back, equal to itself; and the JSON Schemas."""

import json
from typing import cast

import attrs

from psykavtal.agreements.counties import Counties
from psykavtal.errors import InvalidValueError, Message
from psykavtal.errors.messages import joined
from psykavtal.exchange.converter import GIVE_COUNTIES, Decoded, decode, encode
from psykavtal.model.json_text import parse, unsound
from psykavtal.model.provisions.ambiguous_member import record_of
from psykavtal.plugins.county_toml.toml_values import as_table

__all__ = ["from_dict", "from_json", "to_dict", "to_json"]


def to_dict(value: object) -> dict[str, object]:
    """Return a public object as values of JSON; `kind` names its class.

    Counties and a county are written as a snapshot of their data. It is read back as a
    `Snapshot`, not as counties to ask: these are loaded from their plugins.

    Raises:
        InvalidValueError: the value is not an object of this package.

    Examples:
        >>> from psykavtal.model.ages import AgeRange
        >>> to_dict(AgeRange(at_least=18))
        {'kind': 'age-range', 'at_least': 18, 'below': None}
    """
    value = record_of(value)
    if attrs.has(type(value)):
        return cast("dict[str, object]", encode(value))
    raise InvalidValueError(
        Message(
            en="a {kind} is not an object of this package.",
            sv="{kind} är inget objekt i detta paket.",
            kind=type(value).__name__,
        ),
        value=type(value).__name__,
        fix=Message(
            en="Give an answer, a comparison, a case or another object that it has.",
            sv="Ange ett svar, en jämförelse, ett fall eller ett annat objekt som det har.",
        ),
    )


def from_dict(value: object, *, counties: Counties | None = None) -> object:
    """Return the object that `to_dict` was given.

    No error contains a value: any of them may be of a person.

    Args:
        value: the result of `to_dict`.
        counties: needed if it contains an edition, which is identified by its county, document and day.

    Raises:
        InvalidValueError: the value is not such a result; the error states a valid form.

    Examples:
        >>> from_dict({"kind": "age-range", "at_least": 18, "below": None})
        18–
    """
    _check(counties)
    faults = tuple(unsound(value))
    decoded = Decoded(error=InvalidValueError(faults[0])) if faults else _decoded(value, counties)
    del value  # a traceback can show the locals
    return _object_of(decoded)


def _check(counties: object) -> None:
    """Raise an error if counties are something else."""
    if not isinstance(counties, Counties | None):
        kind = type(counties).__name__
        fault = Message(en="must be counties, not {kind}.", sv="ska vara län, inte {kind}.", kind=kind)
        raise InvalidValueError(fault, place="counties", fix=GIVE_COUNTIES)


def _decoded(value: object, counties: Counties | None) -> Decoded:
    """Decode JSON values that are sound as a whole."""
    table = as_table(value)
    if table is not None and "kind" in table:
        return decode(table, counties)
    fix = Message(en="Give what to_dict gave.", sv="Ange det som to_dict gav.")
    fault = Message(en="has no `kind`.", sv="har inget `kind`.")
    return Decoded(error=InvalidValueError(fault, value=type(value).__name__, fix=fix))


def _object_of(decoded: Decoded) -> object:
    """Return the object, or raise the error."""
    if decoded.error is not None:
        raise decoded.error
    return decoded.value


def to_json(value: object, *, indent: int | None = None) -> str:
    """Return a public object as JSON.

    Raises:
        InvalidValueError: the value is not an object of this package.
    """
    return json.dumps(to_dict(value), ensure_ascii=False, indent=indent)


def from_json(text: str | bytes, *, counties: Counties | None = None) -> object:
    """Return the object that `to_json` was given.

    No error contains any part of the text: any of it may be of a person.

    Raises:
        InvalidValueError: the text is not JSON, gives a key twice, or is not of this library.
    """
    parsed = parse(text)
    del text  # a traceback can show the locals
    if parsed.faults:
        raise InvalidValueError(joined(parsed.faults, " "))
    _check(counties)
    decoded = _decoded(parsed.value, counties)
    del parsed
    return _object_of(decoded)
