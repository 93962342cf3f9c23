"""A document that cannot be read is named, and the rest is there."""

import json

import pytest

from psykavtal import export, load_counties
from psykavtal.errors import PluginWarning
from tests.counties import DOCUMENT, MakeCounty

DAY = "2026-01-10"


@pytest.fixture
def faulty(tmp_path, monkeypatch):
    folder = tmp_path / "plugins"
    folder.mkdir()
    broken = DOCUMENT.replace('target = "radet"', 'target = "rade"')
    return load_counties([MakeCounty(folder, monkeypatch).whole(document=broken)])


def test_a_table_names_what_it_could_not_read(faulty):
    with pytest.warns(PluginWarning, match="avtal-2024: Avtalet 2024 cannot be read and is missing from the tables"):
        table = faulty.table("provisions", on=DAY)
    assert table.not_read == ("avtal-2024",)
    assert table.column("provision_id") == ("varmland.validity.avtal-2024",)
    assert repr(table).endswith("; not read: avtal-2024>")
    assert "Kan inte läsas och saknas: avtal-2024" in table._repr_html_()


def test_an_export_names_what_it_could_not_read(faulty, tmp_path):
    with pytest.warns(PluginWarning):
        export(faulty, tmp_path / "out", on=DAY, formats=("csv", "json"))
    text = (tmp_path / "out" / "CODEBOOK.md").read_text("utf-8")
    assert "Kan inte läsas och saknas: Avtalet 2024" in text
    assert "Cannot be read and missing: Avtalet 2024" in text
    (county,) = json.loads((tmp_path / "out" / "json" / "counties.json").read_bytes())["counties"]
    assert county["contents"] == []
