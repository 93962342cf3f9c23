"""One row at a time, by the evaluator of a case: every engine's result must equal this."""

from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from psykavtal.agreements.provision_conditions import consensus
from psykavtal.cohorts.output_names import JOIN
from psykavtal.cohorts.rules import CountyRules, RulePeriod
from psykavtal.cohorts.simplify import Interpretations
from psykavtal.model.condition_evaluation import AGE, Evaluation, evaluator_of, missing_in
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, Criterion, Not


@attrs.frozen(kw_only=True)
class Row:
    """The added columns of a row; see `classify`."""

    document: str | None = None
    in_force: bool | None = None
    in_target_group: bool | None = None
    by_text: bool | None = None
    reason: str | None = None
    decided_by: str | None = None
    services: str | None = None
    services_open: str | None = None


def row(
    county: CountyRules | None,
    *,
    on: date | None,
    facts: Mapping[str, bool],
    age: int | None,
    is_invalid: bool = False,
) -> Row:
    """Return the columns of a person of a county's municipality on a day.

    Args:
        county: the rules of the county; None for a municipality of none.
        on: the day.
        facts: the facts of the row.
        age: the age; None if it is unknown or impossible.
        is_invalid: whether the age is impossible.
    """
    if county is None or on is None:
        return Row(reason="no-county" if county is None else "edition-unknown")
    period = county.on(on)
    by_text = truth(period.rule.group, facts, age)
    verdict = by_text if period.in_force else None
    services = [(each.key, truth(each.interpretations, facts, age)) for each in period.services or ()]
    has_services = period.services is not None
    return Row(
        document=period.document,
        in_force=period.in_force,
        in_target_group=verdict,
        by_text=by_text,
        reason=None if verdict is not None else reason(period, facts, age, is_invalid=is_invalid),
        decided_by=_decided_by(verdict, [(name, truth(ways, facts, age)) for name, ways in period.rule.clauses]),
        services=JOIN.join(key for key, each in services if each) if has_services else None,
        services_open=JOIN.join(key for key, each in services if each is None) if has_services else None,
    )


def truth(ways: Interpretations, facts: Mapping[str, bool], age: int | None) -> bool | None:
    """Return the truth on which all interpretations of a condition agree."""
    return consensus(evaluator_of(each)(facts, age)[0] for each in ways)


def reason(period: RulePeriod, facts: Mapping[str, bool], age: int | None, *, is_invalid: bool) -> str:
    """Return the first reason that applies to a row without a verdict."""
    if period.in_force is not True:
        return "edition-unknown" if period.in_force is None else "none-in-force"
    if not period.rule.group:
        return period.rule.absent
    found = [(each, evaluator_of(each)(facts, age)) for each in period.rule.group]
    missing = {name for criterion, evaluation in found for name in missing_in(criterion, evaluation, age)}
    truths = {evaluation[0] for _, evaluation in found}
    if missing - {AGE}:
        return "fact-missing"
    if missing and not is_invalid:
        return "age-missing"
    if missing and not {True, False} <= truths:
        return "row-invalid"
    return "readings-differ" if len(truths) > 1 or any(_differs(*each) for each in found) else "not-stated"


def _differs(criterion: Criterion, evaluation: Evaluation) -> bool:
    """Return whether a condition is unknown by an age limit with several readings."""
    return any(isinstance(each, AgeIs) and each.limit.readings for each in _unknown_leaves(criterion, evaluation))


def _unknown_leaves(criterion: Criterion, evaluation: Evaluation) -> Iterator[Criterion]:
    if evaluation[0] is not None:
        return
    match criterion:
        case Not(of=part):
            yield from _unknown_leaves(part, evaluation[1][0])
        case AllOf(of=parts) | AnyOf(of=parts):
            for part, each in zip(parts, evaluation[1], strict=True):
                yield from _unknown_leaves(part, each)
        case _:
            yield criterion


def _decided_by(verdict: bool | None, clauses: list[tuple[str, bool | None]]) -> str | None:
    """Return the first clause that surely covers; all of them, if they decide together."""
    if verdict is None:
        return None
    covering = [name for name, covers in clauses if covers]
    return covering[0] if verdict and covering else JOIN.join(name for name, _ in clauses)
