"""The results of a search as a report: a section for each."""

from collections.abc import Iterator, Mapping, Sequence

from psykavtal.agreements.field_text import field_label
from psykavtal.agreements.search.found_provision import Found
from psykavtal.agreements.search.search_results import SearchResults
from psykavtal.agreements.search.topic_statuses import TopicStatuses
from psykavtal.model.answers.statuses import STATUSES
from psykavtal.model.places import Municipality
from psykavtal.model.provisions import kind_of
from psykavtal.model.vocabulary import Topic
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, labelled, listed, same
from psykavtal.output.report import Line, LineKind, Mark, Report, ReportSection
from psykavtal.output.views.answer_view import remark_line

_FIELDS = {
    "heading": Wording(sv="rubrik", en="heading"),
    "name": Wording(sv="namn", en="name"),
    "passage": Wording(sv="textställe", en="passage"),
    "readings": Wording(sv="läsningar", en="readings"),
    "remark": Wording(sv="anmärkning", en="remark"),
    "topic": Wording(sv="fråga", en="topic"),
    "wording": Wording(sv="lydelse", en="wording"),
}
_THINGS = {
    "agreement": Wording(sv="överenskommelse", en="agreement"),
    "body": Wording(sv="organ", en="body"),
    "document": Wording(sv="dokument", en="document"),
    "municipality": Wording(sv="kommun", en="municipality"),
    "role": Wording(sv="funktion", en="role"),
    "service": Wording(sv="verksamhet", en="service"),
}
_MATCHES = Wording(sv="Träff", en="Match")
_ALONE = Wording(sv="Inget har alla orden. Vart och ett för sig", en="Nothing has all the words. Each alone")
_NOT_FOUND = Wording(sv="Ingen registrerad uppgift har", en="No record has")
_WITHOUT = Wording(sv="Utan filter", en="Without filters")
_NEAREST = Wording(sv="närmast", en="nearest")
_NOT_SEARCHED = Wording(sv="Kan inte läsas och är inte genomsökta", en="Cannot be read and were not searched")
_WITHOUT_RESULT = Wording(sv="Ingen träff i", en="No result in")
_ONE, _SEVERAL = Wording(sv="träff", en="result"), Wording(sv="träffar", en="results")
_TOPICS = Wording(sv="Frågor med något av orden", en="Topics with any of the words")
_NO_TOPIC = Wording(
    sv="Ingen fråga har orden; det visar inte att texterna är tysta",
    en="No topic has the words; it is not shown that the texts are silent",
)
_UNNAMED = Wording(
    sv="Namnet är från den nationella kodlistan; ingen text namnger kommunen.",
    en="The name is from the national code list; no text names the municipality.",
)
_MORE = Wording(sv="till", en="more")
_MOST_WORDS = 3


def search_report(
    results: SearchResults, topics: Mapping[str, Topic], names: Mapping[str, str], *, limit: int | None = None
) -> Report:
    """Return the results of a search as a report.

    Args:
        results: the results.
        topics: the vocabulary of topics.
        names: the names of the counties, by id.
        limit: the number of results shown; None for all.
    """
    shown = results[:limit]
    count = joined(same(f"{len(results)} "), _ONE if len(results) == 1 else _SEVERAL)
    title = joined(same(f"«{results.query}»: "), count) if results.query else count
    remarks = [
        joined(_NOT_FOUND, same(f" «{word}»"), *((same("; "), _NEAREST, same(f": «{near}»")) if near else ()))
        for word, near in results.near.items()
    ]
    if results.counts and not results.near:
        counted = ", ".join(f"«{word}» {count}" for word, count in results.counts.items())
        remarks.append(labelled(_ALONE, same(counted)))
    if results.unfiltered:
        documents = f" ({', '.join(results.elsewhere)})" if results.elsewhere else ""
        remarks.append(joined(_WITHOUT, same(f": {results.unfiltered}{documents}")))
    if results.query and not results:
        remarks += _topic_remarks(results.topics)
    rest = len(results) - len(shown)
    closing = [joined(same(f"{rest} "), _MORE, same(": --all"))] if rest else []
    if results.without:
        closing.append(labelled(_WITHOUT_RESULT, same(", ".join(results.without))))
    if results.not_searched:
        closing.append(labelled(_NOT_SEARCHED, same(", ".join(results.not_searched))))
    return Report(
        title=title,
        remarks=tuple(remarks),
        sections=tuple(found_section(each, topics, names) for each in shown),
        closing=tuple(closing),
    )


def _topic_remarks(topics: Sequence[TopicStatuses]) -> Iterator[Wording]:
    """Yield the topics that have the words, each with its status in the documents."""
    for each in topics:
        parts = [_status_in(STATUSES[status], ", ".join(documents)) for status, documents in each.by_status().items()]
        if parts:
            yield labelled(each.topic.label, listed(parts))
    names = [each.topic.label for each in topics if not each.statuses]
    if names:
        yield labelled(_TOPICS, listed(names))
    elif not topics:
        yield _NO_TOPIC


def _status_in(status: Wording, documents: str) -> Wording:
    return Wording(sv=f"{status.sv} i {documents}", en=f"{status.to('en')} in {documents}")


def found_section(found: Found, topics: Mapping[str, Topic], names: Mapping[str, str]) -> ReportSection:
    """Return one result as a section."""
    county = same(f"{found.rank}. {names.get(found.county, found.county)}")
    provision = found.provision
    lines = list[Line]()
    if provision is None:
        heading = joined(county, same(": "), _THINGS[kind_of(type(found.thing))])
        named_by = found.thing.named_by if isinstance(found.thing, Municipality) else ()
        lines += [Line(same(found.name)), *(Line(same(str(each)), kind=LineKind.CITATION) for each in named_by)]
        if isinstance(found.thing, Municipality) and not named_by:
            lines.append(Line(_UNNAMED, kind=LineKind.REMARK))
    else:
        topic = topics.get(provision.topic)
        heading = county if topic is None else joined(county, same(": "), topic.label)
        lines.append(Line(provision.wording))
        lines += [Line(same(str(each)), kind=LineKind.CITATION) for each in provision.citations[:1]]
        lines += [Line(same(each.url), kind=LineKind.CITATION) for each in provision.reported[:1]]
    if found.words:
        kind = None if provision is None else type(provision)
        fields = [_FIELDS.get(each) or field_label(each, kind) for each in found.where]
        where = Wording(sv=", ".join(each.sv for each in fields), en=", ".join(each.to("en") for each in fields))
        more = ", …" if len(found.words) > _MOST_WORDS else ""
        match = joined(same(f"{', '.join(found.words[:_MOST_WORDS])}{more} ("), where, same(")"))
        lines.append(Line(labelled(_MATCHES, match), kind=LineKind.REMARK))
    lines += [remark_line(each) for each in found.remarks]
    mark = None if found.status is None else Mark(key=found.status, label=STATUSES[found.status])
    return ReportSection(heading=heading, mark=mark, lines=tuple(lines))
