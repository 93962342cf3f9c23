"""The core's own plugin: the topics and facts that all counties share."""

import pkgutil
from contextlib import suppress
from typing import cast

from psykavtal.model.vocabulary import Fact, Topic
from psykavtal.plugins.compiled import from_compiled, name_of
from psykavtal.plugins.county_toml.faults import Faults
from psykavtal.plugins.hookspecs import hookimpl

TOPICS = "topics.toml"
FACTS = "facts.toml"


class Vocabulary:
    """Gives the topics of `topics.toml` and the facts of `facts.toml`."""

    @hookimpl
    def psykavtal_topics(self) -> tuple[Topic, ...]:
        """The topics that all counties share."""
        source = read(TOPICS)
        made = from_compiled(_data(name_of(TOPICS)), [source])
        return topics_of(source) if made is None else cast("tuple[Topic, ...]", made)

    @hookimpl
    def psykavtal_facts(self) -> tuple[Fact, ...]:
        """The facts that all counties share."""
        source = read(FACTS)
        made = from_compiled(_data(name_of(FACTS)), [source])
        return facts_of(source) if made is None else cast("tuple[Fact, ...]", made)


def topics_of(source: bytes) -> tuple[Topic, ...]:
    """The topics that the TOML gives."""
    from psykavtal.plugins.county_toml.file_reader import read_topics_file  # noqa: PLC0415 (brings cattrs)

    faults = Faults(TOPICS, source)
    topics = read_topics_file(source, faults)
    faults.raise_any()
    return topics


def facts_of(source: bytes) -> tuple[Fact, ...]:
    """The facts that the TOML gives."""
    from psykavtal.plugins.county_toml.file_reader import read_facts_file  # noqa: PLC0415 (brings cattrs)

    faults = Faults(FACTS, source)
    facts = read_facts_file(source, faults)
    faults.raise_any()
    return facts


def read(file: str) -> bytes:
    """A file of the vocabulary."""
    data = _data(file)
    assert data is not None, file
    return data


def _data(file: str) -> bytes | None:
    with suppress(OSError):
        return pkgutil.get_data(__name__, file)
    return None


plugin = Vocabulary()
