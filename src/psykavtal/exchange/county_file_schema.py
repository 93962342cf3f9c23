"""The schemas of county files, for completion and checks in an author's editor."""

from collections.abc import Mapping
from typing import Any

import attrs

from psykavtal.exchange.schema_types import Schema, field_schema, summary
from psykavtal.model.citations import Section, Text
from psykavtal.model.documents import Document
from psykavtal.model.places import Place
from psykavtal.model.provisions import KINDS, Provision, Review, kind_of, value_classes
from psykavtal.model.readings import Because
from psykavtal.model.records import OmissionReason
from psykavtal.model.remarks import RemarkKind
from psykavtal.plugins.county_toml.county_tables import STANDING_KINDS, THINGS
from psykavtal.plugins.county_toml.toml_converter import keys_of
from psykavtal.plugins.county_toml.toml_values import as_items, as_table

_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_MANY_TEXTS: Schema = {"anyOf": [_TEXT, _TEXTS]}
# Fields that the reader makes, or that have a short form of their own.
_MADE = (
    "id",
    "document",
    "topic",
    "also",
    "wording",
    "citations",
    "reported",
    "age_limits",
    "age_limit",
    "readings",
    "remarks",
)


def county_schema() -> Schema:
    """The schema of `county.toml`."""
    properties: dict[str, object] = {
        **_defaults(),
        "county": _place(),
        "adds-to": _object({"county": _TEXT}, required=["county"]),
        "content": _named(_TEXT),
        "event": _named(
            _object({"label": _ref("wording"), "question": _ref("wording")}, required=["label", "question"])
        ),
        "document": _named(_document()),
        **{name: _named(_thing(cls)) for name, cls in THINGS.items()},
        **{kind: _named(_provision(KINDS[kind])) for kind in STANDING_KINDS},
    }
    return {"title": "psykavtal county.toml", **_object(properties), "$defs": _definitions()}


def document_schema() -> Schema:
    """The schema of the file of a document."""
    silence = {"near": _TEXT, "defers_to": _TEXT, "remark": _remarks(), "read_on": _date()}
    unread = {"about": _TEXT, "passage": _TEXT, "why": _ref("wording")}
    omissions = {"passage": _MANY_TEXTS, "reason": field_schema(OmissionReason), "note": _ref("wording")}
    properties: dict[str, object] = {
        "document": _TEXT,
        **_defaults(),
        "silent_on": _TEXTS,
        "silence": _named({**_object(silence), "minProperties": 1}),
        "unread": _named(_object(unread, required=["passage", "why"])),
        "omission": _named(_object(omissions, required=["passage", "reason"])),
        **{kind: _named(_provision(cls)) for kind, cls in KINDS.items()},
    }
    return {
        "title": "psykavtal document file",
        **_object(properties, required=["document"]),
        "$defs": _definitions(),
    }


def _provision(cls: type[Provision]) -> Schema:
    fields = {each.name: each for each in attrs.fields(attrs.resolve_types(cls)) if each.name in keys_of(cls)}
    properties: dict[str, object] = {
        "sv": _TEXT,
        "en": _TEXT,
        "answers": {**_TEXTS, "minItems": 1},
        "passage": _MANY_TEXTS,
        "reported": {"anyOf": [_ref("address"), {"type": "array", "items": _ref("address")}]},
        **{name: _authored(each.type) for name, each in fields.items() if name not in _MADE},
        "remark": _remarks(),
    }
    if "age_limits" in fields:
        properties["age"] = {"anyOf": [_ref("age"), {"type": "array", "items": _ref("age")}]}
    elif "age_limit" in fields:
        properties["age"] = _ref("age")
    reading: dict[str, object] = {
        **properties,
        "why": _ref("wording"),
        "because": field_schema(Because),
        "topics": _TEXTS,
    }
    properties["reading"] = {
        "type": "object",
        "additionalProperties": _object(reading, required=["why"]),
        "minProperties": 2,
    }
    required = [
        name for name, each in fields.items() if name not in (*_MADE, "about") and each.default is attrs.NOTHING
    ]
    answers = () if cls.TOPIC else ("answers",)
    return {
        "description": summary(cls),
        **_object(properties, required=["sv", *answers, *required]),
        "anyOf": [{"required": ["passage"]}, {"required": ["reported"]}],
    }


