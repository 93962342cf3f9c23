"""The desk: takes a case, finds the county and the day it is asked of, and answers it."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

import attrs

from psykavtal.ask.answering import Evidence
from psykavtal.ask.case.answering import answer_case
from psykavtal.ask.case.answer import WhatApplies
from psykavtal.ask.case.case import Case, named
from psykavtal.ask.case.day import CountyDay
from psykavtal.ask.case.judged import Told
from psykavtal.ask.case.membership import membership
from psykavtal.ask.case.parts import Membership
from psykavtal.ask.county import County
from psykavtal.ask.reading import Readings
from psykavtal.errors import CaseError, suggestion
from psykavtal.model.answers import Answer
from psykavtal.model.birthdays import turns_by_convention
from psykavtal.model.criteria import facts_of
from psykavtal.model.dates import parse_date
from psykavtal.model.places import COUNTIES
from psykavtal.model.provisions import Validity
from psykavtal.model.vocabulary import Fact, FactType

_DAYS_KEPT = 64


@attrs.frozen(kw_only=True, slots=False, eq=False, repr=False)
class Desk:
    """Answers cases. What does not hang on the person is kept for the days that were asked for last.

    Attributes:
        counties: those that can be asked.
        facts: the vocabulary of facts.
    """

    counties: Sequence[County]
    facts: Mapping[str, Fact]
    _days: "OrderedDict[object, CountyDay]" = attrs.field(factory=OrderedDict, init=False)

    def what_applies(
        self,
        case: Case,
        *,
        on: date | str,
        readings: Readings = None,
        evidence: Evidence = "documents",
        document: str | None = None,
        county: County | None = None,
        keep_case: bool = False,
    ) -> WhatApplies:
        """What applies to the person; see `Counties.what_applies`."""
        day, told = self._asked(case, on, readings, evidence, document, county)
        answer = answer_case(day, case, told, tuple(self._elsewhere(case, day.county)))
        return attrs.evolve(answer, case=case) if keep_case else answer

    def target_group(
        self,
        case: Case,
        *,
        on: date | str,
        readings: Readings = None,
        evidence: Evidence = "documents",
        document: str | None = None,
    ) -> Answer[Membership]:
        """Whether the person is in the target group; see `Counties.target_group`."""
        day, told = self._asked(case, on, readings, evidence, document, None)
        return membership(day.group, told)

    def _asked(
        self,
        case: Case,
        on: date | str,
        readings: Readings,
        evidence: Evidence,
        document: str | None,
        county: County | None,
    ) -> tuple[CountyDay, Told]:
        """The county's day, and what the case tells on it."""
        asked = on if type(on) is date else parse_date(on, where="on")
        faults: list[str] = []
        if county is None:
            county = self._by_municipality.get(case.municipality.strip().casefold())
        if county is None:
            faults.append(self._no_county(case.municipality))
        if not (case.facts.keys() <= self._truths and case.principals.keys() <= self._principals):
            faults += self._unknown_facts(case)
        if case.stands_at and county is not None and county.holdings.record.thing(case.stands_at) is None:
            faults.append(_no_body(county))
        age = None
        try:
            age = case.age_on(asked)
        except CaseError as error:
            faults += [str(each) for each in error.faults]
        if faults or county is None:
            raise CaseError("the case cannot be asked:", faults)
        by_convention = case.born is not None and turns_by_convention(case.born, asked)
        told = Told(facts=case.facts, age=age, by_convention=by_convention)
        return self._day(county, asked, case.facts, readings, evidence, document), told

    def _day(
        self,
        county: County,
        on: date,
        facts: Mapping[str, bool],
        readings: Readings,
        evidence: Evidence,
        document: str | None,
    ) -> CountyDay:
        events = {name: facts[name] for name in self._turning & facts.keys()}
        chosen = readings if readings is None or isinstance(readings, str) else tuple(sorted(readings.items()))
        key = (county.code, on, chosen, evidence, document, tuple(sorted(events.items())))
        if key in self._days:
            self._days.move_to_end(key)
            return self._days[key]
        county.holdings.check_readings(readings)
        found = CountyDay(
            county=county,
            on=on,
            events=events,
            readings=readings,
            evidence=evidence,
            document=None if document is None else county.holdings.document(document),
        )
        self._days[key] = found
        if len(self._days) > _DAYS_KEPT:
            self._days.popitem(last=False)
        return found

    @cached_property
    def _by_municipality(self) -> dict[str, County]:
        return {
            name: county
            for county in self.counties
            for each in county.place.municipalities
            for name in (each.code, each.name.casefold())
        }

    @cached_property
    def _truths(self) -> frozenset[str]:
        return frozenset(each.id for each in self.facts.values() if each.type is not FactType.PRINCIPAL)

    @cached_property
    def _principals(self) -> frozenset[str]:
        return frozenset(each.id for each in self.facts.values() if each.type is FactType.PRINCIPAL)

    @cached_property
    def _turning(self) -> frozenset[str]:
        """The facts on which it turns which edition of any county applies."""
        standing = (each for county in self.counties for each in county.holdings.record.standing)
        ends = (each.ends_when for each in standing if isinstance(each, Validity))
        return frozenset(fact for each in ends if each is not None for fact in facts_of(each))

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
                hint = suggestion(name, known, what="facts") if named(name) == repr(name) else "See `counties.facts`."
                yield f"{field}: {named(name)} is no fact. {hint}"

    def _no_county(self, municipality: str) -> str:
        """That no county has it; which county's plugin would, where the code tells."""
        known = COUNTIES.get(municipality[:2]) if municipality.isdigit() and len(municipality) == 4 else None
        if municipality.isdigit() and len(municipality) == 3:
            return "municipality: a code has four digits, as text; one that begins with a zero has lost it."
        if known is not None:
            return f"municipality: no installed county has this code; it lies in {known} (county code {municipality[:2]}), whose plugin is not installed."
        names = [each.name for county in self.counties for each in county.place.municipalities]
        return f"municipality: no installed county has it. {suggestion('', names, what='municipalities')}"

    def _elsewhere(self, case: Case, county: County) -> Iterator[tuple[str, County | None]]:
        """Where the person lives, and who placed them, if in another county than the one asked."""
        for field in ("lives_in", "placed_by"):
            name: str = getattr(case, field)
            if name and county.place.municipality(name) is None:
                yield field, self._by_municipality.get(name.strip().casefold())


def _no_body(county: County) -> str:
    things = [each.id for each in county.holdings.record.things]
    return f"stands_at: {county.name} has no such body. {suggestion('', things, what='bodies')}"
