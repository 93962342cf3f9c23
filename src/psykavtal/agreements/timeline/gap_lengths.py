"""Gaps of a timeline: days without a recorded edition, under each reading."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

import attrs

from psykavtal.agreements.interpretations import Interpretation
from psykavtal.agreements.timeline.timeline_parts import GapLength, TimelineGap, TimelineStretch, days_between
from psykavtal.model.answers import InForce
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording

VerdictOn = Callable[[date, Mapping[str, str]], InForce]
"""Returns the verdict on a day under chosen readings, by group."""

_DAY = timedelta(days=1)


@attrs.frozen
class _Run:
    """Days in a row without a recorded edition.

    Attributes:
        around: the edition that applies or may apply before, and the one after.
        first: the first day; None if open.
        last: the last day; None if open.
        widest: the first and the last day with the adjoining unclear days.
    """

    around: tuple[str | None, str | None]
    first: date | None
    last: date | None
    widest: tuple[date | None, date | None]


@attrs.frozen
class _Under:
    """The runs under one interpretation.

    Attributes:
        chosen: the chosen readings, by group.
        interpretation: the interpretation; None if the provisions have one meaning.
        runs: the runs.
    """

    chosen: Mapping[str, str]
    interpretation: Interpretation | None
    runs: tuple[_Run, ...]


def gaps(
    stretches: Sequence[TimelineStretch], interpretations: Sequence[Interpretation], verdict: VerdictOn
) -> tuple[TimelineGap, ...]:
    """Return the gaps of a timeline, with their lengths by reading.

    Args:
        stretches: all days, divided wherever a verdict can change under any reading.
        interpretations: the interpretations of the validity of the editions; empty if it has one meaning.
        verdict: returns the verdict on a day.
    """
    under = [_under(each, stretches, verdict) for each in interpretations]
    under = under or [_Under({}, None, _runs(stretches, [each.in_force for each in stretches]))]
    deciding = _deciding(under)
    around = dict.fromkeys(run.around for each in under for run in each.runs)
    return tuple(
        TimelineGap(before=before, after=after, lengths=_lengths((before, after), under, deciding))
        for before, after in around
    )


def _under(interpretation: Interpretation, stretches: Sequence[TimelineStretch], verdict: VerdictOn) -> _Under:
    chosen = {group: choice.name for group, choice in interpretation.choices}
    verdicts = [
        each.in_force if each.in_force.verdict is Truth.TRUE else verdict(each.in_force.on, chosen)
        for each in stretches
    ]
    return _Under(chosen, interpretation, _runs(stretches, verdicts))


def _runs(stretches: Sequence[TimelineStretch], verdicts: Sequence[InForce]) -> tuple[_Run, ...]:
    """Return the runs of neighbouring stretches of which the verdict is false."""
    found: list[_Run] = []
    number = 0
    while number < len(stretches):
        end = _end_of(verdicts, number, Truth.FALSE)
        if end > number:
            before = number
            while before and verdicts[before - 1].verdict is Truth.UNKNOWN:
                before -= 1
            after = _end_of(verdicts, end, Truth.UNKNOWN)
            around = _last_of(verdicts[:number]), _first_of(verdicts[end:])
            widest = stretches[before].first, stretches[after - 1].last
            found.append(_Run(around, stretches[number].first, stretches[end - 1].last, widest))
        number = max(end, number + 1)
    return tuple(found)


def _last_of(verdicts: Sequence[InForce]) -> str | None:
    """Return the last edition that applies, or may apply, before a run."""
    return _candidates(verdicts[-1])[-1] if verdicts else None


def _first_of(verdicts: Sequence[InForce]) -> str | None:
    """Return the first edition that applies, or may apply, after a run."""
    return _candidates(verdicts[0])[0] if verdicts else None


def _candidates(verdict: InForce) -> tuple[str | None, ...]:
    return verdict.candidates or (verdict.document,)


def _end_of(verdicts: Sequence[InForce], start: int, truth: Truth) -> int:
    """Return the number after the last neighbour of this verdict."""
    while start < len(verdicts) and verdicts[start].verdict is truth:
        start += 1
    return start


def _deciding(under: Sequence[_Under]) -> tuple[str, ...]:
    """Return the groups of readings of which one can change the runs alone."""
    groups = dict.fromkeys(group for each in under for group in each.chosen)
    return tuple(group for group in groups if any(_differ(one, other, group) for one in under for other in under))


def _differ(one: _Under, other: _Under, group: str) -> bool:
    """Return whether two interpretations that differ in one group only have other runs."""
    return one.runs != other.runs and all(
        (other.chosen.get(name) == reading) == (name != group) for name, reading in one.chosen.items()
    )


def _lengths(
    around: tuple[str | None, str | None], under: Iterable[_Under], deciding: Sequence[str]
) -> tuple[GapLength, ...]:
    """Return the lengths of one gap, one for each choice that decides."""
    found: dict[tuple[str, ...], GapLength] = {}
    for each in under:
        choices = () if each.interpretation is None else each.interpretation.choices
        own = [(group, choice) for group, choice in choices if group in deciding]
        readings = tuple(f"{group}:{choice.name}" for group, choice in own)
        why = tuple(choice.why for _, choice in own)
        run = next((run for run in each.runs if run.around == around), None)
        found.setdefault(readings, _length(run, readings, why))
    lengths = list(found.values())
    alike = {attrs.evolve(each, readings=(), why=()) for each in lengths}
    return tuple(alike) if len(alike) == 1 else tuple(lengths)


def _length(run: _Run | None, readings: tuple[str, ...], why: tuple[Wording, ...]) -> GapLength:
    if run is None:
        return GapLength(readings=readings, why=why, days=0, at_most=0)
    return GapLength(
        readings=readings,
        why=why,
        first=run.first,
        last=run.last,
        days=days_between(run.first, run.last),
        at_most=days_between(*run.widest),
    )
