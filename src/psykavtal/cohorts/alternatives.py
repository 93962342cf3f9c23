"""Ways to read a condition brought together, where they part in one age limit only."""

from collections.abc import Sequence

from psykavtal.model.ages import AgeLimit, AgeRange
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, Criterion, Not
from psykavtal.model.readings import Reading
from psykavtal.model.wording import Wording


def merged(ways: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """The same ways, fewer where possible: what all of them agree on stays what it is.

    Two ways that are alike but for one age limit are one condition whose limit can be read in
    two ways: it is unknown exactly where the two part.

    Examples:
        >>> from psykavtal.model.conditions import FactIs
        >>> merged([FactIs(fact="a"), FactIs(fact="a")])
        (FactIs(fact='a'),)
    """
    distinct = tuple(dict.fromkeys(ways))
    if not distinct:
        return ()
    found = distinct[0]
    for each in distinct[1:]:
        both = _both(found, each)
        if both is None:
            return distinct
        found = both
    return (found,)


def _both(one: Criterion, other: Criterion) -> Criterion | None:
    """Two conditions as one that parts in one age limit; None where they part otherwise, or in several."""
    if one == other:
        return one
    match one, other:
        case AgeIs(limit=first), AgeIs(limit=second):
            if not first.possible() or not second.possible():
                return None
            return AgeIs(limit=_limit(first.words, (*first.possible(), *second.possible())))
        case Not(of=first), Not(of=second):
            part = _both(first, second)
            return None if part is None else Not(of=part)
        case (AllOf(of=first), AllOf(of=second)) | (AnyOf(of=first), AnyOf(of=second)):
            parting = [at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b]
            if len(first) != len(second) or len(parting) != 1:
                return None
            part = _both(first[parting[0]], second[parting[0]])
            if part is None:
                return None
            parts = (*first[: parting[0]], part, *first[parting[0] + 1 :])
            return AllOf(of=parts) if isinstance(one, AllOf) else AnyOf(of=parts)
        case _:
            return None


def _limit(words: str, ranges: Sequence[AgeRange]) -> AgeLimit:
    """A limit that can mean each of the ranges."""
    distinct = tuple(dict.fromkeys(ranges))
    readings = tuple(Reading(name=str(each), why=Wording(sv=words), value=each) for each in distinct)
    return AgeLimit(words=words, readings=readings) if len(readings) > 1 else AgeLimit(words=words, range=distinct[0])
