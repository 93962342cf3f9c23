"""The short form of an answer to a case."""

from collections.abc import Iterator
from datetime import date

import attrs

from psykavtal.agreements.short_answers import short_answer
from psykavtal.cases.result_types import MatchedProvision, Membership
from psykavtal.cases.what_applies import Asked, WhatApplies
from psykavtal.errors import Message
from psykavtal.model import arguments
from psykavtal.model.answers import Ambiguous, Answer, Derived, Determined, Stated
from psykavtal.model.display import OfCase
from psykavtal.model.provisions import Bearer, Definition, NameOf, Provision
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording

_TOPICS = ("sip.convener", "sip.consent", "disagreement.first-step", "disagreement.final-instance")


@attrs.frozen(kw_only=True, repr=False)
class TopicSummary(OfCase):
    """The answer to one topic in a few words.

    Attributes:
        topic: id of the topic.
        status: the status of the text's answer.
        short: the answer in a few words.
        provisions: ids of the provisions that it rests on.
    """

    topic: str
    status: str
    short: Wording
    provisions: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """The topic."""
        return f"<TopicSummary {self.topic}>"


@attrs.frozen(kw_only=True, repr=False)
class DutySummary(OfCase):
    """The duties of one bearer.

    Attributes:
        bearer: the bearer.
        provisions: ids of the duties whose condition is true or open.
        undecided: ids of those whose condition depends on a fact not given, or on a reading.
        ambiguous: ids of those that the text leaves several readings of.
    """

    bearer: Bearer
    provisions: tuple[str, ...]
    undecided: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """The bearer."""
        return f"<DutySummary {self.bearer.value}>"


@attrs.frozen(kw_only=True, repr=False)
class FactDefinition(OfCase):
    """The definition of a fact by the text.

    Attributes:
        fact: id of the fact.
        provision: id of the definition.
        wording: the definition.
        passages: the keys of its citations, as `psykavtal sources show` takes them.
    """

    fact: str
    provision: str
    wording: Wording
    passages: tuple[str, ...]

    def __repr__(self) -> str:
        """The fact."""
        return f"<FactDefinition {self.fact}>"


@attrs.frozen(kw_only=True, repr=False)
class CaseSummary(OfCase):
    """An answer to a case in its short form; provisions by id.

    Attributes:
        county: id of the county.
        on: the day.
        document: id of the document whose text is used; None if none is determined.
        in_force: "in-force", "presumed", "unclear" or "not-in-force".
        applicability: the verdict on the document as a sentence.
        target_group: whether the person is covered by the text.
        status: the status of that answer; "ambiguous" if readings differ.
        clauses: ids of the clauses that the text covers people by.
        decided_by: ids of the clauses that decide.
        missing_facts: ids of the facts not given that could change any part of the answer.
        unused_inputs: ids of the facts and names of the places given on which nothing depends.
        definitions: the definitions of the facts that are missing or decide, by the text.
        duties: by bearer; empty if no duties are determined.
        topics: the answers to the questions asked most.
        silent_on: ids of the topics on which the text is silent.
        left_open: ids of the topics with no settled answer.
        open_questions: the number of questions that the text leaves open below a topic.
    """

    county: str
    on: date
    document: str | None
    in_force: str
    applicability: Wording
    target_group: Truth
    status: str
    clauses: tuple[str, ...]
    decided_by: tuple[str, ...]
    missing_facts: tuple[str, ...]
    unused_inputs: tuple[str, ...] = ()
    definitions: tuple[FactDefinition, ...] = ()
    duties: tuple[DutySummary, ...]
    topics: tuple[TopicSummary, ...]
    silent_on: tuple[str, ...]
    left_open: tuple[str, ...]
    open_questions: int

    def __repr__(self) -> str:
        """County and day, and nothing of the person."""
        return f"<CaseSummary in {self.county} on {self.on.isoformat()}>"


