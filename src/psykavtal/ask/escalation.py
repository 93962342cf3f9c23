"""How a matter moves between bodies: the graph of an edition's relations."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from psykavtal.ask.answering import Question, answer, common_of, read, unanswered
from psykavtal.ask.holdings import Holdings
from psykavtal.ask.reading import Readings
from psykavtal.ask.routes import Route, RouteEnd, Step
from psykavtal.ask.views import every
from psykavtal.errors import UnknownTriggerError, suggestion
from psykavtal.model.answers import Answer
from psykavtal.model.display import Shown
from psykavtal.model.documents import Document
from psykavtal.model.provisions import InterimResponsibility, Provision, Relation, RelationType
from psykavtal.model.things import Body
from psykavtal.model.vocabulary import FactType
from psykavtal.model.wording import Wording

if TYPE_CHECKING:
    import networkx as nx

ENTRY = "entry"
"""The node from which a matter enters, where the text names no body that it comes from."""

MOVES = (RelationType.ESCALATES_TO, RelationType.HANDS_OVER_TO)
CONTINUES = "still-disagreed"
_TOPIC_OF = {
    "disagreement": "disagreement.first-step",
    "still-disagreed": "disagreement.next-step",
    "interpretation-needed": "disagreement.interpretation",
    "deviation": "deviation.handling",
}


@attrs.frozen(repr=False, slots=False)
class Escalation(Shown):
    """What an edition says of how a matter moves on, as a graph and as routes.

    Attributes:
        document: the document that says it.
        on: the day for which it was asked.
        holdings: what is held of its county.
    """

    document: Document
    on: date
    holdings: Holdings

    @property
    def relations(self) -> tuple[Relation, ...]:
        """Every relation between things that the edition states, of whatever kind."""
        about = self.holdings.provisions_about(self.document.id)
        return tuple(each for each in about if isinstance(each, Relation) and each.citations)

    @property
    def moves(self) -> tuple[Relation, ...]:
        """The relations by which a matter moves on: escalation and hand-over."""
        return tuple(each for each in self.relations if each.relation in MOVES)

    @cached_property
    def graph(self) -> "nx.MultiDiGraph[str]":
        """The graph of escalation, frozen: nodes are things, edges are provisions.

        Where the text can be read in several ways every possible edge is there, with the
        readings that it belongs to. Node attributes: `name`, `unnamed`, `kind`. Edge
        attributes: `provision`, `relation`, `trigger`, `readings` (empty for an edge that
        holds however the text is read). A cycle is a finding, not a fault.
        """
        return self.view(*MOVES)

    def view(self, *relations: RelationType) -> "nx.MultiDiGraph[str]":
        """A graph of some kinds of relations, frozen like `graph`; of all kinds where none is given.

        Examples:
            `view(RelationType.REPORTS_TO)` shows who reports to whom.
        """
        import networkx as nx  # noqa: PLC0415 (costs more than all the rest: only for who asks for a graph)

        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for relation in self.relations:
            if relations and relation.relation not in relations:
                continue
            for (source, target), (trigger, names) in _edges(relation).items():
                for node in (source, target):
                    graph.add_node(node, **self._node(node))
                graph.add_edge(
                    source,
                    target,
                    key=relation.id,
                    provision=relation,
                    relation=relation.relation.value,
                    trigger=trigger,
                    readings=names,
                )
        nx.freeze(graph)  # pyright: ignore[reportUnknownMemberType] (its stub gives no return type)
        return graph

    @property
    def triggers(self) -> tuple[str, ...]:
        """The occasions by which a route can be asked for."""
        facts = self.holdings.facts.values()
        return tuple(each.id for each in facts if each.type is FactType.OCCASION)

    def route(self, *, trigger: str, start: str | None = None, readings: Readings = None) -> Answer[Route]:
        """The way that a matter takes, and where the text stops.

        Args:
            trigger: the occasion: "disagreement", "deviation", "interpretation-needed".
            start: id of the body where the matter now stands; None where it has not entered.
            readings: a reading by its name for all, or by provision.

        Returns:
            The route; one for each reading where the text can be read in several ways; silent
            where the text says nothing of the occasion.

        Raises:
            UnknownTriggerError: there is no such occasion.
            UnknownReadingError: a provision has no such reading.
        """
        question, moves = self._question(trigger, readings)
        relevant = self._reachable(moves, trigger, start)
        if not relevant:
            return unanswered(self.holdings, question, common_of(question))
        return read(
            relevant,
            readings,
            common_of(question),
            lambda as_read: self._walk(as_read, trigger, start),
            same=lambda route: tuple((step.source, step.target) for step in route.steps),
        )

    def next_steps(
        self, *, trigger: str, at: str | None = None, readings: Readings = None
    ) -> Answer[tuple[Relation, ...]]:
        """What the text says may happen next with a matter that stands at a body.

        Args:
            trigger: the occasion that moves it.
            at: id of the body; None where the matter has not entered.
            readings: a reading by its name for all, or by provision.

        Raises:
            UnknownTriggerError: there is no such occasion.
        """
        question, moves = self._question(trigger, readings)
        possible = tuple(each for each in moves if any(_leaves(way, trigger, at) for way in _ways(each)))
        if not possible:
            return unanswered(self.holdings, question, common_of(question))
        return read(
            possible,
            readings,
            common_of(question),
            lambda as_read: tuple(each for each in as_read if _leaves(each, trigger, at)),
        )

    @property
    def dead_ends(self) -> tuple[str, ...]:
        """Ids of the bodies and documents from which no step goes on, however the text is read."""
        ends = {target for relation in self.moves for _, target in _edges(relation)}
        going = {source for relation in self.moves for source, _ in _edges(relation)}
        return tuple(sorted(ends - going))

    @property
    def unnamed(self) -> tuple[str, ...]:
        """Ids of the bodies that the text describes without naming, among those that a matter reaches."""
        reached = dict.fromkeys(node for relation in self.moves for edge in _edges(relation) for node in edge)
        return tuple(node for node in reached if self._node(node)["unnamed"])

    @property
    def not_stated(self) -> tuple[Wording, ...]:
        """What the text was read for about disagreements and leaves open."""
        topics = [each for each in self.holdings.topics.values() if each.theme == "disagreement"]
        return tuple(each.question for each in topics if self.ask(each.id).status == "silent")

    def ask(self, topic: str) -> Answer[tuple[Provision, ...]]:
        """What the document says on a topic."""
        return answer(self.holdings, Question(topic=topic, subject=self.document.id, on=self.on))

    @property
    def interim(self) -> Answer[tuple[InterimResponsibility, ...]]:
        """Who is responsible while the principals disagree."""
        return every(self.holdings, self.document.id, self.on, InterimResponsibility, topic="disagreement.interim")

    def _question(self, trigger: str, readings: Readings) -> tuple[Question, tuple[Relation, ...]]:
        if trigger not in self.triggers:
            raise UnknownTriggerError(
                f"no occasion {trigger!r}.",
                value=trigger,
                hint=suggestion(trigger, self.triggers, what="occasions"),
            )
        topic = _TOPIC_OF.get(trigger, "decision.path")
        return Question(topic=topic, subject=self.document.id, on=self.on, readings=readings), self.moves

    def _reachable(self, moves: Sequence[Relation], trigger: str, start: str | None) -> tuple[Relation, ...]:
        """The relations that a matter can meet under any reading, in the order of the text."""
        met: set[str] = set()
        places: list[str | None] = [start]
        seen: set[str | None] = set()
        while places:
            at = places.pop()
            if at in seen:
                continue
            seen.add(at)
            for each in moves:
                for way in _ways(each):
                    if _leaves(way, trigger if at == start else CONTINUES, at) or (
                        at == start and _enters(way, trigger, at)
                    ):
                        met.add(each.id)
                        places.append(way.target)
        return tuple(each for each in moves if each.id in met)

    def _walk(self, relations: Sequence[Relation], trigger: str, start: str | None) -> Route:
        """Follow the relations under one way to read them."""
        steps: list[Step] = []
        first = [each for each in relations if _leaves(each, trigger, start)]
        if not first:
            first = [each for each in relations if _enters(each, trigger, start)]
        queue = [(start or next(iter(each.sources), None), each) for each in first]
        visited: set[str] = set()
        cycle = False
        while queue:
            source, relation = queue.pop(0)
            if relation.id in visited:
                cycle = True
                continue
            visited.add(relation.id)
            steps.append(self._step(len(steps) + 1, source, relation))
            queue += [(relation.target, each) for each in relations if _leaves(each, CONTINUES, relation.target)]
        return self._ended(trigger, tuple(steps), cycle=cycle)

    def _step(self, number: int, source: str | None, relation: Relation) -> Step:
        node = self._node(relation.target)
        return Step(
            number=number,
            source=source,
            target=relation.target,
            target_name=str(node["name"]),
            unnamed=bool(node["unnamed"]),
            relation=relation,
        )

    def _ended(self, trigger: str, steps: tuple[Step, ...], *, cycle: bool) -> Route:
        last = steps[-1]
        out = tuple(name for step in steps for name in step.relation.handed_over_to)
        if cycle:
            end, reason = RouteEnd.CYCLE, _CYCLE
        elif last.relation.relation is RelationType.HANDS_OVER_TO:
            end, reason = (
                RouteEnd.LEADS_OUT,
                _leads_out(last.target_name, held=self._is_held(last.target)),
            )
        elif last.unnamed:
            end, reason = RouteEnd.UNNAMED, _unnamed(last.target_name)
        else:
            end, reason = RouteEnd.NOTHING_FURTHER, _NOTHING_FURTHER
        return Route(
            trigger=trigger,
            steps=steps,
            end=end,
            end_reason=reason,
            leads_out_to=out,
            not_stated=self.not_stated,
        )

    def _is_held(self, thing_id: str) -> bool:
        document = self.holdings.record.document(thing_id)
        return document is not None and document.held

    def _node(self, node: str) -> dict[str, object]:
        if node == ENTRY:
            return {"name": "", "unnamed": False, "kind": ENTRY}
        thing = self.holdings.record.thing(node)
        if thing is None:
            return {"name": node, "unnamed": False, "kind": ""}
        kind = thing.type.value if isinstance(thing, Body | Document) and thing.type else type(thing).__name__.lower()
        return {"name": thing.name, "unnamed": thing.unnamed, "kind": kind}

    def __repr__(self) -> str:
        """The edition and how many moves it states."""
        return f"<Escalation of {self.document.id}: {len(self.moves)} moves, {len(self.unnamed)} unnamed bodies>"


def _ways(relation: Relation) -> tuple[Relation, ...]:
    read_as = tuple(each.value for each in relation.readings if isinstance(each.value, Relation))
    return read_as or (relation,)


def _leaves(relation: Relation, trigger: str, at: str | None) -> bool:
    """Whether the relation moves a matter on from `at` on this occasion."""
    return trigger in relation.trigger and (at in relation.sources if at is not None else not relation.sources)


def _enters(relation: Relation, trigger: str, at: str | None) -> bool:
    """Whether the occasion starts here although the text has the matter come from a body."""
    return at is None and trigger in relation.trigger and bool(relation.sources)


def _edges(
    relation: Relation,
) -> dict[tuple[str, str], tuple[tuple[str, ...], tuple[str, ...]]]:
    """The edges that a relation can stand for: trigger, and the readings that each belongs to."""
    found: dict[tuple[str, str], tuple[tuple[str, ...], tuple[str, ...]]] = {}
    names = [each.name for each in relation.readings] or [""]
    for name, way in zip(names, _ways(relation), strict=True):
        for source in way.sources or (ENTRY,):
            trigger, belongs = found.get((source, way.target), ((), ()))
            found[source, way.target] = (
                tuple(dict.fromkeys((*trigger, *way.trigger))),
                (*belongs, name) if name else belongs,
            )
    if len(relation.readings) > 1:
        every = tuple(names)
        found = {edge: (trigger, () if belongs == every else belongs) for edge, (trigger, belongs) in found.items()}
    return found


def _unnamed(name: str) -> Wording:
    return Wording(
        sv=f"Texten namnger inte «{name}» och säger inte vad som händer därefter.",
        en=f"The text does not name «{name}», and does not say what happens after that.",
    )


def _leads_out(name: str, *, held: bool) -> Wording:
    sv = "" if held else ", som inte finns hos oss"
    en = "" if held else ", which is not held"
    return Wording(
        sv=f"Texten lämnar frågan till «{name}»{sv}.",
        en=f"The text hands the matter over to «{name}»{en}.",
    )


_CYCLE = Wording(
    sv="Vägen leder tillbaka till ett tidigare steg.",
    en="The route leads back to an earlier step.",
)
_NOTHING_FURTHER = Wording(
    sv="Texten säger inget om vad som händer därefter.",
    en="The text says nothing of what happens after that.",
)
