"""Sections of county files: a heading, or a table with its level, page and lists."""

from pathlib import Path

import jsonschema
import pytest

from psykavtal import load_counties, schema_of
from psykavtal.errors import PluginWarning
from psykavtal.model.citations import Section
from tests.counties import AGREEMENT, COUNTY, MakeCounty

PLAIN = 'malgrupp = "Målgrupp"\n'
WHOLE = COUNTY + AGREEMENT

RIGHT = {
    "a table of a heading": ('{ heading = "Målgrupp" }', Section(id="malgrupp", heading="Målgrupp")),
    "a level and a page": (
        '{ heading = "Målgrupp", level = 2, page = 3 }',
        Section(id="malgrupp", heading="Målgrupp", level=2, page=3),
    ),
    "lists": ('{ heading = "Målgrupp", lists = [7, 8] }', Section(id="malgrupp", heading="Målgrupp", lists=(7, 8))),
    "lost lists": ('{ heading = "Målgrupp", lists = [] }', Section(id="malgrupp", heading="Målgrupp", lists=())),
}
WRONG = {
    "an unknown key": ('{ heading = "Målgrupp", levl = 2 }', "Did you mean 'level'?"),
    "an id": ('{ heading = "Målgrupp", id = "x" }', "malgrupp"),
    "a level of 0": ('{ heading = "Målgrupp", level = 0 }', "must be 1 or more"),
    "a page that is text": ('{ heading = "Målgrupp", page = "3" }', "page"),
    "a list that is text": ('{ heading = "Målgrupp", lists = ["7"] }', "lists"),
    "a heading that is a number": ("5", "malgrupp"),
    "a list": ('["Målgrupp"]', "malgrupp"),
}


@pytest.fixture
def make_county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeCounty:
    return MakeCounty(tmp_path, monkeypatch)


@pytest.mark.parametrize(("written", "section"), RIGHT.values(), ids=RIGHT)
def test_a_section_may_be_a_table(make_county: MakeCounty, written: str, section: Section) -> None:
    assert PLAIN in WHOLE
    plugin = make_county.whole(WHOLE.replace(PLAIN, f"malgrupp = {written}\n"))
    document = load_counties([plugin], strict=True)["17"].holdings.document("avtal-2024")
    assert document.texts[0].section("malgrupp") == section


@pytest.mark.parametrize(("written", "fault"), WRONG.values(), ids=WRONG)
def test_a_faulty_section_is_reported_with_its_place(make_county: MakeCounty, written: str, fault: str) -> None:
    plugin = make_county.whole(WHOLE.replace(PLAIN, f"malgrupp = {written}\n"))
    with pytest.warns(PluginWarning, match="avtal-2024") as raised:
        load_counties([plugin])
    assert fault in str(raised[0].message)


def test_the_schema_has_both_forms() -> None:
    validator = jsonschema.Draft202012Validator(schema_of("county"))

    def faults(section: object) -> list[str]:
        text = {"file": "x.txt", "digest": "sha256:00", "sections": {"mal": section}}
        document = {"d": {"names": ["D"], "type": "agreement", "text": {"t": text}}}
        return [each.message for each in validator.iter_errors({"document": document})]

    assert faults("Mål") == faults({"heading": "Mål", "level": 2, "page": 3, "lists": [7]}) == []
    assert faults({"heading": "Mål", "levl": 2})
    assert faults(5)
