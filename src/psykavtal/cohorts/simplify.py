"""What the cheap columns alone can rule out: a first filter before ages are reckoned and rules are told apart."""

from collections.abc import Collection, Iterable

from psykavtal.cohorts.rules import Ways
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, Criterion, FactIs, InWords, Not


def relaxed(groups: Iterable[Ways], known: Collection[str]) -> Criterion | None:
    """A condition on known facts alone that is false only where every group's is; None where none rules anybody out.

    Examples:
        >>> from psykavtal.model.ages import AgeLimit, AgeRange
        >>> adult = AgeIs(limit=AgeLimit(words="från 18 år", range=AgeRange(at_least=18)))
        >>> relaxed([(AllOf(of=(FactIs(fact="needs-region"), adult)),)], ["needs-region"])
        FactIs(fact='needs-region')
        >>> relaxed([(AllOf(of=(FactIs(fact="needs-region"), adult)),)], []) is None
        True
    """
    return _some([_relaxed(each, known) for ways in groups for each in ways])


def _relaxed(criterion: Criterion, known: Collection[str]) -> Criterion | None:
    """A condition that is false only where this one is, whatever the age and the facts not known."""
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
    """Whether a condition turns on known facts and nothing else, and on at least one."""
    match criterion:
        case FactIs(fact=fact):
            return fact in known
        case AgeIs() | InWords():
            return False
        case Not(of=part):
            return _is_known(part, known)
        case AllOf(of=parts) | AnyOf(of=parts):
            return bool(parts) and all(_is_known(each, known) for each in parts)
