"""Which edition applies on a day, under each interpretation of its validity."""

from collections.abc import Mapping, Sequence
from itertools import product

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.edition_verdicts import InForceById, any_of, edition_in_force, none_in_force
from psykavtal.agreements.in_force import InForce, in_force_on
from psykavtal.agreements.interpretations import Interpretation, Interpreted, interpret
from psykavtal.agreements.query import Query
from psykavtal.model.answers import Ambiguous, Answer, Derived, NotRecorded, Reported, Stated
from psykavtal.model.documents import Document
from psykavtal.model.provisions import Validity


@attrs.frozen
class _Verdict:
    """A verdict on a document under one interpretation.

    `interpretation` has the value None if the interpretations agree.
    """

    interpretation: Interpretation | None
    in_force: InForce


@attrs.frozen
class _Alternative:
    """The edition that applies under one interpretation of all documents."""

    interpretation: Interpretation | None
    in_force: InForceById
    answer: Answer[Document]


def choose_edition(data: CountyData, query: Query) -> Answer[Document]:
    """Return the edition that applies, or why none is determined.

    Args:
        data: the county's data.
        query: the question; its subject is the agreement.
    """
    documents: dict[str, Document] = {}
    verdicts: list[list[_Verdict]] = []
    for document in data.editions_of(query.subject):
        validity = data.validity_of(document.id, include_reported=query.include_reported)
        if validity.provisions:
            documents[document.id] = document
            verdicts.append(_verdicts(document, validity, query))
    alternatives = [_alternative(data, documents, chosen, query) for chosen in product(*verdicts)]
    return _agreeing(alternatives, documents, query)


def _alternative(
    data: CountyData, documents: Mapping[str, Document], verdicts: Sequence[_Verdict], query: Query
) -> _Alternative:
    in_force = dict(zip(documents, [each.in_force for each in verdicts], strict=True))
    choices = [each.interpretation.choices for each in verdicts if each.interpretation is not None]
    return _Alternative(
        Interpretation(tuple(choice for each in choices for choice in each)) if choices else None,
        in_force,
        edition_in_force(data, documents, in_force, query),
    )


def _verdicts(document: Document, every: Interpreted[Validity], query: Query) -> list[_Verdict]:
    """Return a verdict for each interpretation that is left; one if all interpretations agree."""
    found = [in_force_on(document, version, query.on, query.facts) for version in every.versions]
    first = found[0]
    if not every.interpretations:
        return [_Verdict(None, first)]
    if len({(each.truth, each.rules, each.missing) for each in found}) > 1:
        left = every if query.readings is None else interpret(every.provisions, query.readings)
        return [
            _Verdict(each, in_force_on(document, version, query.on, query.facts))
            for each, version in zip(left.interpretations, left.versions, strict=True)
        ]
    deciding = {each.id for each in first.basis}
    basis = tuple(each for each in every.provisions if each.id in deciding)
    why = any_of([each.why for each in found if each.why is not None])
    return [_Verdict(None, attrs.evolve(first, basis=basis, why=why))]


def _agreeing(
    alternatives: Sequence[_Alternative], documents: Mapping[str, Document], query: Query
) -> Answer[Document]:
    """Return one answer if all interpretations give the same; else one for each."""
    first = alternatives[0].answer
    if len(alternatives) == 1 and alternatives[0].interpretation is None:
        return first
    basis = tuple({each.id: each for one in alternatives for each in one.answer.basis}.values())
    if len(alternatives) > 1 and len({(each.answer.status, _result(each.answer)) for each in alternatives}) == 1:
        if isinstance(first, NotRecorded):
            reason = none_in_force(documents, [each.in_force for each in alternatives], query.on)
            return attrs.evolve(first, basis=basis, reason=reason)
        return attrs.evolve(first, basis=basis)
    derived = _same_by_rules([each.answer for each in alternatives])
    if derived is not None:
        return attrs.evolve(derived, basis=basis)
    outcomes = tuple(
        each.interpretation.outcome(each.answer) for each in alternatives if each.interpretation is not None
    )
    chosen = outcomes[0].name if len(alternatives) == 1 else None
    return query.context.ambiguous(outcomes, basis=basis, chosen=chosen)


def _same_by_rules(answers: Sequence[Answer[Document]]) -> Derived[Document] | None:
    """Return the edition that all interpretations give, if some derive it by rules.

    The answer has all those rules.
    """
    certain = [each for each in answers if isinstance(each, Stated | Derived)]
    derived = [each for each in certain if isinstance(each, Derived)]
    if len(answers) == 1 or not derived or len(certain) < len(answers) or len({each.value.id for each in certain}) > 1:
        return None
    return attrs.evolve(derived[0], rules=tuple(dict.fromkeys(rule for each in derived for rule in each.rules)))


def _result(answer: Answer[Document]) -> object:
    """Return the part by which two answers differ: the edition, or the missing facts."""
    match answer:
        case Stated(value=document) | Derived(value=document) | Reported(reported_value=document):
            return document.id
        case Ambiguous(readings=readings):
            return tuple(each.name for each in readings)
        case NotRecorded(missing_facts=facts):
            return facts
        case _:
            return None
