"""Whole files: TOML to what it holds, by the strict converter."""

import tomllib
from collections.abc import Mapping

from cattrs import Converter

from psykavtal.errors import CountyFileError
from psykavtal.lazy import once
from psykavtal.model.documents import Document
from psykavtal.model.records import Content
from psykavtal.model.vocabulary import Fact, Topic
from psykavtal.plugins.county_file import CountyFile
from psykavtal.plugins.reading.content import read_content
from psykavtal.plugins.reading.converter import strict_converter
from psykavtal.plugins.reading.county import read_county
from psykavtal.plugins.reading.faults import Faults
from psykavtal.plugins.reading.provisions import ProvisionReader
from psykavtal.plugins.reading.raw import Table
from psykavtal.plugins.reading.shorthand import CitationReader
from psykavtal.plugins.reading.vocabulary import read_facts, read_topics


def read_county_file(source: bytes, faults: Faults) -> CountyFile:
    """What a `county.toml` holds; its faults are noted in `faults`.

    Raises:
        CountyFileError: it is no TOML.
    """
    return read_county(_parsed(source, faults), faults, _converter())


def read_document_file(source: bytes, document: Document, documents: Mapping[str, Document], faults: Faults) -> Content:
    """What the file of a document holds; its faults are noted in `faults`.

    Raises:
        CountyFileError: it is no TOML.
    """
    return read_content(_parsed(source, faults), document, documents, faults, _converter())


def read_topics_file(source: bytes, faults: Faults) -> tuple[Topic, ...]:
    """The topics of a vocabulary."""
    return read_topics(_parsed(source, faults), _plain_reader(faults))


def read_facts_file(source: bytes, faults: Faults) -> tuple[Fact, ...]:
    """The facts of a vocabulary."""
    return read_facts(_parsed(source, faults), _plain_reader(faults))


@once
def _converter() -> Converter:
    """The strict converter, made once."""
    return strict_converter()


def _plain_reader(faults: Faults) -> ProvisionReader:
    return ProvisionReader(converter=_converter(), citations=CitationReader(documents={}), faults=faults, prefix="core")


def _parsed(source: bytes, faults: Faults) -> Table:
    try:
        return tomllib.loads(source.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        form = "UTF-8" if isinstance(error, UnicodeDecodeError) else "TOML"
        faults.add("", "", f"is not {form}: {error}")
        raise CountyFileError(f"{faults.file} cannot be read:", tuple(faults)) from error
