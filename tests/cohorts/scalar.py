"""One row at a time, by the evaluator that a case is judged with: what every engine's result is held against."""

from collections.abc import Mapping
from datetime import date

import attrs

from psykavtal.agreements.provision_conditions import consensus
from psykavtal.cohorts.output_names import JOIN
from psykavtal.cohorts.rules import CountyRules
from psykavtal.cohorts.simplify import Interpretations
from psykavtal.model.condition_evaluation import evaluator_of


@attrs.frozen(kw_only=True)
class Row:
    """What a row comes to.

    Attributes:
        edition: id of the edition that applies; None where none is determined.
        in_target_group: whether the person is in the target group; None where unknown.
        decided_by: the clause that decides; None where nothing does.
        services: those that surely are for the person; None where no edition is determined.
        services_open: those that may be.
    """

    edition: str | None = None
    in_target_group: bool | None = None
    decided_by: str | None = None
    services: str | None = None
    services_open: str | None = None


def row(county: CountyRules | None, *, on: date | None, facts: Mapping[str, bool], age: int | None) -> Row:
    """What somebody of a county's municipality comes to on a day."""
    if county is None or on is None:
        return Row()
    period = county.on(on)
    verdict = truth(period.rule.group, facts, age)
    services = [(each.key, truth(each.interpretations, facts, age)) for each in period.services or ()]
    held = period.services is not None
    return Row(
        edition=period.edition,
        in_target_group=verdict,
        decided_by=_decided_by(
            verdict, [(name, truth(readings, facts, age)) for name, readings in period.rule.clauses]
        ),
        services=JOIN.join(key for key, each in services if each) if held else None,
        services_open=JOIN.join(key for key, each in services if each is None) if held else None,
    )


def truth(readings: Interpretations, facts: Mapping[str, bool], age: int | None) -> bool | None:
    """What all readings of a condition agree on."""
    return consensus(evaluator_of(each)(facts, age)[0] for each in readings)


def _decided_by(verdict: bool | None, clauses: list[tuple[str, bool | None]]) -> str | None:
    """The first clause that surely covers; all of them, where they decide together."""
    if verdict is None:
        return None
    covering = [name for name, covers in clauses if covers]
    return covering[0] if verdict and covering else JOIN.join(name for name, _ in clauses)
