"""Find the smallest sets of facts for which two documents differ on the target group."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby, product

import attrs

from psykavtal.agreements.counties import Counties
from psykavtal.agreements.county import County
from psykavtal.agreements.diff.compared_documents import compared_document, document_of
from psykavtal.agreements.group_rules import GroupRule
from psykavtal.cases.case import Case
from psykavtal.cases.case_query import CaseQuery
from psykavtal.cases.county_on_day import CountyDay
from psykavtal.cases.decisive_facts import DecisiveFacts, all_of, decisive_facts, smallest
from psykavtal.cases.evaluator import CaseEvaluator
from psykavtal.cases.flip_cases import FlipCase, FlipCases, FlipFact
from psykavtal.model import arguments
from psykavtal.model.ages import AgeRange
from psykavtal.model.answers import Derived, Stated
from psykavtal.model.birthdays import OLDEST
from psykavtal.model.conditions import facts_of
from psykavtal.model.dates import parse_date
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording


def flip_cases(
    counties: Counties, before: str, after: str, *, on: date | str, include_undecided: bool = False
) -> FlipCases:
    """Find the smallest sets of facts for which two documents differ on the target group.

    The sets follow from the conditions of both target groups; each was verified by `Counties.target_group`. No part of a
    set makes a difference by itself. A fact that is not in a set is unknown.

    Args:
        counties: the counties.
        before: id of the first document.
        after: id of the second.
        on: the day of the case. The documents are asked whether they apply on it or not.
        include_undecided: include sets for which only one of the documents decides.

    Raises:
        UnknownDocumentError: no installed county has a document of this id.
        InvalidValueError: a document is not available.
        InvalidDateError: `on` is not a date.

    Examples:
        >>> from psykavtal import load_counties
        >>> cases = flip_cases(load_counties(), "jamtland-2021", "jamtland-2025", on="2026-01-10")
        >>> [(each.fact, each.value) for each in cases[0].facts], cases[0].before, cases[0].after
        ([('coordinated', False), ('next-of-kin', True)], <Truth.TRUE: 'true'>, <Truth.FALSE: 'false'>)
    """
    day = parse_date(on, place="on")
    arguments.flag(include_undecided, "include_undecided")
    owners = (document_of(counties, before, "before"), document_of(counties, after, "after"))
    evaluator = CaseEvaluator(counties=counties.members, facts=counties.facts)
    first, second = (
        _Side.of(evaluator, owner, document, day) for owner, document in zip(owners, (before, after), strict=True)
    )
    labels = {name: each.label for name, each in counties.facts.items()}
    reasons = [each.reason for each in (first, second) if each.reason is not None]
    found = [] if reasons else list(_found(first, second, labels, include_undecided=include_undecided))
    return FlipCases(
        before=compared_document(owners[0], before),
        after=compared_document(owners[1], after),
        on=day,
        cases=tuple(sorted(found, key=_order)),
        facts=tuple(dict.fromkeys((*first.facts, *second.facts))),
        depends_on_age=first.depends_on_age or second.depends_on_age,
        reason=_joined(reasons),
    )


@attrs.frozen
class _Side:
    """One document, with the facts that decide its target group.

    Attributes:
        evaluator: the evaluator of cases.
        query: the query that asks the document.
        name: the name of the document.
        rule: the people whom it covers.
        ages_of: the facts that follow from the age.
    """

    evaluator: CaseEvaluator
    query: CaseQuery
    name: Wording
    rule: GroupRule
    ages_of: Mapping[str, AgeRange]

    @classmethod
    def of(cls, evaluator: CaseEvaluator, county: County, document_id: str, on: date) -> "_Side":
        document = county.holdings.document(document_id)
        day = CountyDay(county=county, on=on, events={}, readings=None, include_reported=False, document=document)
        return cls(
            evaluator=evaluator,
            query=attrs.evolve(evaluator.query(on, document=document_id), county=county),
            name=Wording(sv=document.label("sv"), en=document.label("en")),
            rule=day.group,
            ages_of={each.id: each.ages for each in evaluator.facts.values() if each.ages is not None},
        )

    @property
    def reason(self) -> Wording | None:
        """The reason if nobody is surely in the target group or out of it."""
        if self.rule.criteria:
            return None
        return Wording(
            sv=f"«{self.name.sv}»: vilka som omfattas avgörs inte av texten.",
            en=f"«{self.name.to('en')}»: the text does not decide who is covered.",
        )

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts on which the target group depends, without those that follow from the age."""
        every = dict.fromkeys(fact for each in self.rule.criteria for fact in facts_of(each))
        return tuple(each for each in every if each not in self.ages_of)

    @property
    def depends_on_age(self) -> bool:
        every = (each for verdict in (True, False) for each in self.deciding(verdict=verdict))
        return any(each.ages is not None for each in every)

    def deciding(self, *, verdict: bool) -> tuple[DecisiveFacts, ...]:
        """Return the smallest sets of facts that decide under every interpretation."""
        return all_of([decisive_facts(each, self.ages_of, truth=verdict) for each in self.rule.criteria])

    def verdict(self, given: DecisiveFacts, age: int | None) -> tuple[Truth, tuple[str, ...]]:
        """Return the verdict on somebody with these facts, and the provisions that decide it."""
        answer = self.evaluator.target_group(Case(age=age, facts=dict(given.facts)), self.query)
        if not isinstance(answer, Stated | Derived):
            return Truth.UNKNOWN, ()
        return answer.by_text.applies, answer.by_text.decided_by


