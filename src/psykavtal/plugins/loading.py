"""Contributions merged in an order that does not depend on discovery; nothing is replaced silently."""

import warnings
from collections.abc import Sequence
from functools import partial
from typing import TypeVar

import attrs

from psykavtal.errors import CountyFileError, DuplicateIdError, PluginError, PluginWarning
from psykavtal.model.conditions import facts_of
from psykavtal.model.places import Place
from psykavtal.model.records import Content, CountyRecord
from psykavtal.plugins import core_vocabulary
from psykavtal.plugins.county_toml.checks import check_record, check_sources
from psykavtal.plugins.discovery import given, installed
from psykavtal.plugins.guarding import guarded
from psykavtal.plugins.ownership import Ownership, refuse_twice
from psykavtal.plugins.plugin import LoadedPlugin
from psykavtal.plugins.problems import Problem, forget_frames
from psykavtal.plugins.registry import Registry

T = TypeVar("T")


def load_registry(plugins: Sequence[object] | None = None, *, strict: bool = False) -> Registry:
    """Load the plugins that are installed, or those given.

    A plugin that fails is disabled with all that it gave: what the others give is merged anew without it.

    Args:
        plugins: plugin objects to use instead of those that are installed.
        strict: raise all problems as a group, having read every document, instead of warning.

    Raises:
        ExceptionGroup: in strict mode, with every problem.
    """
    loaded = installed() if plugins is None else given(plugins)
    problems = [each for each in loaded if isinstance(each, Problem)]
    core = LoadedPlugin.register("core vocabulary", core_vocabulary.plugin)
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
    """Merge what the plugins give; return those that failed, their problems noted."""
    owners, failed = _owners(registry)
    failed += _refuse_rivals(registry, owners)
    failed += _refuse_claims(registry, owners, failed)
    failed += _refuse_homeless(registry, owners, failed)
    if failed:
        return failed
    registry.owners = {place.code: owner for place, owner in owners}
    failed = _merge_vocabulary(registry, owners)
    if failed:
        return failed
    records: list[CountyRecord] = []
    for place, owner in sorted(owners, key=lambda own: own[0].code):
        record, failed = _merge_county(registry, place, owner)
        if failed:
            return failed
        records.append(record)
    registry.records = tuple(records)
    return []


def _merge_vocabulary(registry: Registry, owners: Sequence[tuple[Place, LoadedPlugin]]) -> list[LoadedPlugin]:
    """Merge topics and facts: the core's first, then those of counties.

    So no add-on takes an id from them.
    """
    topics: dict[str, LoadedPlugin] = {}
    facts: dict[str, LoadedPlugin] = {}
    core, *rest = registry.plugins
    own = {id(plugin) for _, plugin in owners}

    def merge(plugin: LoadedPlugin) -> bool:
        given_topics, given_facts = plugin.topics(), plugin.facts()
        for name in (*(each.id for each in given_topics), *(each.id for each in given_facts)):
            for place, owner in owners:
                if owner is not plugin and name.startswith(f"{place.id}:"):
                    fix = "Begin it with a name of your own."
                    raise PluginError(f"the id {name!r} begins with the county of {owner}.", value=name, fix=fix)
        refuse_twice(topics, plugin, [each.id for each in given_topics])
        refuse_twice(facts, plugin, [each.id for each in given_facts])
        known = registry.facts.keys() | {each.id for each in given_facts}
        for topic in given_topics:
            unknown = sorted({*facts_of(topic.when)} - known) if topic.when is not None else []
            if unknown:
                raise PluginError(f"topic {topic.id}: unknown fact {unknown[0]!r}.", value=unknown[0])
        registry.topics.update({each.id: each for each in given_topics})
        registry.facts.update({each.id: each for each in given_facts})
        return True

    ordered = [core, *sorted(rest, key=lambda plugin: id(plugin) not in own)]
    return [each for each in ordered if _noted(registry, guarded(str(each), partial(merge, each))) is None]


def _noted(registry: Registry, given: T | Problem) -> T | None:
    """Return the given result; for a problem, note it and return None."""
    if isinstance(given, Problem):
        registry.problems.append(given)
        return None
    return given


