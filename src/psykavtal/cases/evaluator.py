"""Answer a case: check it, find its county and day, and evaluate it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, cast

import attrs

from psykavtal.agreements.county import County
from psykavtal.agreements.group_periods import facts_of_editions
from psykavtal.agreements.query_checks import check_readings
from psykavtal.agreements.reading_choices import Readings
from psykavtal.cases.answer_case import BORN_ON_LEAP_DAY, answer_case
from psykavtal.cases.case import CANNOT_BE_ASKED, Case, checked_case
from psykavtal.cases.case_faults import bodies_of, no_body, unknown_facts
from psykavtal.cases.case_query import CaseQuery, case_query
from psykavtal.cases.county_on_day import CountyDay
from psykavtal.cases.matching import CaseFacts, facts_with_age
from psykavtal.cases.result_types import Membership
from psykavtal.cases.unknown_municipality import unknown_municipality
from psykavtal.cases.unused_in_case import unused_in_case
from psykavtal.cases.what_applies import WhatApplies
from psykavtal.errors import CaseError
from psykavtal.lazy import LOCK, locked_property
from psykavtal.model import arguments
from psykavtal.model.ages import AgeRange
from psykavtal.model.answers import Answer
from psykavtal.model.birthdays import OLDEST, depends_on_leap_day
from psykavtal.model.display import ReprOnly
from psykavtal.model.vocabulary import Fact, FactType

if TYPE_CHECKING:
    from types import MappingProxyType

_DAYS_KEPT = 64


@attrs.frozen(kw_only=True, slots=False, eq=False, repr=False)
class CaseEvaluator(ReprOnly):
    """Answer cases; the latest county days, which depend on no person, are cached.

    Attributes:
        counties: those that can be asked.
        facts: the vocabulary of facts.
    """

    counties: Sequence[County]
    facts: Mapping[str, Fact]

    def query(
        self,
        on: date | str,
        readings: Readings = None,
        document: str | None = None,
        *,
        include_reported: bool = False,
    ) -> CaseQuery:
        """Return a query; the same object for the same arguments.

        Its county days are thus used again.

        Raises:
            InvalidDateError: `on` is not a valid date.
        """
        arguments.flag(include_reported, "include_reported")
        try:
            return self._queries(on, readings, document, include_reported=include_reported)
        except TypeError:  # a mapping of readings, or an argument of a wrong type, cannot be hashed
            return case_query(on, readings, document, include_reported=include_reported)

    def what_applies(self, case: Case, query: CaseQuery) -> WhatApplies:
        """Return the provisions that apply to the person; see `Counties.what_applies`."""
        day, case_facts = self._day_and_facts(checked_case(case), query)
        return answer_case(day, case, case_facts, tuple(self._elsewhere(case, day.county)))

    def target_group(self, case: Case, query: CaseQuery) -> Answer[Membership]:
        """Return whether the person is in the target group; see `Counties.target_group`."""
        day, case_facts = self._day_and_facts(checked_case(case), query, of_group=True)
        answer = day.membership(case_facts, unused_in_case(case, day.group_inputs))
        if case.born is None or not depends_on_leap_day(case.born, query.on):
            return answer
        return attrs.evolve(answer, notes=(*answer.notes, BORN_ON_LEAP_DAY))

    def _day_and_facts(self, case: Case, query: CaseQuery, *, of_group: bool = False) -> tuple[CountyDay, CaseFacts]:
        """Return the county's day, and the facts of the case on it.

        For the target group, facts that follow from the age may be left out if it depends on none.
        """
        county = query.county or self._responsible(case.municipality)
        day = None if county is None else query.days.get(county.code)
        if day is not None and self._is_plain(case):
            return day, self._case_facts(case, query.on, with_ages=not of_group or day.group_is_by_age)
        faults: list[object] = []
        if county is None:
            faults.append(unknown_municipality(case.municipality.strip(), self.counties))
        if not (case.facts.keys() <= self._truths and case.principals.keys() <= self._principals):
            faults += unknown_facts(case, self._truths, self._principals, self.facts)
        if case.stands_at and county is not None and case.stands_at not in bodies_of(county):
            faults.append(no_body(county))
        try:
            case_facts = self._case_facts(case, query.on)
        except CaseError as error:
            case_facts, faults = None, [*faults, *error.faults]
        if faults or county is None or case_facts is None:
            raise CaseError(CANNOT_BE_ASKED, faults)
        day = self._day(county, case, query)
        if self._is_plain(case):
            query.days[county.code] = day
        return day, case_facts

    def _responsible(self, municipality: str) -> County | None:
        """Return the county of a municipality, by code or by name in any case."""
        known = self._by_municipality
        return known.get(municipality) or known.get(municipality.strip().casefold())

    def _case_facts(self, case: Case, on: date, *, with_ages: bool = True) -> CaseFacts:
        """Return the facts of a case, with those that follow from the age if needed.

        If this raises, the frame has no age among its locals.

        Raises:
            CaseError: the person was not born then, or would be older than anybody is.
        """
        age = case.age_on(on)
        given = cast("MappingProxyType[str, bool]", case.facts)  # as `Case` keeps it; the union of two mappings is fast
        return CaseFacts(facts=given if age is None or not with_ages else self._facts_of_ages[age] | given, age=age)

    def _is_plain(self, case: Case) -> bool:
        """Return whether a case gives only known facts of the person."""
        return not case.stands_at and not case.principals and self._of_persons.issuperset(case.facts)

    def _day(self, county: County, case: Case, query: CaseQuery) -> CountyDay:
        events = tuple(sorted((name, case.facts[name]) for name in self._edition_facts & case.facts.keys()))
        readings = query.readings if isinstance(query.readings, str | None) else tuple(sorted(query.readings.items()))
        with LOCK:  # two threads get the same day
            return self._days(
                county,
                on=query.on,
                readings=readings,
                include_reported=query.include_reported,
                document=query.document,
                events=events,
            )

    @locked_property
    def _queries(self) -> Callable[..., CaseQuery]:
        return lru_cache(_DAYS_KEPT)(case_query)

    @locked_property
    def _days(self) -> Callable[..., CountyDay]:
        return lru_cache(_DAYS_KEPT)(_county_day)

    @locked_property
    def _by_municipality(self) -> dict[str, County]:
        return {
            name: county
            for county in self.counties
            for each in county.place.municipalities
            for name in (each.code, each.name.casefold())
        }

    @locked_property
    def _facts_of_ages(self) -> tuple[dict[str, bool], ...]:
        """The facts that follow from each age; for all ages, so that it reveals none."""
        return tuple(dict(facts_with_age({}, age, self._by_age)) for age in range(OLDEST + 1))

    @locked_property
    def _by_age(self) -> tuple[tuple[str, AgeRange], ...]:
        """The facts that follow from the age, with the ages for which they are true."""
        return tuple((each.id, each.ages) for each in self.facts.values() if each.ages is not None)

    @locked_property
    def _of_persons(self) -> frozenset[str]:
        """Return the facts that do not decide which edition applies."""
        return self._truths - self._edition_facts

    @locked_property
    def _truths(self) -> frozenset[str]:
        return frozenset(each.id for each in self.facts.values() if each.type is not FactType.PRINCIPAL)

    @locked_property
    def _principals(self) -> frozenset[str]:
        return frozenset(each.id for each in self.facts.values() if each.type is FactType.PRINCIPAL)

    @locked_property
    def _edition_facts(self) -> frozenset[str]:
        """Return the facts that decide which edition of any county applies."""
        return facts_of_editions(self.counties)

    def _elsewhere(self, case: Case, county: County) -> Iterator[tuple[str, County | None]]:
        """Yield where the person lives, and who placed them.

        Only those in another county than the one asked are included.
        """
        for field in ("lives_in", "placed_by"):
            name: str = getattr(case, field)
            if name and county.place.municipality(name) is None:
                yield field, self._by_municipality.get(name.strip().casefold())


def _county_day(
    county: County,
    *,
    on: date,
    readings: str | tuple[tuple[str, str], ...] | None,
    include_reported: bool,
    document: str | None,
    events: tuple[tuple[str, bool], ...],
) -> CountyDay:
    chosen = dict(readings) if isinstance(readings, tuple) else readings
    check_readings(county.holdings, chosen)
    return CountyDay(
        county=county,
        on=on,
        events=dict(events),
        readings=chosen,
        include_reported=include_reported,
        document=None if document is None else county.holdings.document(document),
    )
