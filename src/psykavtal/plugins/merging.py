"""Contributions merged in an order that does not depend on discovery; nothing is replaced silently."""

import warnings
from collections.abc import Sequence
from functools import partial
from typing import TypeVar

import attrs

from psykavtal.errors import CountyFileError, DuplicateIdError, PluginError, PluginWarning
from psykavtal.model.places import Place
from psykavtal.model.records import Content, CountyRecord
from psykavtal.plugins import vocabulary
from psykavtal.plugins.discovery import given, guarded, installed
from psykavtal.plugins.facade import LoadedPlugin
from psykavtal.plugins.problems import Problem, forget_frames
from psykavtal.plugins.reading.check import check_record, check_sources
from psykavtal.plugins.registry import Registry, refuse_twice

T = TypeVar("T")


def load_registry(plugins: Sequence[object] | None = None, *, strict: bool = False) -> Registry:
    """Load the plugins that are installed, or those given.

    A plugin that fails is set aside with all that it gave: what the others give is merged anew without it.

    Args:
        plugins: plugin objects to use instead of those that are installed.
        strict: raise all problems as a group, having read every document, instead of warning.

    Raises:
        ExceptionGroup: in strict mode, with every problem.
    """
    candidates = installed() if plugins is None else given(plugins)
    loaded = [guarded(name, load) for name, load in candidates]
    problems = [each for each in loaded if isinstance(each, Problem)]
    core = LoadedPlugin.register("core vocabulary", vocabulary.plugin)
    left = [core, *(each for each in loaded if not isinstance(each, Problem))]
    while True:
        registry = Registry(plugins=left, problems=problems)
        failed = _merge(registry)
        if not failed:
            break
        left = [each for each in left if id(each) not in {id(plugin) for plugin in failed}]
    if strict:
        registry.quiet = True  # every problem is raised, none is warned of
        for record in registry.records:
            _read_whole(registry, record)
        if problems:
            raise ExceptionGroup("plugins with problems", [problem.error for problem in problems])
        registry.quiet = False
    for problem in problems:
        forget_frames(problem.error)
        warnings.warn(str(problem), PluginWarning, stacklevel=3)
    return registry


def _merge(registry: Registry) -> list[LoadedPlugin]:
    """Merge what the plugins give; those that failed, their problems noted, where any did."""
    failed = _merge_vocabulary(registry)
    if failed:
        return failed
    owners, failed = _owners(registry)
    failed += _refuse_rivals(registry, owners)
    failed += _refuse_homeless(registry, owners)
    if failed:
        return failed
    records: list[CountyRecord] = []
    for place, owner in sorted(owners, key=lambda own: own[0].code):
        record, failed = _merge_county(registry, place, owner)
        if failed:
            return failed
        records.append(record)
    registry.records = tuple(records)
    registry.owners = {place.code: owner for place, owner in owners}
    return []


def _merge_vocabulary(registry: Registry) -> list[LoadedPlugin]:
    topics: dict[str, LoadedPlugin] = {}
    facts: dict[str, LoadedPlugin] = {}

    def merge(plugin: LoadedPlugin) -> bool:
        given_topics, given_facts = plugin.topics(), plugin.facts()
        refuse_twice(topics, plugin, [each.id for each in given_topics])
        refuse_twice(facts, plugin, [each.id for each in given_facts])
        registry.topics.update({each.id: each for each in given_topics})
        registry.facts.update({each.id: each for each in given_facts})
        return True

    return [each for each in registry.plugins if _noted(registry, guarded(str(each), partial(merge, each))) is None]


def _noted(registry: Registry, given: T | Problem) -> T | None:
    """What was given; None with the problem noted where there is one."""
    if isinstance(given, Problem):
        registry.problems.append(given)
        return None
    return given


