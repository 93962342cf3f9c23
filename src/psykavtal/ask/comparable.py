"""What of a provision can be compared across counties: structure, never wording."""

from collections.abc import Callable, Hashable

import attrs

from psykavtal.model.answers import Ambiguous, Answer, Derived, Stated
from psykavtal.model.provisions import (
    Arena,
    FollowUp,
    InterimResponsibility,
    LinkedAgreement,
    Parties,
    Provision,
    Relation,
    Responsibility,
    ServiceAges,
    TargetGroup,
    Validity,
)


@attrs.frozen
class Structure:
    """What the provisions of an answer come to under one reading.

    Attributes:
        parts: their structured values.
        complete: whether every provision has one; else wording remains beside them.
    """

    parts: frozenset[Hashable]
    complete: bool


Values = dict[str, Structure]
"""The structure under each reading; under "" where there is only one."""


def comparable(answer: Answer[tuple[Provision, ...]], topic: str, *, one_county: bool = False) -> Values | None:
    """The structured values of an answer, by reading; None where it holds only wording.

    Args:
        answer: the answer.
        topic: the question.
        one_county: whether both sides belong to one county, so that bodies and documents,
            which each county names for itself, can be compared too.
    """
    match answer:
        case Stated(value=provisions) | Derived(value=provisions):
            value = _structure(provisions, topic, one_county=one_county)
            return None if value is None else {"": value}
        case Ambiguous(chosen=None):
            found: Values = {}
            for each in answer.readings:
                inner = comparable(each.answer, topic, one_county=one_county)
                if inner is None or list(inner) != [""]:
                    return None
                found[each.name] = inner[""]
            return found
        case Ambiguous(chosen=str(name)):
            return comparable(answer.under(name), topic, one_county=one_county)
        case _:
            return None


def _structure(provisions: tuple[Provision, ...], topic: str, *, one_county: bool) -> Structure | None:
    parts = [_part(each, topic, one_county=one_county) for each in provisions]
    known = frozenset(part for part in parts if part is not None)
    return Structure(known, complete=len(known) == len(set(parts))) if known else None


def _part(provision: Provision, topic: str, *, one_county: bool) -> Hashable | None:
    for kind, topics, structure in _STRUCTURES:
        if isinstance(provision, kind) and topic in topics:
            return structure(provision)
    return _local(provision) if one_county else None


def _local(provision: Provision) -> Hashable | None:
    """What refers to things by the ids of one county."""
    match provision:
        case Relation():
            return (
                provision.relation,
                provision.sources,
                provision.target,
                provision.trigger,
            )
        case Arena():
            return provision.body
        case LinkedAgreement():
            return provision.link
        case ServiceAges():
            return provision.service, provision.matter, provision.age_limit.range
        case _:
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
    return (
        None
        if provision.cadence is None or provision.cadence.months is None
        else (
            provision.cadence.months,
            provision.cadence.at_least,
        )
    )


def _bearer(provision: Provision) -> Hashable | None:
    assert isinstance(provision, Responsibility)
    return provision.bearer, provision.when, provision.limit


def _start(provision: Provision) -> Hashable | None:
    assert isinstance(provision, Validity)
    return None if provision.start is None else provision.start.edtf


def _end(provision: Provision) -> Hashable | None:
    assert isinstance(provision, Validity)
    return (
        provision.end.edtf if provision.end else None,
        provision.until_further_notice,
        provision.ends_when,
    )


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
