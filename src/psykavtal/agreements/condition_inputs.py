"""The inputs on which conditions depend: facts, and the age."""

from collections.abc import Iterable, Iterator

from psykavtal.model.condition_evaluation import AGE
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, Criterion, FactIs, InWords, Not


def inputs_of(criteria: Iterable[Criterion]) -> Iterator[str]:
    """Yield the ids of the facts on which conditions depend, and "age"; some may repeat.

    Examples:
        >>> from psykavtal.model.ages import AgeLimit, AgeRange
        >>> adult = AgeIs(limit=AgeLimit(words="från 18 år", range=AgeRange(at_least=18)))
        >>> list(inputs_of([AllOf(of=(FactIs(fact="needs-region"), adult))]))
        ['needs-region', 'age']
    """
    for criterion in criteria:
        match criterion:
            case FactIs(fact=fact):
                yield fact
            case AgeIs(limit=limit):
                if any(not each.is_unlimited for each in limit.possible()):
                    yield AGE
            case InWords():
                pass
            case Not(of=part):
                yield from inputs_of((part,))
            case AllOf(of=parts) | AnyOf(of=parts):
                yield from inputs_of(parts)
