"""Fixtures of the tests in this folder."""

from pathlib import Path

import pytest

from psykavtal import load_counties
from tests.counties import MakeCounty
from tests.plugins.add_ons import INSTALLED, verdicts


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the path, for distributions and modules."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return tmp_path


@pytest.fixture(scope="module")
def alone() -> dict[str, object]:
    return verdicts(load_counties(INSTALLED))


@pytest.fixture
def make_county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeCounty:
    return MakeCounty(tmp_path, monkeypatch)
