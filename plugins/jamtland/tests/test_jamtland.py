"""The kit, run on the county."""

from pathlib import Path

import psykavtal_jamtland

from psykavtal.testing import CountyTests


class TestJamtland(CountyTests):
    plugin = psykavtal_jamtland.plugin
    sources = Path(__file__).parents[4] / "shared" / "sources"
    questions = Path(__file__).parent / "cases"
    least_by_provisions = 90
