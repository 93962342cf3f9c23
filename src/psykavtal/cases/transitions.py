"""The services for the person's age.

They show overlaps, gaps, and the birthdays on which these change.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from psykavtal.agreements.reading_choices import Readings
from psykavtal.agreements.service_ages import ServiceClause, clauses_of
from psykavtal.cases.matching import CaseFacts, evaluate_condition, following, of_case
from psykavtal.cases.result_types import AgeBand, Change, ServiceFor, Services, Transition
from psykavtal.model.ages import AgeRange
from psykavtal.model.answers import Ambiguous, Answer, Derived, NotRecorded, Reported, Stated
from psykavtal.model.birthdays import OLDEST, birthday
from psykavtal.model.provisions import Provision, ServiceAges
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording

ServiceAgesAnswer = Answer[tuple[ServiceAges, ...]]


def services(answer: ServiceAgesAnswer, case_facts: CaseFacts, readings: Readings) -> Answer[Services]:
    """The services whose ages a text gives, for the person."""

    def by_age(case_facts: CaseFacts, provisions: tuple[ServiceAges, ...]) -> Services:
        return _services(clauses_of(provisions, readings), case_facts)

    return of_case(answer, case_facts, by_age)


def transitions(
    answer: ServiceAgesAnswer, case_facts: CaseFacts, readings: Readings, *, born: date | None, on: date
) -> Answer[tuple[Transition, ...]]:
    """Return the coming birthdays on which a service begins or ends.

    Not recorded if only the birth date is missing.
    """
    if born is None:
        if not _gives_ages(answer):
            return answer.map(lambda _: ())
        return NotRecorded(
            topic=answer.topic, subject=answer.subject, on=answer.on, reason=_BORN_UNKNOWN, missing_facts=("born",)
        )

    def coming(provisions: tuple[ServiceAges, ...]) -> tuple[Transition, ...]:
        every = (each for clause in clauses_of(provisions, readings) for each in _of_clause(clause, case_facts, born))
        return tuple(sorted((each for each in every if each.on > on), key=lambda each: each.on))

    return following(answer, coming, case_facts.rules)


def _gives_ages(answer: ServiceAgesAnswer) -> bool:
    """Return whether any reading gives ages to compute birthdays from."""
    match answer:
        case Ambiguous(readings=outcomes):
            return any(_gives_ages(each.answer) for each in outcomes)
        case Stated(by_text=given) | Derived(by_text=given) | Reported(reported_value=given):
            return any(
                limit.possible() for each in given for text in _interpretations(each) for limit in text.stated_ages()
            )
        case _:
            return False


def _interpretations(provision: ServiceAges) -> tuple[Provision, ...]:
    return (provision, *(each.value for each in provision.readings))


def _services(clauses: Sequence[ServiceClause], case_facts: CaseFacts) -> Services:
    each = tuple(_service(clause, case_facts) for clause in clauses)
    with_ages = [clause for clause in clauses if any(text.age_limit.possible() for _, text in clause.versions)]
    without = tuple(clause.key for clause in clauses if clause not in with_ages)
    return Services(each=each, bands=tuple(_bands(with_ages, case_facts)), without_ages=without)


def _service(clause: ServiceClause, case_facts: CaseFacts) -> ServiceFor:
    truth = Truth.of(clause.covers(case_facts.facts, case_facts.age))
    open_facts: tuple[str, ...] = ()
    if truth is Truth.UNKNOWN:
        missing = (evaluate_condition(each, case_facts).missing_facts for each in clause.criteria)
        open_facts = tuple(dict.fromkeys(fact for facts in missing for fact in facts))
    return ServiceFor(key=clause.key, provision=clause.provision, applies=truth, missing_facts=open_facts)


def _bands(clauses: Sequence[ServiceClause], case_facts: CaseFacts) -> Iterator[AgeBand]:
    """Yield the ages from birth on, split where a service begins or ends.

    Every reading of those limits splits them.
    """
    ranges = [each for clause in clauses for _, text in clause.versions for each in text.age_limit.possible()]
    changes = {age for each in ranges for age in (each.at_least, each.below) if age is not None and 0 < age <= OLDEST}
    starts = [0, *sorted(changes)]
    for first, following_age in zip(starts, [*starts[1:], None], strict=True):
        covering = [(clause.key, clause.covers(case_facts.facts, first)) for clause in clauses]
        yield AgeBand(
            ages=AgeRange(at_least=first, below=following_age),
            services=tuple(key for key, truth in covering if truth),
            possible=tuple(key for key, truth in covering if truth is None),
        )


def _of_clause(clause: ServiceClause, case_facts: CaseFacts, born: date) -> Iterator[Transition]:
    """Yield the birthdays of one service, each once.

    Each has the readings by which it is that day, if they differ.
    """
    days: dict[tuple[int, Change], list[str]] = {}
    for name, text in clause.versions:
        for each in text.age_limit.possible():
            for age, change in ((each.at_least, Change.BEGINS), (each.below, Change.ENDS)):
                if age is not None and 0 < age <= OLDEST:
                    days.setdefault((age, change), []).append(name)
    for (age, change), names in days.items():
        yield Transition(
            on=birthday(born, age),
            age=age,
            change=change,
            key=clause.key,
            provision=clause.provision.id,
            readings=() if len(names) == len(clause.versions) else tuple(dict.fromkeys(names)),
            applies=evaluate_condition(clause.provision.when, case_facts).applies,
        )


_BORN_UNKNOWN = Wording(
    sv="Födelsedagen är inte angiven, så övergångarnas dagar går inte att räkna ut.",
    en="The birth date is not given, so the days of the transitions cannot be computed.",
)
