"""An invented county whose agreement is prolonged in steps, or adopted on a condition."""

import psykavtal
from psykavtal import County, InForce, load_counties
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty

NOTICE, ALIKE = "varmland:uppsagd", "varmland:lika"
EVENTS = f"""
[event."{NOTICE}"]
label = {{ sv = "någon har sagt upp den", en = "notice is given" }}
question = {{ sv = "Har någon sagt upp den?", en = "Has anybody given notice?" }}

[event."{ALIKE}"]
label = {{ sv = "alla har beslutat lika", en = "all have decided alike" }}
question = {{ sv = "Har alla beslutat lika?", en = "Have all decided alike?" }}
"""
HEAD = (COUNTY + AGREEMENT).partition("[validity.avtal-2024]")[0] + EVENTS
PASSAGE = 'passage = "avtal-2024/ren/Målgrupp: Avtalet gäller … tills vidare"\nabout = "avtal-2024"\n'
TERM = f"""
[validity.main]
answers = ["validity.start", "validity.end"]
{PASSAGE}start = 2023-04-01
end = 2026-03-31
sv = "Från den 1 april 2023 till den 31 mars 2026."

[validity.extension]
answers = ["validity.end"]
{PASSAGE}prolongation = {{ words = "två år i sänder", months = 24, notice = "{NOTICE}", notice_months = 12 }}
sv = "Förlängs två år i sänder."
"""
OPEN = f"""
[validity.main]
answers = ["validity.start", "validity.end"]
{PASSAGE}start = 2024-03-01
until_further_notice = true
sv = "Tills vidare från den 1 mars 2024."
"""
ADOPTED = f"""
[adoption.municipality]
{PASSAGE}by = ["radet"]
state = "adopted-on-condition"
on_condition = "{ALIKE}"
sv = "Antagen på villkor att alla beslutar lika."
"""


def counties_of(make_county: MakeCounty, standing: str) -> psykavtal.Counties:
    return load_counties([make_county.whole(HEAD + standing, DOCUMENT)], strict=True)


def county_of(make_county: MakeCounty, standing: str) -> County:
    return counties_of(make_county, standing)["varmland"]


def verdict_of(found: InForce) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
    return found.key, found.status, tuple(each.id for each in found.rules), found.missing_facts
