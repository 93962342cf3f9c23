"""A county on a day, prepared for cases.

Answers that do not depend on the person are computed once.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

import attrs

from psykavtal.agreements.agreement_answers import NOT_OF_AGREEMENTS
from psykavtal.agreements.condition_inputs import edition_facts, inputs_of, provision_inputs
from psykavtal.agreements.county import County
from psykavtal.agreements.county_answers import Candidate, candidates_of, of_candidates
from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.escalation.queries import Escalation
from psykavtal.agreements.group_rules import GroupRule, group_rule
from psykavtal.agreements.listing import every
from psykavtal.agreements.provision_conditions import is_conditional
from psykavtal.agreements.query import Query
from psykavtal.agreements.reading_choices import Readings
from psykavtal.agreements.subject_answers import answer_about, answer_with_reports, speaks_on
from psykavtal.cases.matching import CaseFacts, following, matched
from psykavtal.cases.membership import MembershipsByKey, membership
from psykavtal.cases.receipts import digest
from psykavtal.cases.result_types import MatchedProvision, Membership
from psykavtal.lazy import locked_property
from psykavtal.model.answers import Answer, InForce
from psykavtal.model.display import ReprOnly
from psykavtal.model.documents import Document, DocumentType
from psykavtal.model.provisions import Provision

T = TypeVar("T")
P = TypeVar("P", bound=Provision)

ProvisionsAnswer = Answer[tuple[Provision, ...]]
Asked = Answer[tuple[MatchedProvision[Provision], ...]]

NO_FACTS = CaseFacts(facts={}, age=None)
"""The facts of nobody, for answers that depend on no person."""


@attrs.frozen(kw_only=True, slots=False, eq=False, repr=False)
class CountyDay(ReprOnly):
    """The provisions of a county's agreement on a day.

    Attributes:
        county: the county.
        on: the day.
        events: facts that decide which edition applies.
        readings: the readings that the caller chooses.
        include_reported: whether an answer may rest on reports.
        document: a document to ask, whether it applies on the day or not; None for the edition that does.
    """

    county: County
    on: date
    events: Mapping[str, bool]
    readings: Readings
    include_reported: bool
    document: Document | None = None
    _plain: dict[tuple[str, str], Asked] = attrs.field(factory=dict[tuple[str, str], Asked], init=False)
    _memberships: MembershipsByKey = attrs.field(factory=dict[object, Answer[Membership]], init=False)
    _provisions: dict[str, tuple[Provision, ...]] = attrs.field(factory=dict[str, tuple[Provision, ...]], init=False)
    _on_topics: dict[str, Mapping[str, list[Provision]]] = attrs.field(
        factory=dict[str, Mapping[str, list[Provision]]], init=False
    )
    _escalations: dict[str, Escalation | None] = attrs.field(factory=dict[str, Escalation | None], init=False)
    _digests: dict[str, str] = attrs.field(factory=dict[str, str], init=False)

    @property
    def holdings(self) -> CountyData:
        """Return the county's data."""
        return self.county.holdings

    @locked_property
    def in_force(self) -> InForce:
        """The edition of the agreement that applies, and how certain that is."""
        return self.county.own_agreement.in_force(self._question("", self.county.id, NO_FACTS))

    @locked_property
    def candidates(self) -> tuple[Candidate, ...]:
        """The document asked for; otherwise the edition that applies, or those that may."""
        if self.document is not None:
            return (Candidate(self.document.id, (self.document.id,)),)
        return candidates_of(self.in_force)

    @locked_property
    def group(self) -> GroupRule:
        """Return the persons that the agreement covers.

        Conditions of single clauses are left to the case.
        """
        return group_rule(self.answer("target-group.who", NO_FACTS))

    @locked_property
    def group_inputs(self) -> frozenset[str]:
        """The inputs on which membership of the target group depends, under any reading."""
        return self._edition_facts.union(inputs_of(each.criterion for each in self.group.clauses))

    @locked_property
    def group_is_by_age(self) -> bool:
        """True if membership depends on a fact that follows from the age."""
        facts = self.holdings.facts
        return any(name in facts and facts[name].ages is not None for name in self.group_inputs)

    @locked_property
    def inputs(self) -> frozenset[str]:
        """The inputs on which any provision, the verdict on the edition, or a question depends."""
        stated = (each for one in self.candidates for subject in one.subjects for each in self.provisions_of(subject))
        questions = (each.when for each in self.holdings.topics.values() if each.personal and each.when is not None)
        return self._edition_facts.union(provision_inputs(stated), inputs_of(questions))

    @property
    def _edition_facts(self) -> frozenset[str]:
        return edition_facts(self.holdings.record.standing)

    def membership(self, case_facts: CaseFacts, unused: tuple[str, ...] = ()) -> Answer[Membership]:
        """Return whether a person is in the target group; unused inputs are reported."""
        return membership(self.group, case_facts, self._memberships, unused)

    def ask(self, topic: str, case_facts: CaseFacts, *, about: str | None = None) -> Asked:
        """Answer a topic for this case, each provision with the truth of its condition."""
        key = (topic, about or "")
        if key in self._plain:
            return self._plain[key]
        asked, conditional = self._asked(topic, case_facts, about)
        if not conditional:
            self._plain[key] = asked
        return asked

    def answer(self, topic: str, case_facts: CaseFacts, *, about: str | None = None) -> ProvisionsAnswer:
        """Answer a topic, without the provisions that a condition rules out in this case."""
        answer, _ = self._answer(topic, case_facts, about)
        return answer

    def view(self, kind: type[P], topic: str, *, theme: bool = True) -> Answer[tuple[P, ...]]:
        """List every provision of one kind, also those whose condition fails; `theme` as in `every`."""
        query = self._question(topic, self.county.id, NO_FACTS)
        answers = (
            (
                each.document,
                (
                    every(self.holdings, query.of(subject), self.provisions_of(subject), kind, theme=theme)
                    for subject in each.subjects
                ),
            )
            for each in self.candidates
        )
        return self.of_candidates(topic, answers)

    def of_candidates(self, topic: str, answers: Iterable[tuple[str, Iterable[Answer[T]]]]) -> Answer[T]:
        """Return one answer from those of the candidates, each with those of its subjects."""
        context = self._question(topic, self.county.id, NO_FACTS).context
        if self.document is None and not self.holdings.topic(topic).arises_for(DocumentType.AGREEMENT):
            return context.not_applicable(NOT_OF_AGREEMENTS)
        return of_candidates(context, self.in_force, answers)

    def escalation(self, subject: str) -> Escalation | None:
        """Return a document's escalation; None if the subject is not a document."""
        if subject not in self._escalations:
            document = self.holdings.record.document(subject)
            self._escalations[subject] = None if document is None else Escalation(document, self.holdings, self.on)
        return self._escalations[subject]

    def provisions_of(self, subject: str) -> tuple[Provision, ...]:
        """Return the provisions to answer from: those of the document, or about a subject."""
        if subject not in self._provisions:
            query = self._question("", subject, NO_FACTS)
            if self.document is not None and subject == self.document.id:
                found: Iterable[Provision] = self.holdings.stated_by(subject)
            else:
                found = self.holdings.provisions_about(subject)
            self._provisions[subject] = tuple(
                each for each in found if each.is_reported or speaks_on(self.holdings, each, query)
            )
        return self._provisions[subject]

    def digest_of(self, provision: Provision) -> str:
        """Return the digest of a provision as it is recorded."""
        if provision.id not in self._digests:
            self._digests[provision.id] = digest(provision)
        return self._digests[provision.id]

    def _asked(self, topic: str, case_facts: CaseFacts, about: str | None) -> tuple[Asked, bool]:
        answer, conditional = self._answer(topic, case_facts, about)
        rules = case_facts.rules if conditional else ()
        return following(answer, lambda given: tuple(matched(each, case_facts) for each in given), rules), conditional

    def _answer(self, topic: str, case_facts: CaseFacts, about: str | None) -> tuple[ProvisionsAnswer, bool]:
        """Answer a topic, and return whether the answer depends on the case.

        It also does if a condition rules a provision out.
        """
        known = self.holdings.topic(topic).id
        if about is not None:
            query = self._question(known, about, case_facts)
            found = self.holdings.provisions_on(about, known)
            return answer_about(self.holdings, query), any(is_conditional(each) for each in found)
        answers = (
            (each.document, (self._about(known, subject, case_facts) for subject in each.subjects))
            for each in self.candidates
        )
        subjects = [subject for each in self.candidates for subject in each.subjects]
        conditional = any(is_conditional(each) for subject in subjects for each in self._provisions_on(known, subject))
        return self.of_candidates(known, answers), conditional

    def _about(self, topic: str, subject: str, case_facts: CaseFacts) -> ProvisionsAnswer:
        """Answer a topic from the provisions of one subject."""
        found = self._provisions_on(topic, subject)
        stated = [each for each in found if not each.is_reported]
        reports = tuple(each for each in found if each.is_reported)
        return answer_with_reports(self.holdings, self._question(topic, subject, case_facts), stated, reports)

    def _provisions_on(self, topic: str, subject: str) -> Sequence[Provision]:
        """Return the provisions to answer from that are on a topic."""
        if subject not in self._on_topics:
            found = defaultdict[str, list[Provision]](list)
            for each in self.provisions_of(subject):
                for name in each.topics:
                    found[name].append(each)
            self._on_topics[subject] = found
        return self._on_topics[subject].get(topic, ())

    def _question(self, topic: str, subject: str, case_facts: CaseFacts) -> Query:
        return Query(
            topic=topic,
            subject=subject,
            on=self.on,
            facts={**self.events, **case_facts.facts},
            age=case_facts.age,
            readings=self.readings,
            include_reported=self.include_reported,
            name_of=self.holdings.labels,
        )
