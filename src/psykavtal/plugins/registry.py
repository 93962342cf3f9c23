"""All that is installed, merged in an order that does not depend on discovery."""

import importlib.metadata
import warnings
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import attrs

from psykavtal.errors import (
    CountyFileError,
    DuplicateIdError,
    PluginError,
    PluginWarning,
    PsykavtalError,
)
from psykavtal.model.documents import Document
from psykavtal.model.places import Place
from psykavtal.model.records import Content, CountyRecord, CountySnapshot, Snapshot
from psykavtal.model.vocabulary import Fact, Topic
from psykavtal.plugins import vocabulary
from psykavtal.plugins.facade import LoadedPlugin
from psykavtal.plugins.hookspecs import PROJECT
from psykavtal.plugins.reading.check import Known, check_content, check_record

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Problem:
    """A plugin that was set aside, and why.

    Attributes:
        plugin: its name, with its distribution.
        error: what it failed with.
    """

    plugin: str
    error: Exception

    def __str__(self) -> str:
        """One line and what follows it."""
        return f"the plugin {self.plugin} was set aside: {self.error}"


@attrs.define
class Registry:
    """What plugins give, merged.

    Attributes:
        records: the counties, in the order of their codes.
        topics: by id, in the order of the vocabulary.
        facts: by id.
        problems: plugins set aside.
    """

    records: tuple[CountyRecord, ...] = ()
    topics: dict[str, Topic] = attrs.Factory(dict)
    facts: dict[str, Fact] = attrs.Factory(dict)
    problems: list[Problem] = attrs.Factory(list)
    _plugins: list[LoadedPlugin] = attrs.Factory(list)
    _contents: dict[tuple[str, str], Content] = attrs.Factory(dict)
    _passages: dict[str, dict[str, str]] = attrs.Factory(dict)

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Registry":
        """The registry of a snapshot: everything is read, and no plugin is behind it."""
        registry = cls(
            records=tuple(each.record for each in snapshot.counties),
            topics={each.id: each for each in snapshot.topics},
            facts={each.id: each for each in snapshot.facts},
        )
        for county in snapshot.counties:
            code = county.record.place.code
            registry._contents.update({(code, each.document): each for each in county.contents})
            registry._passages[code] = dict(county.passages)
        return registry

    def snapshot(self) -> Snapshot:
        """Everything, every document read."""
        counties = tuple(
            CountySnapshot(
                record=record,
                contents=tuple(self.content(record, document) for document in record.documents),
                passages=tuple(self.passages(record).items()),
            )
            for record in self.records
        )
        return Snapshot(counties=counties, topics=tuple(self.topics.values()), facts=tuple(self.facts.values()))

    def content(self, record: CountyRecord, document: Document) -> Content:
        """What was recorded of a document; read when first asked for.

        Raises:
            CountyFileError: with all faults of the contributions to it.
        """
        key = (record.place.code, document.id)
        if key not in self._contents:
            self._contents[key] = self._read_content(record, document)
        return self._contents[key]

    def _read_content(self, record: CountyRecord, document: Document) -> Content:
        known = self.known(record)
        merged = Content(document=document.id)
        givers: dict[str, LoadedPlugin] = {}
        for plugin in self._plugins:
            given = plugin.content(document, known)
            if not (given.provisions or given.silences or given.unread):
                continue
            _refuse_twice(givers, plugin, [each.id for each in given.provisions])
            merged = attrs.evolve(
                merged,
                provisions=merged.provisions + given.provisions,
                silences=merged.silences + given.silences,
                unread=merged.unread + given.unread,
            )
        faults = check_content(merged, known, file=document.id)
        if faults:
            raise CountyFileError(f"what is recorded of {document.id} has {len(faults)} fault(s):", faults)
        return merged

    def known(self, record: CountyRecord) -> Known:
        """The names that contributions to a county may use."""
        return Known(
            things=frozenset(each.id for each in (*record.things, *record.documents)),
            topics=self.topics,
            facts=self.facts,
            provisions=frozenset(each.id for each in record.standing),
        )

    def passages(self, record: CountyRecord) -> dict[str, str]:
        """The digests of the passages that a county's plugins cite."""
        code = record.place.code
        if code not in self._passages:
            given = (plugin.passages(record.place) for plugin in self._plugins)
            self._passages[code] = {key: value for each in given for key, value in each.items()}
        return self._passages[code]

    def check_own(self, record: CountyRecord, contents: tuple[Content, ...]) -> list[str]:
        """What the checks of the plugins find in a county."""
        return [line for plugin in self._plugins for check in plugin.checks() for line in check(record, contents)]


