"""Cases and their answers."""

from psykavtal import Case, load_counties

DAY = "2026-01-10"

COUNTIES = load_counties()

CASES = {
    "nothing told": (Case(municipality="2321"), {}),
    "much told": (
        Case(
            municipality="2321",
            born="2008-03-01",
            facts={"coordinated": True, "inpatient": False, "disagreement": True},
            principals={"need-noticed": "region"},
            stands_at="lokal-samverkansarena",
        ),
        {},
    ),
    "services and transitions": (Case(municipality="Åre", born="2008-02-29"), {"document": "jamtland-2021"}),
    "readings that part": (
        Case(
            municipality="Jönköping",
            age=18,
            facts=dict.fromkeys(("psychiatric-condition", "needs-region", "needs-municipality"), True),
        ),
        {},
    ),
    "a reading chosen": (Case(municipality="Jönköping", age=18), {"readings": "inclusive"}),
    "a reading chosen for one": (
        Case(municipality="Jönköping", age=18),
        {"readings": {"jonkoping-2025.target-group.main": "exclusive"}},
    ),
    "no edition determined": (Case(municipality="Falun", age=18), {}),
    "a directive": (Case(municipality="Falun", age=18), {"document": "dalarna-direktiv-2020"}),
    "what is reported too": (Case(municipality="Falun", age=18), {"include_reported": True}),
    "what is reported only": (Case(municipality="Åre", age=18), {"include_reported": True, "on": "2022-06-01"}),
    "an edition that hangs on a reading": (Case(municipality="Åre", age=18), {"on": "2027-01-10"}),
}


def asked(name, **more):
    case, asking = CASES[name]
    return COUNTIES.what_applies(case, **{"on": DAY, **asking, **more})
