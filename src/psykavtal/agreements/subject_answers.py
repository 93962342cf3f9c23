"""Answer a topic by speaker (a document) or by subject (a document, an agreement)."""

from collections.abc import Sequence

import attrs

from psykavtal.agreements.condition_inputs import edition_facts, provision_inputs, unused_among
from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.query import Query
from psykavtal.agreements.topics import answer_from
from psykavtal.agreements.unanswered import unanswered
from psykavtal.model.answers import Answer, InForce, SeeAlso, Silent, Unreadable
from psykavtal.model.provisions import Provision

Provisions = tuple[Provision, ...]


def answer_of_document(data: CountyData, query: Query) -> Answer[Provisions]:
    """Answer from what a document states on a topic, whatever the subject.

    Args:
        data: the county's data.
        query: the query; its subject is the document.
    """
    reports = tuple(each for each in data.provisions_on(query.subject, query.topic) if each.is_reported)
    stated = [each for each in data.stated_by(query.subject) if query.topic in each.topics]
    return answer_with_reports(data, query, stated, reports)


def answer_about(data: CountyData, query: Query) -> Answer[Provisions]:
    """Answer from what any document states about the subject of a query."""
    found = data.provisions_on(query.subject, query.topic)
    reports = tuple(each for each in found if each.is_reported)
    return answer_with_reports(data, query, [each for each in found if speaks_on(data, each, query)], reports)


def answer_with_reports(
    data: CountyData, query: Query, stated: Sequence[Provision], reports: Provisions
) -> Answer[Provisions]:
    """Answer from statements; without any, from reports if the query includes them.

    Args:
        data: the county's data.
        query: the query.
        stated: the provisions that texts state.
        reports: the provisions that are only reported, about the subject.
    """
    context = attrs.evolve(query.context, reports=reports)
    if stated:
        return answer_from(query, stated, context)
    why = unanswered(data, query, context)
    if reports and query.include_reported and not isinstance(why, Silent | Unreadable):
        return context.by_report(reports, basis=reports)
    return why


def speaks_on(data: CountyData, provision: Provision, query: Query) -> bool:
    """Return whether a text states a provision for the day of a query.

    A statement about an agreement itself speaks only for days from its speaker's written period on.
    """
    if provision.is_reported:
        return False
    if data.record.document(provision.about) is not None:
        return True
    written = data.written_period(provision.document)
    first = None if written is None else written.earliest
    return first is None or first.is_reported or first.date.earliest <= query.on


def with_pointers(data: CountyData, query: Query, answer: Answer[Provisions]) -> Answer[Provisions]:
    """Add the county's other provisions on the topic, and facts without effect."""
    own = {each.id for each in (*answer.basis, *answer.reports)}
    every = data.all_on(answer.topic)
    others = tuple(SeeAlso.of(each) for each in every if each.id not in own)
    unused: tuple[str, ...] = ()
    if query.facts:
        unused = unused_among(query.facts, {*provision_inputs(every), *edition_facts(data.record.standing)})
    return attrs.evolve(answer, see_also=others, unused_inputs=unused) if others or unused else answer


def with_unused_facts(data: CountyData, query: Query, verdict: InForce) -> InForce:
    """Add the facts given on which no verdict of the county depends."""
    unused = unused_among(query.facts, edition_facts(data.record.standing)) if query.facts else ()
    return attrs.evolve(verdict, unused_inputs=unused) if unused else verdict
