"""The parts of a provision that can be compared across counties: structure, never wording."""

from collections.abc import Hashable

import attrs

from psykavtal.model.answers import Ambiguous, Answer, Derived, Stated
from psykavtal.model.modality import Modality
from psykavtal.model.provisions import Provision


@attrs.frozen
class Structure:
    """The structure of an answer's provisions under one reading.

    Attributes:
        parts: their structured values.
        complete: whether every provision has one; otherwise some provisions have only wording.
    """

    parts: frozenset[Hashable]
    complete: bool


Values = dict[str, Structure]
"""The structure under each reading; under "" if the answer has only one."""


def comparable(answer: Answer[tuple[Provision, ...]], topic: str, *, one_county: bool = False) -> Values | None:
    """Return the structured values of an answer, by reading; None if it has only wording.

    Args:
        answer: the answer.
        topic: the question.
        one_county: whether both sides belong to one county, so that bodies and documents,
            which each county names for itself, can be compared too.
    """
    match answer:
        case Stated(by_text=provisions) | Derived(by_text=provisions):
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
    """Return the kind, modality, condition and own values of a provision.

    None if it has no values of its own.
    """
    whole = one_county and topic not in provision.SINGLE_VALUES
    own = _everything(provision) if whole else provision.comparable(topic)
    binding = Modality.STATEMENT if provision.modality is Modality.NONE else provision.modality
    return None if own is None else (type(provision), binding, provision.when, own)


_APART = frozenset(attrs.fields_dict(Provision)) - {"defers_to"}


def _everything(provision: Provision) -> Hashable | None:
    """Return every structured value of a provision, for a comparison within one county.

    Both sides then name bodies and documents by the same ids. None if the kind has no structure
    of its own, or if an age is given in words only.
    """
    names = [name for name in attrs.fields_dict(type(provision)) if name not in _APART]
    limits = provision.stated_ages()
    if names == ["defers_to"] or any(limit.range is None for limit in limits):
        return None
    ages = tuple(limit.range for limit in limits)
    values = (getattr(provision, name) for name in names if not name.startswith("age_limit"))
    return (ages, tuple("itself" if value == provision.about else value for value in values))
