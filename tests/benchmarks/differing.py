"""Rows on which an engine and the scalar evaluator differ: random rules, people and days. Prints; fails unless none does.

Run by `nox -s bench`, and by `nox -s engines` for the engines that have a session of their own.
"""

import argparse
import sys
from datetime import date
from random import Random
from typing import Any

import narwhals as nw

from psykavtal import AgeLimit, AgeRange, Wording
from psykavtal.cohorts.classifier import Classifier
from psykavtal.cohorts.columns import PeopleColumns
from psykavtal.cohorts.pandas_frames import classified, is_pandas
from psykavtal.cohorts.rules import CountyRules, RulePeriod, TargetGroupRule
from psykavtal.model.birthdays import age_on
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, Criterion, FactIs, InWords, Not
from psykavtal.model.readings import Reading
from tests.cohorts.engines import INSTALLED, SCHEMA, Engine, Rows
from tests.cohorts.scalar import row

FACTS = SCHEMA[5:]
CODES = {"0680": 0, "0682": 0, "2321": 1, "0180": None, None: None}
DAYS = tuple(date(*each) for each in ((2024, 2, 28), (2024, 2, 29), (2026, 2, 28), (2026, 3, 1), (2025, 12, 31)))
BIRTHS = tuple(
    date(year, *each) for year in (2000, 2004, 2006, 2008, 2011) for each in ((2, 28), (3, 1), (7, 1), (12, 31))
) + tuple(date(year, 2, 29) for year in (1912, 1996, 2000, 2004, 2008))
AGES = (None, 0, 13, 16, 18, 20, 22)
ROWS = 600


def criterion(random: Random, depth: int = 3) -> Criterion:
    """A condition of some depth."""
    kind = random.choice(("fact", "age", "not", "all", "any") if depth else ("fact", "age"))
    match kind:
        case "fact":
            return FactIs(fact=random.choice(FACTS))
        case "age":
            return AgeIs(limit=limit(random))
        case "not":
            return Not(of=criterion(random, depth - 1))
        case _:
            parts = tuple(criterion(random, depth - 1) for _ in range(random.randint(0, 3)))
            return AllOf(of=parts) if kind == "all" else AnyOf(of=parts)


def limit(random: Random) -> AgeLimit:
    """An age limit with one range, or two to read it by."""
    ranges = []
    while len(ranges) < random.choice((1, 1, 2)):
        low = random.choice(AGES)
        made = AgeRange(at_least=low, below=random.choice((None, (low or 0) + random.choice((1, 4, 8)))))
        ranges += [made] if made not in ranges else []
    if len(ranges) == 1:
        return AgeLimit(words="så många år", range=ranges[0])
    named = enumerate(ranges)
    return AgeLimit(
        words="så", readings=tuple(Reading(name=f"r{at}", why=Wording(sv="så"), value=each) for at, each in named)
    )


def county(random: Random, *municipalities: str) -> CountyRules:
    """A county whose rule may turn on a day."""
    turns = sorted(random.sample(DAYS, random.randint(0, 2)))
    periods = []
    for first in (None, *turns):
        ways = tuple(
            random.choice((InWords(), *[criterion(random)] * 5)) for _ in range(random.choice((0, 1, 1, 1, 2)))
        )
        periods.append(
            RulePeriod(
                first=first, document=None, in_force=True, rule=TargetGroupRule(group=ways, clauses=()), services=None
            )
        )
    return CountyRules(municipalities=municipalities, periods=tuple(periods))


def people(random: Random, rows: int) -> Rows:
    """So many rows."""
    return [
        {
            "id": number,
            "code": random.choice(list(CODES)),
            "born": random.choice((None, *BIRTHS)),
            "age": None,
            "on": random.choice((None, *DAYS)),
            **{fact: random.choice((True, False, None)) for fact in FACTS},
        }
        for number in range(rows)
    ]


def differing(engine: Engine, seed: int) -> tuple[int, int]:
    """How many rows differ, of how many."""
    random = Random(seed)
    counties = [county(random, "0680", "0682"), county(random, "2321")]
    rows, day = people(random, ROWS), None if seed % 2 else random.choice(DAYS)
    columns = PeopleColumns(
        municipality="code", born="born", on=None if day else "on", facts={each: each for each in FACTS}
    )
    classifier = Classifier(counties=counties, people=columns, on=day, add=["in_target_group"])

    def run(frame: Any) -> Any:
        if is_pandas(frame):
            return classified(frame, columns, classifier.add, run)
        return classifier.apply(nw.from_native(frame)).to_native()

    given_back = {each["id"]: each["in_target_group"] for each in engine.take(run(engine.give(rows)))}
    wrong = 0
    for person in rows:
        at, on = CODES[person["code"]], day or person["on"]
        age = None if person["born"] is None or on is None else age_on(person["born"], on)
        facts = {each: person[each] for each in FACTS if person[each] is not None}
        expected = row(None if at is None else counties[at], on=on, facts=facts, age=age).in_target_group
        wrong += given_back[person["id"]] is not expected
    return wrong, len(rows)


def main() -> None:
    """Every engine that is installed, with each set of rules."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rules", type=int, default=60)
    parser.add_argument("engines", nargs="*", help="only those that are of these modules")
    given = parser.parse_args()
    total = 0
    for engine in INSTALLED:
        if given.engines and engine.needs not in given.engines:
            continue
        found = [differing(engine, seed) for seed in range(given.rules)]
        wrong = sum(each for each, _ in found)
        print(
            f"{engine}: {wrong} of {sum(each for _, each in found):,} rows differ from the scalar evaluator", flush=True
        )
        total += wrong
    if total:
        sys.exit(f"{total} rows differ")


if __name__ == "__main__":
    main()
