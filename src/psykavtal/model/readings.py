"""Readings: the named interpretations of an ambiguous passage, each with its reason."""

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
    """The cause of an ambiguity."""

    WORDING = "wording"
    CONTRADICTION = "contradiction"
    SCOPE = "scope"


@attrs.frozen(kw_only=True)
class Reading(Generic[T_co]):
    """One of several possible interpretations of a passage.

    Attributes:
        name: describes the effect of the reading (`inclusive`, `exclusive`), never who prefers it.
        because: the cause of the ambiguity.
        why: the reason, for people.
        value: the content of the passage under this reading.
        topics: ids of the topics that the reading changes; empty for all that the provision answers.
    """

    name: str
    because: Because = Because.WORDING
    why: Wording
    value: T_co
    topics: tuple[str, ...] = ()
