"""The effect of later editions on the verdict on an earlier one.

A successor that an available document states ends its predecessor on its start. A successor
that is only reported makes the verdict unknown.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.edition_verdict import EditionVerdict
from psykavtal.agreements.query import Query
from psykavtal.model.dates import UncertainDate
from psykavtal.model.documents import Document, State
from psykavtal.model.provisions import Adoption, Provision, Validity
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording

_DAY = timedelta(days=1)
_NOT_ADOPTED = (State.DRAFT, State.PROPOSAL)


@attrs.frozen
class _Start:
    """A day on which an edition begins to apply, with its source."""

    date: UncertainDate
    provision: Provision


def after_succession(data: CountyData, verdicts: Sequence[EditionVerdict], query: Query) -> tuple[EditionVerdict, ...]:
    """Return the verdicts on all editions after a look at the later ones.

    Args:
        data: the county's data.
        verdicts: the verdict on each edition by its own validity.
        query: the query, with its day.
    """
    return tuple(_with_successors(data, each, verdicts, query) for each in verdicts)


def first_known_day(data: CountyData, document: Document) -> date | None:
    """Return the day that orders an edition; None if no date is recorded."""
    starts = [each.date.earliest for each in _starts(data, document)]
    known = [each.as_of.earliest for each in _validities(data, document) if each.as_of is not None]
    written = data.written_period(document.id)
    if not starts and written is not None and written.earliest is not None:
        return written.earliest.date.earliest
    return min(starts or known, default=None)


def _with_successors(
    data: CountyData, found: EditionVerdict, verdicts: Sequence[EditionVerdict], query: Query
) -> EditionVerdict:
    first = first_known_day(data, found.document)
    if found.truth is Truth.FALSE or found.verdict.by_event or first is None:
        return found
    for other in verdicts:
        begins = first_known_day(data, other.document)
        later = begins is not None and begins > first
        if later and other.document.state not in _NOT_ADOPTED and not other.document.covers:
            found = _replaced(data, found, other.document, query)
    return found


def _replaced(data: CountyData, found: EditionVerdict, later: Document, query: Query) -> EditionVerdict:
    """Return the verdict on an edition after a look at one later edition."""
    if found.truth is Truth.FALSE:
        return found
    starts = list(_starts(data, later))
    stated = [each for each in starts if each.provision.citations]
    found = _replaced_by_stated(found, later, stated, _known_day(data, later), query)
    return found if stated else _replaced_by_report(data, found, later, starts, query)


def _replaced_by_stated(
    found: EditionVerdict, later: Document, starts: Sequence[_Start], known: date | None, query: Query
) -> EditionVerdict:
    reached = [each.date.reached_by(query.on) for each in starts]
    basis = tuple(each.provision for each in starts)
    if Truth.TRUE in reached or (known is not None and known <= query.on):
        why = Wording(sv=f"är ersatt av {later.name}", en=f"is replaced by {later.name}")
        return attrs.evolve(
            found,
            truth=Truth.FALSE,
            status="derived",
            basis=tuple(dict.fromkeys((*found.basis, *basis))),
            rules=("replaced-by-later",),
            missing=(),
            why=why,
        )
    if Truth.UNKNOWN in reached and found.truth is Truth.TRUE:
        why = Wording(
            sv=f"kan vara ersatt av {later.name}, som börjar gälla {starts[0].date}",
            en=f"may be replaced by {later.name}, which begins {starts[0].date}",
        )
        return attrs.evolve(
            found, truth=Truth.UNKNOWN, status="not-recorded", rules=(), basis=(*found.basis, *basis), why=why
        )
    return found


def _replaced_by_report(
    data: CountyData, found: EditionVerdict, later: Document, starts: Sequence[_Start], query: Query
) -> EditionVerdict:
    """Return an unknown verdict from the earliest start that any report allows.

    A report that has the later edition begin while an available document states that this one
    applies is listed and not used.
    """
    if found.truth is Truth.FALSE:
        return found
    known = _known_day(data, found.document)
    possible = [each for each in starts if known is None or each.date.latest > known]
    reports = tuple(dict.fromkeys((*found.reports, *(each.provision for each in starts))))
    first = min((max(each.date.earliest, known + _DAY if known else date.min) for each in possible), default=None)
    if first is None or first > query.on:
        return attrs.evolve(found, reports=reports) if found.truth is Truth.TRUE else found
    if found.truth is Truth.TRUE:
        why = Wording(
            sv=f"är enligt uppgift ersatt av {later.name} från {first}",
            en=f"is reported to be replaced by {later.name} from {first}",
        )
        return attrs.evolve(found, truth=Truth.UNKNOWN, status="not-recorded", rules=(), why=why, reports=reports)
    return _ended_by_report(data, found, later, query)


def _ended_by_report(data: CountyData, found: EditionVerdict, later: Document, query: Query) -> EditionVerdict:
    """Return that an edition known from reports alone has ended.

    Every report gives an end before the day, and a later edition is reported to have begun.
    """
    validity = _validities(data, found.document)
    if any(each.citations for each in validity):
        return found
    ends = [each.end for each in validity if each.end is not None]
    if not ends or not all(each.passed_by(query.on) is Truth.TRUE for each in ends):
        return found
    why = Wording(
        sv=f"gällde enligt uppgift till {ends[0]} och följdes av {later.name}",
        en=f"is reported to have applied until {ends[0]} and was followed by {later.name}",
    )
    return attrs.evolve(found, truth=Truth.FALSE, status="reported", missing=(), why=why, basis=validity)


def _starts(data: CountyData, document: Document) -> Iterator[_Start]:
    """Yield each recorded start, under every reading; its adoptions if no text states a start."""
    recorded = data.validity_of(document.id, include_reported=True).provisions
    starts = [_Start(form.start, each) for each in recorded for form in _forms(each) if form.start is not None]
    yield from starts
    if any(each.provision.citations for each in starts):
        return
    adoptions = (each for each in data.record.standing if isinstance(each, Adoption) and each.about == document.id)
    for each in adoptions:
        if each.date is not None and each.citations and each.state not in _NOT_ADOPTED:
            yield _Start(each.date, each)


def _validities(data: CountyData, document: Document) -> tuple[Validity, ...]:
    """Return the validity provisions of a document under every reading."""
    recorded = data.validity_of(document.id, include_reported=True).provisions
    return tuple(form for each in recorded for form in _forms(each))


def _forms(provision: Validity) -> tuple[Validity, ...]:
    """Return a provision under each of its readings."""
    forms = [each.value for each in provision.readings] or [provision]
    return tuple(each for each in forms if isinstance(each, Validity))


def _known_day(data: CountyData, document: Document) -> date | None:
    """Return the last day on which a text states that it applies, or None."""
    stated = [each for each in _validities(data, document) if each.citations]
    days = [each.as_of.earliest for each in stated if each.as_of is not None]
    return max(days, default=None)
