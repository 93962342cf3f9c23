"""Every engine comes to what the scalar evaluator comes to, row by row, whatever the rules."""

import os
from collections.abc import Sequence
from datetime import date
from typing import Any

import narwhals as nw
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psykavtal import AgeLimit, AgeRange, Wording
from psykavtal.cases.matching import facts_with_age
from psykavtal.cohorts.age_expressions import completed_by_days
from psykavtal.cohorts.classifier import Classifier
from psykavtal.cohorts.columns import PeopleColumns
from psykavtal.cohorts.output_names import OUTPUTS
from psykavtal.cohorts.pandas_frames import classified, is_pandas
from psykavtal.cohorts.reasons import Reason
from psykavtal.cohorts.rules import CountyRules, RulePeriod, ServiceRule, TargetGroupRule
from psykavtal.cohorts.simplify import merged
from psykavtal.model.birthdays import OLDEST, age_on
from psykavtal.model.conditions import AgeIs, Criterion, FactIs, InWords
from psykavtal.model.readings import Reading
from tests.random_conditions import criteria
from tests.thorough import pairs

from .engines import DAYS, INSTALLED, SCHEMA, Engine, Rows
from .scalar import row, truth

FACTS = SCHEMA[5:]
# The session for the engines that need more than a wheel takes more of them, on every engine.
EXAMPLES = int(os.environ.get("PSYKAVTAL_EXAMPLES", "8"))
TURNS = (date(2020, 1, 1), date(2024, 2, 29), date(2026, 2, 28))
BIRTHS = (
    date(2008, 2, 29),
    date(2008, 2, 28),
    date(2008, 3, 1),
    date(2004, 2, 29),
    date(2000, 2, 29),
    date(1990, 7, 1),
)
NEVER = (date(1850, 1, 1), date(2200, 1, 1))


def limit(ranges: Sequence[AgeRange]) -> AgeLimit:
    if len(ranges) == 1:
        return AgeLimit(words="så många år", range=ranges[0])
    named = enumerate(ranges)
    return AgeLimit(
        words="så många år",
        readings=tuple(Reading(name=f"r{number}", why=Wording(sv="så"), value=each) for number, each in named),
    )


RANGES = st.builds(
    lambda low, width: AgeRange(at_least=low, below=None if width is None else (low or 0) + width),
    st.sampled_from((None, 0, 13, 16, 18, 20, 22)),
    st.sampled_from((None, 1, 4, 8)),
)
LIMITS = st.lists(RANGES, min_size=1, max_size=2, unique=True).map(limit) | st.just(AgeLimit(words="vuxna"))
LEAVES = st.sampled_from(FACTS).map(lambda fact: FactIs(fact=fact)) | LIMITS.map(lambda each: AgeIs(limit=each))
CRITERIA = criteria(LEAVES, most=5)
ABSENT: tuple[Reason, ...] = ("not-read", "readings-differ", "not-stated")
WAYS = st.lists(st.just(InWords()) | CRITERIA, max_size=3).map(merged)


@st.composite
def rules(draw: st.DrawFn, municipalities: tuple[str, ...]) -> CountyRules:
    turns = draw(st.lists(st.sampled_from(TURNS), max_size=2, unique=True).map(sorted))
    periods = []
    for number, first in enumerate([None, *turns]):
        clauses = draw(st.lists(WAYS, max_size=2))
        named = tuple((f"klausul-{number}-{at}", ways) for at, ways in enumerate(clauses))
        services = draw(st.none() | st.lists(WAYS, min_size=1, max_size=2))
        kept = (
            None
            if services is None
            else tuple(ServiceRule(f"tjänst-{at} (del)", ways) for at, ways in enumerate(services))
        )
        rule = TargetGroupRule(group=draw(WAYS), clauses=named, absent=draw(st.sampled_from(ABSENT)))
        periods.append(
            RulePeriod(
                first=first,
                document=draw(st.sampled_from((None, "upplaga-1", "upplaga-2"))),
                in_force=draw(st.sampled_from((True, True, False, None))),
                rule=rule,
                services=kept,
            )
        )
    return CountyRules(municipalities=municipalities, periods=tuple(periods))


@st.composite
def people(draw: st.DrawFn, *, numbers: bool, possible: bool) -> Rows:
    codes = (680, 682, 2321, 180, None) if numbers else ("0680", "0682", "2321", "0180", None)
    births = BIRTHS if possible else BIRTHS + NEVER
    ages = (0, 12, 13, 17, 18, 19, 20, 23, 120) if possible else (-1, 17, 18, 121, 500)
    truths = st.sampled_from((True, False, None))
    size = draw(st.integers(1, 30))
    return [
        {
            "id": number,
            "code": draw(st.sampled_from(codes)),
            "born": draw(st.none() | st.sampled_from(births)),
            "age": draw(st.none() | st.sampled_from(ages)),
            "on": draw(st.none() | st.sampled_from(DAYS)),
            **{fact: draw(truths) for fact in FACTS},
        }
        for number in range(size)
    ]


