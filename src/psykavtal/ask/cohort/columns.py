"""The columns of a frame that tell of people: named by the caller, checked against the frame before anything runs."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

import attrs
import narwhals as nw

from psykavtal.ask.cohort.names import AGE, BORN, MUNICIPALITY, ON, OWN
from psykavtal.errors import CohortError, nearest, suggestion
from psykavtal.model.vocabulary import Fact, FactType


@attrs.frozen(kw_only=True)
class Named:
    """Which column tells what.

    Attributes:
        municipality: the column of the responsible municipality's code; None where it holds only nulls.
        age: the column of completed years, if any.
        born: the column of birth dates, if any.
        on: the column of days, where each row has its own.
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


def named(
    columns: Mapping[str, str],
    *,
    facts: Mapping[str, Fact],
    for_all: Collection[str],
    turning: Collection[str],
    has_day: bool,
) -> Named:
    """The columns by what they tell.

    Args:
        columns: the caller's: what it is, and the column's name.
        facts: the vocabulary.
        for_all: facts that are told for every row.
        turning: facts on which it turns which edition applies.
        has_day: whether one day is given for all rows.

    Raises:
        CohortError: with all that cannot be.
    """
    faults = [
        *_faults(columns, facts, has_day=has_day),
        *(
            f"{each!r}: is told for every row and by a column. Tell it in one way."
            for each in columns
            if each in for_all
        ),
        *(
            f"{each!r}: which edition applies turns on it. Tell it for every row, as facts={{{each!r}: True}}."
            for each in columns
            if each in turning
        ),
    ]
    if faults:
        raise CohortError("the columns cannot be used:", faults)
    return Named(
        municipality=columns[MUNICIPALITY],
        age=columns.get(AGE),
        born=columns.get(BORN),
        on=columns.get(ON),
        facts={name: column for name, column in columns.items() if name not in OWN},
    )


def check_schema(named_columns: Named, schema: Mapping[str, nw.dtypes.DType], nulls: Collection[str]) -> bool:
    """Refuse a frame that lacks a column, or has it of another type.

    Args:
        named_columns: the columns that are read.
        schema: the types of all columns of the frame.
        nulls: the columns that hold nothing but nulls, of no type.

    Returns:
        Whether the municipality's codes are numbers.

    Raises:
        CohortError: with every such column.
    """
    faults = list(_type_faults(named_columns, schema, nulls))
    if faults:
        raise CohortError("the frame cannot be used:", faults)
    return schema[named_columns.municipality or ""].is_integer()


def check_outputs(asked: Iterable[str], present: Iterable[str], known: Iterable[str]) -> None:
    """Refuse to add a column that there is none of, or that the frame has already.

    Raises:
        CohortError: with every such column.
    """
    if isinstance(asked, str):
        raise CohortError("the columns cannot be added:", ("add: is one text. Give a list of columns.",))
    names, held, possible = list(asked), set(present), list(known)
    faults = [
        f"add: no column {each!r}. {suggestion(each, possible, what='columns')}"
        for each in names
        if each not in possible
    ]
    faults += [f"{each!r}: the frame has a column of this name. Rename it first." for each in names if each in held]
    if not names:
        faults.append(f"add: names no column. {suggestion('', possible, what='columns')}")
    if faults:
        raise CohortError("the columns cannot be added:", faults)


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
            yield f"{name!r}: is no fact. {suggestion(name, [*OWN, *usable], what='facts')}"


def without_nulls(named_columns: Named, nulls: Collection[str]) -> Named:
    """The columns less those that hold nothing but nulls: what they tell is unknown for every row."""

    def held(name: str | None) -> str | None:
        return None if name in nulls else name

    return Named(
        municipality=held(named_columns.municipality),
        age=held(named_columns.age),
        born=held(named_columns.born),
        on=named_columns.on,
        facts={fact: name for fact, name in named_columns.facts.items() if held(name)},
    )


def _type_faults(named_columns: Named, schema: Mapping[str, nw.dtypes.DType], nulls: Collection[str]) -> Iterator[str]:
    def is_text(dtype: nw.dtypes.DType) -> bool:
        return isinstance(dtype, nw.String | nw.Categorical | nw.Enum)

    wanted: list[tuple[str | None, str, Callable[[nw.dtypes.DType], bool]]] = [
        (named_columns.municipality, "SCB codes, as text or whole numbers", lambda it: is_text(it) or it.is_integer()),
        (named_columns.age, "completed years, whole numbers", lambda it: it.is_integer()),
        *((each, "dates", _is_day) for each in (named_columns.born, named_columns.on)),
        *((each, "true or false", lambda it: isinstance(it, nw.Boolean)) for each in named_columns.facts.values()),
    ]
    for name, what, fits in wanted:
        if name is not None and name not in schema:
            near = nearest(name, schema)
            yield f"{name!r}: the frame has no such column.{f' Did you mean {near!r}?' if near else ''}"
        elif name is not None and not fits(schema[name]) and name not in nulls:
            whole = " Make it whole numbers that can be null." if schema[name].is_float() else ""
            days = " Make it dates first." if _is_text_for_days(schema[name], what) else ""
            yield f"{name!r}: must hold {what}; it holds {schema[name]}.{whole}{days}"


def _is_text_for_days(dtype: nw.dtypes.DType, what: str) -> bool:
    return what == "dates" and isinstance(dtype, nw.String)


def _is_day(dtype: nw.dtypes.DType) -> bool:
    return isinstance(dtype, nw.Date | nw.Datetime)
