"""What differs between engines: which logic is right on them, how they reckon ages, how their frames come and go."""

from collections.abc import Sequence
from typing import Any, cast

import attrs
import narwhals as nw

from psykavtal.errors import CohortError

# Engines whose own operators take null for unknown, as it is meant here.
_KLEENE: Sequence[str] = ("polars", "pyarrow", "duckdb", "pyspark", "sqlframe", "ibis")
# Engines whose dates are days in whole numbers.
_NUMBERED: Sequence[str] = ("polars",)
# Engines that reckon what stands twice in an expression twice.
_UNSHARING: Sequence[str] = ("pyarrow", "dask")
# Engines that add years to a date.
_OFFSET: Sequence[str] = ("polars", "duckdb", "pyspark", "sqlframe", "ibis")


@attrs.frozen(kw_only=True, eq=False)
class Engine:
    """How the frame's engine is to be used.

    Attributes:
        name: its name.
        is_kleene: whether its operators take null for unknown.
        adds_years: whether it adds years to a date.
        has_day_numbers: whether its dates are days in whole numbers.
        shares: whether what stands twice in an expression is reckoned once.
        is_eager: whether its frames hold rows.
    """

    name: str
    is_kleene: bool
    adds_years: bool
    has_day_numbers: bool
    shares: bool
    is_eager: bool


def engine_of(frame: nw.DataFrame[Any] | nw.LazyFrame[Any]) -> Engine:
    """The engine of a frame.

    Raises:
        CohortError: it is one that this library has not been held against the scalar evaluator on.
    """
    name: str = frame.implementation.value
    if name not in (*_KLEENE, "dask"):
        raise CohortError("the frame cannot be used:", (f"frames of {name} are not supported.",))
    return Engine(
        name=name,
        is_kleene=name in _KLEENE,
        adds_years=name in _OFFSET,
        has_day_numbers=name in _NUMBERED,
        shares=name not in _UNSHARING,
        is_eager=isinstance(frame, nw.DataFrame),
    )


def narwhal(frame: object) -> nw.DataFrame[Any] | nw.LazyFrame[Any]:
    """The frame as narwhals has it.

    Raises:
        CohortError: it is no frame.
    """
    try:
        return cast("nw.DataFrame[Any] | nw.LazyFrame[Any]", nw.from_native(cast("Any", frame)))
    except TypeError as error:
        kinds = "polars, pandas, pyarrow, DuckDB, Dask or PySpark"
        raise CohortError(
            "the frame cannot be used:", (f"a {type(frame).__name__} is no frame of {kinds}.",)
        ) from error


def null_columns(frame: nw.DataFrame[Any] | nw.LazyFrame[Any]) -> frozenset[str]:
    """The columns that hold nothing but nulls, of no type; narwhals has no name for it."""
    unknown = [name for name, dtype in frame.collect_schema().items() if isinstance(dtype, nw.Unknown)]
    types = _native_types(frame.to_native()) if unknown else {}
    return frozenset(name for name in unknown if any(word in types.get(name, "") for word in ("null", "void")))


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
