"""How a case is asked: the day, the readings, the reports, a document or a county."""

from datetime import date

import attrs

from psykavtal.agreements.county import County
from psykavtal.agreements.interpretations import Readings, plain_readings
from psykavtal.cases.county_on_day import CountyDay
from psykavtal.model import arguments
from psykavtal.model.dates import parse_date


@attrs.frozen(kw_only=True)
class Asking:
    """How a case is asked.

    Attributes:
        on: the day.
        readings: the readings that the caller chooses.
        include_reported: whether the answer may rest on reports.
        document: id of a document to ask, whether it applies on the day or not.
        county: a county to ask; None for that of the responsible municipality.
        days: the counties' days that were met so, by county, for cases that tell of no event.
    """

    on: date
    readings: Readings = None
    include_reported: bool = False
    document: str | None = None
    county: County | None = None
    days: dict[str, CountyDay] = attrs.field(factory=dict[str, CountyDay], init=False, eq=False, repr=False)

    @property
    def chosen(self) -> object:
        """The readings as a key."""
        return self.readings if isinstance(self.readings, str | None) else tuple(sorted(self.readings.items()))


def asking_of(on: date | str, readings: Readings, document: str | None, *, include_reported: bool) -> Asking:
    """Return how a case is asked, its parts checked; a mapping of readings is copied, since the caller may change it.

    Raises:
        InvalidDateError: `on` is no date.
        InvalidValueError: another part is of a wrong type.
    """
    day = parse_date(on, place="on")
    arguments.flag(include_reported, "include_reported")
    if document is not None:
        arguments.text(document, "document")
    return Asking(on=day, readings=plain_readings(readings), include_reported=include_reported, document=document)
