"""The days on which the verdict on a county's agreement can change."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from psykavtal.agreements.prolonged_terms import end_by_notice, term_ends
from psykavtal.model.documents import Document
from psykavtal.model.provisions import Adoption, Dating, Provision, Validity
from psykavtal.model.provisions.provision_readings import forms_of
from psykavtal.model.records import CountyRecord

if TYPE_CHECKING:
    from psykavtal.model.dates import UncertainDate

_DAY = timedelta(days=1)


def change_days(record: CountyRecord, occurred: Mapping[str, date] = MappingProxyType({})) -> set[date]:
    """Return the days on which a verdict can change.

    These are the bounds of each date of a validity, a dating, an adoption or a document, the last day of a term that
    a notice ends, and the day after each.

    Args:
        record: the county.
        occurred: the days of events that the caller gives, by the id of the fact.
    """
    forms = tuple(forms_of(record.standing))
    stated = (day for each in forms for day in _bounds(each))
    known = (day for each in record.documents for day in _bounds(each))
    days = {*stated, *known, *_ends_of_terms(forms, occurred)}
    return {day for each in days if date.min < each < date.max for day in (each, each + _DAY)}


def _ends_of_terms(standing: Sequence[Provision], occurred: Mapping[str, date]) -> Iterator[date]:
    """Yield the ends of prolonged terms: those that a notice gives, and the last one."""
    validity = [each for each in standing if isinstance(each, Validity)]
    for prolonged in validity:
        prolongation = prolonged.prolongation
        for own in validity if prolongation is not None else ():
            if own.about != prolonged.about or own.end is None or prolongation is None:
                continue
            for end in {own.end.earliest, own.end.latest}:
                given = occurred.get(prolongation.notice)
                by_notice = None if given is None else end_by_notice(end, prolongation, given)
                if by_notice is not None:
                    yield by_notice
                if prolongation.times is not None:
                    yield from list(term_ends(end, prolongation))[-1:]


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
