"""Load a failing plugin beside the installed ones."""

import psykavtal_dalarna
import psykavtal_jamtland
import psykavtal_jonkoping
import pytest

import psykavtal
from psykavtal import Counties, load_counties
from psykavtal.errors import PluginWarning
from tests.counties import DOCUMENT, MakeCounty

ON = "2026-01-10"

JAMTLAND = psykavtal_jamtland.plugin

INSTALLED = (psykavtal_dalarna.plugin, JAMTLAND, psykavtal_jonkoping.plugin)


def load(*plugins: object) -> Counties:
    """Load with problems, which are warned of once each."""
    with pytest.warns(PluginWarning) as warned:
        counties = load_counties(plugins=plugins)
    assert [str(each.message) for each in warned] == [str(each) for each in counties.problems]
    return counties


def faulty(make_county: MakeCounty) -> psykavtal.TomlCounty:
    return make_county.whole(document=DOCUMENT.replace("escalates-to", "escalate"))
