"""Print the graph of an escalation as Mermaid."""

from psykavtal.agreements.descriptions import READING
from psykavtal.agreements.escalation.graph import ENTRY
from psykavtal.agreements.escalation.queries import Escalation
from psykavtal.errors import Message
from psykavtal.model import arguments
from psykavtal.model.wording import Wording
from psykavtal.output.escaping import mermaid_text

_ENTRY = Wording(sv="Ärendet börjar", en="The matter begins")
_UNNAMED = Wording(sv="namnges inte", en="not named")


def mermaid(escalation: Escalation, *, lang: str = "sv") -> str:
    """Return the graph of escalation in Mermaid.

    Dashed edges apply only under the readings that they name.

    Args:
        escalation: the escalation of an edition.
        lang: the language of everything but names.
    """
    fix = Message(en="Give `edition.escalation`.", sv="Ange `edition.escalation`.")
    graph = arguments.instance(escalation, Escalation, "escalation", fix).graph
    ids = {node: f"n{number}" for number, node in enumerate(graph)}
    lines = ["flowchart TD"]
    for node, data in graph.nodes(data=True):
        if node == ENTRY:
            lines.append(f'    {ids[node]}(["{_ENTRY.to(lang)}"])')
        elif data["unnamed"]:
            lines.append(f'    {ids[node]}["{_text(data["name"])}<br><i>{_UNNAMED.to(lang)}</i>"]:::unnamed')
        else:
            lines.append(f'    {ids[node]}["{_text(data["name"])}"]')
    facts = escalation.holdings.facts
    for source, target, data in graph.edges(data=True):
        label = ", ".join(facts[each].label.to(lang) for each in data["trigger"])
        if data["readings"]:
            reasons = {each.name: each.why for each in data["provision"].readings}
            read = " / ".join(reasons[each].to(lang) for each in data["readings"])
            lines.append(
                f'    {ids[source]} -. "{_text(label)}<br>{READING.to(lang)}: {_text(read)}" .-> {ids[target]}'
            )
        else:
            lines.append(f'    {ids[source]} -- "{_text(label)}" --> {ids[target]}')
    lines.append("    classDef unnamed stroke-dasharray: 4 3")
    return "\n".join(lines) + "\n"


def _text(value: object) -> str:
    return mermaid_text(str(value))
