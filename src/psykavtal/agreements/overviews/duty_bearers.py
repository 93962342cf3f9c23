"""The bearers of a duty: those that its provision names, under each reading."""

from collections.abc import Iterator, Mapping

import attrs

from psykavtal.agreements.interpretations import interpret
from psykavtal.agreements.reading_choices import Readings
from psykavtal.model.provisions import (
    Aim,
    Bearer,
    FollowUp,
    InterimResponsibility,
    NameOf,
    Provision,
    Responsibility,
    Statement,
)
from psykavtal.model.provisions.base import named
from psykavtal.model.wording import Wording

BY_FACT = "by-fact"
"""The bearer of a duty that falls on the principal whom a fact of the case names."""

BY_BODY = "by-body"
"""The bearer of a duty that falls on a body that the text names."""

BEARERS: Mapping[str, Wording] = {
    **{each.value: each.label for each in Bearer},
    BY_FACT: Wording(sv="beror på fallet", en="depends on the case"),
    BY_BODY: Wording(sv="ett organ", en="a body"),
}
"""The kinds of bearers, with their labels."""

_BY_TOPIC = {f"responsibility.{each.value}": each.value for each in Bearer}

_DUTIES = (Aim, FollowUp, Responsibility, Statement)
"""The kinds whose topics name bearers; references to law and to other documents are not duties."""


@attrs.frozen(kw_only=True)
class DutyBearer:
    """One bearer of a duty.

    Attributes:
        bearer: a key of `BEARERS`.
        label: its label: the name of the body, or the label of the fact that names the principal.
        is_certain: whether every reading names it.
    """

    bearer: str
    label: Wording
    is_certain: bool = True


def bearers_of(provision: Provision, name_of: NameOf, readings: Readings = None) -> tuple[DutyBearer, ...]:
    """Return the bearers of a provision; empty without a recorded bearer.

    A responsibility names its bearer, and by its topics further ones. A statement, an aim or a follow-up
    names them by its topics, a follow-up also by its bodies. If readings name different bearers, each is uncertain.

    Args:
        provision: the provision.
        name_of: returns the name of a body or a fact by its id.
        readings: the readings that the caller chooses.
    """
    versions = [tuple(_own(version[0], name_of)) for version in interpret((provision,), readings).versions]
    found = dict.fromkeys(each for own in versions for each in own)
    is_same = all(own == versions[0] for own in versions)
    if is_same and isinstance(provision, _DUTIES):
        topics = (_BY_TOPIC[each] for each in provision.topics if each in _BY_TOPIC)
        found.update(dict.fromkeys(DutyBearer(bearer=each, label=BEARERS[each]) for each in topics))
    return tuple(attrs.evolve(each, is_certain=is_same) for each in found)


def _own(provision: Provision, name_of: NameOf) -> Iterator[DutyBearer]:
    """Yield the bearers that a field of the provision names."""
    match provision:
        case Responsibility(bearer=bearer):
            yield DutyBearer(bearer=bearer.value, label=bearer.label)
        case InterimResponsibility(bearer=fact):
            yield DutyBearer(bearer=BY_FACT, label=named(fact, name_of))
        case FollowUp(by=bodies):
            yield from (DutyBearer(bearer=BY_BODY, label=named(each, name_of)) for each in bodies)
        case _:
            return