def _thing(cls: type[Any], *, without: tuple[str, ...] = ()) -> Schema:
    fields = [each for each in attrs.fields(attrs.resolve_types(cls)) if each.name not in ("id", *without)]
    required = [each.name for each in fields if each.default is attrs.NOTHING]
    properties = {each.name: _authored(each.type) for each in fields if each.name != "remarks"}
    return _object({**properties, "remark": _remarks()}, required=required)


def _remarks() -> Schema:
    """The schema of the remarks of a table, by name."""
    fields = {"kind": field_schema(RemarkKind), "sv": _TEXT, "en": _TEXT, "provision": _TEXT}
    return _named(_object(fields, required=["kind", "sv"]))


def _document() -> Schema:
    schema = _thing(Document, without=("texts",))
    text = {each.name: _authored(each.type) for each in attrs.fields(Text) if each.name not in ("id", "sections")}
    text["sections"] = _named({"anyOf": [_TEXT, _section()]})
    properties = {**_properties(schema), "text": _named(_object(text, required=["file", "digest", "sections"]))}
    return {**schema, "properties": properties}


def _section() -> Schema:
    fields = [each for each in attrs.fields(attrs.resolve_types(Section)) if each.name != "id"]
    return _object({each.name: _authored(each.type) for each in fields})


def _place() -> Schema:
    schema = _thing(Place, without=("municipalities",))
    properties = {
        **_properties(schema),
        "id": _TEXT,
        "municipalities": _named(_TEXT),
        "municipalities_named_by": _MANY_TEXTS,
    }
    return {**schema, "properties": properties}


def _properties(schema: Schema) -> dict[str, object]:
    return dict(as_table(schema["properties"]) or {})


def _authored(declared: Any) -> Schema:  # noqa: ANN401 (a type of any kind)
    """A field's schema, with the short forms that authors write."""
    shortened: Schema = _shortened(field_schema(declared))
    return shortened


def _shortened(schema: Any) -> Any:  # noqa: ANN401 (a schema or a part of one)
    """References to classes replaced by the short form that a file has for them."""
    items = as_items(schema)
    if items is not None:
        kept: list[Any] = [_shortened(each) for each in items]
        return [each for number, each in enumerate(kept) if each not in kept[:number] and each != {"type": "null"}]
    table = as_table(schema)
    if table is None:
        return schema
    if "$ref" in table:
        kind = str(table["$ref"]).rpartition("/")[2]
        return _ref(_FORMS.get(kind, kind))
    return {key: _shortened(value) for key, value in table.items()}


_FORMS = {
    "wording": "wording",
    "uncertain-date": "date",
    "age-limit": "age",
    "any-condition": "criterion",
    "citation": "citation",
    "web-source": "address",
    **dict.fromkeys(("fact-is", "age-is", "in-words", "not", "all-of", "any-of"), "criterion"),
}


def _definitions() -> dict[str, object]:
    years: Schema = {"type": "integer", "minimum": 0}
    ages: dict[str, object] = {"from": years, "below": years, "all": {"const": True}}
    reading: dict[str, object] = {**ages, "why": _ref("wording"), "because": field_schema(Because), "topics": _TEXTS}
    criterion = _ref("criterion")
    listed = {"type": "array", "items": criterion, "minItems": 1}
    return {
        "wording": _object({"sv": _TEXT, "en": _TEXT}, required=["sv"]),
        "date": {"anyOf": [_TEXT, _object({"edtf": _TEXT, "words": _TEXT}, required=["edtf"])]},
        "age": _object(
            {
                "words": _TEXT,
                "fact": _TEXT,
                "number": {"const": False},
                **ages,
                "reading": {"type": "object", "additionalProperties": _object(reading, required=["why"])},
            },
            required=["words"],
        ),
        **{kind_of(each): _thing(each) for each in value_classes()},
        "citation": _TEXT,
        "address": {"anyOf": [_TEXT, _object({"url": _TEXT, "retrieved": _date()}, required=["url"])]},
        "criterion": {
            "anyOf": [
                _TEXT,
                listed,
                _object({"any": listed}, required=["any"]),
                _object({"not": criterion}, required=["not"]),
                _object({"age": _ref("age")}, required=["age"]),
            ]
        },
    }


def _defaults() -> dict[str, object]:
    return {"review": field_schema(Review), "read_on": _date()}


def _date() -> Schema:
    return {"type": "string", "format": "date"}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _named(schema: Schema) -> Schema:
    return {"type": "object", "additionalProperties": schema}


def _object(properties: Mapping[str, object], *, required: list[str] | None = None) -> Schema:
    schema: Schema = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    return {**schema, "required": required} if required else schema
