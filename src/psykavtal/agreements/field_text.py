"""Labels of the fields of provisions, and their values in words."""

import enum
from collections.abc import Iterable
from typing import Protocol, cast, runtime_checkable

from psykavtal.model.age_wording import limit_text
from psykavtal.model.ages import AgeLimit
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, Criterion, FactIs, InWords, Not
from psykavtal.model.inference_rules import RULES
from psykavtal.model.provisions import KINDS, NameOf, Provision
from psykavtal.model.wording import Wording

_NO_BODY = Wording(sv="inget organ", en="no body")
_NOTHING = Wording(sv="sägs inte", en="not stated")
_YES, _NO = Wording(sv="ja", en="yes"), Wording(sv="nej", en="no")
_IN_WORDS = Wording(sv="det som texten bara beskriver i ord", en="a condition that the text describes only in words")
_AGE, _NOT = Wording(sv="ålder", en="age"), Wording(sv="inte", en="not")


@runtime_checkable
class _InLanguages(Protocol):
    def in_language(self, lang: str) -> str: ...


class _Labelled(Protocol):
    @property
    def label(self) -> Wording: ...


def _kinds() -> tuple[type[Provision], ...]:
    return (Provision, *KINDS.values())


def field_label(name: str, kind: type[Provision] | None = None) -> Wording:
    """Return the label of a field of a provision.

    Args:
        name: the name of the field.
        kind: the kind of the provision; without it, the first kind that labels a field of this name.
    """
    classes = _kinds() if kind is None else (kind, *_kinds())
    labels = (each.LABELS[name] for each in classes if name in each.LABELS)
    return next(labels, Wording(sv=name, en=name))


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
    """Return a quotation, the label of a rule, or the name for an id."""
    if field == "follows_by":
        return RULES[value].label
    if any(field in each.QUOTED for each in _kinds()):
        return _same(f"«{value}»")
    return Wording(sv=name_of(value, "sv"), en=name_of(value, "en"))


def _object_text(value: object, name_of: NameOf) -> Wording:
    match value:
        case AgeLimit():
            return limit_text(value)
        case Wording():
            return value
        case FactIs() | AgeIs() | InWords() | Not() | AllOf() | AnyOf():
            return criterion_text(value, name_of)
        case enum.Enum():
            return cast("_Labelled", value).label
        case _InLanguages():
            return Wording(sv=value.in_language("sv"), en=value.in_language("en"))
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


def _joined(parts: Iterable[Wording], sv: str = " ", en: str | None = None) -> Wording:
    """Return wordings as one, with a separator in each language."""
    listed = list(parts)
    return Wording(
        sv=sv.join(each.sv for each in listed),
        en=(sv if en is None else en).join(each.to("en") for each in listed),
    )


def _same(text: str) -> Wording:
    return Wording(sv=text, en=text)
