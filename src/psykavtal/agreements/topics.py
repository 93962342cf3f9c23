"""Answer a topic from given provisions: what the text states, apart from whether it applies."""

from collections.abc import Sequence
from typing import TypeVar

import attrs

from psykavtal.agreements.effect_of_readings import agrees_on, changes_topic
from psykavtal.agreements.interpretations import chosen_interpretation, interpret
from psykavtal.agreements.query import Query
from psykavtal.agreements.reading_choices import Readings, is_chosen
from psykavtal.model.answers import Answer, AnswerContext, Outcome
from psykavtal.model.condition_evaluation import evaluate, missing_facts
from psykavtal.model.inference_rules import RULES
from psykavtal.model.provisions import Provision, remarks_of, side_name
from psykavtal.model.readings import Because
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording

P = TypeVar("P", bound=Provision)


def answer_from(query: Query, stated: Sequence[P], context: AnswerContext) -> Answer[tuple[P, ...]]:
    """Answer a query from the provisions that texts state on its topic.

    Ambiguous if all members are ambiguous, or if members contradict each other. Otherwise stated
    or derived, with the ids of its ambiguous members.

    Args:
        query: the query.
        stated: the provisions, at least one.
        context: the fields of the answer.

    Raises:
        UnknownReadingError: a provision has no reading of the chosen name.
    """
    applicable = tuple(each for each in stated if _may_apply(each, query))
    excluded = tuple(stated)
    if not applicable:
        return context.not_applicable(_EXCLUDED, cause="facts", basis=excluded)
    context = attrs.evolve(
        context,
        remarks=remarks_of(applicable),
        missing_facts=_missing_facts(applicable, query),
    )
    contradicting = _contradicting(applicable)
    if contradicting:
        return _contradiction(query, applicable, contradicting, context, excluded)
    return _without_contradiction(query, applicable, context, excluded)


def _without_contradiction(
    query: Query, members: tuple[P, ...], context: AnswerContext, excluded: tuple[P, ...]
) -> Answer[tuple[P, ...]]:
    """Answer from members that do not contradict each other."""
    relevant = [each for each in members if changes_topic(each, query.topic)]
    agreeing = [each for each in relevant if agrees_on(each)]
    ambiguous = [each for each in relevant if each not in agreeing]
    if not ambiguous:
        found = context.by_provisions(members, members)
        return found.derive(after=(RULES["readings-agree"],)) if agreeing else found
    if len(ambiguous) < len(members) and not is_chosen(ambiguous, query.readings):
        context = attrs.evolve(context, ambiguous_members=tuple(each.id for each in ambiguous))
        return context.by_provisions(members, members)
    if len(ambiguous) < len(members):
        chosen = chosen_interpretation(members, query.readings)
        rest = _without_contradiction(attrs.evolve(query, readings=None), chosen.read(members), context, excluded)
        return context.ambiguous((chosen.outcome(rest),), basis=members, chosen=chosen.name)
    interpreted = interpret(members, query.readings)
    values = [tuple(each for each in version if _applies(each, query)) or None for version in interpreted.versions]
    otherwise = context.not_applicable(_EXCLUDED, cause="facts", basis=excluded)
    return interpreted.combine(values, context, otherwise=otherwise)


def _contradiction(
    query: Query, members: tuple[P, ...], contradicting: list[P], context: AnswerContext, excluded: tuple[P, ...]
) -> Answer[tuple[P, ...]]:
    """Return one outcome for each of the provisions that contradict each other."""
    outcomes = [
        Outcome(
            name=side_name(each.id),
            because=Because.CONTRADICTION,
            why=each.wording,
            answer=_without_contradiction(
                query,
                tuple(one for one in members if one is each or one not in contradicting),
                attrs.evolve(context, notes=(), remarks=(), see_also=(), reports=()),
                excluded,
            ),
        )
        for each in contradicting
    ]
    chosen = _chosen_side([each.name for each in outcomes], contradicting, query.readings)
    if chosen is not None:
        outcomes = [each for each in outcomes if each.name == chosen]
    return context.with_notes(_CONTRADICTION).ambiguous(tuple(outcomes), basis=members, chosen=chosen)


def _contradicting(members: Sequence[P]) -> list[P]:
    """Return the members that contradict another member about the same subject."""
    by_id = {each.id: each for each in members}
    pairs = [(each, by_id[other]) for each in members for other in each.contradicted_by if other in by_id]
    same = [pair for pair in pairs if pair[0].about == pair[1].about and pair[0].when == pair[1].when]
    found = {each.id for pair in same for each in pair}
    return [each for each in members if each.id in found]


def _chosen_side(names: Sequence[str], provisions: Sequence[Provision], readings: Readings) -> str | None:
    """Return the side of a contradiction that the caller chooses; None if none is chosen."""
    if readings is None:
        return None
    if isinstance(readings, str):
        return readings if readings in names else None
    return next((readings[each.id] for each in provisions if readings.get(each.id) in names), None)


def _may_apply(provision: Provision, query: Query) -> bool:
    """Return whether a provision may apply under any of its readings."""
    if not provision.readings:
        return _applies(provision, query)
    return any(_applies(each.value, query) for each in provision.readings)


def _applies(provision: Provision, query: Query) -> bool:
    """Return whether the condition of a provision is true or unknown."""
    return provision.when is None or evaluate(provision.when, query.facts, age=query.age) is not Truth.FALSE


def _missing_facts(provisions: Sequence[Provision], query: Query) -> tuple[str, ...]:
    """Return the facts not given that the conditions depend on; "age" for an age."""
    conditions = [each.when for each in provisions if each.when is not None]
    found = (fact for when in conditions for fact in missing_facts(when, query.facts, age=query.age))
    return tuple(dict.fromkeys(found))


_EXCLUDED = Wording(
    sv="Det texten anger gäller under villkor som uppgifterna utesluter.",
    en="The text states it under conditions that the facts given rule out.",
)
_CONTRADICTION = Wording(sv="Texten motsäger sig själv.", en="The text contradicts itself.")
