"""Answer a query on a topic from the provisions recorded."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.interpretations import interpret
from psykavtal.agreements.query import Query
from psykavtal.agreements.unanswered import unanswered
from psykavtal.model.answers import Answer, AnswerContext, Silent, Unreadable
from psykavtal.model.condition_evaluation import evaluate, missing_facts
from psykavtal.model.provisions import Provision
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording

P = TypeVar("P", bound=Provision)


def answer(data: CountyData, query: Query) -> Answer[tuple[Provision, ...]]:
    """Answer a query from all provisions about its subject on its topic."""
    return answer_from(data, query, data.provisions_on(query.subject, query.topic))


def answer_from(data: CountyData, query: Query, found: Sequence[P]) -> Answer[tuple[P, ...]]:
    """Answer a query from given provisions; without provisions, answer why.

    Raises:
        UnknownReadingError: a provision has no reading of the chosen name.
    """
    stated = [each for each in found if not each.is_reported]
    reported = tuple(each for each in found if each.is_reported)
    if not stated:
        return _answer_without_text(data, query, reported)
    context = attrs.evolve(query.context, also_reported=reported if query.include_reported else ())
    applicable = tuple(each for each in stated if _may_apply(each, query))
    if not applicable:
        return context.not_applicable(_EXCLUDED, basis=tuple(stated))
    context = attrs.evolve(
        context,
        notes=tuple(dict.fromkeys((*_contradictions(applicable), *_notes(applicable)))),
        missing_facts=_missing_facts(applicable, query),
    )
    interpreted = interpret(applicable, query.readings)
    values = [tuple(each for each in version if _applies(each, query)) or None for version in interpreted.versions]
    return interpreted.combine(values, context, otherwise=context.not_applicable(_EXCLUDED, basis=tuple(stated)))


def _answer_without_text(data: CountyData, query: Query, reported: tuple[P, ...]) -> Answer[tuple[P, ...]]:
    """Answer from reports alone if the query includes them; else answer why nothing is stated."""
    context: AnswerContext = query.context
    if reported and not query.include_reported:
        return unanswered(data, query, context.with_notes(_KNOWN_ELSEWHERE))
    why = unanswered(data, query, attrs.evolve(context, also_reported=reported))
    if reported and not isinstance(why, Silent | Unreadable):
        return context.by_report(reported, basis=reported)
    return why


def _may_apply(provision: Provision, query: Query) -> bool:
    """Return whether a provision may apply under any of its readings."""
    if not provision.readings:
        return _applies(provision, query)
    return any(_applies(each.value, query) for each in provision.readings)


def _applies(provision: Provision, query: Query) -> bool:
    """Return whether the condition of a provision is true or unknown."""
    return provision.when is None or evaluate(provision.when, query.facts, age=query.age) is not Truth.FALSE


def _notes(provisions: Sequence[Provision]) -> list[Wording]:
    return [each.note for each in provisions if each.note is not None]


def _contradictions(provisions: Sequence[Provision]) -> Iterator[Wording]:
    """Return a note for each pair of provisions that contradict each other."""
    contradicting = [each for each in provisions if each.contradicted_by]
    if not contradicting:
        return
    by_id = {each.id: each for each in provisions}
    pairs = {
        frozenset({each.id, other}): (each, by_id[other])
        for each in contradicting
        for other in each.contradicted_by
        if other in by_id
    }
    for one, other in pairs.values():
        yield Wording(
            sv=f"Texten säger emot sig själv: «{one.wording.sv}» – «{other.wording.sv}»",
            en=f"The text contradicts itself: «{one.wording.to('en')}» – «{other.wording.to('en')}»",
        )


def _missing_facts(provisions: Sequence[Provision], query: Query) -> tuple[str, ...]:
    """Return the facts not given that the conditions depend on; "age" for an age."""
    conditions = [each.when for each in provisions if each.when is not None]
    found = (fact for when in conditions for fact in missing_facts(when, query.facts, age=query.age))
    return tuple(dict.fromkeys(found))


_EXCLUDED = Wording(
    sv="Det som sägs gäller under villkor som inte är uppfyllda enligt de uppgifter som gavs.",
    en="What is said applies under conditions that the facts given rule out.",
)
_KNOWN_ELSEWHERE = Wording(
    sv="Uppgifter finns från annat håll; fråga med include_reported=True.",
    en="Something is known from elsewhere; ask with include_reported=True.",
)
