"""Build a route from relations: its steps, and where each branch ends."""

from collections.abc import Sequence

import attrs

from psykavtal.agreements.escalation.graph import ENTRY, departing, walk
from psykavtal.agreements.escalation.routes import Branch, Route, RouteEnd, Step
from psykavtal.model.documents import Document
from psykavtal.model.provisions import Relation, RelationType
from psykavtal.model.records import CountyRecord
from psykavtal.model.things import Body
from psykavtal.model.wording import Wording


@attrs.frozen
class RouteBuilder:
    """Builds the routes of one document.

    Attributes:
        record: the county's record, with names and addresses.
        not_stated: the questions about disagreements that the document leaves open.
    """

    record: CountyRecord
    not_stated: tuple[Wording, ...]

    def route(self, relations: Sequence[Relation], trigger: str, start: str | None) -> Route | None:
        """Return the route by relations that have one meaning; None if none is taken."""
        taken = list(walk(relations, trigger, start))
        if not taken:
            return None
        entering = {each.id for each in departing(relations, trigger, None)} if start is None else set[str]()
        steps = tuple(
            self._step(
                number, source, each, each.sources if each.id in entering else () if source is None else (source,)
            )
            for number, (source, each, _) in enumerate(taken, start=1)
        )
        left = {source for source, *_ in taken}
        branches = tuple(
            self._branch(step, back=back)
            for step, (_, relation, back) in zip(steps, taken, strict=True)
            if back or relation.target not in left
        )
        out = (
            name
            for step in steps
            for name in (*step.relation.defers_to, *([step.target] if _hands_over(step.relation) else []))
        )
        return Route(
            trigger=trigger,
            steps=steps,
            branches=branches,
            leads_out_to=tuple(dict.fromkeys(out)),
            not_stated=self.not_stated,
        )

    def _branch(self, step: Step, *, back: bool) -> Branch:
        """Return the end of a branch, and the reason, by its last step."""
        if back:
            end, reason = RouteEnd.CYCLE, _CYCLE
        elif _hands_over(step.relation):
            end, reason = (
                RouteEnd.LEADS_OUT,
                _leads_out(step.target_name, self._address(step.target), available=self._is_available(step.target)),
            )
        elif step.unnamed:
            end, reason = RouteEnd.UNNAMED, _unnamed(step.target_name)
        else:
            end, reason = RouteEnd.NOTHING_FURTHER, _NOTHING_FURTHER
        return Branch(step=step.number, end=end, end_reason=reason)

    def _step(self, number: int, source: str | None, relation: Relation, sources: tuple[str, ...]) -> Step:
        node = node_of(self.record, relation.target)
        return Step(
            number=number,
            source=source,
            target=relation.target,
            target_name=str(node["name"]),
            unnamed=bool(node["unnamed"]),
            relation=relation,
            sources=sources,
            source_names=tuple(str(node_of(self.record, each)["name"]) or each for each in sources),
        )

    def _is_available(self, thing_id: str) -> bool:
        document = self.record.document(thing_id)
        return document is not None and document.is_available

    def _address(self, thing_id: str) -> str:
        """Return the address of a document; empty if it is unknown."""
        document = self.record.document(thing_id)
        return "" if document is None or document.url is None else document.url


def node_of(record: CountyRecord, node: str) -> dict[str, object]:
    """Return the attributes of a node of the graph."""
    thing = record.thing(node)
    if thing is None:
        return {"name": "", "unnamed": False, "kind": ENTRY}
    kind = thing.type.value if isinstance(thing, Body | Document) and thing.type else type(thing).__name__.lower()
    return {"name": thing.name, "unnamed": thing.unnamed, "kind": kind}


def _hands_over(relation: Relation) -> bool:
    return relation.relation is RelationType.HANDS_OVER_TO


def _unnamed(name: str) -> Wording:
    return Wording(
        sv=f"Texten namnger inte «{name}» och säger inte vad som händer därefter.",
        en=f"The text does not name «{name}», and does not state what happens after that.",
    )


def _leads_out(name: str, address: str, *, available: bool) -> Wording:
    at = f" ({address})" if address else ""
    sv = "" if available else ", som inte finns hos oss"
    en = "" if available else ", which is not available"
    return Wording(
        sv=f"Texten lämnar frågan till «{name}»{at}{sv}.", en=f"The text hands the matter over to «{name}»{at}{en}."
    )


_CYCLE = Wording(sv="Vägen leder tillbaka till ett tidigare steg.", en="The route leads back to an earlier step.")
_NOTHING_FURTHER = Wording(
    sv="Texten säger inget om vad som händer därefter.", en="The text states nothing of what happens after that."
)
