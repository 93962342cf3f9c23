"""What the tests share: the installed counties, and the source texts where they are at hand."""

import gc
from pathlib import Path

import pytest
from hypothesis import settings

import psykavtal
from psykavtal.cli import options
from tests.thorough import FULL

# A property takes the full number of random examples in a full run, as in nox, and fewer otherwise.
settings.register_profile("full", deadline=None)
settings.register_profile("quick", max_examples=25, deadline=None)
settings.load_profile("full" if FULL else "quick")

# The collector of cycles goes through all objects alive again and again. The libraries and the tests are half a
# gigabyte of them, which stay: it is run less often, and once all is collected it leaves out what is there by then.
gc.set_threshold(20_000, 50, 20)


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()


SOURCES = Path(__file__).parents[2] / "shared" / "sources"


@pytest.fixture(scope="session")
def counties() -> psykavtal.Counties:
    return psykavtal.load_counties(strict=True)


@pytest.fixture
def loaded_once(counties: psykavtal.Counties, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands that run in this process use the installed counties that are loaded for all tests, not anew for each."""
    monkeypatch.setattr(options, "load_counties", lambda: counties)


@pytest.fixture(scope="session")
def sources() -> Path:
    if not SOURCES.is_dir():
        pytest.skip(f"the source texts are not at hand ({SOURCES}): citations are not held against them")
    return SOURCES