def summarise_case(answer: WhatApplies) -> CaseSummary:
    """Return the short form of an answer to a case, provisions by id.

    Raises:
        InvalidValueError: it is not the answer to a case.

    Examples:
        >>> from psykavtal import Case, load_counties
        >>> case = Case(municipality="Åre", age=30, facts={"psychiatric-disability": True})
        >>> summarise_case(load_counties().what_applies(case, on="2026-01-10")).in_force
        'in-force'
    """
    fix = Message(
        en="Give the result of `counties.what_applies(case, on=...)`.",
        sv="Ange resultatet av `counties.what_applies(case, on=...)`.",
    )
    arguments.instance(answer, WhatApplies, "answer", fix)

    def name_of(name: str, lang: str) -> str:
        label = answer.labels.get(name)
        return name if label is None else label.to(lang)

    group = answer.target_group
    membership = _chosen(group)
    every = tuple(answer.all_answers())
    missing = dict.fromkeys((*group.missing_facts, *(fact for each in every for fact in each.missing_facts)))
    return CaseSummary(
        county=answer.county,
        on=answer.on,
        document=answer.document or answer.in_force.document,
        in_force=answer.in_force.key,
        applicability=answer.in_force.sentence,
        target_group=Truth.UNKNOWN if membership is None else membership.by_text.applies,
        status=group.status,
        clauses=tuple(dict.fromkeys(one.provision.id for each in memberships(group) for one in each.clauses)),
        decided_by=() if membership is None else membership.by_text.decided_by,
        missing_facts=tuple(missing),
        unused_inputs=answer.unused_inputs,
        definitions=tuple(map(_definition, answer.definitions)),
        duties=tuple(_duties(answer)),
        topics=tuple(_topics(answer, name_of)),
        silent_on=tuple(each.topic for each in answer.silences),
        left_open=tuple(each.topic for each in answer.left_open),
        open_questions=len(dict.fromkeys(each for one in every for each in one.open_questions)) - len(answer.silences),
    )


def _definition(definition: Definition) -> FactDefinition:
    return FactDefinition(
        fact=definition.fact,
        provision=definition.id,
        wording=definition.wording,
        passages=tuple(each.key for each in definition.citations),
    )


def _chosen(answer: Answer[Membership]) -> Stated[Membership] | Derived[Membership] | None:
    """Return a determined answer; that of the chosen reading, if one was chosen."""
    match answer:
        case Stated() | Derived():
            return answer
        case Ambiguous(chosen=str(name)):
            return _chosen(answer.under(name))
        case _:
            return None


def memberships(answer: Answer[Membership]) -> Iterator[Membership]:
    """Yield the membership that is determined; without a chosen reading, that of each reading."""
    chosen = _chosen(answer)
    if chosen is not None:
        yield chosen.by_text
    elif isinstance(answer, Ambiguous):
        for each in answer.readings:
            yield from memberships(each.answer)


def _duties(answer: WhatApplies) -> Iterator[DutySummary]:
    found = answer.responsibilities
    if not isinstance(found, Determined):
        return
    for bearer in Bearer:
        own = [each for each in found.by_text if each.provision.bearer is bearer]
        ids = [each.provision.id for each in own]
        if own:
            yield DutySummary(
                bearer=bearer,
                provisions=tuple(ids),
                undecided=tuple(each.provision.id for each in own if each.applies is Truth.UNKNOWN),
                ambiguous=tuple(each for each in ids if each in found.ambiguous_members),
            )


def _topics(answer: WhatApplies, name_of: NameOf) -> Iterator[TopicSummary]:
    asked = {each.topic: each for each in answer.answers}
    for topic in _TOPICS:
        found = asked.get(topic)
        if found is not None:
            yield TopicSummary(
                topic=topic,
                status=found.status,
                short=short_answer(_provisions(found), name_of),
                provisions=tuple(each.id for each in found.basis),
            )


def _provisions(asked: Asked) -> Answer[tuple[Provision, ...]]:
    """Return the answer with its provisions alone."""
    return asked.map(_alone)


def _alone(matched: tuple[MatchedProvision[Provision], ...]) -> tuple[Provision, ...]:
    return tuple(each.provision for each in matched)
