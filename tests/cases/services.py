"""The services of a county for a person, by their keys."""

from datetime import date
from functools import cache

from psykavtal import Case, load_counties

DAY = date(2026, 1, 10)
COUNTIES = load_counties()
ADULT = "vuxenpsykiatrin"
BUP = "bup (första linjen för psykisk ohälsa)"
YOUTH = "ungdomsmottagningarna (visst uppdrag i första linjen för psykisk ohälsa)"
INPATIENT = "heldygnsvard-unga"
BUH = "buh (medicinsk vård)"
ADVICE = "buh (råd och stöd (LSS 9.1))"
PRIMARY = "primarvarden (första linjen för somatisk vård och psykisk ohälsa)"
HOUSING = "boenden-lss (kommunens hälso- och sjukvård)"


def what_applies(on=DAY, document="jamtland-2021", municipality="Åre", readings=None, **person):
    case = Case(municipality=municipality, **person)
    return COUNTIES.what_applies(case, on=on, document=document, readings=readings)


def services(age=None, facts=()):
    return services_for(age, tuple(dict(facts).items()))


@cache
def services_for(age, facts):
    return what_applies(age=age, facts=dict(facts)).services.value
