"""Frames of pandas: classified through another engine, since pandas takes null for false in places."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from narwhals.dependencies import is_pandas_dataframe

from psykavtal.ask.cohort.columns import Named
from psykavtal.errors import CohortError, MissingPluginError

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROW = "__psykavtal_row"


def is_pandas(frame: object) -> bool:
    """Whether it is a frame of pandas."""
    return is_pandas_dataframe(frame)


def classified(frame: Any, told: Named, add: "Sequence[str]", run: Callable[[Any], Any]) -> Any:  # noqa: ANN401 (pandas has no types here)
    """A frame of pandas with the columns that `run` adds to a table of what is read; index and the rest as they were.

    Args:
        frame: the frame.
        told: the columns that are read.
        add: the columns that are added.
        run: classifies a table of another engine.

    Raises:
        CohortError: a column holds values of several types.
    """
    np: Any = import_module("numpy")
    pd: Any = import_module("pandas")
    pa: Any = _pyarrow()
    faults: list[str] = []
    arrays: dict[str, Any] = {_ROW: pa.array(np.arange(len(frame)))}
    for name in told.every:
        if name not in frame.columns:
            continue
        try:
            array = pa.array(frame[name], from_pandas=True)
            arrays[name] = array.cast(pa.date32(), safe=False) if pa.types.is_timestamp(array.type) else array
        except (pa.ArrowInvalid, pa.ArrowTypeError):
            faults.append(f"{name!r}: holds values of several types. Make them all of one: codes as text.")
    if faults:
        raise CohortError("the frame cannot be used:", faults)
    table = pa.table(arrays)
    if find_spec("polars") is not None:
        polars: Any = import_module("polars")  # faster, where it is there
        made = run(polars.from_arrow(table)).to_arrow()
    else:
        made = run(table)
    rows = made.column(_ROW).to_numpy()
    kept = frame if len(rows) == len(frame) else frame.iloc[rows]
    types = {pa.bool_(): pd.BooleanDtype(), pa.string(): pd.StringDtype(), pa.large_string(): pd.StringDtype()}
    new = made.select(list(add)).to_pandas(types_mapper=types.get)
    return kept.assign(**{name: new[name].array for name in add})


def _pyarrow() -> Any:  # noqa: ANN401 (it has no types)
    """pyarrow, by which what pandas holds is passed on.

    Raises:
        MissingPluginError: it is not installed.
    """
    try:
        return import_module("pyarrow")
    except ImportError as error:
        hint = "Install it: pip install pyarrow."
        raise MissingPluginError("classifying a frame of pandas needs pyarrow.", hint=hint) from error
