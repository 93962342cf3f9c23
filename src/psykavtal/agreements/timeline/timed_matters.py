"""Matters to which a record gives a time: follow-ups, revisions, terms of plans, deadlines."""

import enum
from datetime import date

import attrs

from psykavtal.model.citations import Citation, WebSource
from psykavtal.model.dates import UncertainDate
from psykavtal.model.display import ReprOnly
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording


class MatterType(enum.Enum):
    """The type of a matter with a time."""

    FOLLOW_UP = "follow-up"
    REVISION = "revision"
    PLAN = "plan"
    DEADLINE = "deadline"

    @property
    def label(self) -> Wording:
        """The label for people."""
        return _LABELS[self]


_LABELS = {
    MatterType.FOLLOW_UP: Wording(sv="uppföljning", en="follow-up"),
    MatterType.REVISION: Wording(sv="revidering", en="revision"),
    MatterType.PLAN: Wording(sv="plan", en="plan"),
    MatterType.DEADLINE: Wording(sv="väntad sak", en="pending matter"),
}


@attrs.frozen(kw_only=True, repr=False)
class TimedMatter(ReprOnly):
    """A matter that recurs, ends or is due, by the record.

    Attributes:
        type: the type.
        document: id of the document that states it.
        subject: id of the plan or document that it is about.
        about: the name of that, or of the pending matter, for people.
        provision: id of the provision.
        wording: the provision in our own words.
        months: the interval in months; None if it does not recur, or the text gives none.
        due: the day by which it is due, or the last day of the plan; None if the record gives none.
        since: the first day from which the document applies, as far as it is known; None if it is not known.
        missing: the questions that decide if it is overdue, and that the record leaves open.
        citations: the passages.
        reported: the addresses, if no available document states it.
    """

    type: MatterType
    document: str
    subject: str
    about: Wording
    provision: str
    wording: Wording
    months: int | None = None
    due: UncertainDate | None = None
    since: UncertainDate | None = None
    missing: tuple[Wording, ...] = ()
    citations: tuple[Citation, ...] = ()
    reported: tuple[WebSource, ...] = ()

    def __repr__(self) -> str:
        """Return type and provision."""
        return f"<TimedMatter {self.type.value}: {self.provision}>"


@attrs.frozen(kw_only=True, repr=False)
class OverdueMatter(ReprOnly):
    """A matter that is overdue on a day, or of which it cannot be stated.

    Attributes:
        matter: the matter.
        on: the day.
        verdict: true if it is overdue; unknown if a fact is missing.
        since: the first day after the time that it had, if the record or the facts given determine it.
        sentence: the verdict with its reason, for people.
        missing: the questions that decide it and are open.
    """

    matter: TimedMatter
    on: date
    verdict: Truth
    since: date | None
    sentence: Wording
    missing: tuple[Wording, ...] = ()

    def in_language(self, lang: str) -> str:
        """Return the sentence in `lang`."""
        return self.sentence.to(lang)

    def __str__(self) -> str:
        """The sentence in Swedish."""
        return str(self.sentence)

    def __repr__(self) -> str:
        """Return verdict, type and provision."""
        return f"<OverdueMatter {self.verdict.value} {self.matter.type.value}: {self.matter.provision} on {self.on}>"
