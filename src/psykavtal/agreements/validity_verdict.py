"""Evaluate one document's validity on a day, by its provisions alone.

Other editions are not looked at here; see `succession`.
"""

from collections.abc import Sequence
from datetime import date

import attrs

from psykavtal.agreements.prolonged_terms import prolonged_term
from psykavtal.agreements.query import Query
from psykavtal.model.condition_evaluation import evaluate, missing_facts
from psykavtal.model.dates import UncertainDate
from psykavtal.model.documents import Document
from psykavtal.model.provisions import Prolongation, Provision, Validity
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True)
class ValidityVerdict:
    """A verdict on one document, under one interpretation of its validity.

    Attributes:
        truth: whether it applies.
        basis: the deciding provisions.
        rules: ids of the rules applied.
        missing: ids of events not given that could change the verdict.
        why: the reason if it is not shown to apply, as a predicate to the document's name.
        checked_until: the last day for which an open end is known; None if nobody looked.
        term_end: the last day of the running term, if it is prolonged or a notice ends it.
        by_event: whether an event that the caller gave decides.
    """

    truth: Truth
    basis: tuple[Provision, ...] = ()
    rules: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    why: Wording | None = None
    checked_until: date | None = None
    term_end: date | None = None
    by_event: bool = False

    @property
    def is_reported(self) -> bool:
        """True if the verdict rests on a report."""
        return any(each.is_reported for each in self.basis)


def validity_verdict(document: Document, validity: Sequence[Validity], query: Query) -> ValidityVerdict:
    """Return whether a document applies on the day of a query, by its validity provisions.

    Statements go before reports; the two are never mixed for one bound.

    Args:
        document: the document.
        validity: the provisions that may be used, under one interpretation.
        query: the query, with its day and the events given.
    """
    start, end, prolonged = _bounds(validity)
    begun = _begun(start, end, query.on)
    lasting = _lasting(document, end, prolonged, query)
    truth = begun.truth & lasting.truth
    basis = tuple(dict.fromkeys(each for each in (start, end, prolonged) if each is not None))
    rules = [*[each.follows_by for each in basis if each.follows_by], *lasting.rules]
    return ValidityVerdict(
        truth=truth,
        basis=basis,
        rules=tuple(dict.fromkeys(rules)),
        missing=() if truth is Truth.FALSE else lasting.missing,
        why=None if truth is Truth.TRUE else lasting.why if lasting.truth is Truth.FALSE else begun.why or lasting.why,
        checked_until=lasting.checked_until,
        term_end=lasting.term_end,
        by_event=lasting.by_event,
    )


def first_day(validity: Sequence[Validity]) -> date | None:
    """Return the earliest possible start; None if no start is given."""
    starts = [each.start.earliest for each in validity if each.start is not None and not each.start.is_preliminary]
    return min(starts, default=None)


def _bounds(validity: Sequence[Validity]) -> tuple[Validity | None, Validity | None, Validity | None]:
    """Return the provisions that give the start, the end and the prolongation.

    Each is the first stated, otherwise the first reported.
    """
    ordered = [each for each in validity if each.citations] + [each for each in validity if not each.citations]
    starts = [each for each in ordered if each.start is not None]
    ends = [each for each in ordered if each.end is not None or each.until_further_notice or each.ends_when is not None]
    prolonged = [each for each in ordered if each.prolongation is not None]
    return next(iter(starts), None), next(iter(ends), None), next(iter(prolonged), None)


def _begun(start: Validity | None, end: Validity | None, on: date) -> ValidityVerdict:
    """Return whether the start is reached."""
    if start is not None and start.start is not None:
        truth = start.start.reached_by(on)
        if truth is Truth.TRUE:
            return ValidityVerdict(truth=truth)
        if truth is Truth.FALSE:
            return ValidityVerdict(
                truth=truth, why=_predicate("gäller först från {}", "applies only from {}", start.start)
            )
        why = _predicate("börjar gälla {}, oklart vilken dag", "begins {}, on which day is unclear", start.start)
        return ValidityVerdict(truth=truth, why=why)
    if end is not None and end.as_of is not None:
        vouched = end.ordinary_end is not None and end.ordinary_end.reached_by(on) is Truth.TRUE
        if vouched or end.as_of.reached_by(on) is Truth.TRUE:
            return ValidityVerdict(truth=Truth.TRUE)
    return ValidityVerdict(truth=Truth.UNKNOWN, why=_predicate("har ingen känd startdag", "has no known start"))


