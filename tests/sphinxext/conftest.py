"""Counties that are installed for the builds of these tests."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from tests.norrvik import plugin
from tests.sphinxext.sites import INDEX, Site

DAY = "2024-01-10"
NORRVIK = {"avtal_counties": ["norrvik"], "avtal_on": DAY}


@pytest.fixture(scope="package", autouse=True)
def norrvik(tmp_path_factory: pytest.TempPathFactory):
    """Norrvik, installed beside the counties of this repository."""
    with pytest.MonkeyPatch.context() as patch:
        install(patch, tmp_path_factory.mktemp("installed"), "norrvik", plugin.package)
        yield


def install(patch: pytest.MonkeyPatch, folder: Path, name: str, module: str) -> None:
    """Make a distribution whose entry point is the plugin of a module."""
    home = folder / f"psykavtal_{name}-1.0.dist-info"
    home.mkdir()
    (home / "METADATA").write_text(f"Metadata-Version: 2.1\nName: psykavtal-{name}\nVersion: 1.0\n", "utf-8")
    (home / "entry_points.txt").write_text(f"[psykavtal]\n{name} = {module}:plugin\n", "utf-8")
    patch.syspath_prepend(str(folder))


@pytest.fixture
def make_site(tmp_path: Path) -> Callable[..., Site]:
    """Makes a project for Norrvik of one page, or with values of conf.py."""
    numbers = count()

    def make(index: str, **config: object) -> Site:
        folder = tmp_path / f"site{next(numbers)}"
        folder.mkdir()
        site = Site(folder, **{**NORRVIK, **config})
        site.write("index.rst", index)
        return site

    return make


@pytest.fixture(scope="package", params=["sv", "en"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The pages of Norrvik, built once for each language."""
    made = Site(
        tmp_path_factory.mktemp(f"site_{request.param}"), **NORRVIK, avtal_pages="avtal", avtal_lang=request.param
    )
    made.write("index.rst", INDEX)
    made.build()
    return made
