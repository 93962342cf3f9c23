"""Counties that are installed for the builds of these tests."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.norrvik import plugin
from tests.sphinxext.sites import Site

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


@pytest.fixture(scope="package")
def make_site(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Site]:
    """Makes a project for Norrvik of one page, or with values of conf.py; without an index of words to search."""

    def make(index: str, **config: object) -> Site:
        values: dict[str, Any] = {**NORRVIK, "search": False, **config}
        site = Site(tmp_path_factory.mktemp("site"), **values)
        site.write("index.rst", index)
        return site

    return make
