"""One case: evaluated, asked, answered whole; against a function by hand, and against serialising. Prints; asserts equality.

Run by `nox -s bench`. The cases are made up; the county is one of those installed.
"""

import json
from bisect import bisect_right
from collections.abc import Callable
from datetime import date
from itertools import product
from typing import Any

import psykavtal
from psykavtal import Case
from psykavtal.cohorts.rules import rules_of
from psykavtal.model.answers import Ambiguous
from psykavtal.model.birthdays import age_on
from psykavtal.model.condition_evaluation import evaluator_of
from psykavtal.model.truth import Truth

from .measuring import compare

DAY = date(2026, 1, 10)
TRUTHS = {Truth.TRUE: True, Truth.FALSE: False, Truth.UNKNOWN: None}
BIRTHS = (None, date(2009, 3, 1), date(1996, 2, 29), date(1980, 7, 1))
FACTS = {
    "0680": ("psychiatric-condition", "needs-region", "needs-municipality", "next-of-kin"),
    "2321": ("psychiatric-disability", "coordinated", "simultaneous"),
}

CaseFacts = dict[str, Any]
Verdict = tuple[bool | None, str | None, list[str]]


def cases(municipality: str) -> list[CaseFacts]:
    """What is told of people: facts true, false and not told, birth dates on both sides of the limit."""
    told = []
    for at, truths in enumerate(product((True, False, None), repeat=len(FACTS[municipality]))):
        given = zip(FACTS[municipality], truths, strict=True)
        facts = {name: truth for name, truth in given if truth is not None}
        told.append({"municipality": municipality, "born": BIRTHS[at % len(BIRTHS)], "facts": facts})
    return told


# --- What somebody would write out for the two counties: three-valued, with the edition and the reasons ---


def jonkoping(told: CaseFacts, age: int | None) -> tuple[bool | None, list[str]]:
    """Three facts and an age limit that can be read in two ways; or next of kin, at every age or from that age."""
    facts, reasons, unknown, group = told["facts"], [], False, True
    for name in ("psychiatric-condition", "needs-region", "needs-municipality"):
        truth = facts.get(name)
        reasons.append(f"{name}: {truth}")
        if truth is None:
            unknown = True
        elif not truth:
            group = False
    reasons.append(f"age: {age}, from 18 or from 19")
    if age is None or age == 18:
        unknown = True
    elif age < 18:
        group = False
    first = None if group and unknown else group
    kin = facts.get("next-of-kin")
    if kin and (age is None or age <= 18):
        kin = None
    reasons.append(f"next-of-kin: {kin}")
    if first or kin:
        return True, reasons
    return (None if first is None or kin is None else False), reasons


def jamtland(told: CaseFacts, age: int | None) -> tuple[bool | None, list[str]]:
    """Three facts, at every age."""
    facts, reasons, unknown, group = told["facts"], [], False, True
    for name in ("psychiatric-disability", "coordinated", "simultaneous"):
        truth = facts.get(name)
        reasons.append(f"{name}: {truth}")
        if truth is None:
            unknown = True
        elif not truth:
            group = False
    reasons.append(f"age: {age}, every age")
    return (None if group and unknown else group), reasons


EDITIONS: dict[str, Any] = {
    "0680": ([date(2025, 9, 30)], [(None, None), ("jonkoping-2025", jonkoping)]),
    "2321": ([date(2025, 7, 1), date(2026, 11, 25)], [(None, None), ("jamtland-2025", jamtland), (None, None)]),
}


def by_hand(told: CaseFacts, on: date) -> Verdict:
    """The county by the municipality, the edition by the day, the age by the birth date; then the verdict."""
    firsts, editions = EDITIONS[told["municipality"]]
    edition, rule = editions[bisect_right(firsts, on)]
    if rule is None:
        return None, None, ["no edition is determined"]
    born, age = told["born"], None
    if born is not None:
        turned = (on.month, on.day) >= (born.month, born.day)
        if (born.month, born.day) == (2, 29) and (on.month, on.day) == (2, 28):
            turned = on.year % 4 != 0 or (on.year % 100 == 0 and on.year % 400 != 0)
        age = on.year - born.year - (not turned)
        if not 0 <= age <= 120:
            raise ValueError(age)
    verdict, reasons = rule(told, age)
    return verdict, edition, reasons


# --- The same by this library ---


def verdict(answer: Any) -> bool | None:
    """Whether a person is in the target group, None if that is unknown or depends on the reading."""
    return None if isinstance(answer, Ambiguous) else TRUTHS[answer.value.applies]


def main() -> None:
    """Each county's cases: the verdict with its trace; validated, traced and cited; the whole answer."""
    counties = psykavtal.load_counties()
    for municipality in FACTS:
        one_county(counties, municipality)


def one_county(counties: psykavtal.Counties, municipality: str) -> None:
    """The cases of one county."""
    told = cases(municipality)
    county = counties.by_municipality(municipality)
    rules = rules_of(county, facts={}, readings=None)

    def of_each(run: Callable[[CaseFacts], Any]) -> Callable[[], Any]:
        def every() -> list[Any]:
            return [run(each) for each in told]

        return every

    period = rules.on(DAY)
    evaluators = [evaluator_of(each) for each in period.rule.group]

    def evaluated(each: CaseFacts) -> Any:
        age = None if each["born"] is None else age_on(each["born"], DAY)
        found = [evaluate(each["facts"], age) for evaluate in evaluators]
        agreed = found[0][0] if len({truth for truth, _ in found}) == 1 else None
        return period.document, agreed, found

    def asked(each: CaseFacts) -> Any:
        answer = counties.target_group(Case(**each), on=DAY)
        return answer, answer.citations

    def asked_with_clauses(each: CaseFacts) -> Any:
        answer = counties.target_group(Case(**each), on=DAY)
        of_readings = [each.answer for each in answer.readings] if isinstance(answer, Ambiguous) else [answer]
        return answer.citations, [each.value.clauses for each in of_readings]

    expected = [by_hand(each, DAY)[:2] for each in told]
    assert [evaluated(each)[:2] for each in told] == [(b, a) for a, b in expected], "the evaluators differ"
    assert [verdict(asked(each)[0]) for each in told] == [each for each, _ in expected], "the answers differ"
    hand = ("by hand", of_each(lambda each: by_hand(each, DAY)))
    print(f"\n{county.id}: {len(told)} cases, none of them of anybody; times are of all of them")
    for name, run, target in (
        ("a verdict with its trace", evaluated, "<= 2"),
        ("validated, traced and cited", asked, "<= 4"),
        ("validated, cited, its clauses read", asked_with_clauses, "<= 4"),
    ):
        compare(name, ("ours", of_each(run)), (*hand, target), rounds=25, repeat=20, same=False)

    people = [Case(**each) for each in told]
    answers = [counties.what_applies(each, on=DAY) for each in people]
    compare(
        "a whole answer",
        ("ours", lambda: [counties.what_applies(each, on=DAY) for each in people]),
        ("serialising it", lambda: [json.dumps(each.to_dict(), ensure_ascii=False) for each in answers], "<= 3"),
        same=False,
    )


if __name__ == "__main__":
    main()
