"""A county on a day, prepared for cases.

Answers that do not depend on the person are computed once.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

import attrs

from psykavtal.agreements.county import County
from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.agreements.escalation.queries import Escalation
from psykavtal.agreements.group_rules import GroupRule, group_rule
from psykavtal.agreements.interpretations import Readings
from psykavtal.agreements.listing import every
from psykavtal.agreements.provision_conditions import is_conditional
from psykavtal.agreements.query import Query
from psykavtal.agreements.topics import answer_from
from psykavtal.cases.matching import CaseFacts, applied, following
from psykavtal.cases.membership import MembershipsByKey, membership
from psykavtal.cases.receipts import digest
from psykavtal.cases.result_types import MatchedProvision, Membership
from psykavtal.lazy import locked_property
from psykavtal.model.answers import Answer
from psykavtal.model.display import ReprOnly
from psykavtal.model.documents import Document
from psykavtal.model.provisions import Provision
from psykavtal.model.vocabulary import Topic

T = TypeVar("T")
P = TypeVar("P", bound=Provision)

ProvisionsAnswer = Answer[tuple[Provision, ...]]
Asked = Answer[tuple[MatchedProvision[Provision], ...]]


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
    _digests: dict[str, str] = attrs.field(factory=dict[str, str], init=False)

    @property
    def holdings(self) -> CountyData:
        """Return the county's data."""
        return self.county.holdings

    @locked_property
    def edition(self) -> Answer[DocumentOnDay]:
        """Return the edition that applies."""
        return self.county.edition(
            on=self.on, facts=self.events, readings=self.readings, include_reported=self.include_reported
        )

    @locked_property
    def group(self) -> GroupRule:
        """Return the persons that the agreement covers.

        Conditions of single clauses are left to the case.
        """
        return group_rule(self.answer("target-group.who", CaseFacts(facts={}, age=None)))

    def membership(self, case_facts: CaseFacts) -> Answer[Membership]:
        """Return whether a person with these facts is in the target group."""
        return membership(self.group, case_facts, self._memberships).named_by(self.holdings.labels)

    def ask(self, topic: str, case_facts: CaseFacts, *, about: str | None = None) -> Asked:
        """Answer a topic for this case, each provision with whether its condition holds."""
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
        """Every provision of one kind, whether its condition holds or not; `theme` as in `every`."""

        def viewed(subject: str) -> Answer[tuple[P, ...]]:
            return every(self.holdings, subject, self.on, kind, topic=topic, theme=theme, readings=self.readings)

        return self.of_agreement(self.holdings.topic(topic), viewed)

    def of_agreement(self, topic: Topic, ask: Callable[[str], Answer[T]]) -> Answer[T]:
        """Answer from the document asked for, or from the edition that applies.

        The edition's answer is only as certain as the fact that the edition applies.
        """
        if self.document is not None:
            return ask(self.document.id)
        return self.county.of_agreement(Query(topic=topic.id, subject=self.county.id, on=self.on), self.edition, ask)

    def escalation(self, subject: str) -> Escalation | None:
        """Return a document's escalation; None if the subject is not a document."""
        document = self.holdings.record.document(subject)
        return None if document is None else Escalation(document, self.on, self.holdings)

    def digest_of(self, provision: Provision) -> str:
        """Return the digest of a provision as it is recorded."""
        if provision.id not in self._digests:
            self._digests[provision.id] = digest(provision)
        return self._digests[provision.id]

    def _asked(self, topic: str, case_facts: CaseFacts, about: str | None) -> tuple[Asked, bool]:
        answer, conditional = self._answer(topic, case_facts, about)
        rules = case_facts.rules if conditional else ()
        return following(
            answer, lambda given: tuple(applied(each, each.when, case_facts) for each in given), rules
        ), conditional

    def _answer(self, topic: str, case_facts: CaseFacts, about: str | None) -> tuple[ProvisionsAnswer, bool]:
        """Answer a topic, and return whether the answer depends on the case.

        It also does if a condition rules a provision out.
        """
        known = self.holdings.topic(topic)
        conditional = False

        def asked_of(subject: str) -> ProvisionsAnswer:
            nonlocal conditional
            found = self.holdings.provisions_on(subject, known.id)
            conditional = conditional or any(is_conditional(each) for each in found)
            return answer_from(self.holdings, self._question(topic, subject, case_facts), found)

        answer = asked_of(about) if about is not None else self.of_agreement(known, asked_of)
        return answer, conditional

    def _question(self, topic: str, subject: str, case_facts: CaseFacts) -> Query:
        return Query(
            topic=topic,
            subject=subject,
            on=self.on,
            facts=case_facts.facts,
            age=case_facts.age,
            readings=self.readings,
            include_reported=self.include_reported,
        )
