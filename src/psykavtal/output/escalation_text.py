"""An escalation as text and as Mermaid."""

from typing import cast

from psykavtal.agreements.descriptions import READING, describe, route_lines, step_line
from psykavtal.agreements.escalation.graph import ENTRY
from psykavtal.agreements.escalation.occasions import OCCASIONS
from psykavtal.agreements.escalation.queries import Escalation
from psykavtal.agreements.escalation.routes import Route
from psykavtal.agreements.reading_differences import agreement, reading_groups_of
from psykavtal.model import arguments
from psykavtal.model.answers import Ambiguous, Answer, Derived, Stated
from psykavtal.model.wording import Wording

_ENTRY = Wording(sv="Ärendet börjar", en="The matter begins")
_UNNAMED = Wording(sv="namnges inte", en="not named")
_NOT_STATED = Wording(sv="Texten lämnar öppet", en="The text leaves open")
_MEANWHILE = Wording(sv="Ansvar under tiden", en="Responsible meanwhile")
_NOTE = Wording(sv="Att veta", en="Note")
_OTHERS = Wording(sv="Andra relationer", en="Other relations")
_HINT = "Give `edition.escalation`."


def escalation_text(escalation: Escalation, *, lang: str = "sv", sources: bool = False) -> str:
    """The routes of an edition as text: each occasion, each reading, where the text stops."""
    arguments.instance(escalation, Escalation, "escalation", _HINT)
    facts = escalation.holdings.facts
    name_of = escalation.holdings.name_of
    lines = [escalation.document.label(lang)]
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
    lines += [f"  {_NOTE.to(lang)}: {each.to(lang)}" for each in asked.notes]
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
    graph = arguments.instance(escalation, Escalation, "escalation", _HINT).graph
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
            reasons = {each.name: each.why for each in data["provision"].readings}
            read = " / ".join(reasons[each].to(lang) for each in data["readings"])
            lines.append(
                f'    {ids[source]} -. "{_quoted(label)}<br>{READING.to(lang)}: {_quoted(read)}" .-> {ids[target]}'
            )
        else:
            lines.append(f'    {ids[source]} -- "{_quoted(label)}" --> {ids[target]}')
    lines.append("    classDef unnamed stroke-dasharray: 4 3")
    return "\n".join(lines) + "\n"


def _route_lines(answer: Answer[Route], escalation: Escalation, lang: str, *, sources: bool) -> list[str]:
    name_of = escalation.holdings.name_of
    match answer:
        case Stated(value=route) | Derived(value=route):
            lines = _steps(route, escalation, lang, sources=sources)
        case Ambiguous():
            lines = _readings(answer, escalation, lang, sources=sources)
        case _:
            lines = [f"  {line.to(lang)}" for line in describe(answer, name_of)]
    return [*lines, *(f"  {_NOTE.to(lang)}: {each.to(lang)}" for each in answer.notes)]


def _readings(answer: Ambiguous[Route], escalation: Escalation, lang: str, *, sources: bool) -> list[str]:
    """Return each reading with its route; readings that agree give it once."""

    def under(outcome: Answer[object]) -> list[str]:
        return _route_lines(cast("Answer[Route]", outcome), escalation, lang, sources=sources)

    lines: list[str] = []
    for group in reading_groups_of(answer, under, escalation.holdings.name_of):
        lines += [f"  {READING.to(lang)}: {each.why.to(lang)}" for each in group.outcomes]
        agree = agreement(group, answer)
        lines += [] if agree is None else [f"  {agree.to(lang)}"]
        lines += [f"  {line}" for line in group.lines]
        lines += [f"    {each.to(lang)}" for each in group.differences]
    return lines


def _steps(route: Route, escalation: Escalation, lang: str, *, sources: bool) -> list[str]:
    name_of = escalation.holdings.name_of
    if not sources:
        return [f"  {line.to(lang)}" for line in route_lines(route, name_of)]
    *_, end = route_lines(route, name_of)
    lines: list[str] = []
    for step, origin in route.origins():
        lines.append(f"  {step_line(step, origin, name_of).to(lang)}")
        lines += [f"     ‹{each}›" for each in step.citations]
    return [*lines, f"  {end.to(lang)}"]


def _quoted(text: object) -> str:
    return str(text).replace('"', "#quot;").replace("\n", " ")
