"""The core's own plugin: the topics and facts that all counties share."""

import pkgutil
import tomllib
from typing import Any

from psykavtal.model.vocabulary import Fact, Topic
from psykavtal.plugins.county_files import shared_converter
from psykavtal.plugins.hookspecs import hookimpl
from psykavtal.plugins.reading.faults import Faults
from psykavtal.plugins.reading.provisions import ProvisionReader
from psykavtal.plugins.reading.shorthand import CitationReader
from psykavtal.plugins.reading.vocabulary import read_facts, read_topics


class Vocabulary:
    """Gives the topics of `topics.toml` and the facts of `facts.toml`."""

    @hookimpl
    def psykavtal_topics(self) -> tuple[Topic, ...]:
        """The topics that all counties share."""
        raw, reader = _read("topics.toml")
        topics = read_topics(raw, reader)
        reader.faults.raise_any()
        return topics

    @hookimpl
    def psykavtal_facts(self) -> tuple[Fact, ...]:
        """The facts that all counties share."""
        raw, reader = _read("facts.toml")
        facts = read_facts(raw, reader)
        reader.faults.raise_any()
        return facts


def _read(file: str) -> tuple[dict[str, Any], ProvisionReader]:
    data = pkgutil.get_data(__name__, file)
    assert data is not None
    source = data.decode("utf-8")
    faults = Faults(file, source)
    reader = ProvisionReader(
        converter=shared_converter(),
        citations=CitationReader(documents={}),
        faults=faults,
        prefix="core",
    )
    return tomllib.loads(source), reader


plugin = Vocabulary()
