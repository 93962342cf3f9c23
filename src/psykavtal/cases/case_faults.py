"""The faults of a case that only a county or the vocabulary shows."""

from collections.abc import Iterator

from psykavtal.agreements.county import County
from psykavtal.cases.case import UNNAMED, Case, named
from psykavtal.errors import Message, suggestion
from psykavtal.model.things import Body


def unknown_facts(case: Case, truths: frozenset[str], principals: frozenset[str]) -> Iterator[Message]:
    """Yield the facts and principals of a case that are unknown or misplaced.

    Args:
        case: the case.
        truths: the facts that are true or false, by id.
        principals: the facts that ask which principal, by id.
    """
    for given, known, field, other, others in (
        (case.facts, truths, "facts", "principals", principals),
        (case.principals, principals, "principals", "facts", truths),
    ):
        for name in given:
            if name in others:
                yield _misplaced(field, name, other)
            elif name not in known:
                yield _unknown(field, name, known)


def no_body(county: County) -> Message:
    """Return the fault of a body that the county does not have."""
    return Message(
        en="stands_at: {county} has no such body. {fix}",
        sv="stands_at: {county} har inget sådant organ. {fix}",
        county=county.name,
        fix=suggestion("", bodies_of(county), kind="bodies"),
    )


def bodies_of(county: County) -> list[str]:
    """Return the ids of a county's bodies."""
    return [each.id for each in county.holdings.record.things if isinstance(each, Body)]


def _misplaced(field: str, name: str, other: str) -> Message:
    return Message(
        en="{field}: {fact} belongs among `{other}`.",
        sv="{field}: {fact} hör hemma bland `{other}`.",
        field=field,
        fact=named(name),
        other=other,
    )


def _unknown(field: str, name: str, known: frozenset[str]) -> Message:
    shown = named(name)
    return Message(
        en="{field}: {fact} is not a fact. {fix}",
        sv="{field}: {fact} är ingen uppgift. {fix}",
        field=field,
        fact=shown,
        fix=_SEE_FACTS if shown == UNNAMED else suggestion(name, known, kind="facts"),
    )


_SEE_FACTS = Message(en="See `counties.facts`.", sv="Se `counties.facts`.")
