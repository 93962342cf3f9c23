"""The query of a case: day, readings, reports, and the document or county to ask."""

from datetime import date

import attrs

from psykavtal.agreements.county import County
from psykavtal.agreements.reading_choices import Readings, plain_readings
from psykavtal.cases.county_on_day import CountyDay
from psykavtal.model import arguments
from psykavtal.model.dates import parse_date


@attrs.frozen(kw_only=True)
class CaseQuery:
    """The query of a case, without the case.

    Attributes:
        on: the day.
        readings: the readings that the caller chooses.
        include_reported: whether the answer may rest on reports.
        document: id of a document to ask, in force on the day or not.
        county: a county to ask; None for that of the responsible municipality.
        days: the county days that were used with this query, by county, for cases without events.
    """

    on: date
    readings: Readings = None
    include_reported: bool = False
    document: str | None = None
    county: County | None = None
    days: dict[str, CountyDay] = attrs.field(factory=dict[str, CountyDay], init=False, eq=False, repr=False)


def case_query(on: date | str, readings: Readings, document: str | None, *, include_reported: bool) -> CaseQuery:
    """Return a query after a check of its parts; a mapping of readings is copied.

    Raises:
        InvalidDateError: `on` is not a valid date.
        InvalidValueError: another part has a wrong type.
    """
    day = parse_date(on, place="on")
    arguments.flag(include_reported, "include_reported")
    if document is not None:
        arguments.text(document, "document")
    return CaseQuery(on=day, readings=plain_readings(readings), include_reported=include_reported, document=document)
