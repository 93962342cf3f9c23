"""What the cheap columns alone can rule out: a first filter before ages are reckoned and rules are told apart."""

from collections.abc import Iterable

from psykavtal.ask.cohort.rules import Ways
from psykavtal.model.criteria import AgeIs, AllOf, AnyOf, Criterion, FactIs, Not


def relaxed(groups: Iterable[Ways]) -> Criterion | None:
    """A condition on facts alone that is false only where every group's is; None where facts rule nobody out.

    Examples:
        >>> from psykavtal.model.ages import AgeLimit, AgeRange
        >>> adult = AgeIs(limit=AgeLimit(words="från 18 år", range=AgeRange(at_least=18)))
        >>> relaxed([(AllOf(of=(FactIs(fact="needs-region"), adult)),)])
        FactIs(fact='needs-region')
    """
    parts = [None if each is None else _without_ages(each) for ways in groups for each in ways]
    return _some(parts)


def _without_ages(criterion: Criterion) -> Criterion | None:
    """A condition that is false only where this one is, whatever the age."""
    match criterion:
        case FactIs():
            return criterion
        case AgeIs():
            return None
        case Not(of=part):
            return None if _has_ages(part) else criterion
        case AllOf(of=parts):
            known = tuple(dict.fromkeys(each for part in parts if (each := _without_ages(part)) is not None))
            return (known[0] if len(known) == 1 else AllOf(of=known)) if known else None
        case AnyOf(of=parts):
            return _some([_without_ages(part) for part in parts])


def _some(parts: list[Criterion | None]) -> Criterion | None:
    known = tuple(dict.fromkeys(each for each in parts if each is not None))
    if len(known) < len(set(parts)) or not known:
        return None
    return known[0] if len(known) == 1 else AnyOf(of=known)


def _has_ages(criterion: Criterion) -> bool:
    match criterion:
        case FactIs():
            return False
        case AgeIs():
            return True
        case Not(of=part):
            return _has_ages(part)
        case AllOf(of=parts) | AnyOf(of=parts):
            return any(_has_ages(each) for each in parts)
