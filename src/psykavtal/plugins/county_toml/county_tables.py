"""`county.toml` to a county: its place, things and documents, and provisions about these."""

from collections.abc import Iterator
from functools import partial

import attrs
from cattrs import Converter

from psykavtal.errors import InvalidValueError, Message, suggestion
from psykavtal.model.citations import Section, Text
from psykavtal.model.documents import Document
from psykavtal.model.file_names import check_file_name
from psykavtal.model.places import TWO_DIGITS, Municipality, Place
from psykavtal.model.things import Agreement, Body, Role, Service
from psykavtal.model.validators import matches
from psykavtal.model.vocabulary import Fact
from psykavtal.plugins.county_toml.faults import Faults
from psykavtal.plugins.county_toml.file_defaults import DEFAULTS, FileDefaults
from psykavtal.plugins.county_toml.provision_tables import (
    ProvisionReader,
    named_tables,
    unknown_tables,
)
from psykavtal.plugins.county_toml.shorthand import CitationReader, unfold_remarks
from psykavtal.plugins.county_toml.toml_values import Table, as_table
from psykavtal.plugins.county_toml.vocabulary_tables import read_facts
from psykavtal.plugins.form_messages import MUST_BE_TABLE, write
from psykavtal.plugins.toml_county import CountyTables

THINGS: dict[str, type[Body | Role | Service | Agreement]] = {
    "body": Body,
    "role": Role,
    "service": Service,
    "agreement": Agreement,
}
STANDING_KINDS = (
    "parties",
    "adoption",
    "dating",
    "validity",
    "document-relation",
    "target-group",
    "arena",
    "statement",
    "relation",
)
_TABLES = (
    *DEFAULTS,
    "county",
    "adds-to",
    "content",
    "event",
    *THINGS,
    "document",
    *STANDING_KINDS,
)


def read_county(raw: Table, faults: Faults, converter: Converter) -> CountyTables:
    """Read a `county.toml`, noting every fault in `faults`."""
    unknown_tables(faults, raw, _TABLES)
    reader = ProvisionReader(
        converter=converter, citations=CitationReader(documents={}), faults=faults, prefix="county"
    )
    documents = _documents(raw, reader)
    declared = named_tables(faults, raw, "document")
    reader = attrs.evolve(
        reader,
        citations=CitationReader(documents={each.id: each for each in documents}, faulty=_faulty(declared, documents)),
        defaults=FileDefaults.of(raw, faults, converter),
        prefix="" if "county" not in raw else str(named_tables(faults, raw, "county").get("id", "county")),
    )
    if ("county" in raw) == ("adds-to" in raw):
        fault = Message(
            en="must be here, or [adds-to], and not both.", sv="ska stå här, eller [adds-to], och inte båda."
        )
        faults.add("county", "", fault)
    return CountyTables(
        place=_place(raw["county"], reader) if "county" in raw else None,
        adds_to=_adds_to(raw["adds-to"], reader) if "adds-to" in raw and "county" not in raw else None,
        things=tuple(_things(raw, reader)),
        documents=tuple(documents),
        standing=tuple(each for kind in STANDING_KINDS if kind in raw for each in reader.read_kind(kind, raw[kind])),
        facts=_events(raw, reader),
        content=tuple(_content(raw, declared, reader)),
    )


def _faulty(declared: Table, documents: list[Document]) -> frozenset[str]:
    """Return the documents that are declared but could not be read whole.

    Their own faults have been reported.
    """
    whole = {each.id: len(each.texts) for each in documents}
    texts = {name: as_table(table) or {} for name, table in declared.items()}
    return frozenset(
        name for name, table in texts.items() if whole.get(name) != len(as_table(table.get("text", {})) or {})
    )


@attrs.frozen(kw_only=True)
class _AddsTo:
    """The county that a plugin adds to."""

    county: str = attrs.field(validator=matches(r"[0-9]{2}", TWO_DIGITS))


def _adds_to(raw: object, reader: ProvisionReader) -> str | None:
    made = reader.structure("adds-to", "", raw, _AddsTo)
    return None if made is None else made.county


def _events(raw: Table, reader: ProvisionReader) -> tuple[Fact, ...]:
    """The county's own events, whose ids begin with its own."""
    events = named_tables(reader.faults, raw, "event")
    for name in events:
        if ":" not in name:
            fault = Message(
                en="an event of a county is prefixed with the county's id.",
                sv="ett läns händelse börjar med länets id.",
            )
            fix = write(f'[event."{reader.prefix or "name-of-your-own"}:{name}"]')
            reader.faults.add(f"event.{name}", "", fault, fix=fix)
    return read_facts({"event": events}, reader)


