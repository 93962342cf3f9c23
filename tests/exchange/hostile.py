"""Counties and a case for hostile input."""

from collections.abc import Callable
from functools import cache

import psykavtal
from psykavtal import (
    Case,
    Counties,
    compare,
    load_counties,
    to_json,
)

DAY = "2026-01-10"

CASE = Case(
    municipality="2321",
    born="2008-02-29",
    facts={"discharge": True, "disagreement": True},
    principals={"need-noticed": "region"},
    stands_at="lokal-samverkansarena",
)


@cache
def loaded() -> Counties:
    return load_counties()


@cache
def written() -> tuple[str, ...]:
    edition = loaded()["23"].document("jamtland-2025", on=DAY)
    objects = (
        loaded().what_applies(CASE, on=DAY),
        loaded().what_applies(Case(municipality="0680", age=18), on=DAY),
        loaded().what_applies(CASE, on=DAY).receipt,
        loaded().target_group(Case(municipality="0680", age=18), on=DAY),
        compare(loaded(), on=DAY),
        edition.escalation.route(trigger="disagreement"),
        edition.ask("sip.convener"),
        loaded()["06"].ask("target-group.age", on=DAY),
        loaded()["23"].law_references(on=DAY)[0],
        CASE,
    )
    return tuple(to_json(each) for each in objects)


Ask = Callable[[Counties], object]


def county(ask: Callable[[psykavtal.County], object]) -> Ask:
    return lambda counties: ask(counties["23"])


def edition(ask: Callable[[psykavtal.DocumentOnDay], object]) -> Ask:
    return lambda counties: ask(counties["23"].document("jamtland-2025", on=DAY))
