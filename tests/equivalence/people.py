"""Cases of persons nobody is: about 2,000 from a pairwise design, and those born on 29 February.

Each county has a design of its own over municipality, birth date or age, every fact, principal and occasion, the
day, readings, reports, a document asked directly, and where the person lives; two designs with different seeds. A
person is asked by `what_applies` and by `target_group`.
"""

from collections.abc import Hashable, Iterator, Sequence
from datetime import date

from .ask import Ask
from .cases import TODAY
from .outline import CountyOutline, Outline
from .pairwise import Row, rows

DAYS = tuple(
    date(*each)
    for each in (
        (2016, 6, 1),
        (2020, 2, 28),
        (2020, 2, 29),
        (2021, 7, 1),
        (2022, 2, 28),
        (2024, 2, 29),
        (2025, 7, 1),
        (2025, 9, 30),
        (2026, 1, 10),
        (2026, 2, 28),
        (2026, 3, 1),
        (2026, 11, 25),
        (2028, 2, 28),
    )
)
AGES = (0, 12, 13, 17, 18, 19, 23, 24, 64, 65, 120)
# Birth dates around each limit of age, so that the person is just below or above it on one of the days.
BORN = tuple(
    date(*each)
    for each in (
        (2003, 7, 1),
        (2007, 9, 30),
        (2008, 1, 10),
        (2008, 1, 11),
        (2008, 2, 28),
        (2008, 2, 29),
        (2008, 3, 1),
        (2004, 2, 29),
        (1996, 2, 29),
        (2013, 1, 10),
        (2002, 1, 11),
        (1960, 1, 10),
    )
)
LEAP_BORN = tuple(date(year, 2, 29) for year in (1976, 1996, 2000, 2004, 2008, 2012, 2076, 2080, 2084, 2088))
LEAP_DAYS = tuple(
    date(year, month, day)
    for year in (1999, 2000, 2020, 2022, 2026, 2030, 2099, 2100, 2102)
    for month, day in ((2, 27), (2, 28), (2, 29), (3, 1))
    if (month, day) != (2, 29) or year in {2000, 2020}
)


def people(outline: Outline) -> Iterator[Ask]:
    """Every case, numbered within its county."""
    for county in outline.counties.values():
        number = 0
        for seed in (1, 2):
            for row in rows(_factors(outline, county), seed=seed):
                number += 1
                yield from _asks(county, number, row)
    for county in outline.counties.values():
        yield from _leap(county)
    for born in dict.fromkeys((*LEAP_BORN, *BORN)):
        days = tuple(sorted(day for day in {*LEAP_DAYS, *DAYS} if day >= born))
        yield Ask(part="people", op="age_on", args={"born": born}, days=days)


def _factors(outline: Outline, county: CountyOutline) -> dict[str, Sequence[Hashable]]:
    codes = list(county.municipalities)
    others = [next(iter(each.municipalities)) for each in outline.counties.values() if each is not county]
    factors: dict[str, Sequence[Hashable]] = {
        "municipality": codes[:: max(1, len(codes) // 3)][:3],
        "age": (None, *AGES, *BORN),
        "on": DAYS,
        "readings": (None, *county.names),
        "reports": (None, True),
        "document": (None, None, *county.read, next(each for each in county.documents if each not in county.read)),
        "stands_at": (None, *county.bodies[:4]),
        "lives_in": ("", codes[-1], others[0], "0180"),
        "placed_by": ("", others[-1]),
    }
    for fact, kind in outline.facts.items():
        foreign = ":" in fact and not fact.startswith(county.id)
        if kind == "principal":
            factors[f"principal {fact}"] = (None, "municipality", "region")
        elif not foreign:
            factors[f"fact {fact}"] = (None, True, False)
    return {name: tuple(dict.fromkeys(values)) for name, values in factors.items()}


def _asks(county: CountyOutline, number: int, row: Row) -> Iterator[Ask]:
    age = row["age"]
    person = {
        "municipality": row["municipality"],
        "age": None if isinstance(age, date) else age,
        "born": age if isinstance(age, date) else None,
        "facts": _given(row, "fact "),
        "principals": _given(row, "principal "),
        "stands_at": row["stands_at"],
        "lives_in": row["lives_in"],
        "placed_by": row["placed_by"],
    }
    how = {"on": row["on"], "readings": row["readings"], "reports": row["reports"], "document": row["document"]}
    for op in ("what_applies", "target_group"):
        yield Ask(part="people", op=op, args={"person": person, **how}, label=f"county={county.id} case={number}")


def _given(row: Row, prefix: str) -> dict[str, Hashable]:
    return {
        name.removeprefix(prefix): each for name, each in row.items() if name.startswith(prefix) and each is not None
    }


def _leap(county: CountyOutline) -> Iterator[Ask]:
    """Who is born on 29 February, around the birthday, in leap years and others; 2100 is none."""
    code = next(iter(county.municipalities))
    facts = {
        "psychiatric-disability": True,
        "psychiatric-condition": True,
        "coordinated": True,
        "simultaneous": True,
        "needs-region": True,
        "needs-municipality": True,
    }
    for born in LEAP_BORN:
        days = tuple(day for day in LEAP_DAYS if 0 <= day.year - born.year <= 30)
        for document in county.read:
            for readings in (None, *county.names):
                args = {"born": born, "document": document, "readings": readings}
                person = {"municipality": code, "born": born, "facts": facts}
                label = " ".join(f"{name}={each}" for name, each in args.items() if each is not None)
                how = {"person": person, "readings": readings, "document": document}
                yield Ask(part="people", op="target_group", args=how, days=days, label=f"leap {county.id} {label}")
                if readings is None:
                    yield Ask(part="people", op="what_applies", args=how, days=days, label=f"leap {county.id} {label}")
    person = {"municipality": code, "born": LEAP_BORN[0], "facts": {}}
    yield Ask(part="people", op="what_applies", args={"person": person}, days=(TODAY,), label=f"leap {county.id} bare")
