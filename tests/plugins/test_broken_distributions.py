"""Broken entry points, metadata and modules of plugins are reported; the other counties work."""

import sys
import warnings
from pathlib import Path

import pytest

from psykavtal import load_counties
from psykavtal.errors import PluginWarning
from tests.plugins.hostile import NAMES, check_others, distribution

BROKEN_POINTS: dict[str, bytes] = {
    "a line without =": b"[console_scripts]\nx\n",
    "a line without = among plugins": b"[psykavtal]\nx\n",
    "binary rubbish": bytes(range(128, 256)) * 10,
    "another encoding": "[psykavtal]\nå = x:y\n".encode("latin-1"),
    "UTF-16": "[psykavtal]\nx = x:y\n".encode("utf-16"),
}


@pytest.mark.parametrize("points", BROKEN_POINTS.values(), ids=BROKEN_POINTS)
def test_a_broken_list_of_entry_points_of_any_distribution_is_reported(site: Path, points: bytes) -> None:
    distribution(site, "hostile-dist", points)
    with pytest.warns(PluginWarning, match="hostile-dist.*entry_points.txt"):
        counties = load_counties()
    assert list(counties) == NAMES
    check_others(counties)


LOADED_POINTS: dict[str, tuple[bytes, str]] = {
    "no module": (b"[psykavtal]\nhostile =\n", "hostile"),
    "no module before the colon": (b"[psykavtal]\nhostile = :plugin\n", "hostile"),
    "no such module": (b"[psykavtal]\nhostile = no_such_module_x:plugin\n", "hostile"),
    "no such attribute": (b"[psykavtal]\nhostile = psykavtal_jamtland:no_such\n", "hostile"),
    "no plugin": (b"[psykavtal]\nhostile = psykavtal_jamtland:__name__\n", "hostile"),
    "words": (b"[psykavtal]\nhostile = this is no module\n", "hostile"),
}


@pytest.mark.filterwarnings("ignore:Implicit None:DeprecationWarning")  # of Python, for a distribution without metadata
@pytest.mark.parametrize("metadata", [None, "", "\x00", "Name: x\n"], ids=["whole", "missing", "rubbish", "no version"])
@pytest.mark.parametrize(("points", "name"), LOADED_POINTS.values(), ids=LOADED_POINTS)
def test_an_entry_point_that_cannot_be_loaded_is_reported(
    site: Path, points: bytes, name: str, metadata: str | None
) -> None:
    distribution(site, "hostile-dist", points, metadata=metadata)
    with pytest.warns(PluginWarning, match=name):
        counties = load_counties()
    assert list(counties) == NAMES
    check_others(counties)


def test_a_plugin_of_a_distribution_without_metadata_works(site: Path) -> None:
    distribution(site, "hostile-dist", b"[psykavtal]\nvarmland = hostile_module:plugin\n", metadata="")
    module = "from psykavtal import hookimpl\nfrom psykavtal.model.places import Place\n@hookimpl\n"
    module += 'def psykavtal_county():\n    return Place(id="varmland", code="17", name="Värmland", region="R")\n'
    module += "import sys\nplugin = sys.modules[__name__]\n"
    (site / "hostile_module.py").write_text(module, encoding="utf-8")
    sys.modules.pop("hostile_module", None)
    assert list(load_counties()) == ["jonkoping", "varmland", "dalarna", "jamtland"]


IMPORTS: dict[str, str] = {
    "SystemExit": "raise SystemExit(0)",
    "an exit": "import sys\nsys.exit()",
    "KeyboardInterrupt": "raise KeyboardInterrupt",
    "GeneratorExit": "raise GeneratorExit",
    "BaseException": "raise BaseException('x')",
    "an error that cannot be written": "class E(BaseException):\n    def __str__(self): raise SystemExit\nraise E",
    "endless recursion": "def f(): return f()\nf()",
    "a warning turned into an error": "import warnings\nwarnings.simplefilter('error')\nwarnings.warn('x')",
    "a syntax error": "def",
    "NUL": "\x00",
    "a print and an error": "print('{\"line\": 0}')\nraise OSError",
}


@pytest.mark.parametrize("code", IMPORTS.values(), ids=IMPORTS)
def test_whatever_an_import_raises_disables_its_plugin_only(site: Path, code: str) -> None:
    distribution(site, "hostile-dist", b"[psykavtal]\nhostile = hostile_module:plugin\n")
    (site / "hostile_module.py").write_text(code, encoding="utf-8")
    sys.modules.pop("hostile_module", None)
    filters = list(warnings.filters)
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        counties = load_counties()
    assert [str(each.message) for each in warned if each.category is PluginWarning] == [
        str(each) for each in counties.problems
    ]
    assert [each.plugin for each in counties.problems] == ["hostile (hostile-dist 1.0)"]
    assert warnings.filters == filters
    check_others(counties)
