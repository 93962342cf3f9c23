"""The whole answer to a case, part by part."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Never, Protocol

import attrs

from psykavtal.cases.case import Case
from psykavtal.cases.receipts import Receipt
from psykavtal.cases.result_types import (
    Disagreement,
    LinkedDocument,
    MatchedProvision,
    Membership,
    Services,
    Transition,
)
from psykavtal.errors import InvalidValueError, Message
from psykavtal.lazy import Frozen, locked_property
from psykavtal.model.answers import Ambiguous, Answer, InForce, NotRecorded, Silent, Unreadable
from psykavtal.model.display import OfCase, Printable
from psykavtal.model.provisions import Bearer, Definition, Provision, Responsibility, TargetGroup
from psykavtal.model.wording import Wording

Asked = Answer[tuple[MatchedProvision[Provision], ...]]
_FURTHER = Message(
    en="an answer read from JSON or from a pickle cannot be asked further.",
    sv="ett svar som läses från JSON eller en pickle kan inte tillfrågas vidare.",
)


class Behind(Protocol):
    """The source from which an answer to a case was made."""

    def receipt(self, answer: "WhatApplies") -> Receipt:
        """The receipt of the answer."""
        ...

    def labels(self, answer: "WhatApplies") -> Mapping[str, Wording]:
        """Return the labels of the ids in the answer."""
        ...

    def definitions(self, answer: "WhatApplies") -> tuple[Definition, ...]:
        """Return the definitions of the facts that the answer lists."""
        ...

    def ask(self, topic: str, about: str | None) -> Asked:
        """A further topic in the same case, of the agreement or about something."""
        ...


@attrs.frozen(repr=False)
class Recorded(OfCase):
    """The receipt, labels and definitions of an answer read from JSON or a pickle.

    Attributes:
        given_receipt: the receipt.
        given_labels: the labels.
        given_definitions: the definitions.
    """

    given_receipt: Receipt
    given_labels: Mapping[str, Wording]
    given_definitions: tuple[Definition, ...] = ()

    def receipt(self, answer: "WhatApplies") -> Receipt:  # noqa: ARG002 (as the protocol has it)
        """Return the receipt."""
        return self.given_receipt

    def labels(self, answer: "WhatApplies") -> Mapping[str, Wording]:  # noqa: ARG002 (as the protocol has it)
        """Return the labels."""
        return self.given_labels

    def definitions(self, answer: "WhatApplies") -> tuple[Definition, ...]:  # noqa: ARG002 (as the protocol has it)
        """Return the definitions."""
        return self.given_definitions

    def ask(self, topic: str, about: str | None) -> Never:
        """Refuse to answer further topics.

        Raises:
            InvalidValueError: always.
        """
        raise InvalidValueError(
            _FURTHER, value=about or topic, fix=Message(en="Ask the case again.", sv="Ställ frågan om fallet på nytt.")
        )


@attrs.frozen(kw_only=True, repr=False, slots=False)
class WhatApplies(Frozen, Printable):
    """The provisions of a county's agreement for a person in a case on a day.

    Not an assessment (bedömning): it gives what the text states, by the facts given.

    Attributes:
        county: id of the county whose agreement is asked: that of the responsible municipality.
        county_name: its name.
        on: the day.
        document: id of the document that was asked, if the caller named one.
        notes: remarks on the whole.
        unused_inputs: ids of the facts and principals given on which nothing depends; "lives_in", "placed_by".
        in_force: whether the agreement applies on the day, and by which edition.
        target_group: whether the person is in the target group, clause by clause.
        emphasis: the groups that the text singles out, and whether the person is in them.
        services: which services are for the person's age.
        transitions: the coming birthdays on which a service begins or ends.
        responsibilities: the duties whose condition is true or open.
        links: the other agreements that come into play, or may.
        disagreement: the rules that apply if the principals disagree.
        answers: every question that somebody with this case would ask, answered.
        case: the case, if the caller asked for it to be kept.
        behind: what the answer was made from; asked for by the methods.
    """

    county: str
    county_name: str
    on: date
    document: str | None = None
    notes: tuple[Wording, ...] = ()
    unused_inputs: tuple[str, ...] = ()
    in_force: InForce
    target_group: Answer[Membership]
    emphasis: Answer[tuple[MatchedProvision[TargetGroup], ...]]
    services: Answer[Services]
    transitions: Answer[tuple[Transition, ...]]
    responsibilities: Answer[tuple[MatchedProvision[Responsibility], ...]]
    links: Answer[tuple[LinkedDocument, ...]]
    disagreement: Disagreement
    answers: tuple[Asked, ...]
    case: Case | None = None
    behind: "Behind" = attrs.field(eq=False)

    def __getstate__(self) -> dict[str, Any]:
        """Return the fields, with receipt, labels and definitions made.

        The facts given are not in a pickle, unless the case is kept.
        """
        return {**super().__getstate__(), "behind": Recorded(self.receipt, self.labels, self.definitions)}

    @locked_property
    def receipt(self) -> Receipt:
        """The versions, documents and digest of the answer, to compare with a later one."""
        return self.behind.receipt(self)

    @locked_property
    def labels(self) -> Mapping[str, Wording]:
        """Return the labels of the ids in the answer: facts, services, bodies, documents."""
        return self.behind.labels(self)

    @locked_property
    def definitions(self) -> tuple[Definition, ...]:
        """The definitions of the facts that the answer lists, by its documents."""
        return self.behind.definitions(self)

    def ask(self, topic: str, *, about: str | None = None) -> Asked:
        """Answer any topic for a person in this case.

        Args:
            topic: id of the topic, like "sip.convener".
            about: id of a document or an agreement to ask of instead.

        Raises:
            UnknownTopicError: unknown topic.
            UnknownNameError: the county has no such document or agreement.
        """
        return self.behind.ask(topic, about)

    @property
    def sip(self) -> Mapping[str, Asked]:
        """Every question about the coordinated individual plan (SIP), by topic."""
        return {each.topic: each for each in self.answers if each.topic.startswith("sip.")}

    @property
    def silences(self) -> tuple[Silent[tuple[MatchedProvision[Provision], ...]], ...]:
        """Return the questions of such a case on which the text is silent.

        The text was read for each of them.
        """
        return tuple(each for each in self.answers if isinstance(each, Silent))

    @property
    def left_open(self) -> tuple[Asked, ...]:
        """Return the questions of such a case that have no settled answer.

        They are ambiguous, as a whole or in some members, unreadable or not recorded.
        """
        return tuple(
            each
            for each in self.answers
            if isinstance(each, Unreadable | NotRecorded)
            or each.ambiguous_members
            or (isinstance(each, Ambiguous) and each.chosen is None)
        )

    def by_bearer(self) -> dict[Bearer, tuple[MatchedProvision[Responsibility], ...]]:
        """The duties, by whose they are.

        Raises:
            UndeterminedError: no duties are determined.
        """
        every = tuple(self.responsibilities)
        return {bearer: tuple(each for each in every if each.provision.bearer is bearer) for bearer in Bearer}

    def parts(self) -> Iterator[tuple[str, object]]:
        """Yield the parts of the answer that depend on the texts, by name."""
        for name in _PARTS:
            yield name, getattr(self, name)

    def bases(self) -> Iterator[tuple[Provision, ...]]:
        """The provisions that each part rests on."""
        yield self.in_force.basis
        yield from (each.basis for each in self.all_answers())

    def all_answers(self) -> Iterator[Answer[object]]:
        """Every answer of which this one is made."""
        disagreement = self.disagreement
        routes = (each.route for each in disagreement.routes)
        further = () if disagreement.next_steps is None else (disagreement.next_steps,)
        whole = (self.target_group, self.emphasis, self.services, self.transitions)
        rest = (self.responsibilities, self.links, disagreement.interim, *routes, *further)
        yield from (*whole, *rest, *self.answers)

    def __repr__(self) -> str:
        """County and day, and nothing of the person."""
        return f"<WhatApplies in {self.county} on {self.on.isoformat()}>"


_PARTS = (
    "in_force",
    "target_group",
    "emphasis",
    "services",
    "transitions",
    "responsibilities",
    "links",
    "disagreement",
    "answers",
)
