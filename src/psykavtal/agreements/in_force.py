"""Evaluate if a document is in force on a day, with the basis.

The result is true, false or unknown.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import attrs

from psykavtal.model.condition_evaluation import evaluate, missing_facts
from psykavtal.model.documents import Document
from psykavtal.model.provisions import Validity
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True)
class InForce:
    """A verdict on a document on a day, under one interpretation of its validity.

    Attributes:
        truth: whether it is in force.
        basis: the deciding provisions.
        rules: ids of the rules applied.
        missing: ids of facts not given that would decide, if unknown.
        why: the reason if it is not shown to be in force, as a predicate to the document's name.
        begins: whether it has begun; None if no start is given.
    """

    truth: Truth
    basis: tuple[Validity, ...]
    rules: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    why: Wording | None = None
    begins: Truth | None = None

    @property
    def is_reported(self) -> bool:
        """True if the verdict rests on a report."""
        return any(not each.citations for each in self.basis)


def in_force_on(document: Document, validity: Sequence[Validity], on: date, facts: Mapping[str, bool]) -> InForce:
    """Return whether a document is in force on a day, by the validity provisions.

    `validity` has the provisions that may be used. Statements go before reports; the two are never mixed for one bound.
    """
    start, end = _bounds(validity)
    basis = tuple([each for each in (start, None if end is start else end) if each is not None])
    begun, why_not_begun = _begun(start, end, on)
    lasting = _lasting(document, end, on, facts)
    truth = begun & lasting.truth
    why = why_not_begun or lasting.why
    if truth is Truth.TRUE:
        why = None
    elif lasting.truth is Truth.FALSE:
        why = lasting.why
    rules = [*[each.follows_by for each in basis if each.follows_by], *lasting.rules]
    return InForce(
        truth=truth,
        basis=basis,
        rules=tuple(dict.fromkeys(rules)),
        missing=lasting.missing if truth is Truth.UNKNOWN else (),
        why=why,
        begins=None if start is None else begun,
    )


def _bounds(validity: Sequence[Validity]) -> tuple[Validity | None, Validity | None]:
    """Return the provisions that give the start and the end.

    Each is the first stated, otherwise the first reported.
    """
    ordered = [each for each in validity if each.citations] + [each for each in validity if not each.citations]
    starts = [each for each in ordered if each.start is not None]
    ends = [each for each in ordered if each.end is not None or each.until_further_notice or each.ends_when is not None]
    return starts[0] if starts else None, ends[0] if ends else None


def _begun(start: Validity | None, end: Validity | None, on: date) -> tuple[Truth, Wording | None]:
    """Return whether the start is reached, and why that is not certain."""
    if start is not None and start.start is not None:
        truth = start.start.reached_by(on)
        if truth is Truth.TRUE:
            return truth, None
        if truth is Truth.FALSE:
            return truth, _say("gäller först från {}", "holds only from {}", start.start)
        return truth, _say("börjar gälla {}, oklart vilken dag", "begins {}, on which day is unclear", start.start)
    if end is not None and end.as_of is not None:
        vouched = end.ordinary_end is not None and end.ordinary_end.reached_by(on) is Truth.TRUE
        if vouched or end.as_of.reached_by(on) is Truth.TRUE:
            return Truth.TRUE, None
    return Truth.UNKNOWN, _say("har ingen känd startdag", "has no start that is known")


def _lasting(document: Document, end: Validity | None, on: date, facts: Mapping[str, bool]) -> InForce:
    """Return whether the document has not ended."""
    beyond = ("open-end-beyond-look",) if document.checked_until is None or on > document.checked_until else ()
    if end is None:
        return InForce(truth=Truth.TRUE, basis=(), rules=("no-end-stated", *beyond))
    basis = (end,)
    if end.end is not None:
        ended = end.end.passed_by(on)
        why = None if ended is Truth.FALSE else _say("gällde till {}", "held until {}", end.end)
        return InForce(truth=~ended, basis=basis, why=why)
    if end.ends_when is None:
        return InForce(truth=Truth.TRUE, basis=basis, rules=beyond)
    occurred = evaluate(end.ends_when, facts)
    if occurred is Truth.TRUE:
        return InForce(truth=Truth.FALSE, basis=basis, why=_ENDED)
    if occurred is Truth.FALSE:
        return InForce(truth=Truth.TRUE, basis=basis, rules=("end-event-not-occurred",))
    known_until = document.checked_until if end.as_of is None else end.as_of.earliest
    if known_until is not None and on <= known_until:
        return InForce(truth=Truth.TRUE, basis=basis)
    missing = missing_facts(end.ends_when, facts)
    return InForce(truth=Truth.UNKNOWN, basis=basis, missing=missing, why=_EVENT_UNKNOWN)


def _say(sv: str, en: str, when: object = "") -> Wording:
    """Return a predicate that follows the name of the document."""
    return Wording(sv=sv.format(when), en=en.format(when))


_ENDED = _say("upphörde genom en händelse som inträffat", "ended with an event that has occurred")
_EVENT_UNKNOWN = _say(
    "gäller tills en händelse inträffar som ingen uppgift finns om", "holds until an event of which nothing is known"
)
