"""Simplify conditions: merge the readings of one, or keep only its known facts."""

from collections.abc import Collection, Iterable, Sequence

from psykavtal.model.ages import AgeLimit, AgeRange
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, Criterion, FactIs, InWords, Not
from psykavtal.model.readings import Reading
from psykavtal.model.wording import Wording

Interpretations = tuple[Criterion, ...]
"""A condition under each of its readings, all of which must agree; empty if unknown."""


def merged(criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """Return the same readings, fewer if possible.

    The truth on which all of them agree stays the same.

    Two readings that are equal except for one age limit are one condition whose limit has two
    readings: it is unknown exactly if the two differ.

    Examples:
        >>> from psykavtal.model.conditions import FactIs
        >>> merged([FactIs(fact="a"), FactIs(fact="a")])
        (FactIs(fact='a'),)
    """
    distinct = tuple(dict.fromkeys(criteria))
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
    """Combine two conditions into one whose single age limit has both readings.

    None if they differ otherwise, or in several.
    """
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


def relaxed(groups: Iterable[Interpretations], known: Collection[str]) -> Criterion | None:
    """Return a condition on known facts, false only if every group's is.

    None if none rules anybody out.

    Examples:
        >>> from psykavtal.model.ages import AgeLimit, AgeRange
        >>> adult = AgeIs(limit=AgeLimit(words="från 18 år", range=AgeRange(at_least=18)))
        >>> relaxed([(AllOf(of=(FactIs(fact="needs-region"), adult)),)], ["needs-region"])
        FactIs(fact='needs-region')
        >>> relaxed([(AllOf(of=(FactIs(fact="needs-region"), adult)),)], []) is None
        True
    """
    return _some([_relaxed(each, known) for interpretations in groups for each in interpretations])


def _relaxed(criterion: Criterion, known: Collection[str]) -> Criterion | None:
    """Return a condition that is false only if this one is.

    This is so whatever the age and the facts not known.
    """
    match criterion:
        case FactIs(fact=fact):
            return criterion if fact in known else None
        case AgeIs() | InWords():
            return None
        case Not(of=part):
            return criterion if _is_known(part, known) else None
        case AllOf(of=parts):
            made = tuple(dict.fromkeys(each for part in parts if (each := _relaxed(part, known)) is not None))
            return (made[0] if len(made) == 1 else AllOf(of=made)) if made else None
        case AnyOf(of=parts):
            return _some([_relaxed(part, known) for part in parts])


def _some(parts: list[Criterion | None]) -> Criterion | None:
    made = tuple(dict.fromkeys(each for each in parts if each is not None))
    if None in parts or not made:
        return None
    return made[0] if len(made) == 1 else AnyOf(of=made)


def _is_known(criterion: Criterion, known: Collection[str]) -> bool:
    """Return whether a condition depends on known facts alone, at least one."""
    match criterion:
        case FactIs(fact=fact):
            return fact in known
        case AgeIs() | InWords():
            return False
        case Not(of=part):
            return _is_known(part, known)
        case AllOf(of=parts) | AnyOf(of=parts):
            return bool(parts) and all(_is_known(each, known) for each in parts)
