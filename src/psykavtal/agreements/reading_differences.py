"""Group the readings of an answer that agree, with the fields that differ."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar, cast

import attrs

from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.agreements.escalation.routes import Route
from psykavtal.agreements.field_text import field_label, value_text
from psykavtal.model.answers import Ambiguous, Answer, Derived, Outcome, Reported, Stated
from psykavtal.model.documents import Document
from psykavtal.model.provisions import NameOf, Provision
from psykavtal.model.provisions.ambiguous_member import NOT_CONTENT
from psykavtal.model.wording import Wording

T = TypeVar("T")

AGREE = Wording(sv="Dessa läsningar ger samma svar.", en="These readings give the same answer.")
ALL_AGREE = Wording(sv="Läsningarna ger samma svar.", en="The readings give the same answer.")

_OWN_LABELS = {
    "status": Wording(sv="status", en="status"),
    "document-id": Wording(sv="dokument", en="document"),
}


@attrs.frozen(kw_only=True)
class ReadingGroup(Generic[T]):
    """Readings that give the same answer.

    Attributes:
        outcomes: the readings, each with its answer.
        lines: the answer as lines.
        differences: the fields by which it differs from other readings that have the same lines.
    """

    outcomes: tuple[Outcome[object], ...]
    lines: tuple[T, ...]
    differences: tuple[Wording, ...] = ()


def reading_groups(
    answer: Ambiguous[object], lines: Sequence[tuple[T, ...]], name_of: NameOf
) -> tuple[ReadingGroup[T], ...]:
    """Group the readings of an answer by their answers.

    Args:
        answer: the ambiguous answer.
        lines: the answer under each reading as lines, in the order of the readings.
        name_of: returns the name of a thing or a fact by its id.
    """
    groups: list[ReadingGroup[T]] = []
    for each, own in zip(answer.readings, lines, strict=True):
        alike = next((n for n, one in enumerate(groups) if one.lines == own and _agree(one.outcomes[0], each)), None)
        if alike is None:
            groups.append(ReadingGroup(outcomes=(each,), lines=own))
        else:
            groups[alike] = attrs.evolve(groups[alike], outcomes=(*groups[alike].outcomes, each))
    return tuple(_with_differences(each, groups, name_of) for each in groups)


def agreement(group: ReadingGroup[T], answer: Ambiguous[object]) -> Wording | None:
    """Return the sentence that readings agree; None for a single reading."""
    if len(group.outcomes) == 1:
        return None
    return ALL_AGREE if len(group.outcomes) == len(answer.readings) else AGREE


def _agree(one: Outcome[object], other: Outcome[object]) -> bool:
    return _content(one.answer) == _content(other.answer)


def _content(answer: Answer[object]) -> object:
    """Return all that distinguishes an answer from another, except wordings and citations."""
    match answer:
        case Stated(by_text=value) | Derived(by_text=value) | Reported(reported_value=value):
            return (answer.status, _value_content(value))
        case Ambiguous(readings=readings):
            return (answer.status, tuple(_content(each.answer) for each in readings))
        case _:
            apart = {"basis", "notes", "remarks", "reports"}
            fields = [each.name for each in _fields(answer) if each.eq and each.name not in apart]
            return (answer.status, *(getattr(answer, name) for name in fields))


def _value_content(value: object) -> object:
    match value:
        case tuple():
            return tuple(_value_content(each) for each in cast("tuple[object, ...]", value))
        case Route():
            return value.content
        case DocumentOnDay() | Document():
            return value.id
        case Provision():
            return (value.id, tuple(_fields_of(value).items()))
        case _ if attrs.has(type(value)):
            return (type(value), tuple(_value_content(getattr(value, each.name)) for each in _fields(value)))
        case _:
            return value


def _fields(value: object) -> "tuple[attrs.Attribute[object], ...]":
    return cast("tuple[attrs.Attribute[object], ...]", attrs.fields(cast("type[attrs.AttrsInstance]", type(value))))


def _fields_of(provision: Provision) -> dict[str, object]:
    return {each.name: getattr(provision, each.name) for each in _fields(provision) if each.name not in NOT_CONTENT}


def _with_differences(group: ReadingGroup[T], groups: Sequence[ReadingGroup[T]], name_of: NameOf) -> ReadingGroup[T]:
    alike = [each for each in groups if each.lines == group.lines]
    if len(alike) == 1:
        return group
    answers = [each.outcomes[0].answer for each in alike]
    place = next(n for n, each in enumerate(alike) if each is group)
    return attrs.evolve(group, differences=tuple(_differing(answers, place, name_of)))


def _differing(answers: Sequence[Answer[object]], place: int, name_of: NameOf) -> Iterator[Wording]:
    """Yield the fields that are not the same in all answers.

    Each has its value in the answer at `place`.
    """
    tables = [dict(_table(each)) for each in answers]
    kinds = {each.id: type(each) for answer in answers for each in answer.basis}
    fields: dict[str, list[Wording]] = {}
    for key in dict.fromkeys(key for table in tables for key in table):
        values = [table.get(key) for table in tables]
        if any(each != values[0] for each in values):
            fields.setdefault(key[0], []).append(_field(key[1], kinds.get(key[0]), values, place, name_of))
    wordings = {each.id: each.wording for answer in answers for each in answer.basis} if len(fields) > 1 else {}
    for provision, own in fields.items():
        head = wordings.get(provision)
        yield Wording(
            sv=("" if head is None else f"«{head.sv}» ") + "; ".join(each.sv for each in own),
            en=("" if head is None else f"«{head.to('en')}» ") + "; ".join(each.to("en") for each in own),
        )


def _field(name: str, kind: type[Provision] | None, values: Sequence[object], place: int, name_of: NameOf) -> Wording:
    """Return a field with its value.

    The ids in the value are added if other values have the same text.
    """
    own = value_text(name, values[place], name_of)
    alike = any(each != values[place] and value_text(name, each, name_of) == own for each in values)
    raw = f" ({_raw(values[place])})" if alike else ""
    label = _OWN_LABELS.get(name) or field_label(name, kind)
    return Wording(sv=f"{label.sv}: {own.sv}{raw}", en=f"{label.to('en')}: {own.to('en')}{raw}")


def _table(answer: Answer[object]) -> Iterator[tuple[tuple[str, str], object]]:
    """Yield the fields of an answer that readings can change.

    The key of each is the provision and the name of the field.
    """
    yield ("", "status"), answer.label
    match answer:
        case Stated(by_text=value) | Derived(by_text=value) | Reported(reported_value=value):
            yield from _table_of(value)
        case Ambiguous(readings=readings):
            for each in readings:
                yield from _table(each.answer)
        case _:
            return


def _table_of(value: object) -> Iterator[tuple[tuple[str, str], object]]:
    match value:
        case tuple():
            for each in cast("tuple[object, ...]", value):
                yield from _table_of(each)
        case Route(steps=steps):
            for step in steps:
                yield from _table_of(step.relation)
        case DocumentOnDay() | Document():
            yield ("", "document-id"), value.id
        case Provision():
            yield from (((value.id, name), each) for name, each in _fields_of(value).items())
        case _ if attrs.has(type(value)):
            for each in _fields(value):
                yield from _table_of(getattr(value, each.name))
        case _:
            return


def _raw(value: object) -> str:
    return (
        ", ".join(str(each) for each in cast("tuple[object, ...]", value)) if isinstance(value, tuple) else str(value)
    )
