"""Terms that are prolonged in steps, and the end that a notice of termination gives."""

from collections.abc import Iterator
from datetime import date

import attrs

from psykavtal.agreements.query import Query
from psykavtal.model.calendar_months import months_after, term_end_after
from psykavtal.model.dates import UncertainDate
from psykavtal.model.provisions import Prolongation
from psykavtal.model.truth import Truth

_MOST_STEPS = 2000
"""More steps than any text means; a term that is prolonged by a month reaches over 150 years."""


@attrs.frozen(kw_only=True)
class ProlongedTerm:
    """The result of a prolongation on a day.

    Attributes:
        truth: whether the term, first or prolonged, has not ended.
        rule: id of the rule by which it follows; empty within the first term.
        missing: id of the event that would decide; empty if none would.
        end: the last day of the running term, or of the last one; None if it is not determined.
    """

    truth: Truth
    rule: str = ""
    missing: str = ""
    end: date | None = None


def prolonged_term(end: UncertainDate, prolongation: Prolongation, query: Query) -> ProlongedTerm:
    """Return whether a prolonged term runs on the day of a query.

    A notice given by its day ends the first term that it is in time for. One that is only given as true has an
    unknown day. One that is not given is presumed not to have been given.
    """
    first = end.passed_by(query.on)
    if first is not Truth.TRUE:
        return ProlongedTerm(truth=~first, end=end.latest)
    running = next((each for each in term_ends(end.latest, prolongation) if each >= query.on), None)
    given = query.days.get(prolongation.notice)
    if given is not None:
        return _after_notice(end, prolongation, given, query.on)
    if running is None:
        return ProlongedTerm(truth=Truth.FALSE, end=list(term_ends(end.latest, prolongation))[-1])
    match query.facts.get(prolongation.notice):
        case True:
            return ProlongedTerm(truth=Truth.UNKNOWN, missing=prolongation.notice)
        case False:
            return ProlongedTerm(truth=Truth.TRUE, rule="end-event-not-occurred", end=running)
        case None if query.presume or not prolongation.notice:
            return ProlongedTerm(truth=Truth.TRUE, rule="presumed-prolonged", missing=prolongation.notice, end=running)
        case None:
            return ProlongedTerm(truth=Truth.UNKNOWN, missing=prolongation.notice)


def term_ends(end: date, prolongation: Prolongation) -> Iterator[date]:
    """Yield the last day of the first term and of each prolonged one."""
    steps = _MOST_STEPS if prolongation.times is None else min(prolongation.times, _MOST_STEPS)
    for step in range(steps + 1):
        last = term_end_after(end, step * prolongation.months)
        yield last
        if last.year == date.max.year:
            return


def end_by_notice(end: date, prolongation: Prolongation, given: date) -> date | None:
    """Return the end of the first term for which a notice is in time."""
    ends = term_ends(end, prolongation)
    return next((each for each in ends if given <= months_after(each, -prolongation.notice_months)), None)


def _after_notice(end: UncertainDate, prolongation: Prolongation, given: date, on: date) -> ProlongedTerm:
    """Return whether the term that a notice ends still runs, by every possible end."""
    ends = [end_by_notice(each, prolongation, given) for each in (end.earliest, end.latest)]
    lasts = [each if each is not None else list(term_ends(end.latest, prolongation))[-1] for each in ends]
    if len({each >= on for each in lasts}) > 1:
        return ProlongedTerm(truth=Truth.UNKNOWN)
    return ProlongedTerm(truth=Truth.of(lasts[0] >= on), rule="notice-ends-term", end=max(lasts))
