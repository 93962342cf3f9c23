"""The graph of the relations that a document states between bodies."""

from typing import TYPE_CHECKING

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.escalation.graph import MOVES, edges, versions
from psykavtal.agreements.escalation.occasions import TOPIC_OF
from psykavtal.agreements.escalation.route_builder import node_of
from psykavtal.errors import InvalidValueError, Message, suggestion
from psykavtal.lazy import Frozen, locked_property
from psykavtal.model import arguments
from psykavtal.model.documents import Document
from psykavtal.model.provisions import Relation, RelationType

if TYPE_CHECKING:
    import networkx as nx


@attrs.frozen(repr=False, slots=False)
class RelationGraph(Frozen):
    """The relations between bodies that a document states, and their graph.

    Attributes:
        document: the document.
        holdings: the data of its county.
    """

    document: Document
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
        own = (occasion for each in self.moves for version in versions(each) for occasion in version.trigger)
        return tuple(dict.fromkeys((*TOPIC_OF, *own)))

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


def _relation_type(name: RelationType | str) -> RelationType:
    names = {each.value: each for each in RelationType}
    key = name.value if isinstance(name, RelationType) else arguments.text(name, "relation")
    if key not in names:
        fix = suggestion(key, names, kind="kinds of relations")
        fault = Message(en="no kind of relation {name!r}.", sv="okänt slag av relation {name!r}.", name=key)
        raise InvalidValueError(fault, value=key, fix=fix)
    return names[key]
