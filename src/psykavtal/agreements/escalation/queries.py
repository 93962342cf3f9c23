"""Questions to a document on how a matter moves on: routes, next steps, topics."""

from collections.abc import Sequence
from datetime import date
from typing import Never

import attrs

from psykavtal.agreements.escalation.graph import CONTINUES, ENTRY, departing, edges, reachable, versions
from psykavtal.agreements.escalation.occasions import TOPIC_OF
from psykavtal.agreements.escalation.relation_graph import RelationGraph
from psykavtal.agreements.escalation.route_builder import RouteBuilder
from psykavtal.agreements.escalation.routes import Route, content_of_move
from psykavtal.agreements.interpretations import interpret
from psykavtal.agreements.listing import every
from psykavtal.agreements.query import Query
from psykavtal.agreements.query_checks import check_readings
from psykavtal.agreements.reading_choices import Readings
from psykavtal.agreements.subject_answers import answer_of_document
from psykavtal.agreements.unanswered import unanswered
from psykavtal.errors import InvalidValueError, Message, UnknownNameError, UnknownTriggerError, suggestion
from psykavtal.lazy import locked_property
from psykavtal.model import arguments
from psykavtal.model.answers import Answer, AnswerContext
from psykavtal.model.display import Shown
from psykavtal.model.provisions import InterimResponsibility, Provision, Relation, remarks_of
from psykavtal.model.wording import Wording


@attrs.frozen(repr=False, slots=False)
class Escalation(RelationGraph, Shown):
    """A document's statements on how a matter moves on, as a graph and routes.

    Attributes:
        document: the document.
        holdings: the data of its county.
        on: the day asked.
    """

    on: date

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
        possible = tuple(
            each for each in self.moves if any(departing([version], trigger, at) for version in versions(each))
        )
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
            fix = suggestion(trigger, self.triggers, kind="occasions")
            raise UnknownTriggerError(
                Message(en="no occasion {trigger!r}.", sv="okänt tillfälle {trigger!r}.", trigger=trigger),
                value=trigger,
                fix=fix,
            )
        if trigger == CONTINUES and at is None:
            fault = Message(
                en="a disagreement that continues is at a body.",
                sv="en oenighet som fortsätter finns hos ett organ.",
            )
            fix = Message(en="Give the body, as start= (or at=).", sv="Ange organet, som start= (eller at=).")
            raise InvalidValueError(fault, value=trigger, fix=fix)
        if at is not None and self.holdings.record.thing(arguments.text(at, "start")) is None:
            reached = {node for relation in self.moves for edge in edges(relation) for node in edge} - {ENTRY}
            fault = Message(en="no body {body!r}.", sv="okänt organ {body!r}.", body=at)
            raise UnknownNameError(fault, value=at, fix=suggestion(at, reached, kind="bodies here"))
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
        leading = next((each for each in self.moves if any(version.target == at for version in versions(each))), None)
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
            en=f"The text does not have the matter start from «{names(at, 'en')}» on this occasion. If it is there already, the occasion is «{occasion.to('en')}».",
        )

    def _route(self, relations: Sequence[Relation], trigger: str, start: str | None) -> Route | None:
        return RouteBuilder(self.holdings.record, self.not_stated).route(relations, trigger, start)

    def __repr__(self) -> str:
        """The document and how many moves it states."""
        return f"<Escalation of {self.document.id}: {len(self.moves)} moves, {len(self.unnamed)} unnamed bodies>"


def _context(query: Query, relations: Sequence[Relation]) -> AnswerContext:
    """Return the query's context with the notes of the relations that the answer rests on."""
    return attrs.evolve(query.context, remarks=remarks_of(relations))


def _contents(steps: Sequence[Relation], at: str | None) -> tuple[object, ...]:
    """Return the content by which sets of steps differ."""
    return tuple(content_of_move(each, each.sources if at is None else (at,)) for each in steps)
