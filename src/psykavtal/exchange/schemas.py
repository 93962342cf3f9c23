"""JSON Schemas: of what is exchanged, and of what authors write."""

from collections.abc import Mapping

from psykavtal.errors import InvalidValueError, Message, suggestion
from psykavtal.exchange.case_values import APPLIES, fields
from psykavtal.exchange.county_file_schema import county_schema, document_schema
from psykavtal.exchange.public_kinds import classes
from psykavtal.exchange.schema_types import BY_REFERENCE, definition, field_schema, named_unions, tagged_union
from psykavtal.model import arguments
from psykavtal.model.provisions import Definition, Provision

VERSION = 2
"""The version of the schemas, a part of their `$id`; it rises when a text that was valid may no longer be."""

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(which: str) -> dict[str, object]:
    """Return a JSON Schema, generated from the model.

    Args:
        which: "exchange" for the output of `to_json`; "county" for county.toml; "document" for
            the file of a document.

    Raises:
        InvalidValueError: the name of the schema is unknown.

    Examples:
        >>> sorted(schema_of("exchange")["$defs"])[:3]
        ['act', 'adoption', 'age-band']
    """
    makers = {"exchange": _exchange, "county": county_schema, "document": document_schema}
    if arguments.text(which, "which") not in makers:
        fault = Message(en="no schema {schema!r}.", sv="okänt schema {schema!r}.", schema=which)
        raise InvalidValueError(fault, value=which, fix=suggestion(which, makers, kind="schemas"))
    return {"$schema": DRAFT, "$id": f"urn:psykavtal:schema:{which}:{VERSION}", **makers[which]()}


def _exchange() -> dict[str, object]:
    definitions: dict[str, object] = {kind: definition(kind, cls) for kind, cls in classes().items()}
    text: dict[str, object] = {"type": "string"}
    edition = {"county": text, "document": text, "on": {"type": "string", "format": "date"}}
    definitions["edition"] = _closed("edition", edition)
    definitions["escalation"] = _closed("escalation", {"edition": {"$ref": "#/$defs/edition"}})
    parts = {name: field_schema(declared) for name, declared in fields().items()}
    labels = {"type": "object", "additionalProperties": {"$ref": "#/$defs/wording"}}
    provisions = {"type": "object", "additionalProperties": field_schema(Provision)}
    rest = {
        "definitions": field_schema(tuple[Definition, ...]),
        "provisions": provisions,
        "labels": labels,
        "receipt": {"$ref": "#/$defs/receipt"},
    }
    definitions[APPLIES] = _closed(APPLIES, {**parts, **rest})
    definitions[BY_REFERENCE] = _closed(BY_REFERENCE, {"ref": text})
    unions = {name: tagged_union(kinds) for name, kinds in named_unions().items()}
    return {
        "title": "psykavtal exchange",
        "$defs": dict(sorted({**definitions, **unions}.items())),
        **tagged_union(sorted(definitions)),
    }


def _closed(kind: str, properties: Mapping[str, object]) -> dict[str, object]:
    return {
        "type": "object",
        "properties": {"kind": {"const": kind}, **properties},
        "required": ["kind", *properties],
        "additionalProperties": False,
    }
