"""Frames of pandas: classified through another engine, since pandas takes null for false in places."""

from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from narwhals.dependencies import is_pandas_dataframe

from psykavtal.cohorts.column_names import PREFIX
from psykavtal.cohorts.column_types import ZONED
from psykavtal.cohorts.columns import PeopleColumns
from psykavtal.cohorts.refusal_messages import FRAME
from psykavtal.errors import NO_MESSAGE, CohortError, Message, MissingPluginError

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROW = f"{PREFIX}row"
_DATES = Message(en="dates", sv="datum")
_CONTENTS = Message(
    en="codes as text, ages as whole numbers, facts as true or false",
    sv="koder som text, åldrar som heltal, uppgifter som sant eller falskt",
)


def is_pandas(frame: object) -> bool:
    """Return whether it is a frame of pandas."""
    return is_pandas_dataframe(frame)


def classified(frame: Any, people: PeopleColumns, add: "Sequence[str]", run: Callable[[Any], Any]) -> Any:  # noqa: ANN401 (pandas has no types here)
    """Classify a frame of pandas through another engine.

    Its index and its other columns stay as they are.

    Args:
        frame: the frame.
        people: the columns that describe people.
        add: the columns that are added.
        run: classifies a table of another engine.

    Raises:
        CohortError: a column that is read cannot be passed on.
    """
    pd: Any = import_module("pandas")
    pa: Any = _pyarrow()
    made = run(table_of(frame, people))
    made = made if isinstance(made, pa.Table) else made.to_arrow()
    rows = made.column(_ROW).to_numpy()
    kept = frame if len(rows) == len(frame) else frame.iloc[rows]
    types = {pa.bool_(): pd.BooleanDtype(), pa.string(): pd.StringDtype(), pa.large_string(): pd.StringDtype()}
    new = made.select(list(add)).to_pandas(types_mapper=types.get)
    if isinstance(kept.columns, pd.CategoricalIndex):  # it takes no name that is not one of its categories
        kept = kept.set_axis(kept.columns.astype(object), axis=1)
    return kept.assign(**{name: new[name].array for name in add})


def table_of(frame: Any, people: PeopleColumns) -> Any:  # noqa: ANN401 (as above)
    """Return the columns of a frame of pandas that are read, with row numbers.

    They are in a table of polars or pyarrow.

    Raises:
        CohortError: a column cannot be passed on.
    """
    np: Any = import_module("numpy")
    pa: Any = _pyarrow()
    faults: list[Message] = []
    arrays: dict[str, Any] = {_ROW: pa.array(np.arange(len(frame)))}
    for name in people.every:
        if name not in frame.columns:
            continue
        is_day = name in (people.born, people.on)
        made = _array(pa, frame[name], is_day=is_day)
        if isinstance(made, Message):
            faults.append(Message(en="{column!r}: {fault}", sv="{column!r}: {fault}", column=name, fault=made))
        else:
            arrays[name] = made
    if faults:
        raise CohortError(FRAME, faults)
    table = pa.table(arrays)
    if find_spec("polars") is None:
        return table
    polars: Any = import_module("polars")  # faster, if it is installed
    return polars.from_arrow(table)


def _array(pa: Any, column: Any, *, is_day: bool) -> Any:  # noqa: ANN401 (as above)
    """Return a column as an array of pyarrow, or its fault."""
    content = _DATES if is_day else _CONTENTS
    if is_day and column.dtype == object:
        fault, column = _days_of_objects(column)
        if fault:
            return fault
    try:
        array = pa.array(column, from_pandas=True)
    except (pa.ArrowException, TypeError, ValueError, OverflowError):
        return Message(
            en="holds values of several types, or of one that cannot be read. Make them all of one: {content}.",
            sv="innehåller värden av flera typer, eller av en som inte kan läsas. Gör alla till en: {content}.",
            content=content,
        )
    if isinstance(array.type, pa.BaseExtensionType):
        return Message(
            en="holds {type}. Make it {content}.",
            sv="innehåller {type}. Gör den till {content}.",
            type=column.dtype,
            content=content,
        )
    if pa.types.is_dictionary(array.type):
        array = array.cast(array.type.value_type)
    if is_day and pa.types.is_timestamp(array.type) and array.type.tz is None:
        return array.cast(pa.date32(), safe=False)
    return array


def _days_of_objects(column: Any) -> tuple[Message, Any]:  # noqa: ANN401 (as above)
    """Return days that are objects of Python as dates, and their fault, if any."""
    kinds: set[type] = set(map(type, column))
    if not any(issubclass(kind, datetime) for kind in kinds):
        return NO_MESSAGE, column
    if any(isinstance(each, datetime) and each.tzinfo is not None for each in column):
        return ZONED, column
    pd: Any = import_module("pandas")
    days = [each.date() if isinstance(each, datetime) and each is not pd.NaT else each for each in column]
    return NO_MESSAGE, pd.Series(days, index=column.index, dtype=object)


def _pyarrow() -> Any:  # noqa: ANN401 (it has no types)
    """Return pyarrow, which passes on the columns of pandas.

    Raises:
        MissingPluginError: it is not installed.
    """
    try:
        return import_module("pyarrow")
    except ImportError as error:
        fault = Message(
            en="classifying a frame of pandas needs pyarrow.", sv="att klassa en tabell i pandas kräver pyarrow."
        )
        fix = Message(en="Install it: pip install pyarrow.", sv="Installera det: pip install pyarrow.")
        raise MissingPluginError(fault, fix=fix) from error
