"""The readings of a provision: its own, and those of its age limits."""

from collections.abc import Iterable, Iterator

from psykavtal.model.provisions.base import Provision
from psykavtal.model.readings import Reading


def forms_of(provisions: Iterable[Provision]) -> Iterator[Provision]:
    """Yield provisions as recorded, and under each of their readings."""
    for each in provisions:
        yield from (each, *(reading.value for reading in each.readings))


def age_group(provision: Provision, number: int) -> str:
    """Return the name of the group of readings of an age limit of a provision."""
    return f"{provision.id}#age{number or ''}"


def reading_groups(provision: Provision) -> dict[str, tuple[Reading[object], ...]]:
    """Return the readings of a provision and of its age limits, by group."""
    groups: dict[str, tuple[Reading[object], ...]] = {}
    if provision.readings:
        groups[provision.reads_with or provision.id] = provision.readings
    for number, limit in enumerate(provision.stated_ages()):
        if limit.readings:
            groups[age_group(provision, number)] = limit.readings
    return groups


def side_name(provision_id: str) -> str:
    """Return the name of a provision as one side of a contradiction."""
    return provision_id.rpartition(".")[2]


def reading_names(provision: Provision) -> dict[str, tuple[str, ...]]:
    """Return the names of readings, by group and by id of the provision.

    The sides of a contradiction are named by the last part of their ids.
    """
    groups = {group: tuple(each.name for each in readings) for group, readings in reading_groups(provision).items()}
    sides = (provision.id, *provision.contradicted_by) if provision.contradicted_by else ()
    named = (*(name for names in groups.values() for name in names), *map(side_name, sides))
    every = tuple(dict.fromkeys(named))
    return {**groups, **({provision.id: every} if every else {})}
