"""What of a provision can be compared across counties: structure, never wording."""

from collections.abc import Callable, Hashable

from psykavtal.model.answers import Ambiguous, Answer, Derived, Stated
from psykavtal.model.provisions import (
    FollowUp,
    InterimResponsibility,
    Parties,
    Provision,
    Responsibility,
    TargetGroup,
    Validity,
)

Values = dict[str, Hashable]
"""A structured value for each reading; one under "" where there is only one."""


def comparable(answer: Answer[tuple[Provision, ...]], topic: str) -> Values | None:
    """The structured values of an answer, by reading; None where it holds only wording."""
    match answer:
        case Stated(value=provisions) | Derived(value=provisions):
            value = _structure(provisions, topic)
            return None if value is None else {"": value}
        case Ambiguous(chosen=None):
            found: Values = {}
            for each in answer.readings:
                inner = comparable(each.answer, topic)
                if inner is None or list(inner) != [""]:
                    return None
                found[each.name] = inner[""]
            return found
        case Ambiguous(chosen=str(name)):
            return comparable(answer.under(name), topic)
        case _:
            return None


def _structure(provisions: tuple[Provision, ...], topic: str) -> Hashable | None:
    """What all provisions of an answer come to; None where one of them has no structure for the topic."""
    parts = [_part(each, topic) for each in provisions]
    if not parts or any(part is None for part in parts):
        return None
    return frozenset(parts)


def _part(provision: Provision, topic: str) -> Hashable | None:
    for kind, topics, structure in _STRUCTURES:
        if isinstance(provision, kind) and topic in topics:
            return structure(provision)
    return None


def _age(provision: Provision) -> Hashable | None:
    assert isinstance(provision, TargetGroup)
    ranges = tuple(limit.range for limit in provision.age_limits)
    return None if not ranges or None in ranges else ranges


def _group(provision: Provision) -> Hashable | None:
    assert isinstance(provision, TargetGroup)
    return None if provision.who is None else provision.who


def _interim(provision: Provision) -> Hashable | None:
    assert isinstance(provision, InterimResponsibility)
    return provision.bearer, provision.ends_when


def _cadence(provision: Provision) -> Hashable | None:
    assert isinstance(provision, FollowUp)
    return None if provision.cadence is None or provision.cadence.months is None else (
        provision.cadence.months,
        provision.cadence.at_least,
    )


def _bearer(provision: Provision) -> Hashable | None:
    assert isinstance(provision, Responsibility)
    return provision.bearer, provision.when, provision.limit


def _start(provision: Provision) -> Hashable | None:
    assert isinstance(provision, Validity)
    return None if provision.start is None else provision.start.edtf


def _end(provision: Provision) -> Hashable | None:
    assert isinstance(provision, Validity)
    return (provision.end.edtf if provision.end else None, provision.until_further_notice, provision.ends_when)


def _parties(provision: Provision) -> Hashable | None:
    assert isinstance(provision, Parties)
    return None if provision.municipalities is None else (provision.region, provision.municipalities)


_STRUCTURES: tuple[tuple[type[Provision], frozenset[str], Callable[[Provision], Hashable | None]], ...] = (
    (TargetGroup, frozenset({"target-group.age"}), _age),
    (TargetGroup, frozenset({"target-group.who", "target-group.kin"}), _group),
    (InterimResponsibility, frozenset({"disagreement.interim"}), _interim),
    (FollowUp, frozenset({"follow-up.agreement", "follow-up.plan"}), _cadence),
    (Responsibility, frozenset({"sip.convener", "sip.discharge"}), _bearer),
    (Validity, frozenset({"validity.start"}), _start),
    (Validity, frozenset({"validity.end"}), _end),
    (Parties, frozenset({"agreement.parties"}), _parties),
)
