"""The coverage of a few invented people, in every county."""

import polars as pl

import psykavtal
from psykavtal import Counties, PeopleCoverage
from tests.pickled_case import DAY


def people_covered(counties: Counties) -> PeopleCoverage:
    """Return the coverage of one person in each county, and of one elsewhere."""
    people = pl.DataFrame({"code": ["0680", "2081", "2321", "0180"], "age": [17, 45, 18, 30]})
    return psykavtal.coverage_of_people(counties, people, columns={"municipality": "code", "age": "age"}, on=DAY)
