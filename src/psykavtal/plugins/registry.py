"""All that plugins give, merged; contents as they are asked for."""

from contextlib import suppress

import attrs

from psykavtal.errors import CountyFileError, DuplicateIdError, PsykavtalError
from psykavtal.model.documents import Document
from psykavtal.model.provisions import Provision, reading_names
from psykavtal.model.records import Content, CountyRecord, CountySnapshot, Snapshot
from psykavtal.model.vocabulary import Fact, Topic
from psykavtal.plugins.facade import LoadedPlugin
from psykavtal.plugins.reading.check import Known, check_content


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
        plugins: those in use, the core's own first.
    """

    records: tuple[CountyRecord, ...] = ()
    topics: dict[str, Topic] = attrs.field(factory=dict[str, Topic])
    facts: dict[str, Fact] = attrs.field(factory=dict[str, Fact])
    problems: list[Problem] = attrs.field(factory=list[Problem])
    plugins: list[LoadedPlugin] = attrs.field(factory=list[LoadedPlugin])
    _contents: dict[tuple[str, str], Content] = attrs.field(factory=dict[tuple[str, str], Content], alias="contents")
    _readings: dict[str, tuple[str, ...]] | None = None
    _passages: dict[str, dict[str, str]] = attrs.field(factory=dict[str, dict[str, str]], alias="passages")

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Registry":
        """The registry of a snapshot: everything is read, and no plugin is behind it."""
        contents = {
            (county.record.place.code, each.document): each for county in snapshot.counties for each in county.contents
        }
        return cls(
            records=tuple(each.record for each in snapshot.counties),
            topics={each.id: each for each in snapshot.topics},
            facts={each.id: each for each in snapshot.facts},
            contents=contents,
            passages={each.record.place.code: dict(each.passages) for each in snapshot.counties},
        )

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
            DuplicateIdError: two plugins give one id.
        """
        key = (record.place.code, document.id)
        if key not in self._contents:
            self._contents[key] = self._read_content(record, document)
        return self._contents[key]

    def passages(self, record: CountyRecord) -> dict[str, str]:
        """The digests of the passages that a county's plugins cite."""
        code = record.place.code
        if code not in self._passages:
            given = (plugin.passages(record.place) for plugin in self.plugins)
            self._passages[code] = {key: value for each in given for key, value in each.items()}
        return self._passages[code]

    def readings(self) -> dict[str, tuple[str, ...]]:
        """The names of readings of every provision and group, in every county whose files can be read."""
        if self._readings is None:
            self._readings = {}
            for record in self.records:
                for provision in self._readable(record):
                    self._readings.update(reading_names(provision))
        return self._readings

    def _readable(self, record: CountyRecord) -> list[Provision]:
        found = list(record.standing)
        for document in record.documents:
            with suppress(PsykavtalError):  # told where the document itself is asked
                found += self.content(record, document).provisions
        return found

    def known(self, record: CountyRecord) -> Known:
        """The names that contributions to a county may use."""
        return Known(
            things=frozenset(each.id for each in (*record.things, *record.documents)),
            topics=self.topics,
            facts=self.facts,
            provisions=frozenset(each.id for each in record.standing),
        )

    def check_own(self, record: CountyRecord, contents: tuple[Content, ...]) -> list[str]:
        """What the checks of the plugins find in a county."""
        return [line for plugin in self.plugins for check in plugin.checks() for line in check(record, contents)]

    def _read_content(self, record: CountyRecord, document: Document) -> Content:
        known = self.known(record)
        merged = Content(document=document.id)
        givers: dict[str, LoadedPlugin] = {}
        for plugin in self.plugins:
            given = plugin.content(document, known)
            refuse_twice(givers, plugin, [each.id for each in given.provisions])
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


def refuse_twice(givers: dict[str, LoadedPlugin], plugin: LoadedPlugin, ids: list[str]) -> None:
    """Note who gives each id; one that another plugin gave is refused, naming both.

    Raises:
        DuplicateIdError: another plugin gave one of the ids.
    """
    for each in ids:
        if each in givers and givers[each] is not plugin:
            raise DuplicateIdError(
                f"{givers[each]} and {plugin} both give {each!r}.", value=each, hint="Ids are unique within a county."
            )
    givers.update(dict.fromkeys(ids, plugin))
