"""Describe answers and their values as lines of text, in both languages."""

from collections.abc import Iterable, Iterator
from typing import cast

import attrs

from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.agreements.escalation.routes import AFTER, Route, Step
from psykavtal.agreements.field_text import criterion_text
from psykavtal.agreements.interpretations import interpret
from psykavtal.agreements.reading_differences import agreement, reading_groups
from psykavtal.model.answers import (
    Ambiguous,
    Answer,
    AnswerContext,
    Derived,
    NotApplicable,
    NotRecorded,
    Outcome,
    Reported,
    Silent,
    Stated,
    Unreadable,
)
from psykavtal.model.documents import Document
from psykavtal.model.inference_rules import Rule
from psykavtal.model.provisions import NameOf, Provision
from psykavtal.model.wording import Wording

READING = Wording(sv="Läsning", en="Reading")
_ON = Wording(sv="Om", en="On")
_WORDS = 8


def describe(answer: Answer[object], name_of: NameOf) -> tuple[Wording, ...]:
    """Return the content of an answer as lines, without its status.

    Args:
        answer: any answer.
        name_of: returns the name of a thing or a document by its id.
    """
    match answer:
        case Stated(by_text=value) | Reported(reported_value=value):
            return (*describe_value(value, answer.topic, name_of), *_member_readings(answer, value, name_of))
        case Derived(by_text=value, rules=rules):
            return (
                *describe_value(value, answer.topic, name_of),
                *_member_readings(answer, value, name_of),
                *_describe_rules(value, rules),
            )
        case Ambiguous():
            return _describe_readings(answer, name_of)
        case Silent(read_on=read_on):
            day = read_on.isoformat()
            lines = [
                Wording(
                    sv=f"Texten lästes i sin helhet {day} och säger inget om det.",
                    en=f"The text was read in full on {day} and states nothing about it.",
                )
            ]
            lines += [
                Wording(
                    sv=f"Lagen gäller ändå: {duty.wording.sv} ({duty.law}).",
                    en=f"The law applies all the same: {duty.wording.to('en')} ({duty.law}).",
                )
                for duty in answer.duties
            ]
            return tuple(lines)
        case Unreadable(reason=reason) | NotRecorded(reason=reason) | NotApplicable(reason=reason):
            return (reason,)


def _member_readings(answer: Answer[object], value: object, name_of: NameOf) -> Iterator[Wording]:
    """Yield the lines of the readings of each ambiguous member of a list.

    The lines of the list give such a member once, as all its readings have it.
    """
    if not answer.ambiguous_members or not isinstance(value, tuple):
        return
    members = cast("tuple[object, ...]", value)
    shown = describe_value(members, answer.topic, name_of)
    for member in members:
        if isinstance(member, Provision) and member.id in answer.ambiguous_members:
            start = _first_words(member.wording)
            for line in describe_readings_of(member, answer, name_of):
                if line not in shown:
                    sv, en = f"{_ON.sv} «{start.sv}»: {line.sv}", f"{_ON.to('en')} «{start.to('en')}»: {line.to('en')}"
                    yield Wording(sv=sv, en=en)


def _first_words(wording: Wording) -> Wording:
    """Return the first words of a wording, by which it is found in a list."""

    def first(text: str) -> str:
        words = text.rstrip(".").split()
        return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")

    return Wording(sv=first(wording.sv), en=first(wording.to("en")))


def describe_readings_of(member: Provision, answer: Answer[object], name_of: NameOf) -> tuple[Wording, ...]:
    """Return a member's lines: those common to its readings, then one for each."""
    context = attrs.evolve(AnswerContext.of(answer), ambiguous_members=())
    one = interpret((member,))
    return describe(one.combine(one.versions, context), name_of)


