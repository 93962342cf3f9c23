"""Verdicts on documents and agreements: applicability on a day."""

from collections.abc import Sequence

import attrs

from psykavtal.agreements.adoption_condition import with_adoption_condition
from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.edition_verdict import EditionVerdict, edition_verdict
from psykavtal.agreements.query import Query
from psykavtal.agreements.succession import after_succession, first_known_day
from psykavtal.model.answers import InForce
from psykavtal.model.documents import Document
from psykavtal.model.inference_rules import RULES
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording


def document_in_force(data: CountyData, document: Document, query: Query) -> InForce:
    """Return whether one document applies on the day of a query."""
    if document.edition_of is None:
        return _own_verdict(data, document, query).in_force(query)
    found = _edition_verdicts(data, document.edition_of, query)
    verdict = next((each for each in found if each.document.id == document.id), None)
    return (verdict or _own_verdict(data, document, query)).in_force(query)


def agreement_in_force(data: CountyData, query: Query) -> InForce:
    """Return whether an edition of an agreement applies, and which.

    True if exactly one edition applies, false if no recorded edition does, otherwise unknown
    with the candidates.

    Args:
        data: the county's data.
        query: the query; its subject is the agreement.
    """
    verdicts = _edition_verdicts(data, query.subject, query)
    applying = [each for each in verdicts if each.truth is Truth.TRUE]
    editions = tuple(each.in_force(query) for each in verdicts)
    if len(applying) == 1:
        found = next(each for each in editions if each.subject == applying[0].document.id)
        return attrs.evolve(found, subject=query.subject, editions=editions)
    candidates = applying or [each for each in verdicts if each.truth is Truth.UNKNOWN]
    if candidates:
        return _unknown(query, candidates, editions)
    return _none(data, query, verdicts, editions)


def _own_verdict(data: CountyData, document: Document, query: Query) -> EditionVerdict:
    """Return the verdict on a document by its own validity and adoption alone."""
    return with_adoption_condition(data, edition_verdict(data, document, query), query)


def _edition_verdicts(data: CountyData, agreement: str, query: Query) -> tuple[EditionVerdict, ...]:
    """Return the verdict on each edition of recorded validity, adjusted for later editions."""
    known = [
        each for each in data.editions_of(agreement) if data.validity_of(each.id, include_reported=True).provisions
    ]
    return after_succession(data, [_own_verdict(data, each, query) for each in known], query)


def _unknown(query: Query, candidates: Sequence[EditionVerdict], editions: tuple[InForce, ...]) -> InForce:
    """Return an unknown verdict with its candidates."""
    only = candidates[0] if len(candidates) == 1 else None
    names = [each.document.name for each in candidates]
    day = query.on.isoformat()
    sentence = (
        only.sentence(query)
        if only is not None
        else Wording(
            sv=f"Vilken upplaga som gäller {day} är oklart: {' eller '.join(names)}.",
            en=f"It is unclear which edition applies on {day}: {' or '.join(names)}.",
        )
    )
    return InForce(
        subject=query.subject,
        on=query.on,
        verdict=Truth.UNKNOWN,
        status="ambiguous" if any(each.status == "ambiguous" for each in candidates) else "not-recorded",
        sentence=sentence,
        document=None if only is None else only.document.id,
        candidates=tuple(each.document.id for each in candidates),
        rules=tuple(RULES[rule] for rule in dict.fromkeys(rule for each in candidates for rule in each.rules)),
        missing_facts=tuple(dict.fromkeys(fact for each in candidates for fact in each.missing)),
        checked_until=None if only is None else only.verdict.checked_until,
        basis=tuple(dict.fromkeys(basis for each in candidates for basis in each.basis)),
        reports=tuple(dict.fromkeys(report for each in candidates for report in each.reports)),
        editions=editions,
    )


def _none(data: CountyData, query: Query, verdicts: Sequence[EditionVerdict], editions: tuple[InForce, ...]) -> InForce:
    """Return that no recorded edition applies, with the editions before and after the day."""
    known = [(first_known_day(data, each.document), each.document.id) for each in verdicts]
    days = sorted((first, name) for first, name in known if first is not None)
    before = [name for first, name in days if first <= query.on]
    after = [name for first, name in days if first > query.on]
    reasons = [each.sentence(query) for each in verdicts]
    day = query.on.isoformat()
    if not verdicts:
        sentence = Wording(
            sv=f"Ingen upplagas giltighet är redovisad, så om någon gäller {day} är inte känt.",
            en=f"The validity of no edition is recorded, so it is not known if one applies on {day}.",
        )
    else:
        sentence = Wording(
            sv=f"Ingen redovisad upplaga gäller {day}. {' '.join(each.sv for each in reasons)}",
            en=f"No recorded edition applies on {day}. {' '.join(each.to('en') for each in reasons)}",
        )
    statuses = {each.status for each in verdicts}
    rules = dict.fromkeys(rule for each in verdicts for rule in each.rules)
    return InForce(
        subject=query.subject,
        on=query.on,
        verdict=Truth.FALSE if verdicts else Truth.UNKNOWN,
        status=_status(statuses),
        sentence=sentence,
        rules=tuple(RULES[each] for each in rules),
        basis=tuple(dict.fromkeys(basis for each in verdicts for basis in each.basis)),
        reports=tuple(dict.fromkeys(report for each in verdicts for report in each.reports)),
        before=before[-1] if before else None,
        after=after[0] if after else None,
        editions=editions,
    )


def _status(statuses: set[str]) -> str:
    """Return the weakest of the statuses of several verdicts."""
    for each in ("reported", "derived", "stated"):
        if each in statuses:
            return each
    return "not-recorded"
