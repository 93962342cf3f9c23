"""The core's own plugin: the topics and facts that all counties share."""

import pkgutil
from typing import cast

from psykavtal.model.vocabulary import Fact, Topic
from psykavtal.plugins.county_toml.faults import Faults
from psykavtal.plugins.hookspecs import hookimpl
from psykavtal.plugins.object_cache import ObjectCache

TOPICS = "topics.toml"
FACTS = "facts.toml"


class Vocabulary:
    """Gives the topics of `topics.toml` and the facts of `facts.toml`."""

    @hookimpl
    def psykavtal_topics(self) -> tuple[Topic, ...]:
        """Return the topics that all counties share."""
        source, faults, cache = _opened(TOPICS)
        topics = cast("tuple[Topic, ...] | None", cache.load(tuple))
        if topics is None:
            from psykavtal.plugins.county_toml.file_reader import read_topics_file  # noqa: PLC0415 (brings cattrs)

            topics = read_topics_file(source, faults)
            faults.raise_any()
            cache.store(topics)
        return topics

    @hookimpl
    def psykavtal_facts(self) -> tuple[Fact, ...]:
        """Return the facts that all counties share."""
        source, faults, cache = _opened(FACTS)
        facts = cast("tuple[Fact, ...] | None", cache.load(tuple))
        if facts is None:
            from psykavtal.plugins.county_toml.file_reader import read_facts_file  # noqa: PLC0415 (brings cattrs)

            facts = read_facts_file(source, faults)
            faults.raise_any()
            cache.store(facts)
        return facts


def _opened(file: str) -> tuple[bytes, Faults, ObjectCache]:
    """Return a file of the vocabulary, a place for its faults, and its cache."""
    source = pkgutil.get_data(__name__, file)
    assert source is not None, file
    return source, Faults(file, source), ObjectCache.of(__name__, file, [source])


plugin = Vocabulary()
