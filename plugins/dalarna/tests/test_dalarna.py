"""The kit, run on the county."""

from pathlib import Path

import psykavtal_dalarna

from psykavtal.testing import CountyTests


class TestDalarna(CountyTests):
    plugin = psykavtal_dalarna.plugin
    sources = Path(__file__).parents[4] / "shared" / "sources"
    questions = Path(__file__).parent / "cases"
    least_by_provisions = 90
