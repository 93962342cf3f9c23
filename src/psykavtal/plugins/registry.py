"""All that plugins give, merged; contents as they are asked for."""

import warnings
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from itertools import islice
from typing import Any

import attrs

from psykavtal.errors import CountyFileError, PluginWarning, PsykavtalError, safe_text
from psykavtal.lazy import LOCK, Frozen
from psykavtal.model.display import ReprOnly
from psykavtal.model.documents import Document
from psykavtal.model.places import Place
from psykavtal.model.provisions import Provision, reading_names
from psykavtal.model.records import Content, CountyRecord, CountySnapshot, Snapshot
from psykavtal.model.text_places import LockedPassage
from psykavtal.model.vocabulary import Fact, Topic
from psykavtal.plugins.county_toml.checks import Known, check_sources
from psykavtal.plugins.county_toml.content_checks import check_content
from psykavtal.plugins.form_messages import has_faults
from psykavtal.plugins.guarding import guarded
from psykavtal.plugins.locked_passages import own_passages
from psykavtal.plugins.ownership import Ownership, refuse_twice
from psykavtal.plugins.plugin import LoadedPlugin
from psykavtal.plugins.problems import Problem, forget_frames, repeated

_MOST_LINES = 1000


@attrs.define(repr=False)
class Registry(Frozen, ReprOnly):
    """The merged contributions of the plugins.

    Attributes:
        records: the counties, in the order of their codes.
        topics: by id, in the order of the vocabulary.
        facts: by id.
        problems: problems of disabled plugins.
        plugins: those in use, the core's own first.
        owners: the plugin that each county is of, by the county's code.
        givers: who gave each id of things, documents and provisions, by the county's code.
        quiet: whether problems are only kept, with their tracebacks, because the caller raises all of them.
    """

    records: tuple[CountyRecord, ...] = ()
    topics: dict[str, Topic] = attrs.field(factory=dict[str, Topic])
    facts: dict[str, Fact] = attrs.field(factory=dict[str, Fact])
    problems: list[Problem] = attrs.field(factory=list[Problem])
    plugins: list[LoadedPlugin] = attrs.field(factory=list[LoadedPlugin])
    owners: dict[str, LoadedPlugin] = attrs.field(factory=dict[str, LoadedPlugin])
    givers: dict[str, dict[str, LoadedPlugin]] = attrs.field(factory=dict[str, dict[str, LoadedPlugin]])
    quiet: bool = False
    _failed: dict[tuple[str, str], Problem] = attrs.field(factory=dict[tuple[str, str], Problem], init=False)
    _contents: dict[tuple[str, str], Content] = attrs.field(factory=dict[tuple[str, str], Content], alias="contents")
    _readings: dict[str, tuple[str, ...]] | None = attrs.field(default=None, alias="readings")
    _passages: dict[str, dict[str, LockedPassage]] = attrs.field(
        factory=dict[str, dict[str, LockedPassage]], alias="passages"
    )

    _known: tuple[CountyRecord, Known] | None = attrs.field(default=None, init=False)

    def __repr__(self) -> str:
        """Return the counties' codes."""
        return f"<Registry of {', '.join(each.place.code for each in self.records) or 'no county'}>"

    def __getstate__(self) -> dict[str, Any]:
        """Return everything read, so that nothing is asked of plugins when it is unpickled."""
        for record in self.records:
            self.passages(record)
            self._readable(record)
        return {**super().__getstate__(), "problems": list(self.problems), "owners": {}, "givers": {}}

    def alone(self, record: CountyRecord) -> "Registry":
        """Return a registry of one county, read whole, with vocabulary and readings of all."""
        self._readable(record)
        made = Registry(
            records=(record,),
            topics=self.topics,
            facts=self.facts,
            plugins=self.plugins,
            contents={key: each for key, each in self._contents.items() if key[0] == record.place.code},
            readings=self.readings(),
            passages={record.place.code: self.passages(record)},
        )
        made._failed.update({key: each for key, each in self._failed.items() if key[0] == record.place.code})
        return made

    def snapshot(self, records: Iterable[CountyRecord]) -> Snapshot:
        """Return all data of some counties, with every document read, and the vocabulary."""
        counties = tuple(
            CountySnapshot(
                record=record,
                contents=tuple(self.content(record, document) for document in record.documents),
                passages=tuple(self.passages(record).values()),
            )
            for record in records
        )
        return Snapshot(counties=counties, topics=tuple(self.topics.values()), facts=tuple(self.facts.values()))

    def content(self, record: CountyRecord, document: Document) -> Content:
        """Return the recorded content of a document; it is read once, at the first call.

        Raises:
            CountyFileError: with all faults of what the county's own plugin gives on it.
            PluginError: the county's own plugin fails on it.
        """
        key = (record.place.code, document.id)
        found = self._contents.get(key)
        if found is not None:
            return found
        with LOCK:
            problems = () if key in self._contents or key in self._failed else self._read_content(record, document)
        failed = self._failed.get(key)
        if failed is not None:
            raise repeated(failed.error)
        self._warn(problems)
        return self._contents[key]

    def passages(self, record: CountyRecord) -> dict[str, LockedPassage]:
        """Return the locks of a county's plugins, by the keys of citations."""
        code = record.place.code
        if code not in self._passages:
            with LOCK:
                problems = () if code in self._passages else self._read_passages(record)
            self._warn(problems)
        return self._passages[code]

    def _read_passages(self, record: CountyRecord) -> list[Problem]:
        """Merge the locks of the plugins, and keep them; return the problems."""
        code = record.place.code
        locked, problems = dict[str, LockedPassage](), list[Problem]()
        givers = self.givers.get(code, {})
        for plugin in self.giving_to(record.place):
            given = guarded(str(plugin), partial(own_passages, plugin, record.place, givers))
            if isinstance(given, Problem):
                problems.append(given)
            else:
                locked.update({each.passage: each for each in given})
        self._passages[code] = locked
        self.problems += problems
        return problems

    def _warn(self, problems: Iterable[Problem]) -> None:
        for problem in () if self.quiet else problems:
            warnings.warn(str(problem), PluginWarning, stacklevel=3)

    def readings(self) -> dict[str, tuple[str, ...]]:
        """Return the reading names of every provision and group, in all readable counties."""
        if self._readings is None:
            with LOCK:
                found: dict[str, tuple[str, ...]] = {}
                for record in self.records:
                    for provision in self._readable(record):
                        found.update(reading_names(provision))
                self._readings = found  # only now: another thread may be reading it
        return self._readings

    def _readable(self, record: CountyRecord) -> list[Provision]:
        found = list(record.standing)
        for document in record.documents:
            with suppress(PsykavtalError):  # reported when the document itself is asked for
                found += self.content(record, document).provisions
        return found

    def giving_to(self, county: Place, owner: LoadedPlugin | None = None) -> list[LoadedPlugin]:
        """Return the plugins that may give something to a county, its owner first."""
        others = [each for each in self.plugins if each is not owner and each.may_give_to(county)]
        return others if owner is None else [owner, *others]

    def known(self, record: CountyRecord) -> Known:
        """The names that contributions to a county may use; kept for the latest record."""
        kept = self._known
        if kept is not None and kept[0] is record:
            return kept[1]
        known = Known(
            things=frozenset(each.id for each in (*record.things, *record.documents)),
            topics=self.topics,
            facts=self.facts,
            provisions=frozenset(each.id for each in record.standing),
            documents={each.id: each for each in record.documents},
        )
        self._known = record, known
        return known

    def check_own(self, record: CountyRecord, contents: tuple[Content, ...]) -> list[str]:
        """Return the findings of the plugins' checks of a county."""
        return [
            safe_text(line)
            for plugin in self.plugins
            for check in plugin.checks()
            for line in islice(check(record, contents), _MOST_LINES)
        ]

    def _read_content(self, record: CountyRecord, document: Document) -> list[Problem]:
        """Merge and keep the plugins' contributions to a document; return problems of add-ons.

        An add-on that fails on one document is used for the others, so that no answer depends on
        which document was asked first. If the county's own plugin fails, the document has failed.
        Nothing is kept before all is read.
        """
        code = record.place.code
        merged, problems = Content(document=document.id), list[Problem]()
        givers = dict(self.givers.get(code, {}))
        owner = self.owners.get(code)
        for plugin in self.giving_to(record.place, owner):
            if not plugin.may_state(document):
                continue
            given = guarded(str(plugin), partial(self._read_from, plugin, record, document, givers))
            if isinstance(given, Problem):
                if not self.quiet:
                    forget_frames(given.error)
                problems.append(attrs.evolve(given, document=document.id))
                if plugin is owner and givers.get(document.id, owner) is owner:
                    self._failed[code, document.id] = problems[-1]
                    self.problems += problems
                    return problems
                continue
            merged = attrs.evolve(
                merged,
                provisions=merged.provisions + given.provisions,
                silences=merged.silences + given.silences,
                unread=merged.unread + given.unread,
                omissions=merged.omissions + given.omissions,
            )
        self.givers[code] = givers
        self._contents[code, document.id] = merged
        self.problems += problems
        return problems

    def _read_from(
        self, plugin: LoadedPlugin, record: CountyRecord, document: Document, givers: dict[str, LoadedPlugin]
    ) -> Content:
        known = self.known(record)
        given = plugin.content(record.place, document, known)
        if given.is_empty:
            return given
        named = attrs.evolve(known, provisions=known.provisions | givers.keys())
        is_add_on = self.owners.get(record.place.code) is not plugin
        faults = Ownership(record, plugin, givers, is_add_on=is_add_on).check_content(given)
        if not faults and plugin.county_files is None:  # the reader of county files has checked it
            faults += check_content(given, named, file=plugin.name)
            faults += check_sources(given.provisions, known, file=plugin.name)
        if faults:
            raise CountyFileError(has_faults(str(plugin), len(faults), document.id), faults)
        refuse_twice(givers, plugin, [each.id for each in given.provisions])
        return given
