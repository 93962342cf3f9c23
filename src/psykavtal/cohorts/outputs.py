"""The columns added to a cohort.

They are the edition, whether in the target group, by which clause, and services.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

import attrs
import narwhals as nw

from psykavtal.cohorts.expressions import Compiler
from psykavtal.cohorts.output_names import JOIN, Output
from psykavtal.cohorts.partition import Plan
from psykavtal.cohorts.rules import ServiceRule, TargetGroupRule
from psykavtal.cohorts.simplify import relaxed

T = TypeVar("T")


@attrs.frozen(kw_only=True, eq=False)
class Outputs(Generic[T]):
    """Makes the columns that are asked for.

    Attributes:
        plan: which rule is for which rows.
        compiler: makes expressions of conditions.
    """

    plan: Plan
    compiler: Compiler[T]

    def column(self, output: Output) -> nw.Expr:
        """Return one output column."""
        makers: dict[Output, Callable[[], nw.Expr | None]] = {
            "edition": self.edition,
            "in_target_group": self.in_target_group,
            "decided_by": self.decided_by,
            "services": self.services,
            "services_open": self.services_open,
        }
        made = makers[output]()
        if made is None:  # a `when` that never matches: on some engines a typed null becomes a value
            never = self.plan.cell.is_null() & ~self.plan.cell.is_null()
            made = nw.when(never).then(nw.lit(value=True) if output == "in_target_group" else nw.lit(""))
        return made.alias(output)

    def edition(self) -> nw.Expr | None:
        """The id of the edition that applies; null if none is determined."""
        return self.plan.chosen(lambda period: period.edition, _text)

    def in_target_group(self) -> nw.Expr | None:
        """Return whether the person is in the target group."""
        algebra = self.compiler.algebra
        return self.plan.chosen(
            lambda period: period.rule.group,
            lambda readings: algebra.column(self.compiler.agreed(readings)) if readings else None,
        )

    def decided_by(self) -> nw.Expr | None:
        """The clause that decides; null if none does."""
        return self.plan.chosen(lambda period: period.rule, self._decided_by)

    def services(self) -> nw.Expr | None:
        """The services that surely are for the person."""
        return self.plan.chosen(
            lambda period: period.services, lambda found: self._listed(found, self.compiler.algebra.surely)
        )

    def services_open(self) -> nw.Expr | None:
        """The services that may be for the person."""
        algebra = self.compiler.algebra

        def is_open(truth: T) -> nw.Expr:
            return algebra.column(truth).is_null()

        return self.plan.chosen(lambda period: period.services, lambda found: self._listed(found, is_open))

    def first_filter(self) -> nw.Expr | None:
        """Return a filter for rows that facts alone leave possible or rules do not determine.

        None if facts rule nobody out.
        """
        groups = self.plan.by(lambda period: period.rule.group)
        condition = relaxed(groups, self.compiler.facts.keys())
        if condition is None:
            return None
        possible = self.compiler.algebra.possibly(self.compiler.condition(condition))
        undetermined = [cell for readings, cells in groups.items() if not readings for cell in cells]
        cell = self.plan.cell if self.plan.computed is None else self.plan.computed
        return possible | cell.is_in(undetermined) if undetermined else possible

    def last_filter(self, name: str) -> nw.Expr:
        """Keep rows of the counties' people who are, or may be, in a target group.

        The column of that name decides it.
        """
        cells = [cell for _, own in self.plan.periods for cell in own]
        verdict = nw.col(name)
        return self.plan.cell.is_in(cells) & (verdict.is_null() | verdict)

    def _decided_by(self, rule: TargetGroupRule) -> nw.Expr | None:
        if not rule.group:
            return None
        algebra = self.compiler.algebra
        verdict = self.compiler.agreed(rule.group)
        covered, excluded = algebra.surely(verdict), algebra.surely(algebra.negated(verdict))
        every = nw.lit(JOIN.join(name for name, _ in rule.clauses))
        chain = nw.when(excluded).then(every)
        for name, readings in rule.clauses:
            chain = chain.when(covered & algebra.surely(self.compiler.agreed(readings))).then(nw.lit(name))
        return chain.when(covered).then(every)

    def _listed(self, found: tuple[ServiceRule, ...] | None, holds: Callable[[T], nw.Expr]) -> nw.Expr | None:
        if found is None:
            return None
        parts = [
            nw.when(holds(self.compiler.agreed(each.interpretations)))
            .then(nw.lit(f"{each.key}{JOIN}"))
            .otherwise(nw.lit(""))
            for each in found
        ]
        return nw.concat_str(parts).str.strip_chars(JOIN)


def _text(value: str | None) -> nw.Expr | None:
    return None if value is None else nw.lit(value)
