"""`county.toml` to a county: its place, things, documents, and their standing."""

import attrs
from cattrs import Converter

from psykavtal.model.documents import Document
from psykavtal.model.places import Municipality, Place
from psykavtal.model.provisions import KINDS
from psykavtal.model.things import Agreement, Body, Role, Service
from psykavtal.plugins.county_file import CountyFile
from psykavtal.plugins.reading.faults import Faults
from psykavtal.plugins.reading.provisions import (
    ProvisionReader,
    named_tables,
    unknown_tables,
)
from psykavtal.plugins.reading.raw import Table, as_table
from psykavtal.plugins.reading.shorthand import CitationReader
from psykavtal.plugins.reading.vocabulary import read_facts

THINGS: dict[str, type[Body | Role | Service | Agreement]] = {
    "body": Body,
    "role": Role,
    "service": Service,
    "agreement": Agreement,
}
STANDING_KINDS = (
    "parties",
    "adoption",
    "validity",
    "document-relation",
    "target-group",
    "arena",
    "statement",
    "relation",
)
_TABLES = (
    "county",
    "adds-to",
    "content",
    "event",
    *THINGS,
    "document",
    *STANDING_KINDS,
)


def read_county(raw: Table, faults: Faults, converter: Converter) -> CountyFile:
    """Read a `county.toml`, noting every fault in `faults`."""
    unknown_tables(faults, raw, _TABLES)
    reader = ProvisionReader(
        converter=converter,
        citations=CitationReader(documents={}),
        faults=faults,
        prefix="county",
    )
    documents = _documents(raw, reader)
    reader = attrs.evolve(
        reader,
        citations=CitationReader(documents={each.id: each for each in documents}),
        prefix=str(named_tables(faults, raw, "county").get("id", "county")),
    )
    adds_to = named_tables(faults, raw, "adds-to").get("county")
    if ("county" in raw) == ("adds-to" in raw):
        faults.add("county", "", "must stand here, or [adds-to], and not both.")
    own = as_table(raw.get("county"))
    return CountyFile(
        place=None if own is None else _place(own, reader),
        adds_to=None if adds_to is None else str(adds_to),
        things=tuple(_things(raw, reader)),
        documents=tuple(documents),
        standing=tuple(each for kind in STANDING_KINDS if kind in raw for each in reader.read_kind(kind, raw[kind])),
        facts=read_facts({"event": named_tables(faults, raw, "event")}, reader),
        content=tuple((key, str(value)) for key, value in named_tables(faults, raw, "content").items()),
    )


def _place(raw: Table, reader: ProvisionReader) -> Place | None:
    table = {key: value for key, value in raw.items() if key not in ("municipalities", "municipalities_at")}
    named_by = (
        reader.cite("county", "municipalities_at", raw["municipalities_at"]) if "municipalities_at" in raw else ()
    )
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
            value = table if given is None else {"id": thing_id, **given}
            made = reader.structure(f"{name}.{thing_id}", "", value, cls)
            if made is not None:
                found.append(made)
    return found


def _documents(raw: Table, reader: ProvisionReader) -> list[Document]:
    found: list[Document] = []
    for document_id, given in named_tables(reader.faults, raw, "document").items():
        table = as_table(given)
        if table is None:
            reader.faults.add(f"document.{document_id}", "", "must be a table.", value=given)
            continue
        texts = [_text(text_id, text) for text_id, text in named_tables(reader.faults, table, "text").items()]
        rest = {key: value for key, value in table.items() if key != "text"}
        made = reader.structure(
            f"document.{document_id}",
            "",
            {"id": document_id, "texts": texts, **rest},
            Document,
        )
        if made is not None:
            found.append(made)
    return found


def _text(text_id: str, raw: object) -> object:
    """A text with its sections in order; what has another form is left for the converter to refuse."""
    text = as_table(raw)
    sections = None if text is None else as_table(text.get("sections"))
    if text is None or sections is None:
        return raw
    listed = [{"id": section_id, "heading": heading} for section_id, heading in sections.items()]
    return {**text, "id": text_id, "sections": listed}


STANDING_TYPES = tuple(KINDS[kind] for kind in STANDING_KINDS)
