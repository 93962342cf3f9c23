"""A mixin for kinds of provisions: their tables, columns and dates."""

from collections.abc import Iterator, Mapping
from typing import ClassVar, cast

import attrs

from psykavtal.model.dates import UncertainDate
from psykavtal.model.table_columns import FieldColumn


class Tabulated:
    """The parts of a kind of provision that tables are made of."""

    __slots__ = ()

    TABLE: ClassVar[str] = ""
    """The table that has the kind's own fields as columns, beside `provisions`; empty for none.

    Several kinds can share a table. A table of a new name is titled by the plural of the kind.
    """
    COLUMNS: ClassVar[Mapping[str, FieldColumn]] = {}
    """The columns of fields that a label does not describe, or that share the column of another kind."""

    def stated_dates(self) -> Iterator[tuple[str, UncertainDate]]:
        """Yield the dates, each with its field."""
        for name in attrs.fields_dict(cast("type[attrs.AttrsInstance]", type(self))):
            value = getattr(self, name)
            if isinstance(value, UncertainDate):
                yield name, value
