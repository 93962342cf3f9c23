"""Combine the resolutions of one citation over the written period of its text."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import attrs

from psykavtal.law import Check, LawFinding, Resolution, register
from psykavtal.model.severity import Severity
from psykavtal.model.wording import Wording
from psykavtal.model.written_period import WrittenPeriod

_DAY = timedelta(days=1)


@attrs.frozen(kw_only=True)
class Stretch:
    """Days on which nothing changes in the register of law.

    Attributes:
        first: the first day; None if the stretch has no known beginning.
        last: the last day; None if the stretch has no known end.
    """

    first: date | None
    last: date | None

    @property
    def day(self) -> date:
        """The day for which citations are resolved: the last one, if known."""
        found = self.last or self.first
        assert found is not None, "a written period has at least one end"
        return found

    @property
    def wording(self) -> Wording:
        """The days, for people, to follow "written"."""
        first, last = self.first, self.last
        if first is None or last is None:
            late = last is None
            sv, en = ("senare", "later") if late else ("tidigare", "earlier")
            return Wording(sv=f"{self.day} eller {sv}", en=f"on {self.day} or {en}")
        if first == last:
            return Wording(sv=str(first), en=f"on {first}")
        return Wording(sv=f"{first}–{last}", en=f"between {first} and {last}")


def stretches(period: WrittenPeriod) -> tuple[Stretch, ...]:
    """Split a written period at each day on which the register of law changes."""
    first, last = period.first, period.last
    changes = sorted(day for day in _changes() if (first is None or first < day) and (last is None or day <= last))
    starts = [first, *changes]
    ends = [*(day - _DAY for day in changes), last]
    return tuple(Stretch(first=start, last=end) for start, end in zip(starts, ends, strict=True))


def _changes() -> set[date]:
    law = register()
    acts = [day for each in law.acts.values() for day in (each.start, each.repealed)]
    starts = [each.start for each in law.provisions]
    after = [each.end + _DAY for each in law.provisions if each.end is not None]
    return {day for day in (*acts, *starts, *after) if day is not None}


@attrs.frozen(kw_only=True)
class Part:
    """A part of a written period over which a citation has one result.

    Attributes:
        stretch: the days.
        resolution: the result.
    """

    stretch: Stretch
    resolution: Resolution

    @property
    def result(self) -> tuple[object, ...]:
        """All of the resolution that can differ between days."""
        acts = tuple(law.act for law in self.resolution.laws)
        return (acts, self.resolution.reports, self.resolution.findings)


def parts(resolved: Iterable[Part]) -> tuple[Part, ...]:
    """Join neighbouring parts that have the same result."""
    found: list[Part] = []
    for each in resolved:
        if found and found[-1].result == each.result:
            joined = Stretch(first=found[-1].stretch.first, last=each.stretch.last)
            found[-1] = Part(stretch=joined, resolution=each.resolution)
        else:
            found.append(each)
    return tuple(found)


def combined(found: Sequence[Part]) -> Resolution:
    """Combine parts into one resolution, certain only of what is true on every day.

    A finding of some days only states on which. It is an error only if every other day has an
    error too; if not, it becomes a warning that the result depends on the day.
    """
    latest = found[-1].resolution
    if len(found) == 1:
        return latest
    always_wrong = all(each.resolution.errors for each in found)
    findings = dict.fromkeys(finding for each in found for finding in each.resolution.findings)
    return attrs.evolve(
        latest, findings=(*_meant(found), *(_qualified(each, found, always_wrong=always_wrong) for each in findings))
    )


def _qualified(finding: LawFinding, found: Sequence[Part], *, always_wrong: bool) -> LawFinding:
    having = [each for each in found if finding in each.resolution.findings]
    rest = [each for each in found if each not in having]
    if not rest or (finding.check is Check.FAILS_LATER and all(each.resolution.errors for each in rest)):
        return finding
    sv, en = _days(having)
    message = Wording(
        sv=f"Om texten skrevs {sv}: {finding.message.sv}",
        en=f"If the text was written {en}: {finding.message.to('en')}",
    )
    certain = always_wrong or finding.severity is not Severity.ERROR
    return attrs.evolve(finding, check=finding.check if certain else Check.DEPENDS_ON_DAY, message=message)


def _meant(found: Sequence[Part]) -> list[LawFinding]:
    """The acts that an abbreviation or a title means on some of the days only."""
    acts = dict.fromkeys(law.act for each in found for law in each.resolution.laws if law.act is not None)
    findings: list[LawFinding] = []
    for act in acts:
        having = [each for each in found if act in [law.act for law in each.resolution.laws]]
        if len(having) < len(found):
            sv, en = _days(having)
            message = Wording(
                sv=f"Om texten skrevs {sv} avses {act}.", en=f"If the text was written {en}, {act} is meant."
            )
            findings.append(LawFinding(check=Check.DEPENDS_ON_DAY, message=message))
    return findings


def _days(having: Sequence[Part]) -> tuple[str, str]:
    """The days of these parts, in Swedish and in English; neighbours joined."""
    joined: list[Stretch] = []
    for each in having:
        before = joined[-1].last if joined else None
        if before is not None and each.stretch.first == before + _DAY:
            joined[-1] = Stretch(first=joined[-1].first, last=each.stretch.last)
        else:
            joined.append(each.stretch)
    return (
        " eller ".join(each.wording.sv for each in joined),
        " or ".join(each.wording.to("en") for each in joined),
    )


def undated(resolution: Resolution) -> Resolution:
    """The resolution of a citation whose text has no written period: no error is certain."""
    day = resolution.on
    notice = Wording(
        sv=f"Dokumentet är odaterat: hänvisningen är läst för {day}, inte för den dag då texten skrevs.",
        en=f"The document is undated: the reference was read for {day}, not for the day when the text was written.",
    )
    findings = (_if_undated(each, day) for each in resolution.findings)
    return attrs.evolve(resolution, findings=(LawFinding(check=Check.NO_DATE, message=notice), *findings))


def _if_undated(finding: LawFinding, day: date) -> LawFinding:
    if finding.severity is not Severity.ERROR:
        return finding
    message = Wording(
        sv=f"Om texten skrevs {day}: {finding.message.sv}",
        en=f"If the text was written on {day}: {finding.message.to('en')}",
    )
    return attrs.evolve(finding, check=Check.DEPENDS_ON_DAY, message=message)
