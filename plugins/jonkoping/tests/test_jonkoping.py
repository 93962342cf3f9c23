"""The kit, run on the county."""

from pathlib import Path

import psykavtal_jonkoping

from psykavtal.testing import CountyTests


class TestJonkoping(CountyTests):
    plugin = psykavtal_jonkoping.plugin
    sources = Path(__file__).parents[4] / "shared" / "sources"
    questions = Path(__file__).parent / "cases"
    least_by_provisions = 90
