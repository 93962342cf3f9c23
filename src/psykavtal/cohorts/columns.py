"""The columns of a frame that describe people.

The caller names them, and they are checked against the frame before anything runs.
"""

from collections.abc import Callable, Collection, Iterator, Mapping

import attrs
import narwhals as nw

from psykavtal.cohorts.output_names import AGE, BORN, MUNICIPALITY, ON, OWN
from psykavtal.errors import CohortError, nearest, suggestion
from psykavtal.model.vocabulary import Fact, FactType

_DAYS = "dates"
ZONED = (
    "a date-time with a time zone, its own or the session's. "
    "Convert it to the local day that is meant: to the right zone first, then to a date."
)
"""The fault of a column of date-times with a time zone."""


@attrs.frozen(kw_only=True)
class PeopleColumns:
    """The columns that describe people, by their contents.

    Attributes:
        municipality: the column of the responsible municipality's code; None if it holds only nulls.
        age: the column of completed years, if any.
        born: the column of birth dates, if any.
        on: the column of days, if each row has its own.
        facts: the columns of facts, by the facts' ids.
    """

    municipality: str | None
    age: str | None = None
    born: str | None = None
    on: str | None = None
    facts: Mapping[str, str]

    @property
    def every(self) -> tuple[str, ...]:
        """Every column that is read, each once."""
        own = (self.municipality, self.age, self.born, self.on)
        return tuple(dict.fromkeys(each for each in (*own, *self.facts.values()) if each is not None))


def people_columns(
    columns: Mapping[str, str],
    *,
    facts: Mapping[str, Fact],
    for_all: Collection[str],
    edition_facts: Collection[str],
    has_day: bool,
) -> PeopleColumns:
    """Return the columns by their contents.

    Args:
        columns: the columns' names, by their contents.
        facts: the vocabulary.
        for_all: facts that are given for every row.
        edition_facts: facts that decide which edition applies.
        has_day: whether one day is given for all rows.

    Raises:
        CohortError: with all that is invalid.
    """
    faults = [
        *_faults(columns, facts, has_day=has_day),
        *(f"{each!r}: is given for every row and by a column. Give it once." for each in columns if each in for_all),
        *(
            f"{each!r}: the edition that applies depends on it. Give it for every row, as facts={{{each!r}: True}}."
            for each in columns
            if each in edition_facts
        ),
    ]
    if faults:
        raise CohortError("the columns cannot be used:", faults)
    return PeopleColumns(
        municipality=columns[MUNICIPALITY],
        age=columns.get(AGE),
        born=columns.get(BORN),
        on=columns.get(ON),
        facts={name: column for name, column in columns.items() if name not in OWN},
    )


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
        raise CohortError("the frame cannot be used:", faults)
    return schema[columns.municipality or ""].is_integer()


def _faults(columns: Mapping[str, str], facts: Mapping[str, Fact], *, has_day: bool) -> Iterator[str]:
    if MUNICIPALITY not in columns:
        yield f"{MUNICIPALITY}: is missing. Name the column of the responsible municipality's SCB code."
    if AGE in columns and BORN in columns:
        yield f"{AGE}: is given beside {BORN!r}. Give one of them."
    if has_day and ON in columns:
        yield f"{ON}: one day for all is given beside a column of days. Give one of them."
    if not has_day and ON not in columns:
        yield f"{ON}: is missing. Give on= for one day for all, or a column of days under {ON!r}."
    usable = [each.id for each in facts.values() if each.type is not FactType.PRINCIPAL]
    for name in columns:
        if name not in OWN and name not in usable:
            yield f"{name!r}: unknown fact. {suggestion(name, [*OWN, *usable], what='facts')}"


def without_nulls(columns: PeopleColumns, nulls: Collection[str]) -> PeopleColumns:
    """Return the columns without those that contain only nulls.

    Their contents are unknown for every row.
    """

    def unless_null(name: str | None) -> str | None:
        return None if name in nulls else name

    return PeopleColumns(
        municipality=unless_null(columns.municipality),
        age=unless_null(columns.age),
        born=unless_null(columns.born),
        on=columns.on,
        facts={fact: name for fact, name in columns.facts.items() if unless_null(name)},
    )


def _type_faults(
    columns: PeopleColumns, schema: Mapping[str, nw.dtypes.DType], types: Mapping[str, str]
) -> Iterator[str]:
    expected: list[tuple[str | None, str, Callable[[nw.dtypes.DType, str], bool]]] = [
        (
            columns.municipality,
            "SCB codes, as text or whole numbers",
            lambda it, own: _is_text(it, own) or it.is_integer(),
        ),
        (columns.age, "completed years, whole numbers", lambda it, _: it.is_integer()),
        *((each, _DAYS, _is_day) for each in (columns.born, columns.on)),
        *((each, "true or false", lambda it, _: isinstance(it, nw.Boolean)) for each in columns.facts.values()),
    ]
    for name, content, fits in expected:
        if name is None:
            continue
        if name not in schema:
            near = nearest(name, schema)
            yield f"{name!r}: not a column of the frame.{f' Did you mean {near!r}?' if near else ''}"
            continue
        dtype, own = schema[name], types.get(name, "")
        if content == _DAYS and _has_zone(dtype, own):
            yield f"{name!r}: {ZONED}"
        elif not fits(dtype, own) and not is_null(own):
            shown = own or dtype
            whole = " Make it whole numbers that can be null." if dtype.is_float() else ""
            days = " Make it dates first." if content == _DAYS else ""
            yield f"{name!r}: must hold {content}; it holds {shown}.{whole}{days}"


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
