"""The graph of a document's relations, and routes of a matter through it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Never

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.escalation.graph import CONTINUES, ENTRY, MOVES, departing, edges, reachable, ways
from psykavtal.agreements.escalation.occasions import TOPIC_OF
from psykavtal.agreements.escalation.route_builder import RouteBuilder, node_of
from psykavtal.agreements.escalation.routes import Route, content_of_move
from psykavtal.agreements.interpretations import interpret
from psykavtal.agreements.listing import every
from psykavtal.agreements.query import Query
from psykavtal.agreements.query_checks import check_readings
from psykavtal.agreements.reading_choices import Readings
from psykavtal.agreements.subject_answers import answer_of_document
from psykavtal.agreements.unanswered import unanswered
from psykavtal.errors import InvalidValueError, Message, UnknownNameError, UnknownTriggerError, suggestion
from psykavtal.lazy import Frozen, locked_property
from psykavtal.model import arguments
from psykavtal.model.answers import Answer, AnswerContext
from psykavtal.model.display import Shown
from psykavtal.model.documents import Document
from psykavtal.model.provisions import InterimResponsibility, Provision, Relation, RelationType, remarks_of
from psykavtal.model.wording import Wording

if TYPE_CHECKING:
    import networkx as nx


@attrs.frozen(repr=False, slots=False)
class Escalation(Frozen, Shown):
    """A document's statements on how a matter moves on, as a graph and routes.

    Attributes:
        document: the document.
        on: the day asked.
        holdings: the data of its county.
    """

    document: Document
    on: date
    holdings: CountyData

    @locked_property
    def relations(self) -> tuple[Relation, ...]:
        """Every relation between things that is stated, of whatever kind."""
        about = self.holdings.provisions_about(self.document.id)
        return tuple(each for each in about if isinstance(each, Relation) and each.citations)

    @locked_property
    def moves(self) -> tuple[Relation, ...]:
        """The relations by which a matter moves on: escalation and hand-over."""
        return tuple(each for each in self.relations if each.relation in MOVES)

    @locked_property
    def graph(self) -> "nx.MultiDiGraph[str]":
        """The graph of escalation, frozen: nodes are things, edges are provisions.

        If the text has several readings, the graph has every possible edge, with the
        readings that it belongs to. Node attributes: `name`, `unnamed`, `kind`. Edge
        attributes: `provision`, `relation`, `trigger`, `readings` (empty for an edge
        under every reading). A cycle is a finding, not a fault.
        """
        return self.view(*MOVES)

    def view(self, *relations: RelationType | str) -> "nx.MultiDiGraph[str]":
        """Return a graph of the given kinds of relations, or of all; frozen like `graph`.

        Examples:
            `view("reports-to")` shows who reports to whom.

        Raises:
            InvalidValueError: unknown kind of relation.
        """
        kinds = {_relation_type(each) for each in relations}
        import networkx as nx  # noqa: PLC0415 (costs more than all the rest: only for who asks for a graph)

        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for relation in self.relations:
            if kinds and relation.relation not in kinds:
                continue
            for (source, target), (trigger, names) in edges(relation).items():
                for node in (source, target):
                    graph.add_node(node, **node_of(self.holdings.record, node))
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
        own = (occasion for each in self.moves for way in ways(each) for occasion in way.trigger)
        return tuple(dict.fromkeys((*TOPIC_OF, *own)))

    def route(self, *, trigger: str, start: str | None = None, readings: Readings = None) -> Answer[Route]:
        """Return the route that a matter takes, and where the text stops.

        Args:
            trigger: the occasion: "disagreement", "deviation", "interpretation-needed", or
                "still-disagreed" for a matter that is at `start`.
            start: id of the body where the matter is now; None if it has not entered.
            readings: a reading by its name for all, or by provision.

        Returns:
            The route; one for each reading if the text has several; silent if the text states
            nothing about the occasion, or about a step on from `start`.

        Raises:
            UnknownTriggerError: unknown occasion.
            UnknownNameError: the county has no such body.
            UnknownReadingError: no provision has such a reading.
            InvalidValueError: a disagreement that continues is given without the body where it is.
        """
        query = self._query(trigger, start, readings)
        relevant = reachable(self.moves, trigger, start)
        stops = self._stops(query, trigger, start)
        if not relevant:
            return stops
        every, left = interpret(relevant), interpret(relevant, readings)
        contents = {
            route and route.content for each in every.versions for route in (self._route(each, trigger, start),)
        }
        return left.combine(
            [self._route(each, trigger, start) for each in left.versions],
            _context(query, relevant),
            otherwise=stops,
            agree=len(contents) == 1,
        )

    def next_steps(
        self, *, trigger: str, at: str | None = None, readings: Readings = None
    ) -> Answer[tuple[Relation, ...]]:
        """Return the steps that the text states for a matter at a body.

        Args:
            trigger: the occasion that moves it.
            at: id of the body; None if the matter has not entered.
            readings: a reading by its name for all, or by provision.

        Raises:
            UnknownTriggerError: unknown occasion.
            UnknownNameError: the county has no such body.
            UnknownReadingError: no provision has such a reading.
            InvalidValueError: a disagreement that continues is given without the body where it is.
        """
        query = self._query(trigger, at, readings)
        stops = self._stops(query, trigger, at)
        possible = tuple(each for each in self.moves if any(departing([way], trigger, at) for way in ways(each)))
        if not possible:
            return stops
        every, left = interpret(possible), interpret(possible, readings)
        contents = {_contents(departing(each, trigger, at), at) for each in every.versions}
        return left.combine(
            [departing(each, trigger, at) or None for each in left.versions],
            _context(query, possible),
            otherwise=stops,
            agree=len(contents) == 1,
        )

    @property
    def dead_ends(self) -> tuple[str, ...]:
        """Ids of the bodies and documents without a further step under any reading."""
        ends = {target for relation in self.moves for _, target in edges(relation)}
        going = {source for relation in self.moves for source, _ in edges(relation)}
        return tuple(sorted(ends - going))

    @property
    def unnamed(self) -> tuple[str, ...]:
        """Ids of the bodies a matter reaches that the text describes without naming."""
        reached = dict.fromkeys(node for relation in self.moves for edge in edges(relation) for node in edge)
        return tuple(node for node in reached if node_of(self.holdings.record, node)["unnamed"])

    @locked_property
    def not_stated(self) -> tuple[Wording, ...]:
        """Questions about disagreements for which the text was read and that it leaves open."""
        topics = [each for each in self.holdings.topics.values() if each.theme == "disagreement"]
        return tuple(each.question for each in topics if self.ask(each.id).status == "silent")

    @property
    def interim(self) -> Answer[tuple[InterimResponsibility, ...]]:
        """Who is responsible while the principals disagree."""
        query = Query(topic="disagreement.interim", subject=self.document.id, on=self.on)
        return every(self.holdings, query, self.holdings.stated_by(self.document.id), InterimResponsibility)

    def ask(self, topic: str) -> Answer[tuple[Provision, ...]]:
        """Return the document's answer on a topic."""
        return answer_of_document(
            self.holdings, Query(topic=self.holdings.topic(topic).id, subject=self.document.id, on=self.on)
        )

    def _query(self, trigger: str, at: str | None, readings: Readings) -> Query:
        if arguments.text(trigger, "trigger") not in self.triggers:
            fix = suggestion(trigger, self.triggers, what="occasions")
            raise UnknownTriggerError(
                Message(en="no occasion {trigger!r}.", sv="okänt tillfälle {trigger!r}.", trigger=trigger),
                value=trigger,
                fix=fix,
            )
        if trigger == CONTINUES and at is None:
            fault = Message(
                en="a disagreement that continues stands somewhere.",
                sv="en oenighet som fortsätter finns hos ett organ.",
            )
            fix = Message(en="Give the body, as start= (or at=).", sv="Ange organet, som start= (eller at=).")
            raise InvalidValueError(fault, value=trigger, fix=fix)
        if at is not None and self.holdings.record.thing(arguments.text(at, "start")) is None:
            reached = {node for relation in self.moves for edge in edges(relation) for node in edge} - {ENTRY}
            fault = Message(en="no body {body!r}.", sv="okänt organ {body!r}.", body=at)
            raise UnknownNameError(fault, value=at, fix=suggestion(at, reached, what="bodies here"))
        check_readings(self.holdings, readings)
        topic = TOPIC_OF.get(trigger, "decision.path")
        return Query(topic=topic, subject=self.document.id, on=self.on, readings=readings)

    def _stops(self, query: Query, trigger: str, at: str | None) -> Answer[Never]:
        """Return why no step is stated.

        The answer is not silence if the text states a step from another body.
        """
        context = query.context
        found = self.holdings.provisions_on(query.subject, query.topic)
        if at is None or not found or self.document.read_on is None:
            return unanswered(self.holdings, query, context)
        if trigger != CONTINUES:
            return context.not_applicable(self._not_from(at), basis=found)
        leading = next((each for each in self.moves if any(way.target == at for way in ways(each))), None)
        return context.silent(
            self.document.id,
            self.document.read_on,
            question=self.holdings.topic(query.topic).question,
            near=leading.citations[0] if leading is not None else None,
            duties=self.holdings.topic(query.topic).duties_on(query.on),
        )

    def _not_from(self, at: str) -> Wording:
        """Return the reason why no matter starts from a body on this occasion."""
        names, occasion = self.holdings.name_of, self.holdings.facts[CONTINUES].label
        return Wording(
            sv=f"Texten låter inte frågan utgå från «{names(at)}» vid detta tillfälle. Står den redan där är tillfället «{occasion.sv}».",
            en=f"The text does not have the matter start from «{names(at, 'en')}» on this occasion. If it stands there already, the occasion is «{occasion.to('en')}».",
        )

    def _route(self, relations: Sequence[Relation], trigger: str, start: str | None) -> Route | None:
        return RouteBuilder(self.holdings.record, self.not_stated).route(relations, trigger, start)

    def __repr__(self) -> str:
        """The document and how many moves it states."""
        return f"<Escalation of {self.document.id}: {len(self.moves)} moves, {len(self.unnamed)} unnamed bodies>"


def _relation_type(name: RelationType | str) -> RelationType:
    names = {each.value: each for each in RelationType}
    key = name.value if isinstance(name, RelationType) else arguments.text(name, "relation")
    if key not in names:
        fix = suggestion(key, names, what="kinds of relations")
        fault = Message(en="no kind of relation {name!r}.", sv="okänt slag av relation {name!r}.", name=key)
        raise InvalidValueError(fault, value=key, fix=fix)
    return names[key]


def _context(query: Query, relations: Sequence[Relation]) -> AnswerContext:
    """Return the query's context with the notes of the relations that the answer rests on."""
    return attrs.evolve(query.context, remarks=remarks_of(relations))


def _contents(steps: Sequence[Relation], at: str | None) -> tuple[object, ...]:
    """Return what tells one set of steps from another."""
    return tuple(content_of_move(each, each.sources if at is None else (at,)) for each in steps)
