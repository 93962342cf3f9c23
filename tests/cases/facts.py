"""Facts and days for random cases."""

import attrs
from hypothesis import strategies as st

from psykavtal import Case, Citation, Wording, load_counties
from psykavtal.model.conditions import Criterion
from psykavtal.model.places import Municipality
from psykavtal.model.provisions import TargetGroup
from tests.counties import VARMLAND, Coded, a_document, some_things

DAY = "2026-01-10"

COUNTIES = load_counties()

# Each way to ask of whom an agreement is for, with the facts that its clauses turn on.
WHERE = {
    "jonkoping": ("Jönköping", None, None),
    "jonkoping inclusive": ("Jönköping", None, "inclusive"),
    "jonkoping exclusive": ("Jönköping", None, "exclusive"),
    "dalarna": ("Falun", None, None),
    "jamtland": ("Åre", None, None),
    "jamtland 2021": ("Åre", "jamtland-2021", None),
}

FACTS = (
    "psychiatric-condition",
    "psychiatric-disability",
    "needs-region",
    "needs-municipality",
    "coordinated",
    "simultaneous",
    "next-of-kin",
    "inpatient",
)

SOME_FACTS = st.dictionaries(st.sampled_from(FACTS), st.booleans())

AGES = st.none() | st.integers(15, 21) | st.integers(0, 120)


def group(place, facts, age):
    municipality, document, readings = WHERE[place]
    case = Case(municipality=municipality, age=age, facts=facts)
    return COUNTIES.target_group(case, on=DAY, document=document, readings=readings)


PLACE = attrs.evolve(VARMLAND, municipalities=(Municipality(code="1780", name="Karlstad"),))


def county_of(criterion: Criterion):
    group = TargetGroup(
        id="avtal.target-group.main",
        topic="target-group.who",
        document="avtal",
        about="avtal",
        wording=Wording(sv="Vissa."),
        citations=(Citation(document="avtal", text="t", section="s", start="Vissa"),),
        who=criterion,
    )

    def groups(document):
        return (group,) if document.id == "avtal" else ()

    plugin = Coded(
        psykavtal_county=lambda: PLACE,
        psykavtal_things=some_things,
        psykavtal_documents=a_document,
        psykavtal_target_groups=groups,
    )
    return load_counties(plugins=[plugin], strict=True)
