"""Modality: the binding force of a passage (ska, bör, kan)."""

import enum

from psykavtal.model.wording import Wording


class Modality(enum.Enum):
    """The binding force of a passage, by its verb."""

    DUTY = "duty"
    PROHIBITION = "prohibition"
    RECOMMENDATION = "recommendation"
    PERMISSION = "permission"
    COMMITMENT = "commitment"
    STATEMENT = "statement"
    NONE = "none"

    @property
    def label(self) -> Wording:
        """The label for people."""
        return _LABELS[self]


_LABELS = {
    Modality.DUTY: Wording(sv="skyldighet", en="duty"),
    Modality.PROHIBITION: Wording(sv="förbud", en="prohibition"),
    Modality.RECOMMENDATION: Wording(sv="rekommendation", en="recommendation"),
    Modality.PERMISSION: Wording(sv="tillåtelse", en="permission"),
    Modality.COMMITMENT: Wording(sv="åtagande", en="commitment"),
    Modality.STATEMENT: Wording(sv="konstaterande", en="statement"),
    Modality.NONE: Wording(sv="utan verb", en="without a verb"),
}
_BY_HEAD = {
    "ska": Modality.DUTY,
    "skall": Modality.DUTY,
    "måste": Modality.DUTY,
    "bör": Modality.RECOMMENDATION,
}
_BY_VERB = {
    "kan": Modality.PERMISSION,
    "får": Modality.PERMISSION,
    "är överens": Modality.COMMITMENT,
    "är överens om": Modality.COMMITMENT,
    "överenskommer": Modality.COMMITMENT,
    "": Modality.NONE,
}
_NOT = ("inte", "ej", "aldrig")
_NEGATED = {
    "ska": Modality.PROHIBITION,
    "skall": Modality.PROHIBITION,
    "får": Modality.PROHIBITION,
    "bör": Modality.RECOMMENDATION,
}


def modality_of(verb: str) -> Modality:
    """Return the modality of a verb as written; statement for any other verb.

    "Måste inte" and "kan inte" have several meanings: they are statements, unless the
    county file sets `modality`.

    Examples:
        >>> modality_of("skall")
        <Modality.DUTY: 'duty'>
        >>> modality_of("ska ej")
        <Modality.PROHIBITION: 'prohibition'>
        >>> modality_of("lyfts")
        <Modality.STATEMENT: 'statement'>
    """
    words = verb.casefold().split()
    head = words[0] if words else ""
    if len(words) > 1 and words[1] in _NOT:
        return _NEGATED.get(head, Modality.STATEMENT)
    return _BY_VERB.get(" ".join(words)) or _BY_HEAD.get(head, Modality.STATEMENT)