def _owners(registry: Registry) -> tuple[list[tuple[Place, LoadedPlugin]], list[LoadedPlugin]]:
    """The counties with the plugin that each is of; and those that failed to say."""
    owners: list[tuple[Place, LoadedPlugin]] = []
    failed: list[LoadedPlugin] = []
    for plugin in registry.plugins:
        place = guarded(str(plugin), plugin.county)
        if isinstance(place, Problem):
            registry.problems.append(place)
            failed.append(plugin)
        elif place is not None:
            owners.append((place, plugin))
    return owners, failed


def _refuse_rivals(registry: Registry, owners: list[tuple[Place, LoadedPlugin]]) -> list[LoadedPlugin]:
    """Two plugins for one county: neither is chosen."""
    refused: list[LoadedPlugin] = []
    for place, plugin in owners:
        own = {place.code, place.id}
        rivals = [str(other) for its, other in owners if other is not plugin and {its.code, its.id} & own]
        if rivals:
            message = f"{plugin} and {', '.join(rivals)} both give the county {place.code} ({place.id})."
            error = DuplicateIdError(message, value=place.code, hint="Uninstall one of them.")
            registry.problems.append(Problem(plugin=str(plugin), error=error))
            refused.append(plugin)
    return refused


def _refuse_homeless(registry: Registry, owners: list[tuple[Place, LoadedPlugin]]) -> list[LoadedPlugin]:
    """What adds to a county that is not there would be lost without a word."""
    codes = {place.code for place, _ in owners}
    refused: list[LoadedPlugin] = []
    for plugin in registry.plugins:
        code = guarded(str(plugin), plugin.adds_to)
        if isinstance(code, Problem):
            registry.problems.append(code)
            refused.append(plugin)
        elif code is not None and code not in codes:
            hint = f"Install the county {code}, or remove the addition."
            error = PluginError(
                f"adds to the county {code}, which is not there.", value=code, where=plugin.name, hint=hint
            )
            registry.problems.append(Problem(plugin=str(plugin), error=error))
            refused.append(plugin)
    return refused


def _merge_county(registry: Registry, place: Place, owner: LoadedPlugin) -> tuple[CountyRecord, list[LoadedPlugin]]:
    """The county with what its own plugin and then all others give; and the first that failed."""
    record = CountyRecord(place=place)
    givers: dict[str, LoadedPlugin] = {}
    for plugin in (owner, *(each for each in registry.plugins if each is not owner)):
        merged = _noted(registry, guarded(str(plugin), partial(_add, registry, record, givers, plugin)))
        if merged is None:
            return record, [plugin]
        record = merged
    registry.givers[place.code] = givers
    return record, []


def _add(
    registry: Registry, record: CountyRecord, givers: dict[str, LoadedPlugin], plugin: LoadedPlugin
) -> CountyRecord:
    things, documents = plugin.things(record.place), plugin.documents(record.place)
    merged = attrs.evolve(record, things=record.things + things, documents=record.documents + documents)
    refuse_twice(givers, plugin, {each.id for each in (*things, *documents)})  # its own twice are faults, told below
    standing = plugin.standing(record.place, registry.known(merged))
    refuse_twice(givers, plugin, {each.id for each in standing})
    merged = attrs.evolve(merged, standing=merged.standing + standing)
    known = registry.known(merged)
    faults = [
        *check_record(merged, known, file=plugin.name),
        *check_sources(standing, known, file=plugin.name),
    ]
    if faults:
        raise CountyFileError(f"{plugin} has {len(faults)} fault(s):", faults)
    return merged


def _read_whole(registry: Registry, record: CountyRecord) -> None:
    """Read every document of a county; where all can be read, run its plugins' own checks."""
    read = [guarded(str(document), partial(registry.content, record, document)) for document in record.documents]
    contents = tuple(each for each in read if not isinstance(each, Problem))
    if len(contents) == len(read):
        _noted(registry, guarded(record.place.name, partial(_check_own, registry, record, contents)))


def _check_own(registry: Registry, record: CountyRecord, contents: tuple[Content, ...]) -> bool:
    lines = registry.check_own(record, contents)
    if lines:
        raise CountyFileError(f"{record.place.name} fails its own checks:", lines)
    return True
