"""The plain values of TOML, before conversion to the model."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias, cast

Table: TypeAlias = Mapping[str, Any]


def as_table(value: object) -> Table | None:
    """The value if it is a table, else None."""
    return (
        cast("Table", value) if isinstance(value, (dict, Mapping)) else None
    )  # dict first: the usual, and recognized at once


def as_items(value: object) -> list[Any] | None:
    """The members of a list; None for anything else."""
    return list(cast("Iterable[Any]", value)) if isinstance(value, list) else None


def as_list(value: object) -> list[Any]:
    """A list as it is; anything else as a list of one."""
    items = as_items(value)
    return [value] if items is None else items
