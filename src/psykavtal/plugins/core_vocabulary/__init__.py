"""The core's own plugin: the topics and facts that all counties share."""

import pkgutil
from collections.abc import Callable
from typing import TypeVar, cast

from psykavtal.lazy import locked_property
from psykavtal.model.vocabulary import Fact, Topic
from psykavtal.plugins.county_toml.faults import Faults
from psykavtal.plugins.hookspecs import hookimpl
from psykavtal.plugins.object_cache import ObjectCache

TOPICS = "topics.toml"
FACTS = "facts.toml"

T = TypeVar("T")


class Vocabulary:
    """Gives the topics of `topics.toml` and the facts of `facts.toml`.

    Each file is read once in a process.
    """

    @hookimpl
    def psykavtal_topics(self) -> tuple[Topic, ...]:
        """Return the topics that all counties share."""
        return self._topics

    @hookimpl
    def psykavtal_facts(self) -> tuple[Fact, ...]:
        """Return the facts that all counties share."""
        return self._facts

    @locked_property
    def _topics(self) -> tuple[Topic, ...]:
        def read(source: bytes, faults: Faults) -> tuple[Topic, ...]:
            from psykavtal.plugins.county_toml.file_reader import read_topics_file  # noqa: PLC0415 (brings cattrs)

            return read_topics_file(source, faults)

        return _read(TOPICS, read)

    @locked_property
    def _facts(self) -> tuple[Fact, ...]:
        def read(source: bytes, faults: Faults) -> tuple[Fact, ...]:
            from psykavtal.plugins.county_toml.file_reader import read_facts_file  # noqa: PLC0415 (brings cattrs)

            return read_facts_file(source, faults)

        return _read(FACTS, read)


def _read(file: str, read: Callable[[bytes, Faults], tuple[T, ...]]) -> tuple[T, ...]:
    """Return what a file of the vocabulary has, from its cache if there is one."""
    source = pkgutil.get_data(__name__, file)
    assert source is not None, file
    cache = ObjectCache.of(__name__, file, [source])
    found = cast("tuple[T, ...] | None", cache.load(tuple))
    if found is None:
        faults = Faults(file, source)
        found = read(source, faults)
        faults.raise_any()
        cache.store(found)
    return found


plugin = Vocabulary()
