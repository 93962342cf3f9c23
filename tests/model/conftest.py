"""Fixtures of the tests in this folder."""

import pytest

from psykavtal import County, load_counties
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty
from tests.model.dated_county import MakeTestCounty


@pytest.fixture
def county(tmp_path, monkeypatch) -> MakeTestCounty:
    """A county of one document, with these further tables in its two files."""
    make = MakeCounty(tmp_path, monkeypatch)

    def made(in_county: str = "", in_document: str = "", *, dated: str = "") -> County:
        agreement = AGREEMENT.replace("read_on = 2026-01-01", f"{dated}\nread_on = 2026-01-01", 1)
        plugin = make.whole(county=COUNTY + agreement + in_county, document=DOCUMENT + in_document)
        (member,) = load_counties(plugins=[plugin], strict=True).members
        return member

    return made
