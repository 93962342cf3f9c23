"""The days on which the verdict on a county's agreement can change."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from psykavtal.model.documents import Document
from psykavtal.model.provisions import Adoption, Dating, Provision, Validity
from psykavtal.model.provisions.provision_readings import forms_of
from psykavtal.model.records import CountyRecord

if TYPE_CHECKING:
    from psykavtal.model.dates import UncertainDate

_DAY = timedelta(days=1)


def change_days(record: CountyRecord) -> set[date]:
    """Return the days on which a verdict can change.

    These are the bounds of each date of a validity, a dating, an adoption or a document, and the day after each.
    """
    stated = (day for each in forms_of(record.standing) for day in _bounds(each))
    known = (day for each in record.documents for day in _bounds(each))
    days = {*stated, *known}
    return {day for each in days if date.min < each < date.max for day in (each, each + _DAY)}


def _bounds(thing: Provision | Document) -> Iterator[date]:
    """Yield the first and the last day of each date."""
    given: tuple[UncertainDate | None, ...] = ()
    match thing:
        case Validity():
            given = (thing.start, thing.end, thing.ordinary_end, thing.as_of)
        case Dating():
            given = (thing.earliest, thing.latest)
        case Adoption():
            given = (thing.date,)
        case Document():
            given = (thing.dated,)
            yield from (each for each in (thing.read_on, thing.checked_until, thing.retrieved) if each is not None)
        case _:
            return
    yield from (day for each in given if each is not None for day in (each.earliest, each.latest))
