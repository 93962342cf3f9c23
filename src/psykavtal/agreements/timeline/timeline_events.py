"""Dated events of a record."""

import enum

import attrs

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
    PLAN_START = "plan-start"
    PLAN_END = "plan-end"
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
        return self in (
            EventType.END,
            EventType.ORDINARY_END,
            EventType.WRITTEN_LATEST,
            EventType.PLAN_END,
            EventType.CHECKED,
        )

    @property
    def is_of_agreement(self) -> bool:
        """Return whether it dates an agreement, an edition or another text of the county."""
        return self in _OF_AGREEMENT

    @property
    def is_of_copy(self) -> bool:
        """Return whether it dates our reading of a copy, not the agreement."""
        return self in (EventType.READ, EventType.RETRIEVED)


_OF_AGREEMENT = frozenset(
    {
        *(EventType.START, EventType.END, EventType.ORDINARY_END, EventType.KNOWN, EventType.ADOPTION),
        *(EventType.PROPOSAL, EventType.WRITTEN_EARLIEST, EventType.WRITTEN_LATEST),
    }
)
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
    EventType.PLAN_START: Wording(sv="planens första dag", en="first day of the plan"),
    EventType.PLAN_END: Wording(sv="planens sista dag", en="last day of the plan"),
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
        about: the name of what it is about: a document, an act, a pending matter, an event.
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
    about: Wording
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
