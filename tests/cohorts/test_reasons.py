"""The reason for a row without a verdict, by rules made for it, on every engine."""

from collections.abc import Mapping
from datetime import date

import narwhals as nw
import pyarrow as pa
import pytest

from psykavtal import AgeLimit, AgeRange
from psykavtal.cohorts.classifier import Classifier
from psykavtal.cohorts.columns import PeopleColumns
from psykavtal.cohorts.rules import CountyRules, RulePeriod, TargetGroupRule
from psykavtal.errors import CohortError
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, Criterion, FactIs, InWords, Not

from .engines import GIVERS, values
from .scalar import row
from .test_engines import limit, run

CARE, KIN = FactIs(fact="inpatient"), FactIs(fact="next-of-kin")
ADULT = AgeIs(limit=AgeLimit(words="från 18 år", range=AgeRange(at_least=18)))
OPEN = AgeIs(limit=limit([AgeRange(at_least=18), AgeRange(at_least=19)]))
VAGUE = AgeIs(limit=AgeLimit(words="vuxna"))
BAD_AGE = 500
NO_WHOLE_NUMBERS = ("pandas of numpy", "pandas of objects")
"""The engines that make ages floats if one is null."""
DAY = date(2026, 1, 10)

# The interpretations, the fact that is given, the age, and the reason.
CASES: Mapping[str, tuple[tuple[Criterion, ...], bool | None, int | None, str | None]] = {
    "a verdict": ((AllOf(of=(CARE, ADULT)),), True, 40, None),
    "a fact before an age": ((AllOf(of=(CARE, ADULT)),), None, None, "fact-missing"),
    "a fact that nothing depends on any more": (
        (AllOf(of=(AnyOf(of=(CARE, ADULT)), OPEN)),),
        None,
        18,
        "readings-differ",
    ),
    "a fact without a column": ((AllOf(of=(CARE, KIN)),), True, 40, "fact-missing"),
    "no age": ((AllOf(of=(CARE, ADULT)),), True, None, "age-missing"),
    "an impossible age": ((AllOf(of=(CARE, ADULT)),), True, BAD_AGE, "row-invalid"),
    "an impossible age without effect": ((AllOf(of=(CARE, ADULT)),), False, BAD_AGE, None),
    "readings of an age": ((OPEN,), None, 18, "readings-differ"),
    "readings that include and exclude": ((CARE, Not(of=CARE)), True, 40, "readings-differ"),
    "readings before an impossible age": ((CARE, Not(of=CARE), ADULT), True, BAD_AGE, "readings-differ"),
    "an age before readings": ((CARE, Not(of=CARE), ADULT), True, None, "age-missing"),
    "readings of which one is in words": ((CARE, InWords()), True, 40, "readings-differ"),
    "words": ((AllOf(of=(CARE, InWords())),), True, 40, "not-stated"),
    "words for an age": ((VAGUE,), True, 40, "not-stated"),
    "words for an age that is not given": ((VAGUE,), True, None, "not-stated"),
    "a reading before words": ((AllOf(of=(OPEN, InWords())),), True, 18, "readings-differ"),
    "words that readings leave": ((AllOf(of=(OPEN, InWords())),), True, 40, "not-stated"),
    "no condition": ((), True, 40, "not-read"),
}


@pytest.mark.parametrize("engine", [each for each in GIVERS if each not in NO_WHOLE_NUMBERS])
@pytest.mark.parametrize("name", CASES)
def test_a_reason_is_that_of_the_scalar_evaluator(engine: str, name: str) -> None:
    group, care, age, expected = CASES[name]
    rule = TargetGroupRule(group=group, clauses=(("klausul", group),))
    period = RulePeriod(first=None, document="upplaga", in_force=True, rule=rule, services=None)
    county = CountyRules(municipalities=("0680",), periods=(period,))
    facts = {} if care is None else {"inpatient": care}
    valid = None if age == BAD_AGE else age
    assert row(county, on=DAY, facts=facts, age=valid, is_invalid=age == BAD_AGE).reason == expected
    table = pa.table({"kommun": ["0680"], "vard": pa.array([care], pa.bool_()), "alder": pa.array([age], pa.int64())})
    frame = GIVERS[engine](table)
    people = PeopleColumns(municipality="kommun", age="alder", facts={"inpatient": "vard"})
    classifier = Classifier(counties=[county], people=people, on=DAY, add=("reason",))
    if age == BAD_AGE and not isinstance(nw.from_native(frame), nw.LazyFrame):
        with pytest.raises(CohortError, match="an age that nobody has"):
            run(classifier, frame)
        return
    assert values(run(classifier, frame), "reason") == [expected]