def _owners(registry: Registry) -> tuple[list[tuple[Place, LoadedPlugin]], list[LoadedPlugin]]:
    """The counties, each with its plugin; and the plugins that failed to give one."""
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
        names = _names_of(place)
        rivals = [str(other) for its, other in owners if other is not plugin and _names_of(its) & names]
        if rivals:
            message = f"{plugin} and {', '.join(rivals)} both give the county {place.code} ({place.id})."
            error = DuplicateIdError(message, value=place.code, fix="Uninstall one of them.")
            registry.problems.append(Problem(plugin=str(plugin), error=error))
            refused.append(plugin)
    return refused


def _refuse_claims(
    registry: Registry, owners: list[tuple[Place, LoadedPlugin]], failed: list[LoadedPlugin]
) -> list[LoadedPlugin]:
    """Refuse a county with another's municipality: a municipality code begins with its county's code."""
    given: dict[str, list[tuple[Place, LoadedPlugin]]] = {}
    for place, plugin in owners:
        if not any(plugin is each for each in failed):
            for code in {each.code for each in place.municipalities}:
                given.setdefault(code, []).append((place, plugin))
    refused: dict[int, LoadedPlugin] = {}
    for code, both in sorted(given.items()):
        for place, plugin in both if len(both) > 1 else []:
            if id(plugin) not in refused and not code.startswith(place.code):
                others = ", ".join(str(other) for _, other in both if other is not plugin)
                error = DuplicateIdError(f"{plugin} and {others} both give the municipality {code}.", value=code)
                registry.problems.append(Problem(plugin=str(plugin), error=error))
                refused[id(plugin)] = plugin
    return list(refused.values())


def _names_of(place: Place) -> set[str]:
    """Return the names by which a county is found."""
    return {place.code, place.id, place.name.casefold()}


def _refuse_homeless(
    registry: Registry, owners: list[tuple[Place, LoadedPlugin]], failed: list[LoadedPlugin]
) -> list[LoadedPlugin]:
    """Refuse plugins that add to a county that is not installed.

    Their additions would be lost without a word.
    """
    codes = {place.code for place, _ in owners}
    refused: list[LoadedPlugin] = []
    for plugin in (each for each in registry.plugins if not any(each is other for other in failed)):
        code = guarded(str(plugin), plugin.adds_to)
        if isinstance(code, Problem):
            registry.problems.append(code)
            refused.append(plugin)
        elif code is not None and code not in codes:
            fix = f"Install the county {code}, or remove the addition."
            error = PluginError(
                f"adds to the county {code}, which is not there.", value=code, place=plugin.name, fix=fix
            )
            registry.problems.append(Problem(plugin=str(plugin), error=error))
            refused.append(plugin)
    return refused


def _merge_county(registry: Registry, place: Place, owner: LoadedPlugin) -> tuple[CountyRecord, list[LoadedPlugin]]:
    """Return a county with all plugins' contributions, its own first, and the first failing plugin."""
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
    # Duplicates within the plugin are faults, reported below.
    refuse_twice(givers, plugin, {each.id for each in (*things, *documents)})
    standing = plugin.standing(record.place, registry.known(merged))
    ownership = Ownership(merged, plugin, givers, is_add_on=registry.owners[record.place.code] is not plugin)
    spoken = ownership.check_record(things, documents, standing)
    if spoken:
        raise CountyFileError(f"{plugin} states what is not its own:", spoken)
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
    """Read every document of a county; if all succeed, run its plugins' own checks."""
    read = [guarded(str(document), partial(registry.content, record, document)) for document in record.documents]
    contents = tuple(each for each in read if not isinstance(each, Problem))
    if len(contents) == len(read):
        _noted(registry, guarded(record.place.name, partial(_check_own, registry, record, contents)))


def _check_own(registry: Registry, record: CountyRecord, contents: tuple[Content, ...]) -> bool:
    lines = registry.check_own(record, contents)
    if lines:
        raise CountyFileError(f"{record.place.name} fails its own checks:", lines)
    return True
