"""Contributions merged in an order that does not depend on discovery; nothing is replaced silently."""

import warnings
from collections.abc import Iterable, Sequence
from functools import partial

import attrs

from psykavtal.errors import CountyFileError, DuplicateIdError, PluginWarning
from psykavtal.model.places import Place
from psykavtal.model.records import CountyRecord
from psykavtal.plugins import vocabulary
from psykavtal.plugins.discovery import given, guarded, installed
from psykavtal.plugins.facade import LoadedPlugin
from psykavtal.plugins.reading.check import check_record
from psykavtal.plugins.registry import Problem, Registry, refuse_twice


def load_registry(plugins: Sequence[object] | None = None, *, strict: bool = False) -> Registry:
    """Load the plugins that are installed, or those given.

    Args:
        plugins: plugin objects to use instead of those that are installed.
        strict: raise all problems as a group, having read every document, instead of warning.

    Raises:
        ExceptionGroup: in strict mode, with every problem.
    """
    registry = Registry()
    candidates = installed() if plugins is None else given(plugins)
    loaded = [guarded(registry, name, load) for name, load in candidates]
    core = LoadedPlugin.register("core vocabulary", vocabulary.plugin)
    registry.plugins = [core, *(each for each in loaded if each is not None)]
    _merge_vocabulary(registry)
    registry.records = tuple(_merge_counties(registry))
    if strict:
        for record in registry.records:
            guarded(registry, record.place.name, partial(_read_whole, registry, record))
        if registry.problems:
            raise ExceptionGroup("plugins with problems", [problem.error for problem in registry.problems])
    for problem in registry.problems:
        warnings.warn(str(problem), PluginWarning, stacklevel=3)
    return registry


def _set_aside(registry: Registry, plugins: Iterable[LoadedPlugin]) -> None:
    gone = {id(plugin) for plugin in plugins}
    registry.plugins = [each for each in registry.plugins if id(each) not in gone]


def _merge_vocabulary(registry: Registry) -> None:
    topics: dict[str, LoadedPlugin] = {}
    facts: dict[str, LoadedPlugin] = {}

    def merge(plugin: LoadedPlugin) -> bool:
        given_topics, given_facts = plugin.topics(), plugin.facts()
        refuse_twice(topics, plugin, [each.id for each in given_topics])
        refuse_twice(facts, plugin, [each.id for each in given_facts])
        registry.topics.update({each.id: each for each in given_topics})
        registry.facts.update({each.id: each for each in given_facts})
        return True

    for plugin in list(registry.plugins):
        if not guarded(registry, str(plugin), partial(merge, plugin)):
            _set_aside(registry, [plugin])


def _merge_counties(registry: Registry) -> list[CountyRecord]:
    owners: list[tuple[Place, LoadedPlugin]] = []
    for plugin in list(registry.plugins):
        problems = len(registry.problems)
        place = guarded(registry, str(plugin), plugin.county)
        if len(registry.problems) > problems:
            _set_aside(registry, [plugin])
        elif place is not None:
            owners.append((place, plugin))
    owners = _refuse_rivals(registry, owners)
    records = [_merge_county(registry, place, owner) for place, owner in sorted(owners, key=lambda own: own[0].code)]
    return [record for record in records if record is not None]


def _refuse_rivals(registry: Registry, owners: list[tuple[Place, LoadedPlugin]]) -> list[tuple[Place, LoadedPlugin]]:
    """Two plugins for one county: neither is chosen."""
    kept: list[tuple[Place, LoadedPlugin]] = []
    for place, plugin in owners:
        own = {place.code, place.id}
        rivals = [str(other) for its, other in owners if other is not plugin and {its.code, its.id} & own]
        if not rivals:
            kept.append((place, plugin))
            continue
        error = DuplicateIdError(
            f"{plugin} and {', '.join(rivals)} both give the county {place.code} ({place.id}).",
            value=place.code,
            hint="Uninstall one of them.",
        )
        registry.problems.append(Problem(plugin=str(plugin), error=error))
        _set_aside(registry, [plugin])
    return kept


def _merge_county(registry: Registry, place: Place, owner: LoadedPlugin) -> CountyRecord | None:
    """The county with what its own plugin and then all others give; None where its own fails."""
    record = CountyRecord(place=place)
    givers: dict[str, LoadedPlugin] = {}
    for plugin in (owner, *(each for each in registry.plugins if each is not owner)):
        merged = guarded(registry, str(plugin), partial(_add, registry, record, givers, plugin))
        if merged is not None:
            record = merged
            continue
        _set_aside(registry, [plugin])
        if plugin is owner:
            return None
    return record


def _add(
    registry: Registry, record: CountyRecord, givers: dict[str, LoadedPlugin], plugin: LoadedPlugin
) -> CountyRecord:
    things, documents = plugin.things(record.place), plugin.documents(record.place)
    merged = attrs.evolve(record, things=record.things + things, documents=record.documents + documents)
    standing = plugin.standing(record.place, registry.known(merged))
    refuse_twice(givers, plugin, [each.id for each in (*things, *documents, *standing)])
    merged = attrs.evolve(merged, standing=merged.standing + standing)
    faults = check_record(merged, registry.known(merged), file=plugin.name)
    if faults:
        raise CountyFileError(f"{plugin} has {len(faults)} fault(s):", faults)
    return merged


def _read_whole(registry: Registry, record: CountyRecord) -> bool:
    """Read every document of a county and run its plugins' own checks."""
    contents = tuple(registry.content(record, document) for document in record.documents)
    lines = registry.check_own(record, contents)
    if lines:
        raise CountyFileError(f"{record.place.name} fails its own checks:", lines)
    return True
