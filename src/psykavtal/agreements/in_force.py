"""Whether a document is in force on a day: three-valued, with what it rests on."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import attrs

from psykavtal.model.condition_evaluation import evaluate, missing_facts
from psykavtal.model.documents import Document
from psykavtal.model.provisions import Validity
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True)
class InForce:
    """How a document stands on a day, under one way to read what is said of it.

    Attributes:
        truth: whether it is in force.
        basis: the provisions that decide.
        rules: the ids of the rules by which it follows.
        missing: the facts that would decide, where it is unknown.
        why: the reason where it is not shown to be in force, to follow the document's name.
        begins: whether it has begun, where a start is given; None where none is.
    """

    truth: Truth
    basis: tuple[Validity, ...]
    rules: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    why: Wording | None = None
    begins: Truth | None = None

    @property
    def is_reported(self) -> bool:
        """Whether it rests on what no document held says."""
        return any(each.is_reported for each in self.basis)


def standing_of(
    document: Document,
    validity: Sequence[Validity],
    on: date,
    facts: Mapping[str, bool],
) -> InForce:
    """How the document stands, given the validity provisions that may be used.

    What documents say goes before what is reported; the two are never mixed for one bound.
    """
    start = _first(validity, _bounds_start)
    end = _first(validity, _bounds_end)
    basis = tuple([each for each in (start, None if end is start else end) if each is not None])
    begun, why_not_begun = _begun(start, end, on)
    lasting = _lasting(document, end, on, facts)
    rules = (*(each.follows_by for each in basis if each.follows_by), *lasting.rules)
    truth = begun & lasting.truth
    why = (
        None if truth is Truth.TRUE else (lasting.why if lasting.truth is Truth.FALSE else why_not_begun or lasting.why)
    )
    missing = lasting.missing if truth is Truth.UNKNOWN else ()
    return InForce(
        truth=truth,
        basis=basis,
        rules=tuple(dict.fromkeys(rules)),
        missing=missing,
        why=why,
        begins=None if start is None else begun,
    )


def _first(validity: Sequence[Validity], test: Callable[[Validity], bool]) -> Validity | None:
    cited = [each for each in validity if test(each) and not each.is_reported]
    rest = [each for each in validity if test(each) and each.is_reported]
    return next(iter(cited + rest), None)


def _bounds_start(each: Validity) -> bool:
    return each.start is not None


def _bounds_end(each: Validity) -> bool:
    return each.end is not None or each.until_further_notice or each.ends_when is not None


def _begun(start: Validity | None, end: Validity | None, on: date) -> tuple[Truth, Wording | None]:
    if start is not None and start.start is not None:
        truth = start.start.reached_by(on)
        if truth is Truth.FALSE:
            return truth, _say("gäller först från {}", "holds only from {}", start.start)
        unclear = _say(
            "börjar gälla {}, oklart vilken dag",
            "begins {}, on which day is unclear",
            start.start,
        )
        return truth, None if truth is Truth.TRUE else unclear
    if end is not None and end.as_of is not None:
        vouched = end.ordinary_end is not None and end.ordinary_end.reached_by(on) is Truth.TRUE
        if vouched or end.as_of.reached_by(on) is Truth.TRUE:
            return Truth.TRUE, None
    return Truth.UNKNOWN, _say("har ingen känd startdag", "has no start that is known")


def _lasting(document: Document, end: Validity | None, on: date, facts: Mapping[str, bool]) -> InForce:
    looked = document.checked_until
    beyond = looked is None or on > looked
    basis = () if end is None else (end,)
    if end is None:
        rules = ("no-end-stated", "open-end-beyond-look") if beyond else ("no-end-stated",)
        return InForce(truth=Truth.TRUE, basis=basis, rules=rules)
    if end.end is not None:
        over = end.end.passed_by(on)
        why = _say("gällde till {}", "held until {}", end.end)
        return InForce(truth=~over, basis=basis, why=why)
    if end.ends_when is None:
        return InForce(
            truth=Truth.TRUE,
            basis=basis,
            rules=("open-end-beyond-look",) if beyond else (),
        )
    occurred = evaluate(end.ends_when, facts)
    if occurred is Truth.TRUE:
        why = _say(
            "upphörde genom en händelse som inträffat",
            "ended with an event that has occurred",
        )
        return InForce(truth=Truth.FALSE, basis=basis, why=why)
    if occurred is Truth.FALSE:
        return InForce(truth=Truth.TRUE, basis=basis, rules=("end-event-not-occurred",))
    vouched = looked if end.as_of is None else end.as_of.earliest
    if vouched is not None and on <= vouched:
        return InForce(truth=Truth.TRUE, basis=basis)
    why = _say(
        "gäller tills en händelse inträffar som ingen uppgift finns om",
        "holds until an event of which nothing is known",
    )
    return InForce(
        truth=Truth.UNKNOWN,
        basis=basis,
        missing=missing_facts(end.ends_when, facts),
        why=why,
    )


def _say(sv: str, en: str, when: object = "") -> Wording:
    """What follows the name of the document."""
    return Wording(sv=sv.format(when), en=en.format(when))
