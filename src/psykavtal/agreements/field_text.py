"""The fields of provisions as text: a label for each field, and its value in words."""

import enum
from collections.abc import Callable, Iterable
from typing import Protocol, cast

from psykavtal.model.ages import AgeLimit, AgeRange
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, Criterion, FactIs, InWords, Not
from psykavtal.model.inference_rules import RULES
from psykavtal.model.provisions import Cadence, Rung
from psykavtal.model.readings import reading_label
from psykavtal.model.wording import Wording

NameOf = Callable[[str, str], str]
"""The name of a thing, a document, a fact or a topic by its id, in a language."""

_LABELS = {
    "about": Wording(sv="gäller", en="about"),
    "age_limit": Wording(sv="ålder", en="age"),
    "age_limits": Wording(sv="ålder", en="age"),
    "aim": Wording(sv="slag av mål", en="kind of aim"),
    "also": Wording(sv="svarar också på", en="also answers"),
    "as_of": Wording(sv="känt till", en="known up to"),
    "as_written": Wording(sv="som det står", en="as written"),
    "attachments": Wording(sv="bilagor", en="attachments"),
    "bearer": Wording(sv="ansvarig", en="responsible"),
    "body": Wording(sv="organ", en="body"),
    "by": Wording(sv="av", en="by"),
    "cadence": Wording(sv="hur ofta", en="how often"),
    "contradicted_by": Wording(sv="sägs emot av", en="contradicted by"),
    "date": Wording(sv="dag", en="date"),
    "document": Wording(sv="sägs i", en="stated in"),
    "due": Wording(sv="klart", en="due"),
    "emphasis": Wording(sv="bara särskild uppmärksamhet", en="special attention only"),
    "end": Wording(sv="sista dag", en="last day"),
    "ends_when": Wording(sv="upphör vid", en="ends with"),
    "follows_by": Wording(sv="följer av", en="follows by"),
    "defers_to": Wording(sv="lämnas till", en="handed over to"),
    "level": Wording(sv="nivå", en="level"),
    "limit": Wording(sv="gräns", en="limit"),
    "link": Wording(sv="dokument", en="document"),
    "matter": Wording(sv="del av verksamheten", en="part of the service"),
    "members": Wording(sv="ingår", en="members"),
    "modality": Wording(sv="hur det binder", en="how it binds"),
    "municipalities": Wording(sv="antal kommuner", en="number of municipalities"),
    "name": Wording(sv="namn", en="name"),
    "named": Wording(sv="kommunerna namnges", en="the municipalities are named"),
    "ordinary_end": Wording(sv="ordinarie sista dag", en="ordinary last day"),
    "owner": Wording(sv="vems", en="whose"),
    "region": Wording(sv="regionen är part", en="the region is a party"),
    "relation": Wording(sv="förhållande", en="relation"),
    "rungs": Wording(sv="steg på stegen", en="grades of the ladder"),
    "service": Wording(sv="verksamhet", en="service"),
    "sources": Wording(sv="från", en="from"),
    "start": Wording(sv="första dag", en="first day"),
    "state": Wording(sv="läge", en="state"),
    "subject": Wording(sv="om", en="subject"),
    "target": Wording(sv="till", en="to"),
    "term": Wording(sv="begrepp", en="term"),
    "through": Wording(sv="genom", en="through"),
    "to": Wording(sv="till", en="to"),
    "corresponds_to": Wording(sv="motsvarar", en="corresponds to"),
    "topic": Wording(sv="svarar på", en="answers"),
    "trigger": Wording(sv="vid", en="on"),
    "until_further_notice": Wording(sv="tills vidare", en="until further notice"),
    "verb": Wording(sv="verb", en="verb"),
    "when": Wording(sv="villkor", en="condition"),
    "who": Wording(sv="vem", en="who"),
    "whose": Wording(sv="vems", en="whose"),
}
# Fields that quote the text, or name something by no id.
_QUOTED = frozenset(
    {"verb", "matter", "limit", "term", "whose", "level", "name", "as_written", "members", "attachments"}
)
_NO_BODY = Wording(sv="inget organ", en="no body")
_NOTHING = Wording(sv="sägs inte", en="not stated")
_YES, _NO = Wording(sv="ja", en="yes"), Wording(sv="nej", en="no")
_AT_LEAST = Wording(sv="minst", en="at least")
_IN_WORDS = Wording(sv="det som texten bara beskriver i ord", en="what the text only describes in words")
_NO_FIGURES = Wording(sv="ingen ålder i siffror", en="no age in figures")
_AGE, _NOT = Wording(sv="ålder", en="age"), Wording(sv="inte", en="not")


class _Labelled(Protocol):
    @property
    def label(self) -> Wording: ...


def field_label(name: str) -> Wording:
    """Return the label of a field of a provision."""
    return _LABELS.get(name, Wording(sv=name, en=name))


