"""The invented county Norrvik, and a county whose texts are hostile."""

import pytest

from psykavtal import Counties, load_counties
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty
from tests.norrvik import plugin


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
