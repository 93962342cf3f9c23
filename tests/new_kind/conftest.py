"""Fixtures of the tests in this folder."""

import pytest

from psykavtal import Counties, County
from tests.counties import DOCUMENT, MakeCounty
from tests.new_kind.allowance_county import TABLE, loaded


@pytest.fixture
def make(tmp_path, monkeypatch) -> MakeCounty:
    return MakeCounty(tmp_path, monkeypatch)


@pytest.fixture
def counties(make) -> Counties:
    return loaded(make.whole(document=DOCUMENT + TABLE))


@pytest.fixture
def county(counties) -> County:
    return counties["17"]