def _content(raw: Table, declared: Table, reader: ProvisionReader) -> Iterator[tuple[str, str]]:
    for document_id, file in named_tables(reader.faults, raw, "content").items():
        if document_id not in declared:
            fix = partial(suggestion, document_id, declared, kind="documents")
            fault = Message(en="the document is not declared.", sv="dokumentet är inte deklarerat.")
            reader.faults.add("content", document_id, fault, value=document_id, fix=fix)
        elif not isinstance(file, str):
            fault = Message(en="must be the name of a file.", sv="ska vara namnet på en fil.")
            reader.faults.add("content", document_id, fault, value=file)
        else:
            try:
                yield document_id, _content_file(file)
            except InvalidValueError as error:
                reader.faults.add_error("content", error, key=document_id)


def _content_file(name: str) -> str:
    """Return the name, checked to be that of a TOML file of the package.

    A file with another purpose is refused.
    """
    if not check_file_name(name).endswith(".toml"):
        fault = Message(en="must be a TOML file.", sv="ska vara en TOML-fil.")
        fix = Message(en="Its name ends with .toml.", sv="Dess namn slutar med .toml.")
        raise InvalidValueError(fault, value=name, fix=fix)
    if name.lower() == "county.toml":
        fault = Message(en="is a file with another purpose.", sv="är en fil med ett annat syfte.")
        fix = Message(en="Give the document a file of its own.", sv="Ge dokumentet en egen fil.")
        raise InvalidValueError(fault, value=name, fix=fix)
    return name


_NAMED_BY = "municipalities_named_by"


def _place(given: object, reader: ProvisionReader) -> Place | None:
    raw = as_table(given)
    if raw is None:
        reader.faults.add("county", "", MUST_BE_TABLE, value=given)
        return None
    table = {key: value for key, value in raw.items() if key not in ("municipalities", _NAMED_BY)}
    named_by = reader.cite("county", _NAMED_BY, raw[_NAMED_BY]) if _NAMED_BY in raw else ()
    municipalities: list[Municipality] = []
    for code, name in named_tables(reader.faults, raw, "municipalities").items():
        made = reader.structure("county.municipalities", code, {"code": code, "name": name}, Municipality)
        if made is not None:
            municipalities.append(attrs.evolve(made, named_by=named_by))
    made_place = reader.structure("county", "", table, Place)
    return None if made_place is None else attrs.evolve(made_place, municipalities=tuple(municipalities))


def _things(raw: Table, reader: ProvisionReader) -> list[Body | Role | Service | Agreement]:
    found: list[Body | Role | Service | Agreement] = []
    for name, cls in THINGS.items():
        for thing_id, table in named_tables(reader.faults, raw, name).items():
            given = as_table(table)
            value = table if given is None else {"id": thing_id, **unfold_remarks(given)}
            made = reader.structure(f"{name}.{thing_id}", "", value, cls)
            if made is not None:
                found.append(made)
    return found


def _documents(raw: Table, reader: ProvisionReader) -> list[Document]:
    found: list[Document] = []
    for document_id, given in named_tables(reader.faults, raw, "document").items():
        table = as_table(given)
        if table is None:
            reader.faults.add(f"document.{document_id}", "", MUST_BE_TABLE, value=given)
            continue
        place = f"document.{document_id}"
        given_texts = named_tables(reader.faults, table, "text", within=place)
        texts = [_text(f"{place}.text.{text_id}", text_id, text, reader) for text_id, text in given_texts.items()]
        rest = {key: value for key, value in table.items() if key != "text"}
        texts = [each for each in texts if each is not None]
        made = reader.structure(
            f"document.{document_id}",
            "",
            {"id": document_id, "texts": texts, **unfold_remarks(rest)},
            Document,
        )
        if made is not None:
            found.append(made)
    return found


def _text(table: str, text_id: str, raw: object, reader: ProvisionReader) -> Text | None:
    """A text, with its sections in order."""
    given = as_table(raw)
    if given is None:
        reader.faults.add(table, "", MUST_BE_TABLE, value=raw)
        return None
    sections = named_tables(reader.faults, given, "sections", within=table)
    read = [_section(f"{table}.sections", section_id, each, reader) for section_id, each in sections.items()]
    listed = [each for each in read if each is not None]
    made = reader.structure(table, "", {**given, "id": text_id, "sections": listed}, Text)
    return made if len(listed) == len(read) else None


def _section(table: str, section_id: str, raw: object, reader: ProvisionReader) -> Section | None:
    """A section, from its heading or from a table."""
    given = as_table(raw)
    if given is None:
        return reader.structure(table, section_id, {"id": section_id, "heading": raw}, Section)
    if "id" in given:
        reader.faults.unknown_key(
            f"{table}.{section_id}", "id", "id", ("heading", "level", "page", "lists", "heading_rows")
        )
        return None
    return reader.structure(f"{table}.{section_id}", "", {**given, "id": section_id}, Section)
