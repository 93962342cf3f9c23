"""Contributions merged in an order that does not depend on discovery; nothing is replaced silently."""

import warnings
from collections.abc import Sequence
from functools import partial
from typing import TypeVar

import attrs

from psykavtal.errors import CountyFileError, InvalidValueError, Message, PluginError, PluginWarning
from psykavtal.model.conditions import facts_of
from psykavtal.model.places import Place
from psykavtal.model.records import Content, CountyRecord
from psykavtal.plugins import core_vocabulary
from psykavtal.plugins.county_toml.checks import check_record, check_sources
from psykavtal.plugins.discovery import given, installed
from psykavtal.plugins.form_messages import has_faults
from psykavtal.plugins.guarding import guarded
from psykavtal.plugins.ownership import Ownership, refuse_twice
from psykavtal.plugins.plugin import LoadedPlugin
from psykavtal.plugins.problems import Problem, forget_frames
from psykavtal.plugins.refusals import refuse_claims, refuse_homeless, refuse_rivals
from psykavtal.plugins.registry import Registry

T = TypeVar("T")


def load_registry(plugins: Sequence[object] | None = None, *, strict: bool = False) -> Registry:
    """Load the plugins that are installed, or those given.

    A plugin that fails is disabled with all that it gave: what the others give is merged anew without it.

    Args:
        plugins: plugin objects to use instead of those that are installed.
        strict: raise all problems as a group, having read every document, instead of warning.

    Raises:
        InvalidValueError: `plugins` is text.
        ExceptionGroup: in strict mode, with every problem.
    """
    if isinstance(plugins, str):
        raise InvalidValueError(
            Message(
                en="must be a list of plugin objects, not text.", sv="ska vara en lista med insticksmoduler, inte text."
            ),
            place="plugins",
            fix=Message(
                en="Write load_counties()[{name!r}] for an installed county.",
                sv="Skriv load_counties()[{name!r}] för ett installerat län.",
                name=plugins,
            ),
        )
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
    failed += refuse_rivals(registry, owners)
    failed += refuse_claims(registry, owners, failed)
    failed += refuse_homeless(registry, owners, failed)
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
                    fault = Message(
                        en="the id {name!r} begins with the county of {owner}.",
                        sv="id:t {name!r} börjar med länet för {owner}.",
                        name=name,
                        owner=owner,
                    )
                    fix = Message(en="Begin it with a name of your own.", sv="Börja det med ett eget namn.")
                    raise PluginError(fault, value=name, fix=fix)
        refuse_twice(topics, plugin, [each.id for each in given_topics])
        refuse_twice(facts, plugin, [each.id for each in given_facts])
        known = registry.facts.keys() | {each.id for each in given_facts}
        for topic in given_topics:
            unknown = sorted({*facts_of(topic.when)} - known) if topic.when is not None else []
            if unknown:
                fault = Message(
                    en="topic {topic}: unknown fact {fact!r}.",
                    sv="frågan {topic}: okänd uppgift {fact!r}.",
                    topic=topic.id,
                    fact=unknown[0],
                )
                raise PluginError(fault, value=unknown[0])
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


def _merge_county(registry: Registry, place: Place, owner: LoadedPlugin) -> tuple[CountyRecord, list[LoadedPlugin]]:
    """Return a county with all plugins' contributions, its own first, and the first failing plugin."""
    record = CountyRecord(place=place)
    givers: dict[str, LoadedPlugin] = {}
    for plugin in registry.giving_to(place, owner):
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
        fault = Message(
            en="{plugin} states what is not its own:", sv="{plugin} anger sådant som inte är dess eget:", plugin=plugin
        )
        raise CountyFileError(fault, spoken)
    refuse_twice(givers, plugin, {each.id for each in standing})
    is_first = not (record.things or record.documents or record.standing)
    merged = attrs.evolve(merged, standing=merged.standing + standing)
    if is_first and plugin.county_files is not None:
        return merged  # as its reader has checked it
    known = registry.known(merged)
    faults = [
        *check_record(merged, known, file=plugin.name),
        *check_sources(standing, known, file=plugin.name),
    ]
    if faults:
        raise CountyFileError(has_faults(str(plugin), len(faults)), faults)
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
        fault = Message(
            en="{county} fails its own checks:",
            sv="{county} klarar inte sina egna kontroller:",
            county=record.place.name,
        )
        raise CountyFileError(fault, lines)
    return True
