"""The core's own plugin: the topics and facts that all counties share."""

import pkgutil
from collections.abc import Callable
from typing import TypeVar

from psykavtal.lazy import locked_property
from psykavtal.model.vocabulary import Fact, Topic
from psykavtal.plugins.county_toml.faults import Faults
from psykavtal.plugins.hookspecs import hookimpl
from psykavtal.plugins.object_cache import cached_tuple

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
        def read(source: bytes) -> tuple[Topic, ...]:
            from psykavtal.plugins.county_toml.file_reader import read_topics_file  # noqa: PLC0415 (brings cattrs)

            return _without_faults(TOPICS, source, read_topics_file)

        return cached_tuple(__name__, TOPICS, _source(TOPICS), read, Topic)

    @locked_property
    def _facts(self) -> tuple[Fact, ...]:
        def read(source: bytes) -> tuple[Fact, ...]:
            from psykavtal.plugins.county_toml.file_reader import read_facts_file  # noqa: PLC0415 (brings cattrs)

            return _without_faults(FACTS, source, read_facts_file)

        return cached_tuple(__name__, FACTS, _source(FACTS), read, Fact)


def _source(file: str) -> bytes:
    found = pkgutil.get_data(__name__, file)
    assert found is not None, file
    return found


def _without_faults(file: str, source: bytes, read: Callable[[bytes, Faults], tuple[T, ...]]) -> tuple[T, ...]:
    """Return what a file of the vocabulary has; raise its faults."""
    faults = Faults(file, source)
    found = read(source, faults)
    faults.raise_any()
    return found


plugin = Vocabulary()
