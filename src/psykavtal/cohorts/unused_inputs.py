"""Find facts and ages that are given and have no effect on any row."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from psykavtal.agreements.condition_inputs import inputs_of, unused_among
from psykavtal.cohorts.columns import PeopleColumns
from psykavtal.cohorts.output_names import AGE, BORN
from psykavtal.cohorts.rules import CountyRules, RulePeriod
from psykavtal.model.conditions import Criterion


def used_inputs(counties: Sequence[CountyRules], *, on: date | None) -> frozenset[str]:
    """Return the inputs on which any rule of the counties depends, whichever columns are added.

    Args:
        counties: their rules through time.
        on: the day for all rows; None if each has its own: then the rules of every day count.
    """
    periods = [each for county in counties for each in (county.periods if on is None else [county.on(on)])]
    return frozenset(inputs_of(criterion for each in periods for criterion in _criteria(each)))


def unused_inputs(used: Collection[str], *, people: PeopleColumns, for_all: Collection[str]) -> tuple[str, ...]:
    """Return the inputs that are given and not used.

    Args:
        used: the inputs on which a rule depends, and "age" if a fact used follows from the age.
        people: the columns that are read.
        for_all: facts that are given for every row, without those that decide which edition applies.
    """
    ages = [name for name, column in ((AGE, people.age), (BORN, people.born)) if column is not None and AGE not in used]
    return (*ages, *unused_among((*people.facts, *for_all), used))


def _criteria(period: RulePeriod) -> Iterator[Criterion]:
    yield from period.rule.group
    for each in period.services or ():
        yield from each.interpretations
