"""Fixtures of the tests in this folder."""

import pytest

from psykavtal import Case
from tests.cases.group_cases import facts_of
from tests.cases.parts import DAY


@pytest.fixture(scope="module")
def ask(counties):
    def asked(municipality="Åre", *, document=None, readings=None, **told):
        case = Case(municipality=municipality, **told)
        return counties.what_applies(case, on=DAY, document=document, readings=readings)

    return asked


@pytest.fixture(scope="module")
def group(counties):
    def asked(place, age, facts, **asking):
        municipality, how = place
        case = Case(municipality=municipality, age=age, facts=facts_of(facts))
        return counties.target_group(case, on=DAY, **{**how, **asking})

    return asked
