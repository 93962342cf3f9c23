"""A document's file to what was recorded of it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, cast

from cattrs import Converter

from psykavtal.errors import Message
from psykavtal.model.documents import Document
from psykavtal.model.provisions import KINDS
from psykavtal.model.records import Content, Omission, Silence, Unread
from psykavtal.plugins.county_toml.faults import Faults
from psykavtal.plugins.county_toml.file_defaults import DEFAULTS, FileDefaults
from psykavtal.plugins.county_toml.provision_tables import (
    ProvisionReader,
    named_tables,
    unknown_tables,
)
from psykavtal.plugins.county_toml.shorthand import CitationReader, unfold_remarks
from psykavtal.plugins.county_toml.toml_converter import keys_of
from psykavtal.plugins.county_toml.toml_values import Table, as_list, as_table
from psykavtal.plugins.form_messages import IS_MISSING, MUST_BE_TABLE, write

_SILENT_ON = "silent_on"
_TABLES = ("document", *DEFAULTS, _SILENT_ON, "silence", "unread", "omission", *KINDS)


def read_content(
    raw: Table,
    document: Document,
    documents: Mapping[str, Document],
    faults: Faults,
    converter: Converter,
) -> Content:
    """Read the file of one document, noting every fault in `faults`."""
    unknown_tables(faults, raw, _TABLES)
    if raw.get("document") != document.id:
        faults.add(
            "document",
            "",
            Message(en="names another document.", sv="nämner ett annat dokument."),
            value=raw.get("document"),
            fix=write(repr(document.id)),
        )
    reader = ProvisionReader(
        converter=converter,
        citations=CitationReader(documents={**documents, document.id: document}, default=document.id),
        faults=faults,
        prefix=document.id,
        document=document.id,
        defaults=FileDefaults.of(raw, faults, converter, read_on=document.read_on),
    )
    return Content(
        document=document.id,
        provisions=tuple(each for kind in raw if kind in KINDS for each in reader.read_kind(kind, raw[kind])),
        silences=tuple(_silences(raw, document, reader)),
        unread=tuple(_unread(raw, document, reader)),
        omissions=tuple(_omissions(raw, document, reader)),
    )


def _silences(raw: Table, document: Document, reader: ProvisionReader) -> Iterator[Silence]:
    """Yield the silences, those of the list first."""
    listed: tuple[str, ...] = (
        reader.structure(_SILENT_ON, "", raw.get(_SILENT_ON, []), cast("Any", tuple[str, ...])) or ()
    )
    twice = [topic for topic, count in Counter([*listed, *(as_table(raw.get("silence")) or {})]).items() if count > 1]
    for topic in twice:
        reader.faults.add(
            _SILENT_ON, "", Message(en="the topic is given twice.", sv="frågan anges två gånger."), value=topic
        )
    for topic in listed:
        own = {"topic": topic, "document": document.id, "read_on": reader.defaults.read_on}
        made = reader.structure(_SILENT_ON, "", own, Silence)
        if made is not None:
            yield made
    for topic, place, table in _tables(raw, "silence", Silence, reader):
        reader.defaults.refuse_repeated(place, {"passage": "", **table}, reader.faults)
        if not table:
            fix = Message(en="Name the topic in `{list}`.", sv="Nämn frågan i `{list}`.", list=_SILENT_ON)
            reader.faults.add(place, "", Message(en="has no keys.", sv="har inga nycklar."), fix=fix)
        near = reader.cite(place, "near", table["near"]) if "near" in table else ()
        value: dict[str, Any] = {
            **{key: item for key, item in unfold_remarks(table).items() if key != "near"},
            "topic": topic,
            "document": document.id,
            "read_on": table.get("read_on", reader.defaults.read_on),
            "near": near[0] if near else None,
        }
        made = reader.structure(place, "", value, Silence)
        if made is not None:
            yield made


def _unread(raw: Table, document: Document, reader: ProvisionReader) -> Iterator[Unread]:
    for topic, place, table in _tables(raw, "unread", Unread, reader):
        at = reader.cite(place, "passage", table.get("passage", []))
        value = {
            "about": document.id,
            **_without_passage(table),
            "topic": topic,
            "document": document.id,
            "at": at[0] if at else None,
        }
        made = reader.structure(place, "", value, Unread)
        if made is not None:
            yield made


def _omissions(raw: Table, document: Document, reader: ProvisionReader) -> Iterator[Omission]:
    for name, place, table in _tables(raw, "omission", Omission, reader):
        at = reader.cite(place, "passage", table.get("passage", []))
        if not as_list(table.get("passage", [])):
            fix = Message(en="Give the passages that are left out.", sv="Ange de textställen som är utelämnade.")
            reader.faults.add(place, "passage", IS_MISSING, fix=fix)
        value = {**_without_passage(table), "name": name, "document": document.id, "at": at}
        made = reader.structure(place, "", value, Omission)
        if made is not None:
            yield made


def _without_passage(table: Table) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key != "passage"}


def _tables(
    raw: Table, kind: str, cls: type[Silence | Unread | Omission], reader: ProvisionReader
) -> Iterator[tuple[str, str, Table]]:
    """Yield name, place and content of each table of a kind.

    A fault is noted for each table that cannot be used.
    """
    for name, given in named_tables(reader.faults, raw, kind).items():
        place = f"{kind}.{name}"
        table = as_table(given)
        if table is None:
            reader.faults.add(place, "", MUST_BE_TABLE, value=given, fix=write(f"[{place}]"))
        elif not _refused(place, table, cls, reader):
            yield name, place, table


def _refused(place: str, table: Table, cls: type[Silence | Unread | Omission], reader: ProvisionReader) -> bool:
    """Return whether the table gives a key that its place gives already.

    A fault is noted for each such key.
    """
    known = [each for each in keys_of(cls) if each not in _FROM_PLACE]
    twice = [key for key in _FROM_PLACE if key in table]
    for key in twice:
        reader.faults.unknown_key(place, key, key, known)
    return bool(twice)


_FROM_PLACE = ("topic", "document", "name", "at")
"""The fields that a table cannot give by their own name."""
