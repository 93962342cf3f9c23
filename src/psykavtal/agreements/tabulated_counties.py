"""The tables of all counties, and of one."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from datetime import date

    from psykavtal.agreements.county import County
    from psykavtal.agreements.tables.table import Table


class TabulatedCounties(Mapping[str, "County"]):
    """Counties by id whose data can be had as tables."""

    def table(self, name: str, *, lang: str = "sv", on: "date | str | None" = None) -> "Table":
        """Return the data of all counties as a table of plain values.

        Args:
            name: "provisions", "duties", "ages", "links", "bodies", "relations", "dates", "law", "open-questions",
                "silences", "comparison", "documents", or a table of single kinds, like "target-groups".
            lang: the language of labels, wordings and headings; the names of columns are the same in both.
            on: the day of the verdicts on what is in force; None for none. "comparison" needs it.

        Returns:
            The table, in the order of the counties and their texts. A document that cannot be read is listed in
            `not_read`, with a warning.

        Raises:
            UnknownNameError: unknown table.
            InvalidValueError: unknown language, or a day is missing.
            InvalidDateError: `on` is not a date.

        Examples:
            >>> from psykavtal import load_counties
            >>> ages = load_counties().table("ages", on="2026-01-10")
            >>> sorted(set(ages.column("county")))
            ['Dalarna', 'Jämtland Härjedalen', 'Jönköping']
        """
        from psykavtal.agreements.tables.making import make_table  # noqa: PLC0415 (brings all tables)

        return make_table(name, tuple(self.values()), lang=lang, on=on)


class TabulatedCounty:
    """A county whose data can be had as tables."""

    __slots__ = ()

    def table(self, name: str, *, lang: str = "sv", on: "date | str | None" = None) -> "Table":
        """Return the data of the county as a table of plain values; see `Counties.table`.

        Raises:
            UnknownNameError: unknown table.
            InvalidValueError: unknown language, or a day is missing.
            InvalidDateError: `on` is not a date.
        """
        from psykavtal.agreements.tables.making import make_table  # noqa: PLC0415 (brings all tables)

        return make_table(name, (cast("County", self),), lang=lang, on=on)
