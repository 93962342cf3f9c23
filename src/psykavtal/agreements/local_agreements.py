"""Local agreements: provisions that apply in one municipality beside the county's agreement."""

from collections.abc import Iterator
from typing import TypeAlias

import attrs

from psykavtal.agreements.agreement_answers import AgreementAnswers
from psykavtal.agreements.query import Query
from psykavtal.model.answers import Answer, Derived, SeeAlso, Stated
from psykavtal.model.places import Municipality
from psykavtal.model.provisions import Provision
from psykavtal.model.truth import Truth

Provisions: TypeAlias = tuple[Provision, ...]
Determined: TypeAlias = Stated[Provisions] | Derived[Provisions]

PRECEDENCE = "agreement.local"
"""The topic on which agreements state how a local one relates to them."""


def with_local_agreements(
    own: AgreementAnswers, query: Query, answer: Answer[Provisions], municipality: Municipality
) -> Answer[Provisions]:
    """Add what local agreements state for a municipality, as members of the county's answer.

    A local agreement takes part if its edition that applies on the day covers the municipality. Which of two texts
    prevails is not decided: both are members, and the provisions on local agreements are in `see_also`. An ambiguous
    answer of the county's agreement stays as it is; what is stated locally is then in `see_also`, too.

    Args:
        own: answers queries to the county.
        query: the query to the county.
        answer: the answer of the county's agreement.
        municipality: a municipality of the county.
    """
    local = tuple(_local_answers(own, query, municipality))
    if not local or (answer.basis and not isinstance(answer, Stated | Derived)):
        return answer
    joined = _joined((answer, *local) if isinstance(answer, Stated | Derived) else local)
    listed = {each.id for each in joined.basis}
    others = [each for each in answer.see_also if each.provision not in listed]
    listed.update(each.provision for each in others)
    others += [SeeAlso.of(each) for each in own.data.all_on(PRECEDENCE) if each.id not in listed]
    return attrs.evolve(joined, see_also=tuple(others), unused_inputs=answer.unused_inputs)


def _local_answers(own: AgreementAnswers, query: Query, municipality: Municipality) -> Iterator[Determined]:
    """Yield the answers of the agreements whose edition in force covers a municipality."""
    for agreement in own.data.agreements()[1:]:
        verdict = own.in_force(query, agreement.id)
        if verdict.verdict is not Truth.TRUE or verdict.document is None:
            continue
        if municipality.code in own.data.document(verdict.document).covers:
            found = own.answer(query, agreement.id)
            if isinstance(found, Stated | Derived):
                yield found


def _joined(answers: tuple[Determined, ...]) -> Answer[Provisions]:
    """Return one answer with the members of several; derived if any is."""
    first, *others = answers
    joined = attrs.evolve(
        first,
        by_text=tuple(member for each in answers for member in each.by_text),
        basis=tuple(dict.fromkeys(member for each in answers for member in each.basis)),
        ambiguous_members=tuple(dict.fromkeys(name for each in answers for name in each.ambiguous_members)),
    )
    rules = tuple(rule for each in others if isinstance(each, Derived) for rule in each.rules)
    return joined.derive(after=rules) if rules else joined
