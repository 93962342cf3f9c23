"""Counties that are none, with rules of one structure; and what is made of a frame by them."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from psykavtal import AgeLimit, AgeRange
from psykavtal.cohorts.classifier import Classifier
from psykavtal.cohorts.columns import PeopleColumns
from psykavtal.cohorts.rules import CountyRules, RulePeriod, TargetGroupRule
from psykavtal.model.conditions import AgeIs, AllOf, Criterion, FactIs, Not

TODAY = date(2026, 1, 1)
STOCKHOLM = 1

# By SCB code: how many municipalities, and about how many thousands live there. The codes of the
# municipalities are made up: the county's, and a number from 01.
COUNTIES = {
    1: (26, 2450), 3: (8, 400), 4: (9, 302), 5: (13, 472), 6: (13, 368), 7: (8, 204), 8: (12, 247),
    9: (1, 61), 10: (5, 158), 12: (33, 1420), 13: (6, 340), 14: (49, 1760), 17: (16, 284), 18: (12, 307),
    19: (10, 279), 20: (15, 288), 21: (10, 287), 22: (7, 243), 23: (8, 132), 24: (15, 277), 25: (14, 249),
}  # fmt: skip
FACTS = {"needs-region": "region", "needs-municipality": "municipality", "substance-use": "substance"}
YOUNGEST = tuple(range(13, 25))
"""The ages that the rules differ by: so many distinct rules there are, however many editions."""


def people_columns(*, on: bool = False) -> PeopleColumns:
    """What the columns tell."""
    return PeopleColumns(municipality="code", born="born", on="on" if on else None, facts=FACTS)


def criterion(at_least: int) -> Criterion:
    """The one structure that every rule has."""
    limit = AgeLimit(words=f"från {at_least} år", range=AgeRange(at_least=at_least))
    needs = (FactIs(fact="needs-region"), FactIs(fact="needs-municipality"))
    return AllOf(of=(*needs, Not(of=FactIs(fact="substance-use")), AgeIs(limit=limit)))


def rule(at_least: int) -> TargetGroupRule:
    """The rule of an edition."""
    ways = (criterion(at_least),)
    return TargetGroupRule(group=ways, clauses=(("main", ways),))


def youngest(county: int, edition: int) -> int:
    """The age from which an edition of a county covers people: made up."""
    return YOUNGEST[(county * 5 + edition * 7) % len(YOUNGEST)]


def turns(editions: int, county: int | None = None) -> tuple[date, ...]:
    """The days on which editions begin but the first, which reaches back: the same everywhere, or a county's own."""
    span = (date(2026, 6, 1) - date(2012, 6, 1)).days
    shift = 0 if county is None else county * 11
    return tuple(date(2012, 6, 1) + timedelta(days=span * each // editions + shift) for each in range(1, editions))


def municipalities(county: int) -> tuple[str, ...]:
    """The codes of a county's municipalities."""
    return tuple(f"{county:02}{each:02}" for each in range(1, COUNTIES[county][0] + 1))


def counties(editions: int, *, own_days: bool = False) -> list[CountyRules]:
    """Every county with so many editions, which begin everywhere on the same days or on each county's own."""
    return [
        CountyRules(
            municipalities=municipalities(county), periods=tuple(_stretches(county, editions, own_days=own_days))
        )
        for county in COUNTIES
    ]


def _stretches(county: int, editions: int, *, own_days: bool) -> Iterator[RulePeriod]:
    days = turns(editions, county if own_days else None)
    for number, first in enumerate([None, *days]):
        document = f"{county}-{number}"
        yield RulePeriod(
            first=first, document=document, in_force=True, rule=rule(youngest(county, number)), services=None
        )


def one_group() -> Classifier:
    """One target group on one day."""
    every = counties(1)
    own = [each for each in every if each.municipalities[0].startswith(f"{STOCKHOLM:02}")]
    return Classifier(counties=own, people=people_columns(), on=TODAY, add=["in_target_group"])


def every_edition(editions: int, *, own_days: bool = False) -> Classifier:
    """Every county's target groups, the edition chosen by each row's day."""
    return Classifier(
        counties=counties(editions, own_days=own_days),
        people=people_columns(on=True),
        on=None,
        add=["in_target_group"],
        only_possible=True,
    )


def added(classifier: Classifier, frame: Any) -> Any:
    """The frame with what the classifier adds."""
    import narwhals as nw

    return classifier.apply(nw.from_native(frame)).to_native()
