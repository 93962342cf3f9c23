"""Print an escalation, or one route of it, as DOT, the language of Graphviz."""

import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from psykavtal.agreements.descriptions import READING
from psykavtal.agreements.escalation.graph import ENTRY
from psykavtal.agreements.escalation.queries import Escalation
from psykavtal.agreements.escalation.routes import UNNAMED, Route, RouteEnd
from psykavtal.errors import Message
from psykavtal.model import arguments
from psykavtal.model.provisions import Relation, RelationType
from psykavtal.model.wording import Wording
from psykavtal.output.escaping import dot_text

if TYPE_CHECKING:
    import networkx as nx

_ENTRY = Wording(sv="Ärendet börjar", en="The matter begins")
_STOPS = Wording(sv="Texten säger inget om vad som händer därefter", en="The text states nothing on what follows")
_HANDED_OVER = Wording(sv="texten lämnar frågan dit", en="the text hands the matter over")
_WIDTH = 26
_FONT = "Arial"
_HEAD = (
    "digraph escalation {",
    '    graph [bgcolor="transparent", rankdir="TB", nodesep="0.6", ranksep="0.6"]',
    f'    node [shape="box", margin="0.18,0.1", fontname="{_FONT}", fontsize="13"]',
    f'    edge [fontname="{_FONT}", fontsize="12"]',
)


@attrs.frozen
class _Node:
    """A box: its words, and its style."""

    label: tuple[str, ...]
    style: str = ""


def escalation_dot(escalation: Escalation, *, lang: str = "sv") -> str:
    """Return the graph of escalation as DOT, with the words of each open end.

    Dashed edges apply only under the readings that they name. A dashed box is not named by the text. A
    box with a double line is another document or body to which the text hands the matter over.

    Args:
        escalation: the escalation of a document.
        lang: the language of everything but names.

    Examples:
        >>> from psykavtal import load_counties
        >>> edition = load_counties()["jonkoping"].edition(on="2026-01-10")
        >>> print(escalation_dot(edition.escalation, lang="en").splitlines()[0])
        digraph escalation {
    """
    fix = Message(en="Give `edition.escalation`.", sv="Ange `edition.escalation`.")
    graph = arguments.instance(escalation, Escalation, "escalation", fix).graph
    handed_over = {each.target for each in escalation.moves if each.relation is RelationType.HANDS_OVER_TO}
    nodes = {node: _node(graph, node, lang, handed_over) for node in graph}
    facts = escalation.holdings.facts
    edges: list[str] = []
    ids = {node: f"n{number}" for number, node in enumerate(nodes)}
    for source, target, data in graph.edges(data=True):
        relation: Relation = data["provision"]
        words = [*(facts[each].label.to(lang) for each in data["trigger"])]
        reasons = {each.name: each.why.to(lang) for each in relation.readings}
        readings = [reasons[each] for each in data["readings"]]
        style = 'style="dashed", ' if readings else ""
        label = _beside([", ".join(words), *(f"{READING.to(lang)}: {each}" for each in readings)])
        edges.append(f'{ids[source]} -> {ids[target]} [{style}label="{label}"]')
    ends = [each for each in escalation.dead_ends if each not in handed_over]
    return "\n".join(_lines(nodes, ids, edges, ends, lang)) + "\n"


def route_dot(route: Route, *, lang: str = "sv") -> str:
    """Return one route as DOT: numbered steps, and where the text stops.

    Args:
        route: the route.
        lang: the language of everything but names.
    """
    fix = Message(en="Give `escalation.route(...).value`.", sv="Ange `escalation.route(...).value`.")
    steps = arguments.instance(route, Route, "route", fix).steps
    nodes = {ENTRY: _Node((_ENTRY.to(lang),), 'shape="ellipse"')}
    edges: list[str] = []
    ids = {ENTRY: "n0"}
    for step in steps:
        if step.target not in nodes:
            unnamed = [f"({UNNAMED.to(lang)})"] if step.unnamed else []
            nodes[step.target] = _Node((f"{step.number}. {step.target_name}", *unnamed), _style(unnamed=step.unnamed))
            ids[step.target] = f"n{len(ids)}"
        for source in [each for each in step.sources if each in ids] or [ENTRY]:
            verb = step.relation.verb
            edges.append(f'{ids[source]} -> {ids[step.target]} [label="{_beside([verb])}"]')
    by_number = {each.number: each.target for each in steps}
    stops = (RouteEnd.NOTHING_FURTHER, RouteEnd.UNNAMED)
    ends = [by_number[each.step] for each in route.branches if each.end in stops]
    return "\n".join(_lines(nodes, ids, edges, ends, lang)) + "\n"


def _lines(
    nodes: dict[str, _Node], ids: dict[str, str], edges: Iterable[str], ends: Iterable[str], lang: str
) -> Iterator[str]:
    yield from _HEAD
    for name, node in nodes.items():
        style = f", {node.style}" if node.style else ""
        yield f'    {ids[name]} [label="{_wrapped(node.label)}"{style}]'
    yield from (f"    {each}" for each in edges)
    for end in dict.fromkeys(ends):
        yield f'    {ids[end]}_end [label="{_wrapped([_STOPS.to(lang)])}", shape="plaintext", fontsize="12"]'
        yield f'    {ids[end]} -> {ids[end]}_end [style="dotted", arrowhead="none"]'
    yield "}"


def _node(graph: "nx.MultiDiGraph[str]", node: str, lang: str, handed_over: set[str]) -> _Node:
    data = graph.nodes[node]
    if node == ENTRY:
        return _Node((_ENTRY.to(lang),), 'shape="ellipse"')
    name = str(data["name"])
    unnamed = [f"({UNNAMED.to(lang)})"] if data["unnamed"] else []
    out = [f"({_HANDED_OVER.to(lang)})"] if node in handed_over else []
    return _Node((name, *unnamed, *out), _style(unnamed=bool(unnamed), handed_over=bool(out)))


def _style(*, unnamed: bool, handed_over: bool = False) -> str:
    parts = [*(['style="dashed"'] if unnamed else []), *(['peripheries="2"'] if handed_over else [])]
    return ", ".join(parts)


def _wrapped(texts: Iterable[str]) -> str:
    """Return texts as one label of short lines, centred."""
    return "\\n".join(_short_lines(texts))


def _beside(texts: Iterable[str]) -> str:
    """Return texts as one label of short lines at a distance from an arrow."""
    return "".join(f"\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}{each}\\l" for each in _short_lines(texts))


def _short_lines(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (dot_text(line) for line in textwrap.wrap(text, _WIDTH, break_long_words=False))
