"""Holes and overlaps of ages at a birthday, computed from the ages that texts state."""

import enum
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

import attrs

from psykavtal.agreements.overviews.age_entries import AgeEntry
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording

BIRTHDAYS = (18, 21)
"""The birthdays at which services for the young end and those for adults begin."""


class AgeFindingType(enum.Enum):
    """The type of a finding at a birthday."""

    NOT_COVERED = "not-covered"
    HOLE = "hole"
    OVERLAP = "overlap"
    NO_SUCCESSOR = "no-successor"


@attrs.frozen(kw_only=True)
class AgeFinding:
    """A finding at a birthday: an age not covered, a hole or an overlap.

    Attributes:
        type: an age that a target group does not cover; an age between a service that ends and one that
            begins; an age in both; a service that ends at an age at which none begins.
        subject: the name of the county or document.
        age: the completed years that it is about.
        is_certain: whether it is true under every reading.
        names: the name of the target group, or of the services, first the one that ends.
        provisions: ids of their provisions.
    """

    type: AgeFindingType
    subject: str
    age: int
    is_certain: bool
    names: tuple[Wording, ...]
    provisions: tuple[str, ...]

    @property
    def label(self) -> Wording:
        """The finding as a sentence without a full stop."""
        sv, en = (self._in_language(lang) for lang in ("sv", "en"))
        return Wording(sv=sv, en=en)

    def _in_language(self, lang: str) -> str:
        names = (*(each.to(lang) for each in self.names), "")
        sign = "" if self.is_certain else f" ({_BY_READING.to(lang)})"
        return _TEXTS[self.type].to(lang).format(names[0], names[1], age=self.age) + sign


_BY_READING = Wording(sv="beror på läsningen", en="depends on the reading")
_TEXTS = {
    AgeFindingType.NOT_COVERED: Wording(
        sv="{0}: {age} år omfattas inte",
        en="{0}: age {age} is not covered",
    ),
    AgeFindingType.HOLE: Wording(
        sv="{0} har slutat och {1} inte börjat vid {age} år",
        en="{0} has ended and {1} not begun at age {age}",
    ),
    AgeFindingType.OVERLAP: Wording(
        sv="{0} och {1} omfattar båda {age} år",
        en="{0} and {1} both cover age {age}",
    ),
    AgeFindingType.NO_SUCCESSOR: Wording(
        sv="{0} slutar vid {age} år, och ingen verksamhet med åldrar i siffror börjar då",
        en="{0} ends at age {age}, and no service with ages in figures begins then",
    ),
}


def age_findings(entries: Sequence[AgeEntry]) -> Iterator[AgeFinding]:
    """Yield the findings at each birthday for one county or document.

    The text does not state which service follows which: their ages alone are compared.
    """
    for birthday in BIRTHDAYS:
        for each in entries:
            if not each.is_service and each.has_figures:
                yield from _not_covered(each, birthday)
        services = [each for each in entries if each.is_service and each.has_figures]
        yield from _between(services, birthday)


def _not_covered(group: AgeEntry, birthday: int) -> Iterator[AgeFinding]:
    """Yield the ages not covered by a group that begins or ends at a birthday."""
    if not {birthday, birthday + 1}.intersection((*_starts(group), *_ends(group))):
        return
    for age in (birthday - 1, birthday):
        truth = group.covers(age)
        if truth is not Truth.TRUE:
            yield _finding(AgeFindingType.NOT_COVERED, age, [group], is_certain=truth is Truth.FALSE)


def _between(services: Sequence[AgeEntry], birthday: int) -> Iterator[AgeFinding]:
    """Yield the holes and overlaps between services that end and begin at a birthday."""
    at = (birthday, birthday + 1)
    ending = [each for each in services if any(bound in at for bound in _ends(each))]
    beginning = [each for each in services if any(bound in at for bound in _starts(each))]
    for end in ending:
        for begin in beginning:
            yield from _of_pair(end, begin)
        if not beginning:
            ends = {each for each in _ends(end) if each in at}
            yield from (
                _finding(AgeFindingType.NO_SUCCESSOR, each, [end], is_certain=set(_ends(end)) == {each})
                for each in sorted(ends)
            )


def _of_pair(end: AgeEntry, begin: AgeEntry) -> Iterator[AgeFinding]:
    """Yield each age that is in neither service, or in both, under any readings."""
    combinations = list(product(_ends(end), _starts(begin)))
    found: dict[tuple[AgeFindingType, int], int] = {}
    for last, first in combinations:
        if last is None or first is None:
            continue
        hole = last < first
        for age in range(min(last, first), max(last, first)):
            key = (AgeFindingType.HOLE if hole else AgeFindingType.OVERLAP, age)
            found[key] = found.get(key, 0) + 1
    for (kind, age), times in sorted(found.items(), key=lambda item: (item[0][1], item[0][0].value)):
        yield _finding(kind, age, [end, begin], is_certain=times == len(combinations))


def _ends(entry: AgeEntry) -> list[int | None]:
    """Return the first age after those covered, under each reading; None without one."""
    return [each.ranges[-1].below if each.ranges else None for each in entry.readings]


def _starts(entry: AgeEntry) -> list[int | None]:
    """Return the first age covered, under each reading; None without one."""
    return [each.ranges[0].at_least if each.ranges else None for each in entry.readings]


def _finding(kind: AgeFindingType, age: int, entries: Iterable[AgeEntry], *, is_certain: bool) -> AgeFinding:
    concerned = tuple(entries)
    return AgeFinding(
        type=kind,
        subject=concerned[0].subject,
        age=age,
        is_certain=is_certain,
        names=tuple(each.name for each in concerned),
        provisions=tuple(each.provision for each in concerned),
    )
