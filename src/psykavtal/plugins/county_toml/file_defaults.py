"""The keys at the top of a file that apply to every table of it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
from cattrs import Converter

from psykavtal.errors import Message
from psykavtal.model.provisions import Review
from psykavtal.plugins.county_toml.faults import Faults
from psykavtal.plugins.county_toml.toml_values import Table

DEFAULTS = ("review", "read_on")


@attrs.frozen(kw_only=True)
class FileDefaults:
    """The default review and day of reading of the provisions of a file.

    A provision without a passage is not read in the document, and has neither.

    Attributes:
        review: the thoroughness of the reading.
        read_on: the day of the last reading.
    """

    review: Review = Review.READ_ONCE
    read_on: date | None = None

    @classmethod
    def of(cls, raw: Table, faults: Faults, converter: Converter, *, read_on: date | None = None) -> "FileDefaults":
        """Read the defaults of a file; `read_on` is the day of its document.

        A fault is noted for each that cannot be read, or has no effect.
        """
        found: dict[str, Any] = {"read_on": read_on}
        for key, declared in zip(DEFAULTS, (Review, date), strict=True):
            if key not in raw:
                continue
            try:
                value: object = converter.structure(raw[key], declared)
            except Exception as error:  # noqa: BLE001 (each leaf is noted)
                faults.add_error(key, error)
                continue
            if value == found.get(key, Review.READ_ONCE):
                faults.add(key, "", _NO_EFFECT, value=raw[key], fix=_LEAVE_OUT)
            found[key] = value
        return cls(**found)

    def fill(self, table: dict[str, Any], *, cited: bool) -> None:
        """Add the defaults to a table that does not give them."""
        if cited:
            table.setdefault("review", self.review)
            if self.read_on is not None:
                table.setdefault("read_on", self.read_on)

    def repeated(self, table: Table) -> Iterator[str]:
        """Yield the keys by which a table only repeats a default."""
        cited = "passage" in table
        if table.get("review") == (self.review if cited else Review.READ_ONCE).value:
            yield "review"
        if cited and self.read_on is not None and table.get("read_on") == self.read_on:
            yield "read_on"

    def refuse_repeated(self, place: str, table: Table, faults: Faults) -> None:
        """Note a fault for each key by which a table only repeats a default."""
        for key in self.repeated(table):
            faults.add(place, key, _NO_EFFECT, value=table[key], fix=_LEAVE_OUT)


_NO_EFFECT = Message(en="is the default, and has no effect.", sv="är standardvärdet, och har ingen verkan.")
_LEAVE_OUT = Message(en="Leave it out.", sv="Utelämna den.")
