"""Tables as Parquet."""

import io
from importlib import import_module
from typing import Any

from psykavtal.agreements.tables.arrow_tables import arrow_table
from psykavtal.agreements.tables.table import Table
from psykavtal.model.optional_packages import needing


def check_parquet() -> None:
    """Check that Parquet can be written.

    Raises:
        MissingPluginError: pyarrow is not installed.
    """
    _pyarrow()


def parquet_bytes(table: Table) -> bytes:
    """Return a table as Parquet; the metadata of its columns has their labels and descriptions.

    Raises:
        MissingPluginError: pyarrow is not installed.
    """
    out = io.BytesIO()
    _pyarrow().write_table(arrow_table(table), out)
    return out.getvalue()


def _pyarrow() -> Any:  # noqa: ANN401 (it has no types)
    with needing("pyarrow", purpose="Parquet"):
        return import_module("pyarrow.parquet")
