"""An escalation as text and as Mermaid."""

from psykavtal.ask.describing import describe
from psykavtal.ask.escalation import Escalation
from psykavtal.ask.moves import ENTRY
from psykavtal.ask.routes import Route, Step
from psykavtal.model.answers import Ambiguous, Answer, Derived, Stated
from psykavtal.model.provisions import Relation
from psykavtal.model.wording import Wording

OCCASIONS = ("disagreement", "interpretation-needed", "deviation")
_ENTRY = Wording(sv="Ärendet börjar", en="The matter begins")
_UNNAMED = Wording(sv="namnges inte", en="not named")
_NOT_STATED = Wording(sv="Texten lämnar öppet", en="The text leaves open")
_MEANWHILE = Wording(sv="Ansvar under tiden", en="Responsible meanwhile")
_READ = Wording(sv="Läst", en="Read")
_OTHERS = Wording(sv="Andra relationer", en="Other relations")
_AFTER = Wording(sv="efter", en="after")
_ENDS = Wording(sv="Slut", en="End")


def escalation_text(escalation: Escalation, *, lang: str = "sv", sources: bool = False) -> str:
    """The routes of an edition as text: each occasion, each reading, where the text stops."""
    facts = escalation.holdings.facts
    name_of = escalation.holdings.name_of
    lines = [str(escalation.document)]
    for occasion in OCCASIONS:
        answer = escalation.route(trigger=occasion)
        lines += [
            "",
            f"{facts[occasion].label.to(lang).capitalize()} [{answer.label.to(lang)}]",
        ]
        lines += _route_lines(answer, escalation, lang, sources=sources)
    asked = escalation.ask("disagreement.interim")
    lines += ["", f"{_MEANWHILE.to(lang)} [{asked.label.to(lang)}]"]
    lines += [f"  {line.to(lang)}" for line in describe(asked, name_of)]
    if escalation.moves and escalation.not_stated:
        lines += [
            "",
            _NOT_STATED.to(lang),
            *(f"  {each.to(lang)}" for each in escalation.not_stated),
        ]
    others = [each for each in escalation.relations if each not in escalation.moves]
    if others:
        lines += [
            "",
            _OTHERS.to(lang),
            *(f"  {each.wording.to(lang)}" for each in others),
        ]
    return "\n".join(lines) + "\n"


def mermaid(escalation: Escalation, *, lang: str = "sv") -> str:
    """The graph of escalation in Mermaid; dashed edges hold only under the readings that they name.

    Args:
        escalation: of an edition.
        lang: the language of what is not a name.
    """
    graph = escalation.graph
    ids = {node: f"n{number}" for number, node in enumerate(graph)}
    lines = ["flowchart TD"]
    for node, data in graph.nodes(data=True):
        if node == ENTRY:
            lines.append(f'    {ids[node]}(["{_ENTRY.to(lang)}"])')
        elif data["unnamed"]:
            lines.append(f'    {ids[node]}["{_quoted(data["name"])}<br><i>{_UNNAMED.to(lang)}</i>"]:::unnamed')
        else:
            lines.append(f'    {ids[node]}["{_quoted(data["name"])}"]')
    facts = escalation.holdings.facts
    for source, target, data in graph.edges(data=True):
        label = ", ".join(facts[each].label.to(lang) for each in data["trigger"])
        if data["readings"]:
            names = ", ".join(data["readings"])
            lines.append(
                f'    {ids[source]} -. "{_quoted(label)}<br>{_READ.to(lang).lower()}: {names}" .-> {ids[target]}'
            )
        else:
            lines.append(f'    {ids[source]} -- "{_quoted(label)}" --> {ids[target]}')
    lines.append("    classDef unnamed stroke-dasharray: 4 3")
    return "\n".join(lines) + "\n"


def _route_lines(answer: Answer[Route], escalation: Escalation, lang: str, *, sources: bool) -> list[str]:
    match answer:
        case Stated(value=route) | Derived(value=route):
            return _steps(route, escalation, lang, sources=sources)
        case Ambiguous(readings=readings):
            lines: list[str] = []
            for each in readings:
                lines.append(f"  {_READ.to(lang)} «{each.name}»: {each.why.to(lang)}")
                lines += [f"  {line}" for line in _route_lines(each.answer, escalation, lang, sources=sources)]
            return lines
        case _:
            return [f"  {line.to(lang)}" for line in describe(answer, escalation.holdings.name_of)]


def _steps(route: Route, escalation: Escalation, lang: str, *, sources: bool) -> list[str]:
    lines: list[str] = []
    for step in route.steps:
        lines.append(f"  {_step(step, lang, escalation)}")
        if sources:
            lines += [f"     ‹{each}›" for each in step.citations]
    return [*lines, f"  {_ENDS.to(lang)}: {route.end_reason.to(lang)}"]


def _step(step: Step, lang: str, escalation: Escalation) -> str:
    first = step.number == 1 and step.source is not None
    after = f" ({_AFTER.to(lang)} {escalation.holdings.name_of(step.source or '', lang)})" if first else ""
    unnamed = f" ({_UNNAMED.to(lang)})" if step.unnamed else ""
    return f"{step.number}. {step.target_name}{unnamed}{after} [{_verb(step.relation)}]"


def _verb(relation: Relation) -> str:
    return relation.verb or relation.modality.value


def _quoted(text: object) -> str:
    return str(text).replace('"', "#quot;").replace("\n", " ")
