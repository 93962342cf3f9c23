"""The results of a search as records for JSON."""

from typing import TypedDict

from psykavtal.agreements.search.search_results import SearchResults
from psykavtal.model.provisions import kind_of


class RemarkRecord(TypedDict):
    """A remark that has a word of the search."""

    kind: str
    sv: str
    en: str | None


class TopicRecord(TypedDict):
    """A topic that has the words, with its status by document."""

    topic: str
    statuses: dict[str, str]


class FoundRecord(TypedDict):
    """A result in JSON; a provision by its id, or the name of a thing."""

    county: str
    document: str | None
    provision: str | None
    thing: str | None
    kind: str
    sv: str
    en: str | None
    rank: int
    score: float
    status: str | None
    words: list[str]
    where: list[str]
    remarks: list[RemarkRecord]
    citations: list[str]


class SearchRecord(TypedDict):
    """The results in JSON; `count` is the number of all."""

    query: str
    count: int
    found: list[FoundRecord]
    near: dict[str, str | None]
    unfiltered: int
    elsewhere: list[str]
    topics: list[TopicRecord]
    not_searched: list[str]


def search_record(results: SearchResults, *, limit: int | None = None) -> SearchRecord:
    """Return the results of a search, at most `limit` of them."""
    found = list[FoundRecord]()
    for each in results[:limit]:
        provision = each.provision
        found.append(
            {
                "county": each.county,
                "document": each.document,
                "provision": None if provision is None else provision.id,
                "thing": each.name if provision is None else None,
                "kind": kind_of(type(each.thing if provision is None else provision)),
                "sv": each.name if provision is None else provision.wording.sv,
                "en": None if provision is None else provision.wording.en,
                "rank": each.rank,
                "score": each.score,
                "status": each.status,
                "words": list(each.words),
                "where": list(each.where),
                "remarks": [{"kind": one.type.value, "sv": one.text.sv, "en": one.text.en} for one in each.remarks],
                "citations": [] if provision is None else [str(cited) for cited in provision.citations],
            }
        )
    return {
        "query": results.query,
        "count": len(results),
        "found": found,
        "near": results.near,
        "unfiltered": results.unfiltered,
        "elsewhere": list(results.elsewhere),
        "topics": [{"topic": each.topic.id, "statuses": dict(each.statuses)} for each in results.topics],
        "not_searched": list(results.not_searched),
    }