def load_registry(plugins: Sequence[object] | None = None, *, strict: bool = False) -> Registry:
    """Load the plugins that are installed, or those given.

    Args:
        plugins: plugin objects to use instead of those that are installed.
        strict: raise all problems as a group, having read every document, instead of warning.

    Raises:
        ExceptionGroup: in strict mode, with every problem.
    """
    registry = Registry()
    candidates = _installed() if plugins is None else _given(plugins)
    loaded = [plugin for name, load in candidates if (plugin := _guard(registry, name, load)) is not None]
    core = LoadedPlugin.register("core vocabulary", vocabulary.plugin)
    registry._plugins = [core, *loaded]  # noqa: SLF001 (made here)
    _merge_vocabulary(registry)
    registry.records = tuple(_merge_counties(registry))
    if strict:
        _read_all(registry)
        if registry.problems:
            raise ExceptionGroup(
                "plugins with problems",
                [problem.error for problem in registry.problems],
            )
    for problem in registry.problems:
        warnings.warn(str(problem), PluginWarning, stacklevel=4)
    return registry


def _installed() -> list[tuple[str, Callable[[], LoadedPlugin]]]:
    points = sorted(
        importlib.metadata.entry_points(group=PROJECT),
        key=lambda point: (point.name, point.value),
    )

    def loader(point: importlib.metadata.EntryPoint) -> Callable[[], LoadedPlugin]:
        distribution = f"{point.dist.name} {point.dist.version}" if point.dist else ""
        return lambda: LoadedPlugin.register(point.name, point.load(), distribution=distribution)

    return [(point.name, loader(point)) for point in points]


def _given(plugins: Sequence[object]) -> list[tuple[str, Callable[[], LoadedPlugin]]]:
    names = [
        str(getattr(plugin, "package", None) or getattr(plugin, "__name__", type(plugin).__name__))
        for plugin in plugins
    ]
    named = sorted(zip(names, range(len(plugins)), plugins, strict=True), key=lambda each: each[:2])
    return [(name, lambda n=name, p=plugin: LoadedPlugin.register(n, p)) for name, _, plugin in named]  # type: ignore[misc]


def _guard(registry: Registry, name: str, work: Callable[[], T]) -> T | None:
    """What `work` gives; None with the problem noted where it fails in whatever way."""
    try:
        return work()
    except PsykavtalError as error:
        registry.problems.append(Problem(plugin=name, error=error))
    except Exception as error:  # noqa: BLE001 (a stranger's code may raise anything; it must not take the others along)
        wrapped = PluginError(f"raised {type(error).__name__}: {error}", where=name)
        wrapped.__cause__ = error
        registry.problems.append(Problem(plugin=name, error=wrapped))
    return None


def _set_aside(registry: Registry, plugins: Iterable[LoadedPlugin]) -> None:
    gone = {id(plugin) for plugin in plugins}
    registry._plugins = [each for each in registry._plugins if id(each) not in gone]  # noqa: SLF001


