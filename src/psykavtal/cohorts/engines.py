"""The differences between engines: logic, computation of ages, and conversion of frames."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

import attrs
import narwhals as nw

from psykavtal.cohorts.column_names import native_names, refuse_names
from psykavtal.cohorts.column_types import is_null
from psykavtal.cohorts.refusal_messages import FRAME
from psykavtal.errors import CohortError, Message

# Engines whose own operators take null for unknown, as this package does.
_KLEENE: Sequence[str] = ("polars", "pyarrow", "duckdb", "pyspark", "sqlframe", "ibis")
# Engines whose dates are days in whole numbers.
_NUMBERED: Sequence[str] = ("polars",)
# Engines that compute a part that occurs twice in an expression twice.
_UNSHARING: Sequence[str] = ("pyarrow", "dask")
# Engines that add years to a date.
_OFFSET: Sequence[str] = ("polars", "duckdb", "pyspark", "sqlframe", "ibis")


@attrs.frozen(kw_only=True, eq=False)
class Engine:
    """The properties of the frame's engine that decide how it is used.

    Attributes:
        name: its name.
        is_kleene: whether its operators take null for unknown.
        adds_years: whether it adds years to a date.
        has_day_numbers: whether its dates are days in whole numbers.
        shares: whether an expression that occurs twice is computed once.
        is_eager: whether its frames contain rows.
    """

    name: str
    is_kleene: bool
    adds_years: bool
    has_day_numbers: bool
    shares: bool
    is_eager: bool


def engine_of(frame: nw.DataFrame[Any] | nw.LazyFrame[Any]) -> Engine:
    """Return the engine of a frame.

    Raises:
        CohortError: on this engine, the library has not been compared with the scalar evaluator.
    """
    name: str = frame.implementation.value
    if name not in (*_KLEENE, "dask"):
        fault = Message(en="frames of {engine} are not supported.", sv="tabeller i {engine} stöds inte.", engine=name)
        raise CohortError(FRAME, (fault,))
    return Engine(
        name=name,
        is_kleene=name in _KLEENE,
        adds_years=name in _OFFSET,
        has_day_numbers=name in _NUMBERED,
        shares=name not in _UNSHARING,
        is_eager=isinstance(frame, nw.DataFrame),
    )


def narwhal(frame: object) -> nw.DataFrame[Any] | nw.LazyFrame[Any]:
    """Return the frame as a narwhals frame, after a check of its column names.

    Raises:
        CohortError: it is not a frame, or two of its columns cannot be distinguished by their names.
    """
    try:
        made = cast("nw.DataFrame[Any] | nw.LazyFrame[Any]", nw.from_native(cast("Any", frame)))
    except TypeError as error:
        fault = Message(
            en="a {kind} is not a frame of polars, pandas, pyarrow, DuckDB, Dask or PySpark.",
            sv="{kind} är ingen tabell i polars, pandas, pyarrow, DuckDB, Dask eller PySpark.",
            kind=type(frame).__name__,
        )
        raise CohortError(FRAME, (fault,)) from error
    except nw.exceptions.DuplicateError:
        refuse_names(native_names(frame))
        raise
    refuse_names(native_names(made.to_native()))
    return made


def own_types(frame: nw.DataFrame[Any] | nw.LazyFrame[Any]) -> dict[str, str]:
    """Return the engine's own names of types, in lower case.

    Only types that narwhals does not know, or that contain types, are included.
    """
    unsure = [
        name
        for name, dtype in frame.collect_schema().items()
        if isinstance(dtype, nw.Unknown | nw.Categorical | nw.Object)
    ]
    types = _native_types(frame.to_native()) if unsure else {}
    return {name: types.get(name, "") for name in unsure}


def null_columns(types: Mapping[str, str]) -> frozenset[str]:
    """Return the columns that contain only nulls.

    They are found by the engine's own names of types; narwhals has no name for such a type.
    """
    return frozenset(name for name, own in types.items() if is_null(own))


def _native_types(native: Any) -> dict[str, str]:  # noqa: ANN401 (a frame of any engine)
    """The engine's own names of its columns' types, in lower case."""
    if hasattr(native, "collect_schema"):
        pairs = native.collect_schema().items()
    elif hasattr(native, "types"):
        pairs = zip(native.columns, native.types, strict=True)
    elif hasattr(native, "schema"):
        pairs = ((field.name, getattr(field, "type", None) or field.dataType) for field in native.schema)
    else:
        pairs = native.dtypes.items()
    return {str(name): str(dtype).lower() for name, dtype in pairs}
