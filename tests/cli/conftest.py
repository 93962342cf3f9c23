"""Fixtures of the tests in this folder."""

from pathlib import Path

import pytest

from tests.cli.classifying import ROWS, people


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return people(tmp_path_factory.mktemp("in"), ROWS)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    return people(folder, 1000)
