"""Choices of readings: those that provisions offer, and those that a caller makes."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import attrs

from psykavtal.errors import Message, UnknownReadingError, suggestion
from psykavtal.model import arguments
from psykavtal.model.provisions import Provision, reading_groups
from psykavtal.model.readings import Because
from psykavtal.model.wording import Wording

Readings: TypeAlias = str | Mapping[str, str] | None
"""The name of one reading for all, or names by the ids of provisions (or of groups read together)."""


def plain_readings(readings: Readings) -> Readings:
    """Copy the readings: the caller may change the mapping later."""
    return readings if isinstance(readings, str | None) else dict(arguments.table(readings, "readings"))


@attrs.frozen
class ReadingChoice:
    """One reading of one group: its name, the kind of ambiguity, and the reason."""

    name: str
    because: Because
    why: Wording


def reading_choices(provision: Provision) -> dict[str, tuple[ReadingChoice, ...]]:
    """Return the readings of a provision and of its age limits, by group."""
    groups: dict[str, tuple[ReadingChoice, ...]] = {}
    for group, readings in reading_groups(provision).items():
        groups[group] = tuple([ReadingChoice(each.name, each.because, each.why) for each in readings])
    return groups


def is_chosen(ambiguous: Sequence[Provision], readings: Readings) -> bool:
    """Return whether the caller chooses a reading of any of the provisions."""
    if readings is None:
        return False
    for each in ambiguous:
        for group, every in reading_choices(each).items():
            names = [choice.name for choice in every]
            if isinstance(readings, str):
                if readings in names:
                    return True
            elif {group, group.partition("#")[0], each.id} & readings.keys():
                return True
    return False


def chosen_readings(
    groups: Mapping[str, tuple[ReadingChoice, ...]], shared: Mapping[str, str], readings: Readings
) -> dict[str, str]:
    """Return the chosen reading of each group.

    Readings are given for all, by group, by provision or by age limit. A name for a provision
    chooses among each of its groups that has the reading.
    """
    if readings is None:
        return {}
    if isinstance(readings, str):
        return {group: readings for group, every in groups.items() if readings in [each.name for each in every]}
    wanted = {shared.get(key, key): name for key, name in readings.items()}
    chosen: dict[str, str] = {}
    for group, every in groups.items():
        provision = group.partition("#")[0]
        name = wanted.get(group) or wanted.get(provision)
        names = [each.name for each in every]
        if name is not None and name not in names:
            if group not in wanted and _has_reading(groups, provision, name):
                continue
            fix = suggestion(name, names, kind="readings")
            fault = Message(en="no reading {reading!r}.", sv="okänd läsning {reading!r}.", reading=name)
            raise UnknownReadingError(fault, value=name, place=group, fix=fix)
        if name is not None:
            chosen[group] = name
    return chosen


def _has_reading(groups: Mapping[str, tuple[ReadingChoice, ...]], provision: str, name: str) -> bool:
    """Return whether any group of a provision has a reading of a name."""
    return any(
        name == each.name for group, every in groups.items() if group.partition("#")[0] == provision for each in every
    )
