"""The structured fields that differ between two corresponding provisions."""

from collections.abc import Iterator
from typing import cast

import attrs

from psykavtal.agreements.diff.diff_entries import FieldChange
from psykavtal.agreements.diff.provision_traits import DocumentSide
from psykavtal.agreements.field_text import field_label, value_text
from psykavtal.model.ages import AgeLimit
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, FactIs, InWords, Not
from psykavtal.model.dates import UncertainDate
from psykavtal.model.modality import Modality
from psykavtal.model.provisions import Cadence, FollowUp, Provision
from psykavtal.model.wording import Wording

_TEXT_AND_READING = frozenset(
    (
        "id",
        "topic",
        "also",
        "document",
        "wording",
        "verb",
        "citations",
        "reported",
        "contradicted_by",
        "follows_by",
        "readings",
        "reads_with",
        "review",
        "read_on",
        "remarks",
    )
)
"""The fields about the text and its reading; those that are compared at all are compared elsewhere."""

_READINGS = Wording(sv="kan läsas på flera sätt", en="has several readings")
_ONE_READING = Wording(sv="nej", en="no")
_COOPERATION = Wording(sv="samverkan", en="the cooperation")
_THIS = Wording(sv="dokumentet självt", en="the document itself")


def field_changes(
    one: Provision, other: Provision, sides: tuple[DocumentSide, DocumentSide]
) -> tuple[FieldChange, ...]:
    """Return the structured fields that both provisions have and that differ.

    Ages and intervals are compared by their meaning, names of things by `DocumentSide.thing`.

    Args:
        one: the provision of the first document.
        other: the provision of the second.
        sides: the documents.
    """
    return tuple(_fields(one, other, sides))


def _fields(one: Provision, other: Provision, sides: tuple[DocumentSide, DocumentSide]) -> Iterator[FieldChange]:
    for name in attrs.fields_dict(type(one)):
        if name in _TEXT_AND_READING or name not in attrs.fields_dict(type(other)):
            continue
        before, after = (_Field(name, each, side) for each, side in zip((one, other), sides, strict=True))
        if before.is_compared and after.is_compared and before.meaning != after.meaning:
            yield FieldChange(field=name, label=field_label(name, type(one)), before=before.text, after=after.text)


@attrs.frozen
class _Field:
    """A field of a provision of one of the documents."""

    name: str
    provision: Provision
    side: DocumentSide

    @property
    def value(self) -> object:
        return getattr(self.provision, self.name)

    @property
    def is_reference(self) -> bool:
        return self.name in self.provision.REFERENCES

    @property
    def is_compared(self) -> bool:
        """Return whether the value can be compared; text must name, quote or state a fact."""
        known = (*self.provision.REFERENCES, *self.provision.QUOTED, *self.provision.FACTS)
        return not isinstance(self.value, str) or self.name in known

    @property
    def meaning(self) -> object:
        return self._meaning(self.value)

    @property
    def text(self) -> Wording:
        """The value in words; the modality with its verb, the document as "the document itself"."""
        value, provision = self.value, self.provision
        if self.is_reference and value in (self.side.document, (self.side.document,)):
            return _THIS
        if isinstance(provision, FollowUp) and self.name == "subject" and not value:
            return _COOPERATION
        text = value_text(self.name, value, self.side.data.name_of)
        if isinstance(value, Modality) and provision.verb and value is not Modality.NONE:
            text = Wording(sv=f"{text.sv} («{provision.verb}»)", en=f"{text.to('en')} («{provision.verb}»)")
        return text

    def _meaning(self, value: object) -> object:
        match value:
            case AgeLimit():
                return _ages(value)
            case Cadence(words=words, months=months, at_most=at_most):
                return words if months is None else (months, at_most)
            case UncertainDate():
                return value.edtf
            case FactIs() | AgeIs() | InWords() | Not() | AllOf() | AnyOf():
                return _condition(value)
            case Modality.NONE:
                return Modality.STATEMENT
            case tuple():
                return tuple(self._meaning(each) for each in cast("tuple[object, ...]", value))
            case str() if self.is_reference:
                return self.side.thing(value)
            case _:
                return value


def _condition(value: FactIs | AgeIs | InWords | Not | AllOf | AnyOf) -> object:
    match value:
        case AgeIs(limit=limit):
            return _ages(limit)
        case Not(of=part):
            return (Not, _condition(part))
        case AllOf(of=parts) | AnyOf(of=parts):
            return (type(value), frozenset(_condition(each) for each in parts))
        case _:
            return value


def _ages(limit: AgeLimit) -> object:
    """Return the ranges that a limit can mean; its words if they give none."""
    return frozenset(limit.possible()) or limit.words.casefold()


def reading_changes(one: Provision, other: Provision) -> tuple[FieldChange, ...]:
    """Return the number of readings, if those of the two provisions differ."""
    names = [tuple(each.name for each in provision.readings) for provision in (one, other)]
    if names[0] == names[1]:
        return ()
    before, after = (_count(len(each)) for each in names)
    if before == after:
        after = Wording(sv=f"andra: {after.sv}", en=f"others: {after.to('en')}")
    return (FieldChange(field="readings", label=_READINGS, before=before, after=after),)


def _count(readings: int) -> Wording:
    return Wording(sv=f"{readings} läsningar", en=f"{readings} readings") if readings else _ONE_READING
