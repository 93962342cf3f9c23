"""Derive the written period of a document from what is recorded about it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

import attrs

from psykavtal.model.dates import UncertainDate
from psykavtal.model.documents import Document, State
from psykavtal.model.provisions import Adoption, Dating, Provision
from psykavtal.model.written_period import PeriodBound, WrittenPeriod

_ADOPTED = (State.ADOPTED, State.ADOPTED_ON_CONDITION)


@attrs.frozen
class _Ends:
    """The ends that one source gives."""

    earliest: PeriodBound | None = None
    latest: PeriodBound | None = None


def written_period(document: Document, provisions: Iterable[Provision]) -> WrittenPeriod | None:
    """Derive the written period of a document; None if nothing bounds it.

    For each end, the datings that texts give come first, then the date that the document
    bears, then its adoption, and reports last. Of several datings the narrowest is used,
    since each is true. A source that contradicts an earlier one is not used.

    Args:
        document: the document.
        provisions: the provisions of its county; those about other documents are ignored.
    """
    about = [each for each in provisions if each.about == document.id]
    datings = [each for each in about if isinstance(each, Dating)]
    adoptions = [each for each in about if isinstance(each, Adoption) and each.state in _ADOPTED]
    both: tuple[Dating | Adoption, ...] = (*datings, *adoptions)
    reported = [_ends_of(each) for each in both if each.is_reported]
    dated = [PeriodBound(date=document.dated)] if document.dated and not document.dated.is_preliminary else []
    adopted = [_ends_of(each) for each in adoptions if not each.is_reported]
    ranks = (
        _narrowest([_ends_of(each) for each in datings if not each.is_reported]),
        _Ends(*dated, *dated),
        _widest(adopted),
        _narrowest(reported),
    )
    earliest, latest = _consistent(ranks)
    if earliest is None and latest is None:
        return None
    unused = [each for each in reported if {each.earliest, each.latest} - {earliest, latest, None}]
    reports = (WrittenPeriod(document=document.id, earliest=each.earliest, latest=each.latest) for each in unused)
    return WrittenPeriod(document=document.id, earliest=earliest, latest=latest, reports=tuple(reports))


def _consistent(ranks: Sequence[_Ends]) -> tuple[PeriodBound | None, PeriodBound | None]:
    """The best end on each side, of which the lesser does not contradict the better.

    Two ends of one rank that contradict each other change places: the period is the wider one.
    """
    earliest = next((each.earliest for each in ranks if each.earliest is not None), None)
    latest = next((each.latest for each in ranks if each.latest is not None), None)
    if earliest is None or latest is None or _in_order(earliest, latest):
        return earliest, latest
    for each in ranks:
        if each.earliest is not None and each.latest is not None:
            return each.latest, each.earliest
        if each.earliest is not None:
            first = each.earliest
            lasts = (other.latest for other in ranks if other.latest is not None and _in_order(first, other.latest))
            return first, next(lasts, None)
        if each.latest is not None:
            last = each.latest
            firsts = (
                other.earliest for other in ranks if other.earliest is not None and _in_order(other.earliest, last)
            )
            return next(firsts, None), last
    return None, None


def _in_order(earliest: PeriodBound, latest: PeriodBound) -> bool:
    return earliest.date.earliest <= latest.date.latest


def _narrowest(ends: Sequence[_Ends]) -> _Ends:
    return _Ends(
        max((each.earliest for each in ends if each.earliest is not None), key=_first_day, default=None),
        min((each.latest for each in ends if each.latest is not None), key=_last_day, default=None),
    )


def _widest(ends: Sequence[_Ends]) -> _Ends:
    return _Ends(
        min((each.earliest for each in ends if each.earliest is not None), key=_first_day, default=None),
        max((each.latest for each in ends if each.latest is not None), key=_last_day, default=None),
    )


def _first_day(bound: PeriodBound) -> date:
    return bound.date.earliest


def _last_day(bound: PeriodBound) -> date:
    return bound.date.latest


def _ends_of(provision: Dating | Adoption) -> _Ends:
    """The ends that a provision gives under every reading."""
    read = [each.value for each in provision.readings] or [provision]
    earliest = _end(provision, [_earliest(each) for each in read], lambda found: min(found, key=lambda d: d.earliest))
    latest = _end(provision, [_latest(each) for each in read], lambda found: max(found, key=lambda d: d.latest))
    return _Ends(earliest, latest)


def _end(
    provision: Dating | Adoption,
    dates: Sequence[UncertainDate | None],
    widest: Callable[[Sequence[UncertainDate]], UncertainDate],
) -> PeriodBound | None:
    """Return the widest date; None if any reading gives none or only a preliminary one."""
    found = [each for each in dates if each is not None and not each.is_preliminary]
    if len(found) < len(dates):
        return None
    return PeriodBound(
        date=widest(found),
        provision=provision.id,
        follows_by=_rule(provision),
        citations=provision.citations,
        reported=provision.reported,
    )


def _earliest(provision: Provision) -> UncertainDate | None:
    """The adoption bounds the earliest day only of a text that recounts its own adoption."""
    if isinstance(provision, Dating):
        return provision.earliest
    return provision.date if isinstance(provision, Adoption) and _recounts_itself(provision) else None


def _latest(provision: Provision) -> UncertainDate | None:
    if isinstance(provision, Dating):
        return provision.latest
    return provision.date if isinstance(provision, Adoption) else None


def _rule(provision: Dating | Adoption) -> str | None:
    if isinstance(provision, Dating):
        return provision.follows_by
    return "written-at-adoption" if _recounts_itself(provision) else "written-by-adoption"


def _recounts_itself(adoption: Adoption) -> bool:
    return not adoption.is_reported and adoption.document == adoption.about