def expected(
    counties: Sequence[CountyRules],
    person: dict[str, Any],
    people: PeopleColumns,
    on: date | None,
    events: dict[str, date],
    by_age: dict[str, AgeRange],
) -> dict[str, Any]:
    code = str(person["code"]).zfill(4)
    county = next((each for each in counties if code in each.municipalities), None)
    day = on if people.on is None else person["on"]
    age = person["age"] if people.age else None
    if people.born and person["born"] is not None and day is not None:
        age = age_on(person["born"], day)
    known = {fact: person[fact] for fact in people.facts if person[fact] is not None}
    known |= {name: first <= day for name, first in events.items() if day is not None}
    invalid = age is not None and not 0 <= age <= OLDEST
    possible = None if invalid else age
    known = dict(facts_with_age(known, possible, by_age.items()))
    found = row(county, on=day, facts=known, age=possible, is_invalid=invalid)
    return {each: getattr(found, each) for each in OUTPUTS}


def run(classifier: Classifier, frame: Any) -> Any:
    if is_pandas(frame):
        return classified(frame, classifier.people, classifier.add, lambda table: run(classifier, table))
    return classifier.apply(nw.from_native(frame)).to_native()


def kept(
    counties: Sequence[CountyRules], person: dict[str, Any], outcome: dict[str, Any], people: PeopleColumns
) -> bool:
    """Whether a row is of a county here on some day, and may be in a group."""
    code = str(person["code"]).zfill(4)
    here = any(code in each.municipalities for each in counties)
    return here and (people.on is None or person["on"] is not None) and outcome["in_target_group"] is not False


@pytest.mark.parametrize(
    ("engine", "computed"), pairs(INSTALLED, ["age", "born", "born on each row's day", "no age"]), ids=str
)
def test_every_engine_comes_to_what_the_scalar_evaluator_comes_to(engine: Engine, computed: str) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(data=st.data())
    def check(data: st.DataObject) -> None:
        numbers = data.draw(st.booleans())
        counties = [data.draw(rules(("0680", "0682"))), data.draw(rules(("2321",)))]
        rows = data.draw(people(numbers=numbers, possible=engine.eager))
        on = None if "row" in computed else data.draw(st.sampled_from(DAYS))
        if on is not None and engine.eager and on < max(BIRTHS):
            return
        columns = PeopleColumns(
            municipality="code",
            age="age" if computed == "age" else None,
            born="born" if computed.startswith("born") else None,
            on="on" if on is None else None,
            facts={fact: fact for fact in FACTS[: data.draw(st.integers(0, len(FACTS)))]},
        )
        events = {} if on is not None or FACTS[-1] in columns.facts else {FACTS[-1]: data.draw(st.sampled_from(DAYS))}
        by_age = {FACTS[0]: data.draw(RANGES)} if data.draw(st.booleans()) else {}
        only = data.draw(st.booleans())
        classifier = Classifier(
            counties=counties,
            people=columns,
            on=on,
            add=OUTPUTS,
            events=events,
            by_age=by_age,
            only_possible=only,
        )
        given_back = {each["id"]: each for each in engine.take(run(classifier, engine.give(rows)))}
        for person in rows:
            outcome = expected(counties, person, columns, on, events, by_age)
            if only and not kept(counties, person, outcome, columns):
                assert person["id"] not in given_back
                continue
            got = {each: given_back[person["id"]][each] for each in OUTPUTS}
            assert got == outcome, (person, classifier)

    check()


@given(
    st.lists(CRITERIA, max_size=3),
    st.dictionaries(st.sampled_from(FACTS), st.booleans()),
    st.none() | st.integers(0, 120),
)
def test_bringing_ways_to_read_together_changes_no_verdict(
    ways: list[Criterion], facts: dict[str, bool], age: int | None
) -> None:
    assert truth(merged(ways), facts, age) is truth(tuple(ways), facts, age)


LEAPS = st.sampled_from([date(year, 2, day) for year in (1600, 1896, 1904, 2000, 2096, 2400) for day in (28, 29)])
ENDS = st.sampled_from([date(year, 2, 28) for year in range(1897, 2105)])


@given(st.lists(st.tuples(st.dates(date(1600, 1, 1)) | LEAPS, st.dates(date(1600, 1, 1)) | LEAPS | ENDS), min_size=1))
def test_ages_by_whole_numbers_are_ages(pairs: list[tuple[date, date]]) -> None:
    frame = nw.from_native(pl.DataFrame(pairs, schema={"born": pl.Date, "on": pl.Date}, orient="row"))
    born, on = (nw.col(each).cast(nw.Int32()) for each in ("born", "on"))
    found = frame.select(age=completed_by_days(born, on))["age"].to_list()
    assert found == [age_on(*pair) for pair in pairs]
