"""Fixtures of the tests in this folder."""

import pytest

from psykavtal import Case
from tests.cases.parts import DAY


@pytest.fixture(scope="module")
def ask(counties):
    def asked(municipality="Åre", *, document=None, readings=None, **told):
        case = Case(municipality=municipality, **told)
        return counties.what_applies(case, on=DAY, document=document, readings=readings)

    return asked
