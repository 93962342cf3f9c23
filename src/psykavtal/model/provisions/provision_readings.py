"""The readings that a provision can have: its own, and those of its age limits."""

from psykavtal.model.ages import AgeLimit
from psykavtal.model.provisions.base import Provision
from psykavtal.model.provisions.duties import LinkedAgreement
from psykavtal.model.provisions.target_groups import ServiceAges, TargetGroup
from psykavtal.model.readings import Reading


def age_limits(provision: Provision) -> tuple[AgeLimit, ...]:
    """The age limits of a provision, of whatever kind it is."""
    match provision:
        case TargetGroup(age_limits=limits):
            return limits
        case ServiceAges(age_limit=limit):
            return (limit,)
        case LinkedAgreement(age_limit=limit) if limit is not None:
            return (limit,)
        case _:
            return ()


def age_group(provision: Provision, number: int) -> str:
    """The name of the group of readings of one of a provision's age limits."""
    return f"{provision.id}#age{number or ''}"


def reading_groups(provision: Provision) -> dict[str, tuple[Reading[object], ...]]:
    """The readings of a provision and of its age limits, by the group in which they are chosen."""
    groups: dict[str, tuple[Reading[object], ...]] = {}
    if provision.readings:
        groups[provision.reads_with or provision.id] = provision.readings
    for number, limit in enumerate(age_limits(provision)):
        if limit.readings:
            groups[age_group(provision, number)] = limit.readings
    return groups


def reading_names(provision: Provision) -> dict[str, tuple[str, ...]]:
    """The names of the readings, by all that they can be chosen by: the group, and the provision's id."""
    groups = {group: tuple(each.name for each in readings) for group, readings in reading_groups(provision).items()}
    every = tuple(dict.fromkeys(name for names in groups.values() for name in names))
    return {**groups, **({provision.id: every} if every else {})}
