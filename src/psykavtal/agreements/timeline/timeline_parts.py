"""The parts of a timeline: stretches of days, and gaps."""

from datetime import date

import attrs

from psykavtal.model.answers import InForce
from psykavtal.model.citations import Citation, WebSource
from psykavtal.model.display import ReprOnly
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True, repr=False)
class TimelineStretch(ReprOnly):
    """Days between two dates of the record, with one verdict on the agreement.

    Attributes:
        first: the first day; None if it reaches back without end.
        last: the last day; None if it goes on without end.
        in_force: the verdict, for the first day (the last, if the stretch has no first). On every other day of the
            stretch it is the same, but for the day in its sentence.
        uncertain: the sentences on uncertain points: dates that lie within, missing events, readings, reports.
    """

    first: date | None
    last: date | None
    in_force: InForce
    uncertain: tuple[Wording, ...] = ()

    @property
    def days(self) -> int | None:
        """The number of days; None if it is open."""
        return days_between(self.first, self.last)

    @property
    def document(self) -> str | None:
        """Id of the document that applies, or of the only candidate."""
        return self.in_force.document

    @property
    def may_apply(self) -> tuple[str, ...]:
        """Ids of the editions that apply or may apply."""
        one = () if self.document is None else (self.document,)
        return self.in_force.candidates or one

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages that the verdict rests on."""
        return self.in_force.citations

    @property
    def sources(self) -> tuple[WebSource, ...]:
        """The addresses that the verdict rests on."""
        return self.in_force.sources

    @property
    def verdict_content(self) -> InForce:
        """The verdict without its day and its sentence, by which stretches are joined."""
        return verdict_content(self.in_force)

    def __contains__(self, day: date) -> bool:
        """Return whether a day is in the stretch."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def __repr__(self) -> str:
        """Return the days, the verdict and the document."""
        about = f" {self.document}" if self.document else ""
        return f"<TimelineStretch {self.first or ''}..{self.last or ''}: {self.in_force.key}{about}>"


@attrs.frozen(kw_only=True, repr=False)
class GapLength(ReprOnly):
    """The extent of a gap, under some or all readings.

    Attributes:
        readings: the readings of provisions that give it, as "provision:reading"; empty if all do.
        why: the reasons of these readings.
        first: the first day; None if it reaches back without end, or if the gap has no day.
        last: the last day; None if it goes on without end, or if the gap has no day.
        days: the number of days on which no recorded edition applies; None if it is open, 0 if the gap closes.
        at_most: the number of days with the adjoining days on which it is unclear; None if that is open.
    """

    readings: tuple[str, ...] = ()
    why: tuple[Wording, ...] = ()
    first: date | None = None
    last: date | None = None
    days: int | None = None
    at_most: int | None = None

    def __repr__(self) -> str:
        """Return days, readings and bounds."""
        by = f" by {' + '.join(self.readings)}" if self.readings else ""
        return f"<GapLength {self.first or ''}..{self.last or ''}: {self.days} days{by}>"


@attrs.frozen(kw_only=True, repr=False)
class TimelineGap(ReprOnly):
    """Days on which no recorded edition applies. It never states that there was no agreement.

    Attributes:
        before: id of the edition that applies before it, or that may apply; None before the first.
        after: id of the edition that applies after it, or that may apply; None after the last.
        lengths: its extent under each reading that makes a difference.
    """

    before: str | None
    after: str | None
    lengths: tuple[GapLength, ...]

    @property
    def is_open(self) -> bool:
        """Return whether it reaches back or goes on without end."""
        return any(each.days is None for each in self.lengths)

    def __repr__(self) -> str:
        """Return the editions around it and its lengths in days."""
        lengths = " or ".join("open" if each.days is None else str(each.days) for each in self.lengths)
        return f"<TimelineGap after {self.before}, before {self.after}: {lengths} days>"


def verdict_content(in_force: InForce) -> InForce:
    """Return a verdict without its day, its sentence and the verdicts on editions."""
    return attrs.evolve(in_force, on=date.min, sentence=_NO_SENTENCE, editions=())


_NO_SENTENCE = Wording(sv="-")


def days_between(first: date | None, last: date | None) -> int | None:
    """Return the number of days, the first and the last counted; None if open."""
    return None if first is None or last is None else (last - first).days + 1
