"""The rules for a cohort.

Each county has its municipalities, and its editions and rules through time.
"""

from collections.abc import Mapping
from datetime import date

import attrs

from psykavtal.agreements.county import County
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.agreements.group_rules import Alternative, GroupRule
from psykavtal.agreements.reading_choices import Readings
from psykavtal.agreements.service_ages import service_clauses
from psykavtal.agreements.timeline import Period, periods
from psykavtal.cohorts.simplify import Interpretations, merged
from psykavtal.model.conditions import AnyOf, Criterion
from psykavtal.model.truth import Truth


@attrs.frozen
class TargetGroupRule:
    """Who is in a target group, and by which clause.

    Attributes:
        group: who is in it.
        clauses: each clause's id with whom it covers, in the order of the text.
    """

    group: Interpretations
    clauses: tuple[tuple[str, Interpretations], ...]


@attrs.frozen
class ServiceRule:
    """A service and the condition on the persons it is for.

    Attributes:
        key: the service, with the part of it.
        interpretations: the condition on those persons.
    """

    key: str
    interpretations: Interpretations


@attrs.frozen(kw_only=True)
class RulePeriod:
    """Days on which a county's rules are the same.

    Attributes:
        first: the first day; None if it reaches back without end.
        edition: id of the edition that applies; None if none is determined.
        rule: whom it covers.
        services: which services are for whom; None if no edition is determined, or it gives no ages.
    """

    first: date | None
    edition: str | None
    rule: TargetGroupRule
    services: tuple[ServiceRule, ...] | None


@attrs.frozen(kw_only=True)
class CountyRules:
    """A county's rules through time.

    Attributes:
        municipalities: codes of its municipalities.
        periods: from the earliest to the latest; the first begins before every day.
    """

    municipalities: tuple[str, ...]
    periods: tuple[RulePeriod, ...]

    def on(self, day: date) -> RulePeriod:
        """The period that a day lies in."""
        return [each for each in self.periods if each.first is None or each.first <= day][-1]


def rules_of(county: County, *, facts: Mapping[str, bool], readings: Readings) -> CountyRules:
    """A county's rules, under the events and readings that the caller chooses."""
    found = periods(county, facts=facts, readings=readings)
    return CountyRules(
        municipalities=tuple(each.code for each in county.place.municipalities),
        periods=tuple(_rule_period(county, each, readings) for each in found),
    )


def rule_of(group: GroupRule) -> TargetGroupRule:
    """Return the condition of an agreement's target group, by clause and reading."""
    alternatives = group.alternatives if group.complete else ()
    names = dict.fromkeys(clause.provision.id for each in alternatives for clause in each.clauses)
    clauses = tuple((name, merged(tuple(_of_clause(each, name) for each in alternatives))) for name in names)
    return TargetGroupRule(group=merged(group.criteria), clauses=clauses)


def _of_clause(alternative: Alternative, name: str) -> Criterion:
    """Return the condition of a clause under one reading of the text.

    Nobody is covered if the text is not a clause by that reading.
    """
    found = [each.criterion for each in alternative.clauses if each.provision.id == name]
    return found[0] if found else AnyOf(of=())


def _rule_period(county: County, period: Period, readings: Readings) -> RulePeriod:
    """Return a period's rules; undecided for everybody if no document is shown to apply."""
    applies = period.in_force.verdict is Truth.TRUE
    document = period.document if applies else None
    if document is None:
        return RulePeriod(
            first=period.first, edition=None, rule=TargetGroupRule(group=merged(()), clauses=()), services=None
        )
    day = period.first or _ANY
    services = _services(county.document(document, on=day), readings) or None
    return RulePeriod(first=period.first, edition=document, rule=rule_of(period.rule), services=services)


def _services(edition: DocumentOnDay, readings: Readings) -> tuple[ServiceRule, ...]:
    return tuple(ServiceRule(each.key, merged(each.criteria)) for each in service_clauses(edition, readings))


_ANY = date(2000, 1, 1)
"""The day for a document whose days reach back without end."""
