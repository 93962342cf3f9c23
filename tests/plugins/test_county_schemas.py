"""The JSON Schemas of county files: what authors write is checked in their editor as it will be read."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import psykavtal_dalarna
import psykavtal_jamtland
import psykavtal_jonkoping
import pytest

from psykavtal import schema_of
from tests.counties import DOCUMENT
from tests.county_faults import IN_DOCUMENT

HOMES = [Path(str(each.__file__)).parent for each in (psykavtal_dalarna, psykavtal_jamtland, psykavtal_jonkoping)]
FILES = sorted(each for home in HOMES for each in home.glob("*.toml"))


def as_json(value: Any) -> Any:
    """TOML dates as editors check them: ISO text."""
    if isinstance(value, Mapping):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


@cache
def validator(name: str) -> jsonschema_rs.Draft202012Validator:
    schema = schema_of(name)
    jsonschema_rs.meta.validate(schema)
    return jsonschema_rs.Draft202012Validator(schema)


@pytest.mark.slow
@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_the_schema_accepts_an_installed_file_and_refuses_every_misspelt_key(file: Path) -> None:
    read = as_json(tomllib.loads(file.read_text(encoding="utf-8")))
    checks = validator("county" if file.name == "county.toml" else "document")
    assert [each.message for each in checks.iter_errors(read)] == []
    # Beside what every file must have, one table at a time is enough.
    least = {key: read[key] for key in ("document", "county", "content", "adds-to") if key in read}
    assert checks.is_valid(least)
    assert not checks.is_valid({**least, "relatoin": {}})
    for kind, tables in read.items():
        if not isinstance(tables, Mapping) or kind in ("content", "county"):
            continue
        for name, table in tables.items():
            spoilt = {**least, kind: {name: {**table, "vreb": "ska"}}}
            assert not checks.is_valid(spoilt), f"{kind}.{name}"


STRUCTURAL = [name for name in IN_DOCUMENT if name.startswith(("a misspelt", "a number", "text for", "true for"))]
STRUCTURAL.remove("text for the day of all")  # a date is text in JSON
STRUCTURAL += ["no Swedish wording", "no citation", "no topic", "no topic in the list", "a negative age"]
STRUCTURAL += ["a silence without keys", "the old name of a passage", "all of a list, with a word"]


@pytest.mark.slow
@pytest.mark.parametrize("name", STRUCTURAL)
def test_the_schema_refuses_what_the_reader_refuses(name: str) -> None:
    case = IN_DOCUMENT[name]
    checks = validator("document")
    assert checks.is_valid(as_json(tomllib.loads(DOCUMENT)))
    assert not checks.is_valid(as_json(tomllib.loads(DOCUMENT.replace(case.old, case.new))))
