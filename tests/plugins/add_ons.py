"""An add-on to Jämtland, and the verdicts that it may not change."""

import warnings

import psykavtal_dalarna
import psykavtal_jamtland
import psykavtal_jonkoping

from psykavtal import Case, Counties, load_counties
from psykavtal.errors import PluginWarning
from tests.thorough import share, some

ON = "2026-01-10"

INSTALLED = (psykavtal_dalarna.plugin, psykavtal_jamtland.plugin, psykavtal_jonkoping.plugin)

ADDS = '[adds-to]\ncounty = "23"\n'

LOCAL = """\
[document.lokal]
names = ["Lokal överenskommelse"]
type = "agreement"
read_on = 2026-01-01
[document.lokal.text.t]
file = "lokal.txt"
digest = "sha256:00"
sections = { s = "" }
"""

AT = 'passage = "lokal/t/s: Alla … omfattas"\nsv = "x"\n'

OUT = Case(municipality="Åre", age=30, facts={"psychiatric-disability": True, "coordinated": False})

IN = Case(municipality="Åre", age=30, facts={"psychiatric-disability": True, "coordinated": True, "simultaneous": True})


def load(*plugins: object) -> Counties:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        return load_counties([*INSTALLED, *plugins])


def verdicts(counties: Counties) -> dict[str, object]:
    """Whatever the county's own documents answer, on days of each edition."""
    county = counties["23"]
    found: dict[str, object] = {"agreement": county.agreement}
    topics = some(counties.topics, 20)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        for day in ("2012-01-01", "2022-06-01", ON):
            for reported in (False, True):
                found[f"in force {day} {reported}"] = county.in_force(on=day, include_reported=reported)
            for topic in topics:
                found[f"{topic} {day}"] = county.ask(topic, on=day)
            for name, case in (("out", OUT), ("in", IN)):
                found[f"{name} {day}"] = counties.what_applies(case, on=day).target_group
        for number, document in enumerate(load_counties(INSTALLED)["23"].documents):
            asked = county.document(document.id, on=ON)
            found[document.id] = [asked.ask(topic) for topic in share(topics, number, 5)]
            found[f"{document.id} content"] = asked.content
            found[f"{document.id} names"] = [county.holdings.name_of(each) for each in (document.id, "svom")]
        found["locks"] = {
            key: value
            for key, value in counties.registry.passages(county.holdings.record).items()
            if not key.startswith("lokal")
        }
    return found
