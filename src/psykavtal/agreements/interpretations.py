"""Provisions under their readings: what can be chosen, and every combination of it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import prod
from typing import TypeAlias, TypeVar

import attrs

from psykavtal.errors import UnknownReadingError, suggestion
from psykavtal.model import arguments
from psykavtal.model.ages import AgeLimit
from psykavtal.model.provisions import Provision, age_group, reading_groups
from psykavtal.model.readings import Because
from psykavtal.model.wording import Wording

P = TypeVar("P", bound=Provision)

Readings: TypeAlias = str | Mapping[str, str] | None
"""A reading by its name for all, or by the ids of provisions (or of groups read together)."""


def plain_readings(readings: Readings) -> Readings:
    """Return the readings as they are now: the mapping that a caller gives may change later."""
    return readings if isinstance(readings, str | None) else dict(arguments.table(readings, "readings"))


# Beyond this many combinations each reading is listed by itself, beside those that are chosen.
_MOST = 64


@attrs.frozen
class Option:
    """One reading of one group: its name, what leaves room for it, and why."""

    name: str
    because: Because
    why: Wording


@attrs.frozen
class Combination:
    """A choice for every group that is open.

    Attributes:
        choices: the option chosen, by group.
        partial: whether other groups are left open, so that a name alone does not tell which it is.
    """

    choices: tuple[tuple[str, Option], ...]
    partial: bool = False

    @property
    def name(self) -> str:
        """The reading; of several, each with its group."""
        if len(self.choices) == 1 and not self.partial:
            return self.choices[0][1].name
        return " + ".join(f"{_short(group)}:{option.name}" for group, option in self.choices)

    @property
    def because(self) -> Because:
        """What leaves room for the first choice."""
        return self.choices[0][1].because

    @property
    def why(self) -> Wording:
        """The reasons, one after another."""
        return _one_after_another(option.why for _, option in self.choices)

    def read(self, provisions: Iterable[P]) -> tuple[P, ...]:
        """The provisions as they say under this choice."""
        chosen = {group: option.name for group, option in self.choices}
        return tuple(read_as(each, chosen) for each in provisions)


def options(provision: Provision) -> dict[str, tuple[Option, ...]]:
    """The readings of a provision and of its age limits, by group."""
    groups: dict[str, tuple[Option, ...]] = {}
    for group, readings in reading_groups(provision).items():
        groups[group] = tuple(Option(each.name, each.because, each.why) for each in readings)
    return groups


def read_as(provision: P, chosen: Mapping[str, str]) -> P:
    """The provision under the readings that are chosen, by group; as it is where none is."""
    if provision.readings:
        name = chosen.get(provision.reads_with or provision.id)
        if name is not None:
            provision = provision.under(name)
    limits = tuple(
        AgeLimit(words=limit.words, range=limit.possible(chosen[group])[0])
        if limit.readings and (group := age_group(provision, number)) in chosen
        else limit
        for number, limit in enumerate(provision.stated_ages())
    )
    return provision.with_ages(limits)


def combinations(provisions: Sequence[Provision], readings: Readings) -> tuple[tuple[Combination, ...], str | None]:
    """Every way to read the provisions, and the name of the one that `readings` chooses.

    Raises:
        UnknownReadingError: a provision is named that has no such reading.
    """
    groups: dict[str, tuple[Option, ...]] = {}
    for provision in provisions:
        for group, every in options(provision).items():
            groups[group] = _with_reasons(groups.get(group, ()), every)
    if not groups:
        return (), None
    chosen = _chosen(groups, {each.id: each.reads_with for each in provisions if each.reads_with}, readings)
    ways = [
        [(group, option) for option in every if chosen.get(group, option.name) == option.name]
        for group, every in groups.items()
    ]
    if prod(len(way) for way in ways) > _MOST:
        settled = tuple(way[0] for way in ways if len(way) == 1)
        beside = (choice for way in ways if len(way) > 1 for choice in way)
        combined = tuple(Combination((*settled, choice), partial=True) for choice in beside)
    else:
        combined = tuple(Combination(choices) for choices in product(*ways))
    return combined, combined[0].name if len(combined) == 1 else None


def _with_reasons(before: tuple[Option, ...], own: tuple[Option, ...]) -> tuple[Option, ...]:
    """Return the options of a provision with the reasons that the provisions before it give for the same reading."""
    reasons = {each.name: each.why for each in before}
    return tuple(
        attrs.evolve(each, why=_one_after_another((reasons[each.name], each.why))) if each.name in reasons else each
        for each in own
    )


def _one_after_another(reasons: Iterable[Wording]) -> Wording:
    """Return reasons as one wording, each once."""
    once = tuple(dict.fromkeys(reasons))
    return (
        once[0]
        if len(once) == 1
        else Wording(sv=" ".join(each.sv for each in once), en=" ".join(each.to("en") for each in once))
    )


def _chosen(groups: Mapping[str, tuple[Option, ...]], shared: Mapping[str, str], readings: Readings) -> dict[str, str]:
    """The reading chosen of each group: by its name for all, or by group, by provision, by age limit."""
    if readings is None:
        return {}
    if isinstance(readings, str):
        return {group: readings for group, every in groups.items() if readings in [each.name for each in every]}
    wanted = {shared.get(key, key): name for key, name in readings.items()}
    chosen: dict[str, str] = {}
    for group, every in groups.items():
        name = wanted.get(group) or wanted.get(group.partition("#")[0])
        names = [each.name for each in every]
        if name is not None and name not in names:
            fix = suggestion(name, names, what="readings")
            raise UnknownReadingError(f"no reading {name!r}.", value=name, place=group, fix=fix)
        if name is not None:
            chosen[group] = name
    return chosen


def _short(group: str) -> str:
    """The name of a group without document and kind."""
    return group.partition("#")[0].rpartition(".")[2]
