"""What the benchmarks measure: people and rules that are what they are held to be."""

import pytest

from psykavtal import Case
from tests.benchmarks import case
from tests.benchmarks.people import arrow, people


def test_the_people_of_a_cohort_are_a_table_with_a_row_for_each():
    table = arrow(people(50))
    assert table.num_rows == 50
    assert {"code", "born", "on"} < set(table.column_names)


@pytest.mark.parametrize("municipality", case.FACTS)
def test_the_rules_written_by_hand_come_to_the_verdicts_of_the_library(counties, municipality):
    told = case.cases(municipality)
    ours = [case.verdict(counties.target_group(Case(**each), on=case.DAY)) for each in told]
    assert ours == [case.by_hand(each, case.DAY)[0] for each in told]
    assert {True, False, None} == set(ours)
