"""Ambiguity is one mechanism: named readings, each with its reason."""

import enum
from typing import Generic, TypeVar

import attrs

from psykavtal.model.wording import Wording

T_co = TypeVar("T_co", covariant=True)


def reading_label(why: Wording) -> Wording:
    """Return the reason for a reading as a label within a sentence.

    Examples:
        >>> print(reading_label(Wording(sv="Från 18-årsdagen.")))
        «Från 18-årsdagen»
    """
    return Wording(sv=f"«{why.sv.rstrip('.')}»", en=f"«{why.to('en').rstrip('.')}»")


class Because(enum.Enum):
    """What makes more than one reading possible."""

    WORDING = "wording"
    CONTRADICTION = "contradiction"
    SCOPE = "scope"


@attrs.frozen(kw_only=True)
class Reading(Generic[T_co]):
    """One way to read a passage that can be read in several.

    Attributes:
        name: says what the reading does (`inclusive`, `exclusive`), never who would like it.
        because: what leaves room for it.
        why: the reason, for people.
        value: what the passage says when it is read so.
    """

    name: str
    because: Because = Because.WORDING
    why: Wording
    value: T_co
