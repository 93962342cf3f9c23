"""An invented county that states an allowance."""

import tests.new_kind.allowance  # noqa: F401 (registers the kind, without which the county cannot be read)
from psykavtal import Counties, TomlCounty, load_counties

TABLE = """
[allowance.travel]
answers = ["follow-up.plan"]
passage = "Målgrupp: Rådet betalar … resor"
payer = "radet"
amount = { words = "femhundra kronor", kronor = 500 }
granted_if = "needs-region"
chosen_by = "need-noticed"
purpose = "resor"
age = { words = "över 18 år", reading.inclusive = { from = 18, why.sv = "Från 18-årsdagen." }, reading.exclusive = \
{ from = 19, why.sv = "Äldre än 18." } }
verb = "ska"
sv = "Rådet betalar."
en = "The council pays."
"""
ID = "avtal-2024.allowance.travel"
DAY = "2026-01-01"


def loaded(*plugins: TomlCounty) -> Counties:
    return load_counties(plugins=plugins, strict=True)
