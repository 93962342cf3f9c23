"""Pictures leave no traces in matplotlib, which is imported when one is drawn."""

import subprocess
import sys

import matplotlib as mpl
import pytest
from matplotlib.figure import Figure

from psykavtal import plots
from psykavtal.errors import MissingPluginError
from tests.plots.pictures import DAY, PICTURES


def test_it_is_drawn_in_given_axes(counties):
    figure = Figure(figsize=(14, 9))
    left, right = figure.subplots(1, 2)
    picture = plots.silence_map(counties, on=DAY, ax=right)
    assert picture.axes is right
    assert picture.figure is figure
    assert not left.texts


def test_the_settings_of_matplotlib_stay(counties, tmp_path):
    before = dict(mpl.rcParams)
    PICTURES["age coverage"](counties).save(tmp_path / "picture.svg")
    assert dict(mpl.rcParams) == before


def test_pyplot_is_never_imported():
    code = (
        "import sys, psykavtal; psykavtal.plots.silence_map(psykavtal.load_counties(), on='2026-01-10').to_svg()\n"
        "print('matplotlib.pyplot' in sys.modules, 'matplotlib' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False", "True"]


def test_the_package_of_pictures_does_not_import_matplotlib():
    code = "import sys, psykavtal; psykavtal.plots.silence_map; print('matplotlib' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False"]


def test_a_missing_library_is_named_with_its_command(counties, monkeypatch):
    for name in [each for each in sys.modules if each.split(".")[0] == "matplotlib"]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("sheet", "marks", "text_fitting"):
        monkeypatch.delitem(sys.modules, f"psykavtal.plots.{name}", raising=False)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingPluginError, match=r"plots: needs matplotlib, .* Install it: pip install matplotlib\."):
        plots.silence_map(counties, on=DAY)
