"""How strongly a passage binds: ska, bör and kan are never blurred."""

import enum


class Modality(enum.Enum):
    """What the verb of a passage makes of it."""

    DUTY = "duty"
    PROHIBITION = "prohibition"
    RECOMMENDATION = "recommendation"
    PERMISSION = "permission"
    COMMITMENT = "commitment"
    STATEMENT = "statement"
    NONE = "none"


_BY_VERB = {
    "ska": Modality.DUTY,
    "skall": Modality.DUTY,
    "måste": Modality.DUTY,
    "ska inte": Modality.PROHIBITION,
    "får inte": Modality.PROHIBITION,
    "får aldrig": Modality.PROHIBITION,
    "bör": Modality.RECOMMENDATION,
    "kan": Modality.PERMISSION,
    "får": Modality.PERMISSION,
    "är överens": Modality.COMMITMENT,
    "är överens om": Modality.COMMITMENT,
    "överenskommer": Modality.COMMITMENT,
    "": Modality.NONE,
}


def modality_of(verb: str) -> Modality:
    """The modality of a verb as written; a verb that binds to nothing makes a statement.

    Examples:
        >>> modality_of("skall")
        <Modality.DUTY: 'duty'>
        >>> modality_of("lyfts")
        <Modality.STATEMENT: 'statement'>
    """
    return _BY_VERB.get(verb.casefold(), Modality.STATEMENT)
