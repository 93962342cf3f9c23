"""What is no exchange of this library is refused, saying what would be right and where."""

import json
from functools import cache

import jsonschema  # type: ignore[import-untyped] (it has no stubs)
import psykavtal_jamtland
import pytest

from psykavtal import Counties, from_dict, from_json, load_counties, schema_of, to_json
from psykavtal.errors import InvalidValueError, UnknownCountyError, UnknownDocumentError

ON = "2026-01-10"
SCHEMA = schema_of("exchange")


@cache
def loaded() -> Counties:
    return load_counties()


@pytest.mark.parametrize("view", ["edition", "escalation"])
def test_what_is_told_by_reference_needs_counties_and_says_so(view: str) -> None:
    edition = loaded()["23"].document("jamtland-2025", on=ON)
    text = to_json(edition if view == "edition" else edition.escalation)
    assert from_json(text, counties=loaded())
    with pytest.raises(InvalidValueError, match=r"counties=load_counties\(\)"):
        from_json(text)


@pytest.mark.parametrize(("old", "error"), [('"23"', UnknownCountyError), ('"jamtland-2025"', UnknownDocumentError)])
def test_an_edition_that_these_counties_have_not_is_refused_by_name(old: str, error: type[Exception]) -> None:
    text = to_json(loaded()["23"].document("jamtland-2025", on=ON))
    with pytest.raises(error, match="nowhere"):
        from_json(text.replace(old, '"nowhere"'), counties=loaded())


RANGE: dict[str, object] = {"kind": "age-range", "at_least": 18, "below": None}
WORDING: dict[str, object] = {"kind": "wording", "sv": "x", "en": None}
RULE: dict[str, object] = {"kind": "rule", "id": "x", "wording": WORDING}
PLACE: dict[str, object] = {"kind": "place", "id": "x", "code": "17", "name": "x", "region": "x"}
EDITION: dict[str, object] = {"kind": "edition", "county": "23", "document": "jamtland-2025", "on": ON}
FACT: dict[str, object] = {"kind": "fact", "id": "x", "type": "truth", "label": WORDING, "question": WORDING}
BAD: dict[str, tuple[object, str]] = {
    "a kind there is none of": ({**RANGE, "kind": "age-rnage"}, "age-range"),
    "a kind that is no text": ({**RANGE, "kind": []}, "kind"),
    "no kind": ({"at_least": 18}, "`kind`"),
    "no object": ([RANGE], "to_dict"),
    "a key too many": ({**RANGE, "blow": 5}, "below"),
    "a key too few": ({"kind": "rule", "id": "x"}, "wording"),
    "text for a number": ({**RANGE, "at_least": "18"}, "whole number"),
    "true for a number": ({**RANGE, "at_least": True}, "whole number"),
    "a number for text": ({**WORDING, "sv": 5}, "text"),
    "null for text": ({**WORDING, "sv": None}, "text"),
    "an empty wording": ({**WORDING, "sv": ""}, "sv"),
    "text for an object": ({**RULE, "wording": "x"}, "wording"),
    "null for an object": ({**RULE, "wording": None}, "wording"),
    "an object of another kind": ({**RULE, "wording": RANGE}, "wording"),
    "a condition of another kind": ({"kind": "not", "of": WORDING}, "fact-is"),
    "a number for a condition": ({"kind": "not", "of": 5}, "fact-is"),
    "one for a list": ({**PLACE, "municipalities": PLACE}, "list"),
    "an entry of another kind": ({**PLACE, "municipalities": [WORDING]}, "municipality"),
    "a list for a passage": ({"kind": "county-snapshot", "record": {"kind": "county-record", "place": PLACE}, "passages": [["a", "b"]]}, "locked-passage"),
    "a value that is none of its kind": ({**FACT, "type": "truht"}, "truth"),
    "a code of another form": ({**PLACE, "code": "1"}, "code"),
    "a range that holds no age": ({**RANGE, "below": 18}, "below"),
    "a negative age": ({**RANGE, "at_least": -1}, "at_least"),
    "a day without its century": ({**EDITION, "on": "26-01-10"}, "2026-01-10"),
    "an edition without its day": ({"kind": "edition", "county": "23", "document": "jamtland-2025"}, "on"),
    "an edition with a key too many": ({**EDITION, "dokument": "x"}, "document"),
    "an escalation of nothing": ({"kind": "escalation"}, "edition"),
    "a snapshot with a key too many": ({**json.loads(to_json(load_counties(plugins=[psykavtal_jamtland.plugin]))), "x": 1}, "counties, topics, facts"),
}  # fmt: skip


@pytest.mark.parametrize(("value", "right"), BAD.values(), ids=BAD)
def test_what_is_no_exchange_is_refused_with_what_would_be_right(value: object, right: str) -> None:
    with pytest.raises(InvalidValueError) as raised:
        from_dict(value, counties=loaded())
    assert right in str(raised.value)
    with pytest.raises(InvalidValueError):
        from_json(json.dumps(value), counties=loaded())


# What JSON Schema does not tell: rules of the values that they are.
RULES = {"a range that holds no age", "a negative age", "a code of another form", "an empty wording"}


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in BAD if name not in RULES])
def test_the_schema_refuses_it_too(name: str) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    assert not validator.is_valid(BAD[name][0])


def test_a_fault_deep_within_is_told_with_its_place() -> None:
    with pytest.raises(InvalidValueError) as raised:
        from_dict({**FACT, "question": {**WORDING, "sv": 5}})
    assert "question.sv" in raised.value.place


def test_all_faults_are_reported_together_with_their_paths() -> None:
    label = {"kind": "wodring", "sv": "x"}
    with pytest.raises(InvalidValueError) as raised:
        from_dict({"kind": "fact", "id": 5, "type": "truht", "label": label, "question": WORDING, "qestion": WORDING})
    lines = str(raised.value).splitlines()
    assert lines[0] == "has 4 faults:"
    assert [each.strip(" -").partition(" ")[0] for each in lines[1:]] == ["id:", "type:", "label:", "unknown"]
    assert "Did you mean 'wording'?" in lines[3]
    assert "Did you mean 'question'?" in lines[4]


@pytest.mark.parametrize("text", ["", "{", "[]", "5", '"x"', "null", "NaN"])
def test_text_that_is_no_object_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError):
        from_json(text)