def _found(
    first: _Side, second: _Side, labels: Mapping[str, Wording], *, include_undecided: bool
) -> Iterator[FlipCase]:
    sides = (first, second)
    for verdict in (True, False):
        pairs = product(first.deciding(verdict=verdict), second.deciding(verdict=not verdict))
        both = (one.together(other) for one, other in pairs)
        for each in smallest(one for one in both if one is not None):
            yield from _cases(each, sides, labels, wanted=(Truth.of(verdict), Truth.of(not verdict)))
    for side, verdict in product(sides if include_undecided else (), (True, False)):
        wanted = [Truth.UNKNOWN, Truth.UNKNOWN]
        wanted[sides.index(side)] = Truth.of(verdict)
        for each in side.deciding(verdict=verdict):
            yield from _cases(each, sides, labels, wanted=(wanted[0], wanted[1]))


def _cases(
    given: DecisiveFacts, sides: tuple[_Side, _Side], labels: Mapping[str, Wording], *, wanted: tuple[Truth, Truth]
) -> Iterator[FlipCase]:
    """Yield a case for each range of ages with the verdicts wanted."""
    ages: list[int | None] = [None] if given.ages is None else [*sorted(given.ages)]
    answers = {age: [each.verdict(given, age) for each in sides] for age in ages}
    fitting = [age for age in ages if tuple(truth for truth, _ in answers[age]) == wanted]
    for group in _ranges(fitting):
        (before, before_by), (after, after_by) = answers[group[0]]
        yield FlipCase(
            facts=tuple(FlipFact(fact=name, label=labels[name], value=value) for name, value in sorted(given.facts)),
            ages=_range(group),
            before=before,
            after=after,
            before_by=before_by,
            after_by=after_by,
        )


def _ranges(ages: list[int | None]) -> Iterator[list[int | None]]:
    """Yield ages in ranges without a gap."""
    for _, group in groupby(enumerate(ages), lambda each: None if each[1] is None else each[1] - each[0]):
        yield [age for _, age in group]


def _range(ages: list[int | None]) -> AgeRange | None:
    """Return ages without a gap as a range; None for no age."""
    first, last = ages[0], ages[-1]
    if first is None or last is None:
        return None
    return AgeRange(at_least=first or None, below=None if last == OLDEST else last + 1)


def _order(case: FlipCase) -> tuple[bool, int, list[tuple[str, bool]], int]:
    ages = -1 if case.ages is None else case.ages.at_least or 0
    return case.is_undecided, case.size, [(each.fact, not each.value) for each in case.facts], ages


def _joined(reasons: list[Wording]) -> Wording | None:
    if not reasons:
        return None
    return Wording(sv=" ".join(each.sv for each in reasons), en=" ".join(each.to("en") for each in reasons))
