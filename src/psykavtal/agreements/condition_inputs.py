"""The inputs on which conditions depend, and the given inputs without effect."""

from collections.abc import Collection, Iterable, Iterator

from psykavtal.model.condition_evaluation import AGE
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, Criterion, FactIs, InWords, Not, age_condition
from psykavtal.model.provisions import Adoption, Provision, Validity
from psykavtal.model.provisions.provision_readings import forms_of
from psykavtal.model.vocabulary import FactType


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


def provision_inputs(provisions: Iterable[Provision]) -> Iterator[str]:
    """Yield the inputs on which provisions depend, under any of their readings; some may repeat.

    These are the facts of their conditions, and the principals and occasions that they name.
    """
    for each in forms_of(provisions):
        yield from inputs_of(each.conditions().values())
        yield from inputs_of(age_condition(limit) for limit in each.stated_ages())
        for field, names in each.named_facts().items():
            if each.FACTS[field] is not FactType.TRUTH:
                yield from names


def edition_facts(standing: Iterable[Provision]) -> frozenset[str]:
    """Return the facts that decide which edition applies, under any reading.

    These are the events that end a validity, notices, and the conditions of adoptions.

    Args:
        standing: what is recorded of the documents of one or more counties.
    """
    found: set[str] = set()
    for each in forms_of(standing):
        if isinstance(each, Validity):
            found.update(inputs_of(() if each.ends_when is None else (each.ends_when,)), {each.notice} - {""})
        elif isinstance(each, Adoption) and each.on_condition is not None:
            found.update(inputs_of((each.on_condition,)))
    return frozenset(found)


def unused_among(given: Iterable[str], used: Collection[str]) -> tuple[str, ...]:
    """Return the given inputs that are not used, each once."""
    return tuple(each for each in dict.fromkeys(given) if each not in used)
