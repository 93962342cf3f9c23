"""The effect of a provision's readings on the topics that it answers."""

from collections.abc import Mapping

import attrs

from psykavtal.model.provisions import Provision

_APART = frozenset({"wording", "readings", "remarks", "review", "read_on"})
"""The fields by which readings may differ without a difference in content."""


def changes_topic(provision: Provision, topic: str) -> bool:
    """Return whether any reading of a provision changes what it states on a topic."""
    if any(limit.readings for limit in provision.stated_ages()):
        return True
    return any(not each.topics or topic in each.topics for each in provision.readings)


def agrees_on(provision: Provision) -> bool:
    """Return whether all readings of a provision have equal content."""
    if any(limit.readings for limit in provision.stated_ages()):
        return False
    contents = [_content(each.value) for each in provision.readings]
    return all(each == contents[0] for each in contents)


def _content(provision: Provision) -> Mapping[str, object]:
    fields = attrs.fields(type(provision))
    return {each.name: getattr(provision, each.name) for each in fields if each.name not in _APART}
