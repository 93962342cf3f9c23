"""The rules for a cohort.

Each county has its municipalities, and its editions and rules through time.
"""

from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from psykavtal.agreements.county import County
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.agreements.group_periods import Period, periods
from psykavtal.agreements.group_rules import Alternative, GroupRule
from psykavtal.agreements.query_checks import FactValue
from psykavtal.agreements.reading_choices import Readings
from psykavtal.agreements.service_ages import service_clauses
from psykavtal.cohorts.reasons import Reason
from psykavtal.cohorts.simplify import Interpretations, merged
from psykavtal.model.answers import Ambiguous, NotRecorded, Unreadable
from psykavtal.model.conditions import AnyOf, Criterion
from psykavtal.model.truth import Truth


@attrs.frozen
class TargetGroupRule:
    """The condition on the people whom a text covers, and its clauses.

    Attributes:
        group: the condition; empty if the text gives none.
        clauses: each clause's id with its condition, in the order of the text.
        absent: the reason if the text gives no condition.
    """

    group: Interpretations
    clauses: tuple[tuple[str, Interpretations], ...]
    absent: Reason = "not-read"


@attrs.frozen
class ServiceRule:
    """A service and the condition on the persons it is for.

    Attributes:
        key: the service, with the part of it.
        interpretations: the condition on the persons.
    """

    key: str
    interpretations: Interpretations


@attrs.frozen(kw_only=True)
class RulePeriod:
    """Days on which a county's rules are the same.

    Attributes:
        first: the first day; None if it reaches back without end.
        document: id of the document whose text is used; None unless there is exactly one.
        in_force: whether an edition applies: False if no recorded one does, None if it is unclear.
        rule: the people whom the text covers, whether it applies or not.
        services: the services with their persons; None if no edition surely applies, or it gives no ages.
    """

    first: date | None
    document: str | None
    in_force: bool | None
    rule: TargetGroupRule
    services: tuple[ServiceRule, ...] | None

    @property
    def group(self) -> Interpretations:
        """The condition on the people whom an edition in force covers; can be empty."""
        return self.rule.group if self.in_force else ()

    @property
    def reason(self) -> Reason | None:
        """The reason why no row has a verdict; None if it depends on the row."""
        if self.in_force is None:
            return "edition-unknown"
        if not self.in_force:
            return "none-in-force"
        return None if self.rule.group else self.rule.absent


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


def rules_of(county: County, *, facts: Mapping[str, FactValue], readings: Readings) -> CountyRules:
    """Return a county's rules, for the events and readings given."""
    found = periods(county, facts=facts, readings=readings)
    return CountyRules(
        municipalities=tuple(each.code for each in county.place.municipalities),
        periods=tuple(_distinct(_stretch(county, each, readings) for each in found)),
    )


def rule_of(group: GroupRule) -> TargetGroupRule:
    """Return the condition of an agreement's target group, by clause and reading."""
    alternatives = group.alternatives if group.complete else ()
    names = dict.fromkeys(clause.provision.id for each in alternatives for clause in each.clauses)
    clauses = tuple((name, merged(tuple(_of_clause(each, name) for each in alternatives))) for name in names)
    return TargetGroupRule(group=merged(group.criteria), clauses=clauses, absent=_absent(group))


def _absent(group: GroupRule) -> Reason:
    """Return the reason if a text gives no condition under at least one interpretation."""
    match group.answer:
        case NotRecorded() | Unreadable():
            return "not-read"
        case Ambiguous():
            return "readings-differ"
        case _:
            return "not-stated"


def _of_clause(alternative: Alternative, name: str) -> Criterion:
    """Return the condition of a clause under one reading of the text.

    Nobody is covered if the text is not a clause by that reading.
    """
    found = [each.criterion for each in alternative.clauses if each.provision.id == name]
    return found[0] if found else AnyOf(of=())


def _distinct(periods: Iterator[RulePeriod]) -> Iterator[RulePeriod]:
    """Yield periods without those that continue the one before."""
    last: RulePeriod | None = None
    for each in periods:
        if last is None or attrs.evolve(each, first=last.first) != last:
            last = each
            yield each


def _stretch(county: County, period: Period, readings: Readings) -> RulePeriod:
    """Return a period's rules."""
    verdict, document = period.in_force.verdict, period.document
    services = None
    if verdict is Truth.TRUE and document is not None:
        services = _services(county.document(document, on=period.first or _ANY), readings) or None
    return RulePeriod(
        first=period.first,
        document=document or _only_speaker(period.rule),
        in_force=None if verdict is Truth.UNKNOWN else verdict is Truth.TRUE,
        rule=rule_of(period.rule),
        services=services,
    )


def _only_speaker(rule: GroupRule) -> str | None:
    """Return the document that alone states the group, if several editions may apply; otherwise None."""
    speakers = {clause.provision.document for clause in rule.clauses}
    return speakers.pop() if rule.complete and len(speakers) == 1 else None


def _services(edition: DocumentOnDay, readings: Readings) -> tuple[ServiceRule, ...]:
    return tuple(ServiceRule(each.key, merged(each.criteria)) for each in service_clauses(edition, readings))


_ANY = date(2000, 1, 1)
"""The day for a document whose days reach back without end."""
