"""List all provisions of one kind, as an answer; an empty list never means "silent"."""

from collections.abc import Iterable
from typing import TypeVar

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.effect_of_readings import agrees_on
from psykavtal.agreements.interpretations import chosen_interpretation, interpret
from psykavtal.agreements.query import Query
from psykavtal.agreements.reading_choices import is_chosen
from psykavtal.agreements.unanswered import unanswered
from psykavtal.model.answers import Answer
from psykavtal.model.provisions import Provision, remarks_of

P = TypeVar("P", bound=Provision)


def every(
    data: CountyData, query: Query, provisions: Iterable[Provision], kind: type[P], *, theme: bool = True
) -> Answer[tuple[P, ...]]:
    """List the provisions of one kind.

    A provision or an age limit with several readings carries them itself. The list is ambiguous
    if all its members are, or if the caller chooses a reading.

    Args:
        data: the county's data.
        query: the query; its topic explains an empty list.
        provisions: the provisions to list from.
        kind: the kind of provision.
        theme: whether provisions of the kind on other topics are listed too.
    """
    found = tuple(
        each
        for each in provisions
        if isinstance(each, kind) and each.citations and (theme or query.topic in each.topics)
    )
    if not found:
        return unanswered(data, query, query.context)
    ambiguous = [each for each in found if each.readings and not agrees_on(each)]
    context = attrs.evolve(
        query.context,
        remarks=remarks_of(found),
        ambiguous_members=tuple(each.id for each in ambiguous),
    )
    if not ambiguous or (len(ambiguous) < len(found) and not is_chosen(ambiguous, query.readings)):
        return context.by_provisions(found, found)
    if len(ambiguous) < len(found):
        chosen = chosen_interpretation(found, query.readings)
        read = chosen.read(found)
        left = tuple(each.id for each in read if each.readings and not agrees_on(each))
        rest = attrs.evolve(context, ambiguous_members=left).by_provisions(read, read)
        return context.ambiguous((chosen.outcome(rest),), basis=found, chosen=chosen.name)
    interpreted = interpret(found, query.readings)
    return interpreted.combine(interpreted.versions, attrs.evolve(context, ambiguous_members=()))
