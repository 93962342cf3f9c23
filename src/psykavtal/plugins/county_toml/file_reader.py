"""Whole files: TOML to what it holds, by the strict converter."""

import tomllib
from collections.abc import Mapping

from cattrs import Converter

from psykavtal.errors import CountyFileError, Message
from psykavtal.lazy import once
from psykavtal.model.documents import Document
from psykavtal.model.records import Content
from psykavtal.model.vocabulary import Fact, Topic
from psykavtal.plugins.county_toml.content import read_content
from psykavtal.plugins.county_toml.county_tables import read_county
from psykavtal.plugins.county_toml.faults import Faults
from psykavtal.plugins.county_toml.provision_tables import ProvisionReader
from psykavtal.plugins.county_toml.shorthand import CitationReader
from psykavtal.plugins.county_toml.toml_converter import toml_converter
from psykavtal.plugins.county_toml.toml_values import Table
from psykavtal.plugins.county_toml.vocabulary_tables import read_facts, read_topics
from psykavtal.plugins.form_messages import NESTED_TOO_DEEPLY, quoted
from psykavtal.plugins.toml_county import CountyTables


def read_county_file(source: bytes, faults: Faults) -> CountyTables:
    """Return the content of a `county.toml`; its faults are noted in `faults`.

    Raises:
        CountyFileError: the file is not TOML.
    """
    return read_county(_parsed(source, faults), faults, _converter())


def read_document_file(source: bytes, document: Document, documents: Mapping[str, Document], faults: Faults) -> Content:
    """Return the content of a document's file; its faults are noted in `faults`.

    Raises:
        CountyFileError: the file is not TOML.
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
    return toml_converter()


def _plain_reader(faults: Faults) -> ProvisionReader:
    return ProvisionReader(converter=_converter(), citations=CitationReader(documents={}), faults=faults, prefix="core")


def _parsed(source: bytes, faults: Faults) -> Table:
    try:
        return tomllib.loads(source.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _unreadable(
            faults, Message(en="is not UTF-8: {error}", sv="är inte UTF-8: {error}", error=quoted(error))
        ) from error
    except RecursionError:
        raise _unreadable(faults, NESTED_TOO_DEEPLY) from None
    except ValueError as error:  # tomllib's own, and Python's of a number with thousands of digits
        raise _unreadable(
            faults, Message(en="is not TOML: {error}", sv="är inte TOML: {error}", error=quoted(error))
        ) from error


def _unreadable(faults: Faults, message: Message) -> CountyFileError:
    faults.add("", "", message)
    return CountyFileError(
        Message(en="{file} cannot be read:", sv="{file} kan inte läsas:", file=faults.file), tuple(faults)
    )
