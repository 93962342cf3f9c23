"""The matters of a county's record that have a time: follow-ups, revisions, plans, deadlines."""

from collections.abc import Iterable, Iterator

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.timeline.timed_matters import MatterType, TimedMatter
from psykavtal.agreements.timeline.timeline_labels import name_in_record
from psykavtal.model.conditions import facts_of
from psykavtal.model.dates import UncertainDate
from psykavtal.model.provisions import FollowUp, Pending, PlanTerm, Provision, Validity
from psykavtal.model.provisions.provision_readings import forms_of
from psykavtal.model.wording import Wording

_PLAN = "follow-up.plan"
_FOLLOW_UPS = frozenset({"follow-up.agreement", _PLAN})
_REVISION = "validity.revision"

_GOALS = Wording(sv="gemensamma mål och handlingsplan", en="common goals and action plan")
_LAST_DONE = Wording(sv="När gjordes uppföljningen senast?", en="When was the follow-up last made?")
_INTERVAL = Wording(sv="Hur ofta ska uppföljningen göras?", en="How often is the follow-up to be made?")
_SINCE = Wording(sv="Från vilken dag gäller dokumentet?", en="From which day does the document apply?")
_REVISED = Wording(sv="Har en revidering gjorts?", en="Has a revision been made?")
_NO_DAY = Wording(sv="Vilken dag ska en revidering göras?", en="On which day is a revision to be made?")
_NEW_PLAN = Wording(sv="Har en ny plan tagits fram?", en="Has a new plan been made?")
_FINISHED = Wording(sv="Är det klart?", en="Is it finished?")


def recorded_matters(data: CountyData) -> tuple[TimedMatter, ...]:
    """Return the matters with a time, in the order of the record."""
    every = (*data.record.standing, *(each for content in data.contents for each in content.provisions))
    return tuple(matter for each in every for matter in _matters(data, each))


def _matters(data: CountyData, provision: Provision) -> Iterator[TimedMatter]:
    match provision:
        case FollowUp() if _FOLLOW_UPS.intersection(provision.topics):
            yield _follow_up(data, provision)
        case Pending():
            yield from _deadlines(data, provision)
        case PlanTerm():
            yield from _plan_ends(data, provision)
        case _:
            pass
    if _REVISION in provision.topics:
        yield _revision(data, provision)


def _matter(data: CountyData, matter: MatterType, provision: Provision, subject: str = "") -> TimedMatter:
    about = subject or provision.about
    return TimedMatter(
        type=matter,
        document=provision.document if provision.citations else provision.about,
        subject=about,
        about=name_in_record(data, about),
        provision=provision.id,
        wording=provision.wording,
        citations=provision.citations,
        reported=provision.reported,
    )


def _follow_up(data: CountyData, provision: FollowUp) -> TimedMatter:
    forms = [each for each in forms_of([provision]) if isinstance(each, FollowUp)]
    months = {None if each.cadence is None else each.cadence.months for each in forms}
    interval = months.pop() if len(months) == 1 else None
    since = _start(data, provision.document)
    unknown = [_LAST_DONE]
    unknown += [_INTERVAL] if interval is None else []
    unknown += [_SINCE] if since is None else []
    matter = _matter(data, MatterType.FOLLOW_UP, provision, provision.subject)
    about = _GOALS if not provision.subject and _PLAN in provision.topics else matter.about
    return attrs.evolve(matter, about=about, months=interval, since=since, missing=tuple(unknown))


def _start(data: CountyData, document: str) -> UncertainDate | None:
    """Return the first day that texts give; None if none or several."""
    starts = {
        each.start
        for each in forms_of(data.validity_of(document, include_reported=False).provisions)
        if isinstance(each, Validity) and each.start is not None
    }
    return starts.pop() if len(starts) == 1 else None


def _deadlines(data: CountyData, provision: Pending) -> Iterator[TimedMatter]:
    if provision.due is not None:
        matter, about = _matter(data, MatterType.DEADLINE, provision), Wording(sv=provision.name, en=provision.name)
        yield attrs.evolve(matter, about=about, due=provision.due, missing=(_FINISHED,))


def _plan_ends(data: CountyData, provision: PlanTerm) -> Iterator[TimedMatter]:
    ends = dict.fromkeys(each.end for each in forms_of([provision]) if isinstance(each, PlanTerm))
    for end in ends:
        if end is not None:
            yield attrs.evolve(_matter(data, MatterType.PLAN, provision, provision.plan), due=end, missing=(_NEW_PLAN,))


def _revision(data: CountyData, provision: Provision) -> TimedMatter:
    facts = dict.fromkeys(fact for each in forms_of([provision]) for fact in _deciding(each))
    unknown = [data.facts[each].question for each in facts] or [_NO_DAY]
    return attrs.evolve(_matter(data, MatterType.REVISION, provision), missing=(*unknown, _REVISED))


def _deciding(provision: Provision) -> Iterable[str]:
    return (fact for each in provision.conditions().values() for fact in facts_of(each))
