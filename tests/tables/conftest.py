"""The tables and an export of the installed counties, the invented county Norrvik, and a county whose texts are hostile."""

from pathlib import Path

import pytest

from psykavtal import Counties, Table, export, load_counties
from psykavtal.agreements.tables.making import make_tables
from psykavtal.model.wording import LANGUAGES
from psykavtal.output.export.prepared_export import FORMATS
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty
from tests.norrvik import plugin
from tests.tables.exports import DAY


@pytest.fixture(scope="session")
def tables(counties) -> list[Table]:
    return list(make_tables(counties.members, on=DAY))


@pytest.fixture(scope="module", params=LANGUAGES)
def tables_by_name(request, counties) -> dict[str, Table]:
    return {each.name: each for each in make_tables(counties.members, lang=request.param, on=DAY)}


@pytest.fixture(scope="session")
def folder(counties, tmp_path_factory) -> Path:
    """An export of the installed counties in every format."""
    out = tmp_path_factory.mktemp("export") / "out"
    export(counties, out, on=DAY, formats=FORMATS)
    return out


@pytest.fixture(scope="session")
def norrvik() -> Counties:
    return load_counties([plugin], strict=True)


@pytest.fixture
def with_wording(tmp_path, monkeypatch):
    """Returns counties of which one provision and a body have a text."""

    def make(text: str) -> Counties:
        escaped = "".join(f"\\u{ord(each):04x}" for each in text)
        document = DOCUMENT.replace('sv = "Oenighet lyfts i Rådet."', f'sv = "{escaped}"\nen = "{escaped}"')
        county = (COUNTY + AGREEMENT).replace('["Rådet"]', f'["{escaped}"]')
        assert escaped in document
        assert escaped in county
        (tmp_path / "plugins").mkdir(exist_ok=True)
        return load_counties([MakeCounty(tmp_path / "plugins", monkeypatch).whole(county, document)], strict=True)

    return make
