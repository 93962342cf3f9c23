"""The columns of tables, and the plain values of their cells."""

import enum
from datetime import date
from typing import TypeAlias

import attrs

from psykavtal.model.wording import Wording

CellValue: TypeAlias = str | int | bool | date | tuple[str, ...] | None
"""The value of a cell; None without a value. A text is never empty."""


class ColumnType(enum.Enum):
    """The type of the cells of a column, by its Frictionless name."""

    TEXT = "string"
    TEXTS = "array"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"


@attrs.frozen(kw_only=True)
class TableColumn:
    """A column of a table.

    Attributes:
        name: its name in programs, the same in each language.
        label: its heading for people.
        description: the content of its cells.
        type: the type of its cells.
        is_key: whether it holds ids for programs; otherwise its texts are in the language of the table.
        is_brief: whether a short display has it.
    """

    name: str
    label: Wording
    description: Wording
    type: ColumnType = ColumnType.TEXT
    is_key: bool = False
    is_brief: bool = False


@attrs.frozen
class FieldColumn:
    """The column of a field of a kind of provision.

    Attributes:
        description: the content of its cells.
        name: its name, if it is not that of the field; several kinds can share a column.
    """

    description: Wording
    name: str = ""
