"""The parts of a case on which nothing depends."""

from psykavtal.agreements.condition_inputs import unused_among
from psykavtal.cases.case import Case

_PLACES = ("lives_in", "placed_by")


def unused_in_case(case: Case, used: frozenset[str]) -> tuple[str, ...]:
    """Return the given facts and principals that are not used, and the places.

    No provision that can be recorded depends on where the person lives or on who placed them.

    Args:
        case: the case.
        used: the inputs on which the result depends.
    """
    if not (case.principals or case.lives_in or case.placed_by):
        return () if used.issuperset(case.facts) else tuple([name for name in case.facts if name not in used])
    places = (name for name in _PLACES if getattr(case, name))
    return unused_among((*case.facts, *case.principals, *places), used)
