"""What an answer says, in words: a line for each thing, in both languages."""

from collections.abc import Callable, Iterable
from typing import cast

from psykavtal.ask.edition import Edition
from psykavtal.ask.routes import Route
from psykavtal.model.ages import AgeLimit, AgeRange
from psykavtal.model.answers import (
    Ambiguous,
    Answer,
    Derived,
    NotApplicable,
    NotRecorded,
    Reported,
    Silent,
    Stated,
    Unreadable,
)
from psykavtal.model.documents import Document
from psykavtal.model.provisions import (
    Arena,
    Definition,
    LinkedAgreement,
    ParticipationLadder,
    Provision,
    Responsibility,
    ServiceAges,
    TargetGroup,
)
from psykavtal.model.rules import Rule
from psykavtal.model.wording import Wording

NameOf = Callable[[str, str], str]
"""The name of a thing or document by its id, in a language."""


def describe(answer: Answer[object], name_of: NameOf) -> tuple[Wording, ...]:
    """The content of an answer, a line for each thing that it says; the status is not repeated.

    Args:
        answer: any answer.
        name_of: gives the name of a thing or document by its id.
    """
    match answer:
        case Stated(value=value) | Reported(reported_value=value):
            return describe_value(value, answer.topic, name_of)
        case Derived(value=value, rules=rules):
            return (*describe_value(value, answer.topic, name_of), *_describe_rules(value, rules))
        case Ambiguous():
            return _describe_readings(answer, name_of)
        case Silent(read_on=read_on):
            day = read_on.isoformat()
            lines = [
                Wording(
                    sv=f"Texten lästes i sin helhet {day} och säger inget om det.",
                    en=f"The text was read in full on {day} and says nothing of it.",
                )
            ]
            lines += [
                Wording(
                    sv=f"Lagen gäller ändå: {duty.wording.sv} ({duty.law}).",
                    en=f"The law holds all the same: {duty.wording.to('en')} ({duty.law}).",
                )
                for duty in answer.duties
            ]
            return tuple(lines)
        case Unreadable(reason=reason) | NotRecorded(reason=reason) | NotApplicable(reason=reason):
            return (reason,)


def _describe_rules(value: object, rules: Iterable[Rule]) -> tuple[Wording, ...]:
    """That the edition applies by a rule, where its provisions do not tell of the rule themselves."""
    members = cast("tuple[object, ...]", value) if isinstance(value, tuple) else ()
    told = {each.follows_by for each in members if isinstance(each, Provision)}
    names = ", ".join(rule.id for rule in rules if rule.id not in told)
    if not told or not names:
        return ()
    return (
        Wording(
            sv=f"Härlett: att upplagan gäller följer av regel ({names}).",
            en=f"Derived: that the edition applies follows by rule ({names}).",
        ),
    )


def describe_value(value: object, topic: str, name_of: NameOf) -> tuple[Wording, ...]:
    """The lines of a value: provisions as their kind is best read, documents by name."""
    match value:
        case tuple():
            members = cast("tuple[object, ...]", value)
            return tuple(dict.fromkeys(line for each in members for line in describe_value(each, topic, name_of)))
        case Edition(document=document):
            return (_same(str(document)),)
        case Document() | Route():
            return (_same(str(value)),)
        case Provision():
            return _describe_provision(value, topic, name_of)
        case _:
            return (_same(str(value)),)


def describe_limit(limit: AgeLimit) -> Wording:
    """An age limit: the words, and what they can mean."""
    if limit.readings:
        ranges = [(each.name, describe_range(each.value)) for each in limit.readings]
        sv = ", ".join(f"läst «{name}» {text.sv}" for name, text in ranges)
        en = ", ".join(f"read «{name}» {text.to('en')}" for name, text in ranges)
    elif limit.range is None:
        sv, en = "ingen ålder i siffror", "no age in figures"
    else:
        understood = describe_range(limit.range)
        sv, en = understood.sv, understood.to("en")
    return Wording(sv=f"«{limit.words}»: {sv}", en=f"«{limit.words}»: {en}")


def describe_range(ages: AgeRange) -> Wording:
    """A range of ages as people say it.

    Examples:
        >>> print(describe_range(AgeRange(at_least=18)))
        18 år och äldre
    """
    if ages.at_least is None and ages.below is None:
        return Wording(sv="alla åldrar", en="all ages")
    if ages.below is None:
        return Wording(sv=f"{ages.at_least} år och äldre", en=f"{ages.at_least} years and older")
    first, last = ages.at_least or 0, ages.below - 1
    years = f"{first}–{last}" if first != last else str(first)
    return Wording(sv=f"{years} år", en=f"{years} years")


def _describe_provision(provision: Provision, topic: str, name_of: NameOf) -> tuple[Wording, ...]:
    match provision:
        case TargetGroup(age_limits=limits) if topic == "target-group.age" and limits:
            return tuple(describe_limit(each) for each in limits)
        case ServiceAges(service=service, age_limit=limit, matter=matter):
            said = describe_limit(limit)
            name = _named(service, name_of)
            about = f" ({matter})" if matter else ""
            return (Wording(sv=f"{name.sv}{about}: {said.sv}", en=f"{name.to('en')}{about}: {said.to('en')}"),)
        case Arena(body=body):
            return (_named(body, name_of),)
        case LinkedAgreement(link=link) if topic == "links.agreements":
            return (_named(link, name_of),)
        case Responsibility(bearer=bearer, wording=wording):
            whose = bearer.label
            return (Wording(sv=f"{wording.sv} [{whose.sv}]", en=f"{wording.to('en')} [{whose.to('en')}]"),)
        case Definition(term=term, wording=wording):
            return (Wording(sv=f"{term}: {wording.sv}", en=f"{term}: {wording.to('en')}"),)
        case ParticipationLadder(rungs=rungs, wording=wording):
            return (wording, *(_same(str(each)) for each in rungs))
        case _:
            return (provision.wording,)


def _describe_readings(answer: Ambiguous[object], name_of: NameOf) -> tuple[Wording, ...]:
    """What is the same however it is read, then each reading with its reason and what follows from it."""
    told = [(each, describe(each.answer, name_of)) for each in answer.readings]
    common = [line for line in told[0][1] if all(line in lines for _, lines in told)]
    own: list[Wording] = []
    for each, lines in told:
        rest = [line for line in lines if line not in common]
        sv, en = (
            " ".join(line.sv for line in rest),
            " ".join(line.to("en") for line in rest),
        )
        own.append(
            Wording(
                sv=f"Läst «{each.name}»: {each.why.sv}{f' → {sv}' if sv else ''}",
                en=f"Read «{each.name}»: {each.why.to('en')}{f' → {en}' if en else ''}",
            )
        )
    return (*common, *own)


def _named(thing_id: str, name_of: NameOf) -> Wording:
    return Wording(sv=name_of(thing_id, "sv"), en=name_of(thing_id, "en"))


def _same(text: str) -> Wording:
    return Wording(sv=text, en=text)


def joined(lines: Iterable[Wording], lang: str, separator: str = "; ") -> str:
    """The lines in one."""
    return separator.join(line.to(lang) for line in lines)
