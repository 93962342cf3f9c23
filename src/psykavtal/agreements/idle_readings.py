"""Drop the readings that make no difference to an ambiguous answer."""

from collections.abc import Callable, Hashable, Mapping
from typing import TypeVar

import attrs

from psykavtal.agreements.interpretations import joined_reasons, short_group
from psykavtal.agreements.reading_choices import reading_choices
from psykavtal.model.answers import Ambiguous, Answer, Outcome
from psykavtal.model.wording import Wording

T = TypeVar("T")

_Choices = Mapping[str, str]


def without_idle_readings(answer: Ambiguous[T], content: Callable[[Answer[T]], Hashable]) -> Answer[T]:
    """Return the answer with only the readings on which it depends.

    Args:
        answer: the answer, with an outcome for each combination of readings.
        content: returns what distinguishes an outcome from another.
    """
    if answer.chosen is not None:
        return answer
    choices = [_choices(each.name) for each in answer.readings]
    if any(len(each) < 2 for each in choices):  # noqa: PLR2004 (the readings of a single group all differ)
        return answer
    contents = [content(each.answer) for each in answer.readings]
    deciding = [group for group in choices[0] if not _is_idle(group, choices, contents)]
    if not deciding or len(deciding) == len(choices[0]):
        return answer
    reasons = _reasons(answer)
    kept: dict[tuple[str, ...], Outcome[T]] = {}
    for each, own in zip(answer.readings, choices, strict=True):
        key = tuple(own[group] for group in deciding)
        why = joined_reasons(reasons[group, own[group]] for group in deciding)
        kept.setdefault(key, attrs.evolve(each, name=_name(deciding, own), why=why))
    outcomes = tuple(kept.values())
    return attrs.evolve(answer, readings=outcomes, chosen=outcomes[0].name if len(outcomes) == 1 else None)


def _choices(name: str) -> _Choices:
    """Return the reading of each group that the name of an outcome gives."""
    parts = (part.partition(":") for part in name.split(" + ") if ":" in part)
    return {group: reading for group, _, reading in parts}


def _name(groups: list[str], own: _Choices) -> str:
    if len(groups) == 1:
        return own[groups[0]]
    return " + ".join(f"{group}:{own[group]}" for group in groups)


def _is_idle(group: str, choices: list[_Choices], contents: list[Hashable]) -> bool:
    """Return whether outcomes that differ only in the reading of a group are always equal.

    A group of which only one reading is left is not idle: the caller chose it.
    """
    if len({own[group] for own in choices}) == 1:
        return False
    found: dict[tuple[tuple[str, str], ...], Hashable] = {}
    for own, content in zip(choices, contents, strict=True):
        others = tuple((name, reading) for name, reading in own.items() if name != group)
        if found.setdefault(others, content) != content:
            return False
    return True


def _reasons(answer: Ambiguous[T]) -> dict[tuple[str, str], Wording]:
    """Return the reason for each reading, by the names of its group and itself."""
    return {
        (short_group(group), each.name): each.why
        for provision in answer.basis
        for group, every in reading_choices(provision).items()
        for each in every
    }
