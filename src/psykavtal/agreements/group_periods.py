"""Periods of a county within which the same edition and the same rules apply."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import attrs

from psykavtal.agreements.condition_inputs import edition_facts
from psykavtal.agreements.county import County
from psykavtal.agreements.group_rules import GroupRule, group_rule
from psykavtal.agreements.query_checks import FactValue, event_days
from psykavtal.agreements.reading_choices import Readings
from psykavtal.agreements.timeline.change_days import change_days
from psykavtal.model.answers import InForce

_DAY = timedelta(days=1)
# Used if no date is recorded at all: the result is then the same on every day.
_ANY = date(2000, 1, 1)


@attrs.frozen(kw_only=True)
class Period:
    """Days on which a county's agreement states the same on whom it covers.

    Attributes:
        first: the first day; None if it reaches back without end.
        in_force: the verdict on the agreement, for a day within.
        rule: whom the text covers.
    """

    first: date | None
    in_force: InForce
    rule: GroupRule

    @property
    def document(self) -> str | None:
        """Id of the document of the text: the edition that applies, or the only candidate."""
        return self.in_force.document


def facts_of_editions(counties: Iterable[County]) -> frozenset[str]:
    """Return the facts that decide which edition applies.

    Includes the facts of any of the counties, under any reading.
    """
    return edition_facts(each for county in counties for each in county.holdings.record.standing)


def periods(
    county: County,
    *,
    facts: Mapping[str, FactValue] | None = None,
    readings: Readings = None,
    include_reported: bool = False,
) -> tuple[Period, ...]:
    """Every stretch of days, from the earliest to the latest.

    Args:
        county: the county.
        facts: events that decide which edition applies: true, false, or the day on which each occurred.
        readings: a reading by its name for all, or by provision.
        include_reported: whether reported facts take part.
    """
    occurred = event_days(facts)
    starts = [None, *sorted(change_days(county.holdings.record, occurred) | {*occurred.values()})]
    found: list[Period] = []
    for first, following in zip(starts, [*starts[1:], None], strict=True):
        day = first or (following - _DAY if following else _ANY)
        period = Period(
            first=first,
            in_force=county.in_force(on=day, facts=facts, readings=readings, include_reported=include_reported),
            rule=group_rule(
                county.ask(
                    "target-group.who", on=day, facts=facts, readings=readings, include_reported=include_reported
                )
            ),
        )
        if not (found and _same(found[-1], period)):
            found.append(period)
    return tuple(found)


def _same(one: Period, other: Period) -> bool:
    return _key(one) == _key(other)


def _key(period: Period) -> tuple[object, ...]:
    in_force = period.in_force
    return (in_force.document, in_force.candidates, in_force.key, period.rule.criteria, _ids(period))


def _ids(period: Period) -> tuple[str, ...]:
    return tuple(clause.provision.id for each in period.rule.alternatives for clause in each.clauses)
