"""Find facts and ages that are given and have no effect on any row."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from psykavtal.cohorts.columns import PeopleColumns
from psykavtal.cohorts.output_names import AGE, BORN
from psykavtal.cohorts.rules import CountyRules, RulePeriod
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, Criterion, FactIs, InWords, Not


def unused_inputs(
    counties: Sequence[CountyRules], *, people: PeopleColumns, for_all: Collection[str], on: date | None
) -> tuple[str, ...]:
    """Return the inputs on which no rule of the counties depends, whichever columns are added.

    Args:
        counties: their rules through time.
        people: the columns that are read.
        for_all: facts that are given for every row, without those that decide which edition applies.
        on: the day for all rows; None if each has its own: then the rules of every day count.
    """
    periods = [each for county in counties for each in (county.periods if on is None else [county.on(on)])]
    used = {name for each in periods for criterion in _criteria(each) for name in _inputs(criterion)}
    ages = [name for name, column in ((AGE, people.age), (BORN, people.born)) if column is not None and AGE not in used]
    return (*ages, *(each for each in dict.fromkeys((*people.facts, *for_all)) if each not in used))


def _criteria(period: RulePeriod) -> Iterator[Criterion]:
    yield from period.rule.group
    for each in period.services or ():
        yield from each.interpretations


def _inputs(criterion: Criterion) -> Iterator[str]:
    """Yield the facts that a condition depends on, and "age"."""
    match criterion:
        case FactIs(fact=fact):
            yield fact
        case AgeIs(limit=limit):
            if any(not each.is_unlimited for each in limit.possible()):
                yield AGE
        case InWords():
            return
        case Not(of=part):
            yield from _inputs(part)
        case AllOf(of=parts) | AnyOf(of=parts):
            for part in parts:
                yield from _inputs(part)
