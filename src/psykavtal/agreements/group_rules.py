"""The people whom a county's agreement covers: clauses to evaluate, under each interpretation."""

from collections.abc import Callable, Iterable, Iterator

import attrs

from psykavtal.agreements.interpretations import interpretations
from psykavtal.lazy import Frozen, locked_property
from psykavtal.model.answers import Ambiguous, Answer, AnswerContext, Derived, Stated
from psykavtal.model.condition_evaluation import Evaluator, evaluator_of, leaves_of
from psykavtal.model.conditions import AgeIs, AllOf, AnyOf, Criterion, FactIs, InWords, age_condition
from psykavtal.model.inference_rules import Rule
from psykavtal.model.provisions import Provision, TargetGroup

StatedGroups = Answer[tuple[Provision, ...]]


@attrs.frozen(kw_only=True)
class Clause:
    """One group of people that a text covers.

    Attributes:
        provision: the provision that states it.
        criterion: who is in it, its ages and its condition with it.
        evaluator: evaluates the criterion.
    """

    provision: TargetGroup
    criterion: Criterion
    evaluator: Evaluator = attrs.field(
        init=False,
        eq=False,
        repr=False,
        default=attrs.Factory(lambda self: evaluator_of(self.criterion), takes_self=True),
    )

    def __reduce__(self) -> "tuple[Callable[[TargetGroup], Clause], tuple[TargetGroup]]":
        """Make the evaluator again when unpickled: functions cannot be pickled."""
        return _clause, (self.provision,)


@attrs.frozen(kw_only=True)
class Alternative:
    """The people whom any clause of a text covers, under one interpretation.

    Attributes:
        readings: the names of the readings that lead here, from the outermost; empty if the
            text has one meaning.
        answer: the answer under this interpretation.
        clauses: in the order of the text.
    """

    readings: tuple[str, ...]
    answer: Stated[tuple[Provision, ...]] | Derived[tuple[Provision, ...]]
    clauses: tuple[Clause, ...]

    @property
    def criterion(self) -> Criterion:
        """Who is covered."""
        return AnyOf(of=tuple(each.criterion for each in self.clauses))


@attrs.frozen(kw_only=True, slots=False)
class GroupRule(Frozen):
    """The people whom an agreement covers on a day.

    Attributes:
        answer: the answer on this, with its status.
        alternatives: one for each interpretation that leads to an answer.
        complete: whether every interpretation leads to one; if not, nobody is surely in or out.
    """

    answer: StatedGroups
    alternatives: tuple[Alternative, ...]
    complete: bool

    @locked_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses under every interpretation, in order."""
        return tuple(clause for each in self.alternatives for clause in each.clauses)

    @locked_property
    def facts(self) -> tuple[str, ...]:
        """The facts on which any clause depends, each once."""
        return tuple(each.fact for each in self._leaves if isinstance(each, FactIs))

    @locked_property
    def age_evaluators(self) -> tuple[Evaluator, ...]:
        """The evaluators of the age limits of all clauses, each once."""
        return tuple(evaluator_of(each) for each in self._leaves if isinstance(each, AgeIs))

    @locked_property
    def _leaves(self) -> tuple[Criterion, ...]:
        return tuple(dict.fromkeys(leaf for clause in self.clauses for leaf in leaves_of(clause.criterion)))

    @locked_property
    def criteria(self) -> tuple[Criterion, ...]:
        """Who is covered, under each interpretation; empty if nobody is surely in or out."""
        return tuple(each.criterion for each in self.alternatives) if self.complete else ()

    @locked_property
    def as_written(self) -> tuple[Clause, ...]:
        """The clauses as written, if the interpretations differ in age limits only; otherwise empty.

        A result that these determine, with an open limit unknown, is the result under every
        interpretation.
        """
        found = clauses_of(self.answer.basis)
        names = tuple(each.provision.id for each in found)
        alike = all(tuple(each.provision.id for each in one.clauses) == names for one in self.alternatives)
        return found if alike and not any(each.provision.readings for each in found) else ()

    @locked_property
    def undecided(self) -> tuple[Clause, ...]:
        """The clauses of the first interpretation, with ambiguous age limits as written.

        They show a result on which the interpretations agree that it is unknown.
        """
        written = {each.provision.id: each for each in clauses_of(self.answer.basis) if not each.provision.readings}
        first = self.alternatives[0].clauses
        read = {each.provision.id: {one.criterion for one in self.clauses if _same(one, each)} for each in first}
        return tuple(
            each if len(read[each.provision.id]) == 1 else written.get(each.provision.id, each) for each in first
        )

    @locked_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules by which the answer follows, under any interpretation."""
        derived = (each.answer for each in self.alternatives if isinstance(each.answer, Derived))
        return tuple(dict.fromkeys(rule for each in derived for rule in each.rules))


def _same(one: Clause, other: Clause) -> bool:
    return one.provision.id == other.provision.id


def group_rule(answer: StatedGroups) -> GroupRule:
    """Return the rule from an answer on whom an agreement covers ("target-group.who").

    A list with ambiguous members is ambiguous here: membership is one value of the whole list.
    """
    answer = _under_each_reading(answer)
    leaves = list(_leaves(answer, ()))
    alternatives = tuple(each for each in leaves if each is not None)
    return GroupRule(
        answer=answer, alternatives=alternatives, complete=bool(leaves) and len(alternatives) == len(leaves)
    )


def _under_each_reading(answer: StatedGroups) -> StatedGroups:
    """Return a list with ambiguous groups as one answer for each interpretation of them."""
    if not isinstance(answer, Stated | Derived):
        return answer
    ambiguous = tuple(
        each.provision for each in clauses_of(answer.by_text) if each.provision.id in answer.ambiguous_members
    )
    if not ambiguous:
        return answer
    outcomes = tuple(
        each.outcome(attrs.evolve(answer, by_text=each.read(answer.by_text), ambiguous_members=()))
        for each in interpretations(ambiguous, None)[0]
    )
    return attrs.evolve(AnswerContext.of(answer), ambiguous_members=()).ambiguous(outcomes, basis=answer.basis)


def _leaves(answer: StatedGroups, readings: tuple[str, ...]) -> Iterator[Alternative | None]:
    """Yield an alternative for each interpretation; None for one that leads to no answer."""
    match answer:
        case Ambiguous():
            for each in answer.readings:
                if answer.chosen in (None, each.name):
                    yield from _leaves(each.answer, (*readings, each.name))
        case Stated(by_text=provisions) | Derived(by_text=provisions):
            clauses = clauses_of(provisions)
            yield Alternative(readings=readings, answer=answer, clauses=clauses) if clauses else None
        case _:
            yield None


def clauses_of(provisions: Iterable[Provision]) -> tuple[Clause, ...]:
    """Return the groups that provisions cover, without provisions that only emphasise a group."""
    return tuple(_clause(each) for each in provisions if isinstance(each, TargetGroup) and not each.emphasis)


def _clause(provision: TargetGroup) -> Clause:
    return Clause(provision=provision, criterion=criterion_of(provision))


def criterion_of(provision: TargetGroup) -> Criterion:
    """Return who is in a group: by facts, by ages, and on its condition.

    Unknown if only words describe the group.
    """
    parts: list[Criterion] = [each for each in (provision.when, provision.who) if each is not None]
    parts += [age_condition(limit) for limit in provision.age_limits]
    if provision.who is None and not provision.age_limits:
        parts.append(InWords())
    return parts[0] if len(parts) == 1 else AllOf(of=tuple(parts))
