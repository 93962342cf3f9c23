"""Fixtures of the tests in this folder."""

from pathlib import Path

import pytest

from tests.counties import MakeCounty


@pytest.fixture
def make_county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeCounty:
    return MakeCounty(tmp_path, monkeypatch)