def _describe_rules(value: object, rules: Iterable[Rule]) -> tuple[Wording, ...]:
    """Return the rules by which the edition applies.

    Rules by which a provision of the value follows are left out.
    """
    members = cast("tuple[object, ...]", value) if isinstance(value, tuple) else ()
    own = {each.follows_by for each in members if isinstance(each, Provision)}
    others = [rule.label for rule in rules if rule.id not in own]
    if not own or not others:
        return ()
    return (
        Wording(
            sv=f"Härlett att upplagan gäller: {', '.join(each.sv for each in others)}.",
            en=f"Derived that the edition applies: {', '.join(each.to('en') for each in others)}.",
        ),
    )


def describe_value(value: object, topic: str, name_of: NameOf) -> tuple[Wording, ...]:
    """Return the lines of a value: provisions by their kind, documents by name."""
    match value:
        case tuple():
            members = cast("tuple[object, ...]", value)
            return tuple(dict.fromkeys(line for each in members for line in describe_value(each, topic, name_of)))
        case DocumentOnDay() | Document():
            return (Wording(sv=value.in_language("sv"), en=value.in_language("en")),)
        case Route():
            return route_lines(value, name_of)
        case Provision():
            return value.lines(topic, name_of)
        case _:
            return (_same(str(value)),)


_ENDS = Wording(sv="Slut", en="End")
_CONDITION = Wording(sv="om", en="if")


def route_lines(route: Route, name_of: NameOf) -> tuple[Wording, ...]:
    """Return a route as lines: each step, then the end.

    A step names the bodies that it starts from if they differ from those of the step before it.
    """
    steps = [step_line(step, origin, name_of) for step, origin in route.origins()]
    end = Wording(sv=f"{_ENDS.sv}: {route.end_reason.sv}", en=f"{_ENDS.to('en')}: {route.end_reason.to('en')}")
    return (*steps, end)


def step_line(step: Step, origin: str, name_of: NameOf) -> Wording:
    """Return a step of a route as a line.

    Args:
        step: the step.
        origin: the names of the bodies that it starts from; empty if the line before names them.
        name_of: returns the name of a thing or a fact by its id.
    """
    relation = step.relation
    when = None if relation.when is None else criterion_text(relation.when, name_of)
    binding = f"«{relation.verb}»" if relation.verb else None

    def line(lang: str) -> str:
        after = f" ({AFTER.to(lang)} {origin})" if origin else ""
        condition = f", {_CONDITION.to(lang)} {when.to(lang)}" if when is not None else ""
        return f"{step.in_language(lang)}{after}{condition} [{binding or relation.modality.label.to(lang)}]"

    return Wording(sv=line("sv"), en=line("en"))


def _describe_readings(answer: Ambiguous[object], name_of: NameOf) -> tuple[Wording, ...]:
    """Return the lines common to all readings, then a line for each.

    The line of a reading gives its reason and its answer.
    """
    lines = [describe(each.answer, name_of) for each in answer.readings]
    groups = reading_groups(answer, lines, name_of)
    common = [line for line in groups[0].lines if all(line in each.lines for each in groups)] if groups else []
    own: list[Wording] = []
    for each in groups:
        agree = agreement(each, answer)
        rest = [*(line for line in each.lines if line not in common), *each.differences]
        own.append(
            Wording(
                sv=_reading("sv", each.outcomes, agree, [line.sv for line in rest]),
                en=_reading("en", each.outcomes, agree, [line.to("en") for line in rest]),
            )
        )
    return (*common, *own)


def _reading(lang: str, outcomes: Iterable[Outcome[object]], agree: Wording | None, rest: list[str]) -> str:
    """Return the line of a group of readings: their reasons, their agreement, and their answer."""
    reasons = " / ".join(f"{READING.to(lang)}: {each.why.to(lang)}" for each in outcomes)
    agreed = f" {agree.to(lang)}" if agree is not None else ""
    return reasons + agreed + (f" → {' '.join(rest)}" if rest else "")


def _same(text: str) -> Wording:
    return Wording(sv=text, en=text)


def joined(lines: Iterable[Wording], lang: str, separator: str = "; ") -> str:
    """Return lines as one text."""
    return separator.join(line.to(lang) for line in lines)
