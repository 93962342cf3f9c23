"""Age coverage: the ages of target groups and services, by county or document."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import attrs

from psykavtal.agreements.comparison.subjects import (
    Subject,
    Subjects,
    answer_of,
    checked_subjects,
    subject_names,
    verdict_on,
)
from psykavtal.agreements.overviews.age_entries import AgeEntry, AgeReading, age_entry
from psykavtal.agreements.overviews.age_findings import BIRTHDAYS, AgeFinding, AgeFindingType, age_findings
from psykavtal.agreements.overviews.overview_base import Overview
from psykavtal.agreements.overviews.silence import SilenceRow, silence_map
from psykavtal.agreements.reading_choices import Readings
from psykavtal.model.dates import parse_date
from psykavtal.model.provisions import Provision, ServiceAges, TargetGroup
from psykavtal.model.wording import Wording

_GROUP_TOPICS = ("target-group.who", "target-group.age", "target-group.kin")
_SERVICE_TOPIC = "services.ages"
_STATUS_TOPICS = ("target-group.age", _SERVICE_TOPIC)
_AGES = tuple(age for birthday in BIRTHDAYS for age in (birthday - 1, birthday))


@attrs.frozen(kw_only=True, repr=False)
class AgeCoverage(Overview):
    """The ages of target groups and services.

    Attributes:
        entries: by county or document; its target groups first, then its services, in text order.
        statuses: the statuses of the topics on the ages of the target group and of services.
        findings: holes and overlaps at 18 and 21.
    """

    entries: tuple[AgeEntry, ...]
    statuses: tuple[SilenceRow, ...]
    findings: tuple[AgeFinding, ...]

    @property
    def holes(self) -> tuple[AgeFinding, ...]:
        """The ages that are not covered, and services without one that begins as they end."""
        return tuple(each for each in self.findings if each.type is not AgeFindingType.OVERLAP)

    @property
    def overlaps(self) -> tuple[AgeFinding, ...]:
        """The ages in both a service that ends and one that begins."""
        return tuple(each for each in self.findings if each.type is AgeFindingType.OVERLAP)

    def to_records(self, *, lang: str = "sv") -> list[dict[str, str | int | None]]:
        """Return a flat record for each entry and each reading of its ages.

        `from_age` and `to_age` are completed years, both included; None without a limit. `covers_18` is
        "true", "false" or "unknown".
        """
        in_force = dict(zip(self.subjects, self.in_force, strict=True))
        return [
            {
                "subject": each.subject,
                "on": self.on.isoformat(),
                "kind": _SERVICE.to(lang) if each.is_service else _GROUP.to(lang),
                "name": each.name.to(lang),
                "words": "; ".join(each.words),
                "status": each.status,
                "reading": "; ".join(reading.names),
                "why": " ".join(why.to(lang) for why in reading.whys),
                "ages": reading.label.to(lang),
                "from_age": from_age,
                "to_age": to_age,
                **{f"covers_{age}": reading.covers(age).value for age in _AGES},
                "condition": "" if each.condition is None else each.condition.to(lang),
                "in_force": in_force[each.subject].key,
                "provision": each.provision,
                "citations": "; ".join(citation.key for citation in each.citations),
            }
            for each in self.entries
            for reading in each.readings
            for from_age, to_age in _bounds(reading)
        ]


_GROUP = Wording(sv="målgrupp", en="target group")
_SERVICE = Wording(sv="verksamhet", en="service")


def _bounds(reading: AgeReading) -> list[tuple[int | None, int | None]]:
    """Return the first and the last age of each range; None without a limit."""
    found = [(each.at_least, None if each.below is None else each.below - 1) for each in reading.ranges]
    return found or [(None, None)]


def age_coverage(subjects: Subjects, *, on: date | str, readings: Readings = None) -> AgeCoverage:
    """Return the ages of target groups and services, each reading apart.

    Args:
        subjects: counties, or documents (of one county or of several).
        on: the day.
        readings: a reading by its name for all, or by provision.

    Raises:
        InvalidDateError: `on` is not a date.
        InvalidValueError: no county or document is given.

    Examples:
        >>> from psykavtal import load_counties
        >>> coverage = age_coverage(load_counties(), on="2026-01-10")
        >>> [(each.subject, each.label.sv) for each in coverage.entries if not each.is_service][0]
        ('Jönköping', '18+ / 19+ ?')
    """
    day = parse_date(on, place="on")
    members = checked_subjects(subjects)
    names = subject_names(members)
    entries = [tuple(_entries(member, name, day, readings)) for member, name in zip(members, names, strict=True)]
    return AgeCoverage(
        on=day,
        subjects=names,
        in_force=tuple(verdict_on(each, day, readings) for each in members),
        entries=tuple(each for own in entries for each in own),
        statuses=silence_map(subjects, on=day, topics=_STATUS_TOPICS, readings=readings).rows,
        findings=tuple(each for own in entries for each in age_findings(own)),
    )


def _entries(member: Subject, subject: str, on: date, readings: Readings) -> Iterator[AgeEntry]:
    found = [each for topic in _GROUP_TOPICS for each in answer_of(member, topic, on, readings).basis]
    covering = [each for each in dict.fromkeys(found) if isinstance(each, TargetGroup) and not each.emphasis]
    services = [each for each in answer_of(member, _SERVICE_TOPIC, on, readings).basis if isinstance(each, ServiceAges)]
    labels = [_group_label(member, each) for each in covering]
    times = Counter(labels)
    groups = [
        label if times[label] == 1 else _without_stop(each.wording)
        for label, each in zip(labels, covering, strict=True)
    ]
    name_of = member.holdings.name_of
    for target_group, label in zip(covering, groups, strict=True):
        yield age_entry(target_group, subject=subject, group=label, name_of=name_of, readings=readings)
    for service in services:
        yield age_entry(service, subject=subject, group=None, name_of=name_of, readings=readings)


def _without_stop(wording: Wording) -> Wording:
    return Wording(sv=wording.sv.rstrip("."), en=wording.to("en").rstrip("."))


def _group_label(member: Subject, group: Provision) -> Wording:
    """Return the label of the topic that the group answers."""
    topic = "target-group.kin" if "target-group.kin" in group.topics else "target-group.who"
    return member.holdings.topics[topic].label
