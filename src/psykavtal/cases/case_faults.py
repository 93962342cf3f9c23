"""The faults of a case that only a county or the vocabulary shows."""

from collections.abc import Iterator, Mapping
from typing import cast

from psykavtal.agreements.county import County
from psykavtal.cases.case import UNNAMED, Case, named
from psykavtal.errors import Message, suggestion
from psykavtal.model.things import Body
from psykavtal.model.vocabulary import Fact


def unknown_facts(
    case: Case, truths: frozenset[str], principals: frozenset[str], facts: Mapping[str, Fact]
) -> Iterator[Message]:
    """Yield the facts and principals of a case that are unknown or misplaced.

    Args:
        case: the case.
        truths: the facts that are true or false, by id.
        principals: the facts that ask which principal, by id.
        facts: the vocabulary, for a label that is given in place of an id.
    """
    by_label = {label.casefold(): each.id for each in facts.values() for label in (each.label.sv, each.label.to("en"))}
    for given, known, field, other, others in (
        (case.facts, truths, "facts", "principals", principals),
        (case.principals, principals, "principals", "facts", truths),
    ):
        for name in given:
            if name in others:
                yield _misplaced(field, name, other)
            elif name not in known:
                yield _unknown(field, name, known, by_label)


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


def _unknown(field: str, name: str, known: frozenset[str], by_label: Mapping[str, str]) -> Message:
    """Return the fault of an unknown name.

    Of a label, only the id of its fact is shown: the name may be data of a person.
    """
    shown = named(name)
    labelled = by_label.get(name.strip().casefold()) if isinstance(cast("object", name), str) else None
    if labelled in known:
        fix = Message(en="Did you mean {near!r}?", sv="Menade du {near!r}?", near=labelled)
    else:
        fix = _SEE_FACTS if shown == UNNAMED else suggestion(name, known, kind="facts")
    return Message(
        en="{field}: {fact} is not a fact. {fix}",
        sv="{field}: {fact} är ingen uppgift. {fix}",
        field=field,
        fact=shown,
        fix=fix,
    )


_SEE_FACTS = Message(
    en="See `psykavtal facts`, in Python `counties.facts`.", sv="Se `psykavtal facts`, i Python `counties.facts`."
)
