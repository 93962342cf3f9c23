"""Arguments and rules that cannot be used end in errors of this library, on every engine."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa
import pytest

import psykavtal
from psykavtal import AgeLimit, AgeRange, Counties
from psykavtal.cohorts.classifier import Classifier
from psykavtal.cohorts.columns import PeopleColumns
from psykavtal.cohorts.rules import CountyRules, RulePeriod, TargetGroupRule
from psykavtal.errors import CohortError
from psykavtal.model.conditions import AgeIs, Not

from .engines import GIVERS, values
from .test_engines import run

ON = "2026-01-10"
PEOPLE = pl.DataFrame({"kommun": ["0680"], "region": [True]})
COLUMNS = {"municipality": "kommun", "needs-region": "region"}

WRONG: Mapping[str, tuple[Mapping[str, Any], str]] = {
    "columns that are a list": ({"columns": ["kommun"]}, "columns: a list is not a mapping"),
    "columns that are text": ({"columns": "kommun"}, "columns: a str is not a mapping"),
    "no columns": ({"columns": None}, "columns: a NoneType is not a mapping"),
    "a number for a column's name": (
        {"columns": {"municipality": 0}},
        "'municipality': the name of its column must be",
    ),
    "a list of columns": ({"columns": {"municipality": ["kommun"]}}, "'municipality': the name of its column must be"),
    "a number for what a column gives": ({"columns": {**COLUMNS, 1: "region"}}, "columns: the key 1 is not text"),
    "nothing to add": ({"add": None}, "add: is of type NoneType, not a list"),
    "a number to add": ({"add": 1}, "add: is of type int, not a list"),
    "numbers to add": ({"add": ["document", 1]}, "add: a value of type int is not the name of a column"),
    "facts that are a list": ({"facts": ["inpatient"]}, "facts: a list is not a mapping"),
    "a fact in words": ({"facts": {"inpatient": "nej"}}, "'inpatient' must be True or False"),
    "a fact as a number": ({"facts": {"inpatient": 0}}, "'inpatient' must be True or False"),
    "an unknown fact": ({"facts": {"inpatient": None}}, "'inpatient' must be True or False"),
    "a fact without a name": ({"facts": {None: True}}, "facts: the key None is not text"),
    "counties that are a path": ({"counties": "."}, "counties: a str is not counties"),
    "a filter in words": ({"only_possible": "no"}, "only_possible: must be True or False"),
}


@pytest.mark.parametrize(("changed", "fault"), WRONG.values(), ids=WRONG)
def test_arguments_of_a_wrong_type_are_refused(counties: Counties, changed: Mapping[str, Any], fault: str) -> None:
    given: dict[str, Any] = {"counties": counties, "frame": PEOPLE, "columns": COLUMNS, "on": ON, **changed}
    with pytest.raises(CohortError) as caught:
        psykavtal.classify(given.pop("counties"), given.pop("frame"), **given)
    assert fault in str(caught.value)


def test_people_are_looked_through_with_columns_of_a_right_type_only() -> None:
    for columns in (["kommun"], None, {"municipality": 0}):
        with pytest.raises(CohortError):
            psykavtal.check_people(PEOPLE, columns=columns, on=ON)  # type: ignore[arg-type]  # the case


def test_outputs_can_be_given_once_and_twice(counties: Counties) -> None:
    for frame in (PEOPLE, PEOPLE.to_pandas(), PEOPLE.to_arrow()):
        for add in (iter(["document"]), ["document", "document"], {"document": 1}):
            found = psykavtal.classify(counties, frame, columns=COLUMNS, on=ON, add=add)  # type: ignore[arg-type, type-var]  # the case
            assert values(found, "document") == ["jonkoping-2025"]


@pytest.mark.parametrize("engine", GIVERS)
def test_a_truth_of_numpy_is_a_truth(counties: Counties, engine: str) -> None:
    frame = GIVERS[engine](pa.table({"kommun": ["2321"]}))
    found = psykavtal.classify(
        counties, frame, columns={"municipality": "kommun"}, on=ON, facts={"coordinated": np.False_}
    )
    assert values(found, "in_target_group") == [False]


def test_a_lazy_frame_that_cannot_be_read_is_refused_without_its_values() -> None:
    lazy = pl.LazyFrame({"kommun": ["0680", "19121212"]}).with_columns(pl.col("kommun").cast(pl.Int16))
    with pytest.raises(CohortError, match="the engine failed with InvalidOperationError") as caught:
        psykavtal.check_people(lazy, columns={"municipality": "kommun"}, on=ON)
    assert caught.value.__context__ is caught.value.__cause__ is None
    assert "1912" not in str(caught.value)


@pytest.mark.parametrize("limit", [10**30, 10**4000], ids=["30 digits", "4,000 digits"])
@pytest.mark.parametrize("engine", GIVERS)
def test_an_age_limit_that_nobody_reaches_fails_for_nobody(engine: str, limit: int) -> None:
    criterion = AgeIs(limit=AgeLimit(words="mycket gammal", range=AgeRange(at_least=limit)))
    rule = TargetGroupRule(group=(Not(of=criterion),), clauses=())
    county = CountyRules(
        municipalities=("0680",),
        periods=(RulePeriod(first=None, document=None, in_force=True, rule=rule, services=None),),
    )
    frame = GIVERS[engine](pa.table({"kommun": ["0680"] * 2, "alder": pa.array([120, 0], pa.int64())}))
    people = PeopleColumns(municipality="kommun", age="alder", facts={})
    classifier = Classifier(counties=[county], people=people, on=ON, add=("in_target_group",))
    assert values(run(classifier, frame), "in_target_group") == [True, True]
