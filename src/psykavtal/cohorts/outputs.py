"""Make the columns that are added to a cohort."""

from collections.abc import Callable
from typing import Generic, TypeVar

import attrs
import narwhals as nw

from psykavtal.cohorts.expressions import Compiler
from psykavtal.cohorts.output_names import JOIN, TRUTHS, Output
from psykavtal.cohorts.partition import Plan
from psykavtal.cohorts.reason_expressions import Reasons
from psykavtal.cohorts.reasons import Reason
from psykavtal.cohorts.rules import ServiceRule, TargetGroupRule
from psykavtal.cohorts.simplify import Interpretations, relaxed

T = TypeVar("T")


@attrs.frozen(kw_only=True, eq=False)
class Outputs(Generic[T]):
    """Makes the columns that are asked for.

    Attributes:
        plan: which rule is for which rows.
        compiler: makes expressions of conditions.
        no_age: whether a row has no age; None if no column of ages is given.
    """

    plan: Plan
    compiler: Compiler[T]
    no_age: nw.Expr | None = None

    def column(self, output: Output) -> nw.Expr:
        """Return one of the columns, by its name."""
        makers: dict[Output, Callable[[], nw.Expr | None]] = {
            "document": self.document,
            "in_force": self.in_force,
            "in_target_group": self.in_target_group,
            "by_text": self.by_text,
            "reason": self.reason,
            "decided_by": self.decided_by,
            "services": self.services,
            "services_open": self.services_open,
        }
        made = makers[output]()
        if made is None:  # a `when` that never matches: on some engines a typed null becomes a value
            never = self.plan.cell.is_null() & ~self.plan.cell.is_null()
            made = nw.when(never).then(nw.lit(value=True) if output in TRUTHS else nw.lit(""))
        return made.alias(output)

    def document(self) -> nw.Expr | None:
        """The id of the document whose text is used; null unless there is exactly one."""
        return self.plan.chosen(lambda period: period.document, _constant)

    def in_force(self) -> nw.Expr | None:
        """True if an edition applies; null if it is unclear."""
        return self.plan.chosen(lambda period: period.in_force, _constant)

    def in_target_group(self) -> nw.Expr | None:
        """True if the person is in the target group; null unless an edition applies."""
        return self.plan.chosen(lambda period: period.group, self._verdict)

    def by_text(self) -> nw.Expr | None:
        """True if the text covers the person, in force or not."""
        return self.plan.chosen(lambda period: period.rule.group, self._verdict)

    def reason(self) -> nw.Expr | None:
        """The reason for a null `in_target_group`; null beside a verdict."""
        reasons = Reasons(compiler=self.compiler, no_age=self.no_age)

        def make(key: tuple[Reason | None, Interpretations]) -> nw.Expr:
            same, group = key
            return reasons.column(group) if same is None else nw.lit(same)

        elsewhere, no_day = nw.lit("no-county"), nw.lit("edition-unknown")
        # A row of one of the municipalities that is in no cell has no day.
        made = self.plan.chosen(lambda period: (period.reason, period.group), make, otherwise=no_day)
        return elsewhere if made is None else nw.when(self.plan.here).then(made).otherwise(elsewhere)

    def decided_by(self) -> nw.Expr | None:
        """The clause that decides `in_target_group`; null if none does."""
        return self.plan.chosen(lambda period: period.rule if period.in_force else None, self._decided_by)

    def services(self) -> nw.Expr | None:
        """The services that surely are for the person."""
        return self.plan.chosen(
            lambda period: period.services, lambda found: self._listed(found, self.compiler.algebra.surely)
        )

    def services_open(self) -> nw.Expr | None:
        """The services that may be for the person."""
        algebra = self.compiler.algebra

        return self.plan.chosen(lambda period: period.services, lambda found: self._listed(found, algebra.unknown))

    def first_filter(self) -> nw.Expr | None:
        """Return a filter for rows that facts alone leave possible or rules do not determine.

        None if facts rule nobody out.
        """
        groups = self.plan.by(lambda period: period.group)
        condition = relaxed(groups, self.compiler.facts.keys() - set(self.compiler.by_age))
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

    def _verdict(self, group: Interpretations) -> nw.Expr | None:
        return self.compiler.algebra.column(self.compiler.agreed(group)) if group else None

    def _decided_by(self, rule: TargetGroupRule | None) -> nw.Expr | None:
        if rule is None or not rule.group:
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


def _constant(value: str | bool | None) -> nw.Expr | None:
    return None if value is None else nw.lit(value)
