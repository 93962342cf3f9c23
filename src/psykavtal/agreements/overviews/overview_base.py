"""The fields that every overview has."""

from datetime import date

import attrs

from psykavtal.model.answers import InForce
from psykavtal.model.display import Printable
from psykavtal.model.truth import Truth


@attrs.frozen(kw_only=True, repr=False)
class Overview(Printable):
    """An overview of counties or documents on a day.

    It displays itself in a notebook; `explain("en")` returns it as text.

    Attributes:
        on: the day.
        subjects: the names of the counties or documents, in the order given.
        in_force: for each of them, whether its document applies on the day.
    """

    on: date
    subjects: tuple[str, ...]
    in_force: tuple[InForce, ...]

    @property
    def without_edition(self) -> frozenset[str]:
        """The counties of which no recorded edition applies on the day."""
        pairs = zip(self.subjects, self.in_force, strict=True)
        return frozenset(name for name, each in pairs if each.editions and each.verdict is Truth.FALSE)

    def __repr__(self) -> str:
        """Return the subjects and the day."""
        return f"<{type(self).__name__} of {', '.join(self.subjects)} on {self.on.isoformat()}>"
