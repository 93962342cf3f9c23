"""The desk: takes a case, finds the county and the day it is asked of, and answers it."""

import re
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import attrs

from psykavtal.agreements.county import County
from psykavtal.agreements.interpretations import Readings
from psykavtal.agreements.timeline import turning_facts
from psykavtal.cases.answer_case import BORN_ON_LEAP_DAY, answer_case
from psykavtal.cases.case import Case, named
from psykavtal.cases.case_query import CaseQuery, case_query
from psykavtal.cases.county_on_day import CountyDay
from psykavtal.cases.matching import CaseFacts
from psykavtal.cases.result_types import Membership
from psykavtal.cases.what_applies import WhatApplies
from psykavtal.errors import CaseError, nearest, suggestion
from psykavtal.lazy import LOCK, locked_property
from psykavtal.model import arguments
from psykavtal.model.answers import Answer
from psykavtal.model.birthdays import depends_on_leap_day
from psykavtal.model.display import ReprOnly
from psykavtal.model.national_register import COUNTIES
from psykavtal.model.things import Body
from psykavtal.model.vocabulary import Fact, FactType

_DAYS_KEPT = 64


@attrs.frozen(kw_only=True, slots=False, eq=False, repr=False)
class CaseEvaluator(ReprOnly):
    """Answers cases. What does not hang on the person is kept for the days that were asked for last.

    Attributes:
        counties: those that can be asked.
        facts: the vocabulary of facts.
    """

    counties: Sequence[County]
    facts: Mapping[str, Fact]
    _queries: dict[object, CaseQuery] = attrs.field(factory=dict[object, CaseQuery], init=False)
    _days: "OrderedDict[object, CountyDay]" = attrs.field(factory=OrderedDict[object, CountyDay], init=False)

    def query(
        self,
        on: date | str,
        readings: Readings = None,
        document: str | None = None,
        *,
        include_reported: bool = False,
    ) -> CaseQuery:
        """How a case is asked; the same object for the same, so that what was met so is met again.

        Raises:
            InvalidDateError: `on` is no date.
        """
        arguments.flag(include_reported, "include_reported")
        if not isinstance(readings, str | None):
            return case_query(on, readings, document, include_reported=include_reported)
        key = (on, readings, include_reported, document)
        try:
            found = self._queries.get(key)
        except TypeError:  # a list, which is no day and no document
            return case_query(on, readings, document, include_reported=include_reported)
        if found is None:
            found = case_query(on, readings, document, include_reported=include_reported)
            if len(self._queries) >= _DAYS_KEPT:
                self._queries.clear()
            self._queries[key] = found
        return found

    def what_applies(self, case: Case, query: CaseQuery) -> WhatApplies:
        """What applies to the person; see `Counties.what_applies`."""
        day, case_facts = self._day_and_facts(_a_case(case), query)
        return answer_case(day, case, case_facts, tuple(self._elsewhere(case, day.county)))

    def target_group(self, case: Case, query: CaseQuery) -> Answer[Membership]:
        """Whether the person is in the target group; see `Counties.target_group`."""
        day, case_facts = self._day_and_facts(_a_case(case), query)
        answer = day.membership(case_facts)
        if case.born is None or not depends_on_leap_day(case.born, query.on):
            return answer
        return attrs.evolve(answer, notes=(*answer.notes, BORN_ON_LEAP_DAY))

    def _day_and_facts(self, case: Case, query: CaseQuery) -> tuple[CountyDay, CaseFacts]:
        """The county's day, and what the case tells on it."""
        county = query.county or self._by_municipality.get(case.municipality.strip().casefold())
        day = None if county is None else query.days.get(county.code)
        if day is not None and self._is_plain(case):
            return day, _case_facts(case, query.on)
        faults = [] if county is not None else [self._no_county(case.municipality.strip())]
        if not (case.facts.keys() <= self._truths and case.principals.keys() <= self._principals):
            faults += self._unknown_facts(case)
        if case.stands_at and county is not None and case.stands_at not in _bodies(county):
            faults.append(_no_body(county))
        try:
            case_facts = _case_facts(case, query.on)
        except CaseError as error:
            case_facts, faults = None, [*faults, *map(str, error.faults)]
        if faults or county is None or case_facts is None:
            raise CaseError("the case cannot be asked:", faults)
        day = self._day(county, case, query)
        if self._is_plain(case):
            query.days[county.code] = day
        return day, case_facts

    def _is_plain(self, case: Case) -> bool:
        """Whether a case tells of nothing but facts of the person that there are."""
        return not case.stands_at and not case.principals and self._of_persons.issuperset(case.facts)

    def _day(self, county: County, case: Case, query: CaseQuery) -> CountyDay:
        events = {name: case.facts[name] for name in self._turning & case.facts.keys()}
        key = (
            county.code,
            query.on,
            query.readings_key,
            query.include_reported,
            query.document,
            tuple(sorted(events.items())),
        )
        with LOCK:  # between finding a day and moving it another thread could let it go
            if key in self._days:
                self._days.move_to_end(key)
                return self._days[key]
            county.holdings.check_readings(query.readings)
            found = CountyDay(
                county=county,
                on=query.on,
                events=events,
                readings=query.readings,
                include_reported=query.include_reported,
                document=None if query.document is None else county.holdings.document(query.document),
            )
            self._days[key] = found
            if len(self._days) > _DAYS_KEPT:
                self._days.popitem(last=False)
            return found

    @locked_property
    def _by_municipality(self) -> dict[str, County]:
        return {
            name: county
            for county in self.counties
            for each in county.place.municipalities
            for name in (each.code, each.name.casefold())
        }

    @locked_property
    def _of_persons(self) -> frozenset[str]:
        """The facts on which it does not turn which edition applies."""
        return self._truths - self._turning

    @locked_property
    def _truths(self) -> frozenset[str]:
        return frozenset(each.id for each in self.facts.values() if each.type is not FactType.PRINCIPAL)

    @locked_property
    def _principals(self) -> frozenset[str]:
        return frozenset(each.id for each in self.facts.values() if each.type is FactType.PRINCIPAL)

    @locked_property
    def _turning(self) -> frozenset[str]:
        """The facts on which it turns which edition of any county applies."""
        return turning_facts(self.counties)

    def _unknown_facts(self, case: Case) -> Iterator[str]:
        for given, known, field in (
            (case.facts, self._truths, "facts"),
            (case.principals, self._principals, "principals"),
        ):
            for name in given:
                if name in known:
                    continue
                if name in self.facts:
                    other = "principals" if field == "facts" else "facts"
                    yield f"{field}: {named(name)} belongs among `{other}`."
                    continue
                fix = suggestion(name, known, what="facts") if named(name) == repr(name) else "See `counties.facts`."
                yield f"{field}: {named(name)} is no fact. {fix}"

    def _no_county(self, municipality: str) -> str:
        """That no county has it; which county's plugin would, where the code tells."""
        if not municipality:
            return "municipality: is missing. Give the name or the SCB code of the one that is responsible."
        if re.fullmatch(r"[0-9]{3}", municipality):
            return "municipality: a code has four digits, as text; one that begins with a zero has lost it."
        prefix = municipality[:2] if re.fullmatch(r"[0-9]{4}", municipality) else ""
        own = next((each for each in self.counties if each.code == prefix), None)
        if own is None and prefix in COUNTIES:
            return f"municipality: no installed county has it; codes from {prefix}00 lie in {COUNTIES[prefix]}, whose plugin is not installed."
        counties = self.counties if own is None else [own]
        names = [each.name for county in counties for each in county.place.municipalities]
        near = nearest(municipality, names)
        if near is not None:
            names = [near]
        who = "no installed county has one" if own is None else f"{own.name} has none"
        return f"municipality: {who} of this name or code. {suggestion('', names, what='municipalities')}"

    def _elsewhere(self, case: Case, county: County) -> Iterator[tuple[str, County | None]]:
        """Where the person lives, and who placed them, if in another county than the one asked."""
        for field in ("lives_in", "placed_by"):
            name: str = getattr(case, field)
            if name and county.place.municipality(name) is None:
                yield field, self._by_municipality.get(name.strip().casefold())


def _case_facts(case: Case, on: date) -> CaseFacts:
    """Return what a case tells on a day; a frame that raises has no age among its locals.

    Raises:
        CaseError: the person was not born then, or would be older than anybody is.
    """
    return CaseFacts(facts=case.facts, age=case.age_on(on))


def _a_case(case: object) -> Case:
    """Return the case.

    Raises:
        CaseError: it is none; nothing of it is shown.
    """
    if isinstance(case, Case):
        return case
    fault = f"case: must be a Case, not {type(case).__name__}. Write Case(municipality=..., ...)."
    raise CaseError("the case cannot be asked:", (fault,))


def _no_body(county: County) -> str:
    return f"stands_at: {county.name} has no such body. {suggestion('', _bodies(county), what='bodies')}"


def _bodies(county: County) -> list[str]:
    return [each.id for each in county.holdings.record.things if isinstance(each, Body)]
