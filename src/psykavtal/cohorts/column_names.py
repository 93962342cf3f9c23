"""Rules for the names of a frame's columns, the same on every engine."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from psykavtal.cohorts.refusal_messages import COLUMNS_TO_ADD, FRAME
from psykavtal.errors import CohortError, Message, suggestion

PREFIX = "__psykavtal_"
"""The beginning of the names of columns that exist only while a frame is classified."""


def native_names(native: Any) -> list[object]:  # noqa: ANN401 (a frame of any engine)
    """Return the column names as the frame's engine gives them.

    Each is included as often as it occurs.
    """
    if hasattr(native, "collect_schema"):
        return list(native.collect_schema().names())
    return list(native.column_names if hasattr(native, "column_names") else native.columns)


def case_key(name: str) -> str:
    """Return a key that is shared by names that differ in case only.

    DuckDB compares names without regard to the case of A to Z, PySpark to that of every letter, one
    character at a time, by upper case or by lower case. Names that either takes for the same have the same key.

    Examples:
        >>> case_key("FÖDD") == case_key("född"), case_key("İ") == case_key("ı") == case_key("i")
        (True, True)
        >>> case_key("ß") == case_key("ẞ"), case_key("ß") == case_key("ss")
        (True, False)
    """
    return name if name.isascii() and name.islower() else "".join(map(_without_case, name))


def refuse_names(names: Sequence[object]) -> None:
    """Refuse a frame with invalid column names.

    They are those that are not text, are equal, or differ in case only.

    Raises:
        CohortError: with every such name.
    """
    faults = list(_name_faults(names))
    if faults:
        raise CohortError(FRAME, faults)


def repeated(names: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Names that occur more than once, with how often."""
    return ((name, count) for name, count in Counter(names).items() if count > 1)


def refuse_outputs(asked: Sequence[str], present: Iterable[str], known: Iterable[str]) -> None:
    """Refuse to add an unknown column, or one that the frame has already.

    Names are compared without regard to case.

    Raises:
        CohortError: with every such column.
    """
    possible = list(known)
    own = {case_key(name): name for name in present}
    faults = [
        Message(
            en="add: no column {column!r}. {fix}",
            sv="add: okänd kolumn {column!r}. {fix}",
            column=each,
            fix=suggestion(each, possible, kind="columns"),
        )
        for each in asked
        if each not in possible
    ]
    for each in asked:
        name = own.get(case_key(each))
        if name == each:
            faults.append(
                Message(
                    en="{column!r}: the frame has a column of this name. Rename it first.",
                    sv="{column!r}: tabellen har redan en kolumn med det namnet. Byt namn på den först.",
                    column=each,
                )
            )
        elif name is not None:
            faults.append(
                Message(
                    en="{column!r}: differs only in case from {added!r}, which is added. Rename it first.",
                    sv="{column!r}: skiljer sig bara i stora och små bokstäver från {added!r}, som läggs till. "
                    "Byt namn på den först.",
                    column=name,
                    added=each,
                )
            )
    if not asked:
        fix = suggestion("", possible, kind="columns")
        faults.append(Message(en="add: names no column. {fix}", sv="add: nämner ingen kolumn. {fix}", fix=fix))
    if faults:
        raise CohortError(COLUMNS_TO_ADD, faults)


def _name_faults(names: Sequence[object]) -> Iterator[Message]:
    texts = [each for each in names if isinstance(each, str)]
    for name in names:
        if not isinstance(name, str):
            yield Message(
                en="{column!r}: the name of a column must be text; it is of type {kind}. Rename it.",
                sv="{column!r}: namnet på en kolumn ska vara text; det är av typen {kind}. Byt namn på den.",
                column=name,
                kind=type(name).__name__,
            )
    for name, count in repeated(texts):
        yield several_columns(repr(name), count)
    alike: dict[str, list[str]] = {}
    for name in dict.fromkeys(texts):
        alike.setdefault(case_key(name), []).append(name)
    for same in alike.values():
        if len(same) > 1:
            yield Message(
                en="{columns}: these names differ in case only. Rename or drop all but one.",
                sv="{columns}: dessa namn skiljer sig bara i stora och små bokstäver. Byt namn på eller ta bort alla utom ett.",
                columns=", ".join(map(repr, same)),
            )
    for name in dict.fromkeys(texts):
        if case_key(name).startswith(PREFIX):
            yield Message(
                en="{column!r}: names that begin with {prefix!r} are for columns of this library. Rename it.",
                sv="{column!r}: namn som börjar med {prefix!r} är för kolumner i detta bibliotek. Byt namn på den.",
                column=name,
                prefix=PREFIX,
            )


def several_columns(name: str, count: int) -> Message:
    """Return the fault of a name, as it is shown, that several columns have."""
    return Message(
        en="{column}: {count} columns have this name. Rename or drop all but one.",
        sv="{column}: {count} kolumner har detta namn. Byt namn på eller ta bort alla utom en.",
        column=name,
        count=count,
    )


def _without_case(character: str) -> str:
    upper = character.upper()
    return (upper if len(upper) == 1 else character).lower()[0]