def _merge_vocabulary(registry: Registry) -> None:
    topics: dict[str, LoadedPlugin] = {}
    facts: dict[str, LoadedPlugin] = {}
    for plugin in list(registry._plugins):  # noqa: SLF001

        def merge(plugin: LoadedPlugin = plugin) -> bool:
            given_topics, given_facts = plugin.topics(), plugin.facts()
            _refuse_twice(topics, plugin, [each.id for each in given_topics])
            _refuse_twice(facts, plugin, [each.id for each in given_facts])
            registry.topics.update({each.id: each for each in given_topics})
            registry.facts.update({each.id: each for each in given_facts})
            return True

        if not _guard(registry, str(plugin), merge):
            _set_aside(registry, [plugin])


def _merge_counties(registry: Registry) -> list[CountyRecord]:
    owners: list[tuple[Place, LoadedPlugin]] = []
    for plugin in list(registry._plugins):  # noqa: SLF001
        problems = len(registry.problems)
        place = _guard(registry, str(plugin), plugin.county)
        if len(registry.problems) > problems:
            _set_aside(registry, [plugin])
        elif place is not None:
            owners.append((place, plugin))
    owners = _refuse_rivals(registry, owners)
    records = [_merge_county(registry, place, owner) for place, owner in sorted(owners, key=lambda own: own[0].code)]
    return [record for record in records if record is not None]


def _refuse_rivals(registry: Registry, owners: list[tuple[Place, LoadedPlugin]]) -> list[tuple[Place, LoadedPlugin]]:
    """Two plugins for one county: neither is chosen."""
    kept = []
    for place, plugin in owners:
        rivals = [
            str(other) for its, other in owners if other is not plugin and {its.code, its.id} & {place.code, place.id}
        ]
        if rivals:
            error = DuplicateIdError(
                f"{plugin} and {', '.join(rivals)} both give the county {place.code} ({place.id}).",
                value=place.code,
                hint="Uninstall one of them.",
            )
            registry.problems.append(Problem(plugin=str(plugin), error=error))
            _set_aside(registry, [plugin])
        else:
            kept.append((place, plugin))
    return kept


def _merge_county(registry: Registry, place: Place, owner: LoadedPlugin) -> CountyRecord | None:
    record = CountyRecord(place=place)
    givers: dict[str, LoadedPlugin] = {}
    others = [plugin for plugin in registry._plugins if plugin is not owner]  # noqa: SLF001
    for plugin in (owner, *others):

        def merge(plugin: LoadedPlugin = plugin, record: CountyRecord = record) -> CountyRecord:
            things, documents = plugin.things(place), plugin.documents(place)
            _refuse_twice(givers, plugin, [each.id for each in (*things, *documents)])
            merged = attrs.evolve(
                record,
                things=record.things + things,
                documents=record.documents + documents,
            )
            standing = plugin.standing(place, registry.known(merged))
            _refuse_twice(givers, plugin, [each.id for each in standing])
            merged = attrs.evolve(merged, standing=merged.standing + standing)
            faults = check_record(merged, registry.known(merged), file=plugin.name)
            if faults:
                raise CountyFileError(f"{plugin} has {len(faults)} fault(s):", faults)
            return merged

        merged = _guard(registry, str(plugin), merge)
        if merged is not None:
            record = merged
        else:
            _set_aside(registry, [plugin])
            if plugin is owner:
                return None
    return record


def _refuse_twice(givers: dict[str, LoadedPlugin], plugin: LoadedPlugin, ids: list[str]) -> None:
    """Note who gives each id; one that another plugin gave is refused, naming both."""
    for each in ids:
        if each in givers and givers[each] is not plugin:
            raise DuplicateIdError(
                f"{givers[each]} and {plugin} both give {each!r}.",
                value=each,
                hint="Ids are unique within a county.",
            )
    givers.update(dict.fromkeys(ids, plugin))


def _read_all(registry: Registry) -> None:
    for record in registry.records:

        def read(record: CountyRecord = record) -> bool:
            contents = tuple(registry.content(record, document) for document in record.documents)
            lines = registry.check_own(record, contents)
            if lines:
                raise CountyFileError(f"{record.place.name} fails its own checks:", lines)
            return True

        _guard(registry, record.place.name, read)