def value_text(field: str, value: object, name_of: NameOf) -> Wording:
    """Return the value of a field in words.

    Args:
        field: the name of the field.
        value: the value.
        name_of: returns the name of a thing or a fact by its id.
    """
    match value:
        case None | "" | ():
            return _NO_BODY if field == "sources" else _NOTHING
        case bool():
            return _YES if value else _NO
        case tuple():
            return _joined((value_text(field, each, name_of) for each in cast("tuple[object, ...]", value)), ", ")
        case str():
            return _string_text(field, value, name_of)
        case _:
            return _object_text(value, name_of)


def _string_text(field: str, value: str, name_of: NameOf) -> Wording:
    """Return a quotation, the label of a rule, or the name of the thing with this id."""
    if field == "follows_by":
        return RULES[value].label
    if field in _QUOTED:
        return _same(f"«{value}»")
    return Wording(sv=name_of(value, "sv"), en=name_of(value, "en"))


def _object_text(value: object, name_of: NameOf) -> Wording:
    match value:
        case AgeLimit():
            return limit_text(value)
        case Cadence():
            return _cadence(value)
        case Wording():
            return value
        case Rung():
            return Wording(sv=value.in_language("sv"), en=value.in_language("en"))
        case FactIs() | AgeIs() | InWords() | Not() | AllOf() | AnyOf():
            return criterion_text(value, name_of)
        case enum.Enum():
            return cast("_Labelled", value).label
        case _:
            return _same(str(value))


def criterion_text(criterion: Criterion, name_of: NameOf) -> Wording:
    """Return a condition in words.

    Args:
        criterion: the condition.
        name_of: returns the label of a fact by its id.
    """
    match criterion:
        case FactIs(fact=fact):
            return Wording(sv=name_of(fact, "sv"), en=name_of(fact, "en"))
        case AgeIs(limit=limit):
            return _joined([_AGE, limit_text(limit)])
        case InWords():
            return _IN_WORDS
        case Not(of=part):
            return _joined([_NOT, _part(part, name_of)])
        case AllOf(of=parts):
            return _joined((_part(each, name_of) for each in parts), " och ", " and ")
        case AnyOf(of=parts):
            return _joined((_part(each, name_of) for each in parts), " eller ", " or ")


def _part(criterion: Criterion, name_of: NameOf) -> Wording:
    """Return a part of a condition in words, in parentheses if it has parts itself."""
    text = criterion_text(criterion, name_of)
    if not isinstance(criterion, AllOf | AnyOf):
        return text
    return Wording(sv=f"({text.sv})", en=f"({text.to('en')})")


def limit_text(limit: AgeLimit) -> Wording:
    """Return an age limit in words: as the text has it, and its possible meanings."""
    if limit.readings:
        meant: dict[Wording, list[Wording]] = {}
        for each in limit.readings:
            meant.setdefault(range_text(each.value), []).append(reading_label(each.why))
        read = {ages: _joined(labels, " eller ", " or ") for ages, labels in meant.items()}
        understood = _joined(
            (
                Wording(sv=f"{ages.sv} (läst {label.sv})", en=f"{ages.to('en')} (read {label.to('en')})")
                for ages, label in read.items()
            ),
            " eller ",
            " or ",
        )
    else:
        understood = _NO_FIGURES if limit.range is None else range_text(limit.range)
    return Wording(sv=f"«{limit.words}»: {understood.sv}", en=f"«{limit.words}»: {understood.to('en')}")


def range_text(ages: AgeRange) -> Wording:
    """Return a range of ages as people say it.

    Examples:
        >>> print(range_text(AgeRange(at_least=18)))
        18 år och äldre
    """
    if not ages.at_least and ages.below is None:
        return Wording(sv="alla åldrar", en="all ages")
    if ages.below is None:
        return Wording(sv=f"{ages.at_least} år och äldre", en=f"{ages.at_least} years and older")
    first, last = ages.at_least or 0, ages.below - 1
    years = f"{first}–{last}" if first != last else str(first)
    return Wording(sv=f"{years} år", en=f"{years} years")


def _cadence(cadence: Cadence) -> Wording:
    words = _same(f"«{cadence.words}»")
    if cadence.months is None:
        return words
    months = Wording(sv=f"{cadence.months} månader", en=f"{cadence.months} months")
    return _joined([words, _joined([_AT_LEAST, months]) if cadence.at_least else months], ", ")


def _joined(parts: Iterable[Wording], sv: str = " ", en: str | None = None) -> Wording:
    """Return wordings as one, with a separator in each language."""
    listed = list(parts)
    return Wording(
        sv=sv.join(each.sv for each in listed),
        en=(sv if en is None else en).join(each.to("en") for each in listed),
    )


def _same(text: str) -> Wording:
    return Wording(sv=text, en=text)
