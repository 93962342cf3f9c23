"""The movement of a matter along relations, under one interpretation of them."""

from collections.abc import Iterable, Iterator, Sequence

from psykavtal.model.provisions import Relation, RelationType

ENTRY = "entry"
"""The node from which a matter enters, if the text names no body that it comes from."""

CONTINUES = "still-disagreed"
"""The occasion that moves a matter on from one step to the next."""

MOVES = (RelationType.ESCALATES_TO, RelationType.HANDS_OVER_TO)


def versions(relation: Relation) -> tuple[Relation, ...]:
    """Return the relation under each of its readings; the relation itself if it has none."""
    read_as = tuple(each.value for each in relation.readings if isinstance(each.value, Relation))
    return read_as or (relation,)


def departing(relations: Iterable[Relation], trigger: str, at: str | None) -> tuple[Relation, ...]:
    """Return the relations that move a matter on from a body.

    If the matter has not entered (`at=None`), these are the relations that take it in. If the
    occasion arises and no relation takes it in, they are those that move it on from a body.
    """
    given = tuple(relations)
    leaving = tuple(each for each in given if _leaves(each, trigger, at))
    return leaving or tuple(each for each in given if at is None and trigger in each.trigger)


def reachable(moves: Sequence[Relation], trigger: str, start: str | None) -> tuple[Relation, ...]:
    """Return the relations that a matter can reach under any reading, in text order."""
    every = [(relation.id, version) for relation in moves for version in versions(relation)]
    reached: set[str] = set()
    seen: set[tuple[str | None, str]] = set()
    places: list[tuple[str | None, str]] = [(start, trigger)]
    while places:
        at, occasion = place = places.pop()
        if place in seen:
            continue
        seen.add(place)
        for relation_id, version in every:
            if _leaves(version, occasion, at) or (at is None and occasion in version.trigger):
                reached.add(relation_id)
                places.append((version.target, CONTINUES))
    return tuple(each for each in moves if each.id in reached)


def walk(relations: Sequence[Relation], trigger: str, start: str | None) -> Iterator[tuple[str | None, Relation, bool]]:
    """Yield each relation that a matter takes, once.

    Each comes with the body that the matter comes from, and whether the relation leads back.
    """
    queue = [
        (start or next(iter(each.sources), None), each, frozenset[str]())
        for each in departing(relations, trigger, start)
    ]
    taken: set[str] = set()
    while queue:
        source, relation, behind = queue.pop(0)
        if relation.id in taken:
            continue
        taken.add(relation.id)
        path = behind | {source} if source is not None else behind
        yield source, relation, relation.target in path
        queue += [(relation.target, each, path) for each in relations if _leaves(each, CONTINUES, relation.target)]


Edges = dict[tuple[str, str], tuple[tuple[str, ...], tuple[str, ...]]]


def edges(relation: Relation) -> Edges:
    """Return the edges that a relation can represent.

    Each edge has its occasions, and the readings that it belongs to.
    """
    found: Edges = {}
    names = tuple(each.name for each in relation.readings)
    for name, version in zip(names or ("",), versions(relation), strict=True):
        for source in version.sources or (ENTRY,):
            trigger, belongs = found.get((source, version.target), ((), ()))
            joined = tuple(dict.fromkeys((*trigger, *version.trigger)))
            found[source, version.target] = (joined, (*belongs, name) if name else ())
    return {edge: (trigger, () if belongs == names else belongs) for edge, (trigger, belongs) in found.items()}


def _leaves(relation: Relation, trigger: str, at: str | None) -> bool:
    return trigger in relation.trigger and (at in relation.sources if at is not None else not relation.sources)
