"""Verdicts on matters with a time: overdue on a day, or undecided."""

from datetime import date

from psykavtal.agreements.timeline.timed_matters import MatterType, OverdueMatter, TimedMatter
from psykavtal.model.calendar_months import months_after
from psykavtal.model.dates import UncertainDate
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording

_YEAR = 12
_COUNTED = Wording(
    sv="Räknas intervallet i månader eller i kalenderår?", en="Is the interval counted in months or in calendar years?"
)


def overdue_matter(matter: TimedMatter, on: date, done: date | None) -> OverdueMatter | None:
    """Return the verdict on a matter; None if it is done or not yet due.

    Args:
        matter: the matter.
        on: the day.
        done: the day on which it was last done; None if that is not known. A later day than `on` is not used.
    """
    last = done if done is not None and done <= on else None
    match matter.type:
        case MatterType.FOLLOW_UP:
            return _unknown_follow_up(matter, on) if last is None else _follow_up(matter, on, last)
        case MatterType.REVISION:
            return None if last is not None else _revision(matter, on)
        case MatterType.PLAN | MatterType.DEADLINE:
            return None if last is not None else _past(matter, on)


def _unknown_follow_up(matter: TimedMatter, on: date) -> OverdueMatter | None:
    """Return an open verdict; None until one whole interval has passed."""
    if matter.months is None or matter.since is None:
        sentence = Wording(
            sv="Om uppföljningen är försenad kan inte avgöras.", en="It cannot be decided if the follow-up is overdue."
        )
        return _open(matter, on, sentence)
    due = months_after(matter.since.latest, matter.months)
    if on < due:
        return None
    sentence = Wording(
        sv=f"Ett helt intervall ({_months(matter.months, 'sv')}) har gått sedan {matter.since}, då dokumentet började gälla.",
        en=f"A whole interval ({_months(matter.months, 'en')}) has passed since {matter.since}, when the document began to apply.",
    )
    return _open(matter, on, sentence, since=due)


def _follow_up(matter: TimedMatter, on: date, last: date) -> OverdueMatter | None:
    """Return the verdict from the day of the last follow-up.

    It is certain once the interval has passed in months and, for whole years, in calendar years too.
    """
    if matter.months is None:
        sentence = Wording(
            sv=f"Uppföljningen gjordes senast {last}; hur ofta den ska göras anges inte i månader.",
            en=f"The follow-up was last made on {last}; its interval is not given in months.",
        )
        return _open(matter, on, sentence)
    due = months_after(last, matter.months)
    if on < due:
        return None
    certain = due if matter.months % _YEAR else date(last.year + matter.months // _YEAR, _YEAR, 31)
    sentence = Wording(
        sv=f"Uppföljningen gjordes senast {last}, för mer än {_months(matter.months, 'sv')} sedan.",
        en=f"The follow-up was last made on {last}, more than {_months(matter.months, 'en')} ago.",
    )
    if on > certain:
        return OverdueMatter(matter=matter, on=on, verdict=Truth.TRUE, since=due, sentence=sentence)
    return OverdueMatter(matter=matter, on=on, verdict=Truth.UNKNOWN, since=due, sentence=sentence, missing=(_COUNTED,))


def _revision(matter: TimedMatter, on: date) -> OverdueMatter:
    sentence = Wording(
        sv="Om en revidering är försenad kan inte avgöras.", en="It cannot be decided if a revision is overdue."
    )
    return _open(matter, on, sentence)


def _past(matter: TimedMatter, on: date) -> OverdueMatter | None:
    """Return the verdict on a day that is past; None if it is not."""
    due = matter.due
    assert due is not None, "a plan or a deadline has a day"
    passed = due.passed_by(on)
    if passed is Truth.FALSE:
        return None
    if matter.type is MatterType.PLAN:
        return _plan_ended(matter, on, due, passed)
    sentence = Wording(
        sv=f"Skulle vara klart senast {due}.",
        en=f"Was due by {due}.",
    )
    return _open(matter, on, sentence)


def _plan_ended(matter: TimedMatter, on: date, due: UncertainDate, passed: Truth) -> OverdueMatter:
    if passed is Truth.TRUE:
        sentence = Wording(sv=f"Planens tid gick ut {due}.", en=f"The term of the plan ended ({due}).")
    else:
        sentence = Wording(
            sv=f"Planens tid går ut {due}, på en dag som inte är känd.",
            en=f"The term of the plan ends ({due}), on a day that is not known.",
        )
    since = _after_day(due.latest) if passed is Truth.TRUE else None
    return OverdueMatter(matter=matter, on=on, verdict=passed, since=since, sentence=sentence, missing=matter.missing)


def _open(matter: TimedMatter, on: date, sentence: Wording, *, since: date | None = None) -> OverdueMatter:
    return OverdueMatter(
        matter=matter, on=on, verdict=Truth.UNKNOWN, since=since, sentence=sentence, missing=matter.missing
    )


def _after_day(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1) if day < date.max else day


def _months(months: int, lang: str) -> str:
    return f"{months} {'månader' if lang == 'sv' else 'months'}"
