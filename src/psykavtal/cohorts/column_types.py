"""The types of the columns that describe people."""

from collections.abc import Callable, Iterator, Mapping

import narwhals as nw

from psykavtal.cohorts.columns import PeopleColumns
from psykavtal.cohorts.refusal_messages import FRAME
from psykavtal.errors import NO_MESSAGE, CohortError, Message, near_name

_DAYS = Message(en="dates", sv="datum")
_CODES = Message(en="SCB codes, as text or whole numbers", sv="SCB-koder, som text eller heltal")
_YEARS = Message(en="completed years, whole numbers", sv="fyllda år, heltal")
_TRUTHS = Message(en="true or false", sv="sant eller falskt")
ZONED = Message(
    en="a date-time with a time zone, its own or the session's. "
    "Convert it to the local day that is meant: to the right zone first, then to a date.",
    sv="en tidpunkt med tidszon, sin egen eller sessionens. "
    "Gör om den till den lokala dag som avses: först till rätt zon, sedan till ett datum.",
)
"""The fault of a column of date-times with a time zone."""


def check_schema(columns: PeopleColumns, schema: Mapping[str, nw.dtypes.DType], types: Mapping[str, str]) -> bool:
    """Refuse a frame that lacks a column, or has it of another type.

    Args:
        columns: the columns that are read.
        schema: the types of all columns of the frame.
        types: the engine's own names of types, for columns whose type in `schema` does not suffice.

    Returns:
        True if the municipality's codes are numbers.

    Raises:
        CohortError: with every such column.
    """
    faults = list(_type_faults(columns, schema, types))
    if faults:
        raise CohortError(FRAME, faults)
    return schema[columns.municipality or ""].is_integer()


def _type_faults(
    columns: PeopleColumns, schema: Mapping[str, nw.dtypes.DType], types: Mapping[str, str]
) -> Iterator[Message]:
    expected: list[tuple[str | None, Message, Callable[[nw.dtypes.DType, str], bool]]] = [
        (
            columns.municipality,
            _CODES,
            lambda it, own: _is_text(it, own) or it.is_integer(),
        ),
        (columns.age, _YEARS, lambda it, _: it.is_integer()),
        *((each, _DAYS, _is_day) for each in (columns.born, columns.on)),
        *((each, _TRUTHS, lambda it, _: isinstance(it, nw.Boolean)) for each in columns.facts.values()),
    ]
    for name, content, fits in expected:
        if name is None:
            continue
        if name not in schema:
            yield _no_column(name, near_name(name, schema))
            continue
        dtype, own = schema[name], types.get(name, "")
        if content == _DAYS and _has_zone(dtype, own):
            yield Message(en="{column!r}: {fault}", sv="{column!r}: {fault}", column=name, fault=ZONED)
        elif not fits(dtype, own) and not is_null(own):
            yield Message(
                en="{column!r}: must hold {content}; it holds {type}.{whole}{days}",
                sv="{column!r}: ska innehålla {content}; den innehåller {type}.{whole}{days}",
                column=name,
                content=content,
                type=own or dtype,
                whole=_MAKE_WHOLE if dtype.is_float() else NO_MESSAGE,
                days=_MAKE_DAYS if content == _DAYS else NO_MESSAGE,
            )


_MAKE_WHOLE = Message(en=" Make it whole numbers that can be null.", sv=" Gör den till heltal som kan saknas.")
_MAKE_DAYS = Message(en=" Make it dates first.", sv=" Gör den till datum först.")


def _no_column(name: str, near: Message) -> Message:
    if not near:
        return Message(
            en="{column!r}: not a column of the frame.", sv="{column!r}: ingen kolumn i tabellen.", column=name
        )
    return Message(
        en="{column!r}: not a column of the frame. {fix}",
        sv="{column!r}: ingen kolumn i tabellen. {fix}",
        column=name,
        fix=near,
    )


def is_null(own: str) -> bool:
    """Return whether a type's name in an engine means only nulls.

    Examples:
        >>> is_null("null"), is_null('"null"'), is_null("voidtype()"), is_null("struct<a: null>")
        (True, True, True, False)
    """
    return own.strip('"').removesuffix("()") in {"null", "void", "voidtype", "nulltype"}


def _is_text(dtype: nw.dtypes.DType, own: str) -> bool:
    if isinstance(dtype, nw.Categorical | nw.Enum) and own.startswith("dictionary<"):
        return own.startswith(("dictionary<values=string", "dictionary<values=large_string"))
    return isinstance(dtype, nw.String | nw.Categorical | nw.Enum)


def _is_day(dtype: nw.dtypes.DType, own: str) -> bool:
    """Return whether a column contains days.

    A date-time without a zone is the day of its date.
    """
    return (
        isinstance(dtype, nw.Date)
        or own.startswith("date64")
        or (isinstance(dtype, nw.Datetime) and not dtype.time_zone)
    )


def _has_zone(dtype: nw.dtypes.DType, own: str) -> bool:
    """Return whether a column contains date-times with a zone.

    The day of each of them depends on the zone it is seen from.
    """
    if isinstance(dtype, nw.Datetime):
        return dtype.time_zone is not None
    return any(each in own for each in ("tz=", "timestamptz", "timestamp with time zone"))
