"""The parts of a timeline: stretches of days, gaps, and dated events."""

import enum
from datetime import date

import attrs

from psykavtal.model.answers import InForce
from psykavtal.model.citations import Citation, WebSource
from psykavtal.model.dates import UncertainDate
from psykavtal.model.display import ReprOnly
from psykavtal.model.wording import Wording


class EventType(enum.Enum):
    """The type of a dated event of a record."""

    START = "start"
    END = "end"
    ORDINARY_END = "ordinary-end"
    KNOWN = "known"
    ADOPTION = "adoption"
    PROPOSAL = "proposal"
    WRITTEN_EARLIEST = "written-earliest"
    WRITTEN_LATEST = "written-latest"
    DATED = "dated"
    DUE = "due"
    LAW_START = "law-start"
    LAW_REPEALED = "law-repealed"
    OCCURRED = "occurred"
    CHECKED = "checked"
    READ = "read"
    RETRIEVED = "retrieved"

    @property
    def label(self) -> Wording:
        """The label for people."""
        return _LABELS[self]

    @property
    def is_last_day(self) -> bool:
        """Return whether the date is a last day, with the change on the day after."""
        return self in (EventType.END, EventType.ORDINARY_END, EventType.WRITTEN_LATEST, EventType.CHECKED)

    @property
    def is_of_copy(self) -> bool:
        """Return whether it dates our reading of a copy, not the agreement."""
        return self in (EventType.READ, EventType.RETRIEVED)


_LABELS = {
    EventType.START: Wording(sv="första dag", en="first day"),
    EventType.END: Wording(sv="sista dag", en="last day"),
    EventType.ORDINARY_END: Wording(sv="ordinarie sista dag", en="ordinary last day"),
    EventType.KNOWN: Wording(sv="känt att den gäller", en="known to apply"),
    EventType.ADOPTION: Wording(sv="antagande", en="adoption"),
    EventType.PROPOSAL: Wording(sv="förslag", en="proposal"),
    EventType.WRITTEN_EARLIEST: Wording(sv="skriven tidigast", en="written at the earliest"),
    EventType.WRITTEN_LATEST: Wording(sv="skriven senast", en="written at the latest"),
    EventType.DATED: Wording(sv="daterat", en="dated"),
    EventType.DUE: Wording(sv="ska vara klart", en="due"),
    EventType.LAW_START: Wording(sv="lagen träder i kraft", en="the act comes into force"),
    EventType.LAW_REPEALED: Wording(sv="lagen upphör att gälla", en="the act is repealed"),
    EventType.OCCURRED: Wording(sv="given händelse", en="event given"),
    EventType.CHECKED: Wording(sv="kontrollerat till", en="checked until"),
    EventType.READ: Wording(sv="läst i sin helhet", en="read in full"),
    EventType.RETRIEVED: Wording(sv="kopian hämtad", en="copy retrieved"),
}


@attrs.frozen(kw_only=True, repr=False)
class TimelineEvent(ReprOnly):
    """A date of the record, with its source.

    Attributes:
        type: the type of event.
        date: the date, as far as it is known.
        document: id of the document that it is about; empty for an act and for an event that was given.
        wording: the event in a sentence, for people.
        provision: id of the provision that gives it; empty if the date is a field of the document, or of an act.
        readings: names of the readings under which it is the date; empty if it is under all.
        follows_by: id of the rule by which it follows; None if it is stated.
        citations: the passages.
        reported: the addresses, if no available document states it.
    """

    type: EventType
    date: UncertainDate
    document: str
    wording: Wording
    provision: str = ""
    readings: tuple[str, ...] = ()
    follows_by: str | None = None
    citations: tuple[Citation, ...] = ()
    reported: tuple[WebSource, ...] = ()

    @property
    def is_reported(self) -> bool:
        """Return whether it is only known from elsewhere."""
        return not self.citations and bool(self.reported)

    @property
    def is_uncertain(self) -> bool:
        """Return whether the day is not known exactly, differs between readings, or is only reported."""
        return not self.date.is_exact or bool(self.readings) or self.is_reported

    def in_language(self, lang: str) -> str:
        """Return date, type and wording in `lang`."""
        return f"{self.date.edtf} {self.type.label.to(lang)}: {self.wording.to(lang)}"

    def __str__(self) -> str:
        """Date, type and wording in Swedish."""
        return self.in_language("sv")

    def __repr__(self) -> str:
        """Return type, date and document."""
        about = f" of {self.document}" if self.document else ""
        return f"<TimelineEvent {self.type.value}{about}: {self.date.edtf}>"


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