def _lasting(document: Document, end: Validity | None, prolonged: Validity | None, query: Query) -> ValidityVerdict:
    """Return whether the document has not ended."""
    if end is None:
        if not document.is_available:
            why = _predicate("har inget känt slut", "has no known end")
            return ValidityVerdict(truth=Truth.UNKNOWN, why=why)
        return _open_end(document.checked_until, query)
    occurred = None if end.ends_when is None else evaluate(end.ends_when, query.facts)
    if occurred is Truth.TRUE:
        return ValidityVerdict(truth=Truth.FALSE, rules=("end-event-occurred",), why=_ENDED, by_event=True)
    if end.end is not None and prolonged is not None and prolonged.prolongation is not None:
        return _prolonged(end.end, prolonged.prolongation, query)
    if end.end is not None:
        ended = end.end.passed_by(query.on)
        past = None if ended is Truth.FALSE else _until(end.end)
        return ValidityVerdict(truth=~ended, why=past)
    if end.ends_when is None:
        return _open_end(document.checked_until, query)
    checked_until = document.checked_until if end.as_of is None else end.as_of.earliest
    if occurred is Truth.FALSE:
        known = checked_until is not None and query.on <= checked_until
        rules = () if known else ("end-event-not-occurred",)
        return ValidityVerdict(truth=Truth.TRUE, rules=rules, checked_until=checked_until, by_event=True)
    found = _open_end(checked_until, query)
    known = checked_until is not None and query.on <= checked_until
    return found if known else attrs.evolve(found, missing=missing_facts(end.ends_when, query.facts))


def _prolonged(end: UncertainDate, prolongation: Prolongation, query: Query) -> ValidityVerdict:
    """Return whether a term that is prolonged in steps has not ended."""
    found = prolonged_term(end, prolongation, query)
    why: Wording | None = None
    if found.truth is Truth.UNKNOWN:
        sv = "gällde först till {}, och om den är förlängd är inte känt"
        why = _predicate(sv, "applied at first until {}, and it is not known if it was prolonged", end)
    elif found.truth is Truth.FALSE and found.rule:
        why = _predicate("upphörde {} genom uppsägning", "ended on {} by notice", found.end)
    elif found.truth is Truth.FALSE:
        why = _predicate("gällde till {}", "applied until {}", found.end)
    return ValidityVerdict(
        truth=found.truth,
        rules=(found.rule,) if found.rule else (),
        missing=(found.missing,) if found.missing else (),
        why=why,
        term_end=found.end if found.rule and found.truth is Truth.TRUE else None,
        by_event=found.truth is Truth.FALSE and bool(found.rule),
    )


def _open_end(checked_until: date | None, query: Query) -> ValidityVerdict:
    """Return whether an open end still continues: known, presumed, or unknown."""
    if checked_until is not None and query.on <= checked_until:
        return ValidityVerdict(truth=Truth.TRUE, checked_until=checked_until)
    if query.presume:
        return ValidityVerdict(truth=Truth.TRUE, rules=("presumed-to-continue",), checked_until=checked_until)
    why = (
        _NOT_CHECKED
        if checked_until is None
        else _predicate("är inte kontrollerad efter {}", "has not been checked after {}", checked_until)
    )
    return ValidityVerdict(truth=Truth.UNKNOWN, why=why, checked_until=checked_until)


def _until(end: UncertainDate) -> Wording:
    """Return that a document applied until a day, with the words that give it."""
    if not end.words:
        return _predicate("gällde till {}", "applied until {}", end)
    return Wording(sv=f"gällde till {end} (läst ur «{end.words}»)", en=f"applied until {end} (read from «{end.words}»)")


def _predicate(sv: str, en: str, when: object = "") -> Wording:
    """Return a predicate that follows the name of the document."""
    return Wording(sv=sv.format(when), en=en.format(when))


_ENDED = _predicate("upphörde genom en händelse som inträffat", "ended with an event that has occurred")
_NOT_CHECKED = _predicate("är inte kontrollerad", "has not been checked")
