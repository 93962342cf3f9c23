"""A timeline as rows of plain values, for tables."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypedDict

from psykavtal.agreements.timeline.timeline_events import TimelineEvent
from psykavtal.agreements.timeline.timeline_parts import TimelineGap, TimelineStretch
from psykavtal.model.citations import Citation, WebSource
from psykavtal.model.wording import Wording

Labels = Mapping[str, Wording]


class StretchRecord(TypedDict):
    """A stretch of days with its verdict; several values are joined by semicolons."""

    county: str
    first: date | None
    last: date | None
    days: int | None
    in_force: str
    label: str
    status: str
    document: str | None
    document_name: str
    candidates: str
    sentence: str
    rules: str
    missing: str
    uncertain: str
    citations: str
    sources: str


class GapRecord(TypedDict):
    """A gap under one reading."""

    county: str
    before: str | None
    after: str | None
    before_name: str
    after_name: str
    readings: str
    why: str
    first: date | None
    last: date | None
    days: int | None
    at_most: int | None


class EventRecord(TypedDict):
    """A date of the record."""

    county: str
    edtf: str
    earliest: date
    latest: date
    type: str
    label: str
    document: str | None
    about: str
    wording: str
    words: str
    readings: str
    provision: str
    citations: str
    sources: str


def stretch_record(county: str, stretch: TimelineStretch, labels: Labels, lang: str) -> StretchRecord:
    """Return a stretch as a row."""
    verdict = stretch.in_force
    return {
        "county": county,
        "first": stretch.first,
        "last": stretch.last,
        "days": stretch.days,
        "in_force": verdict.key,
        "label": verdict.label.to(lang),
        "status": verdict.status,
        "document": stretch.document,
        "document_name": name_in(labels, stretch.document, lang),
        "candidates": _joined(name_in(labels, each, lang) for each in verdict.candidates),
        "sentence": verdict.in_language(lang),
        "rules": _joined(each.label.to(lang) for each in verdict.rules),
        "missing": _joined(name_in(labels, each, lang) for each in verdict.missing_facts),
        "uncertain": _joined(each.to(lang) for each in stretch.uncertain),
        "citations": _citations(stretch.citations),
        "sources": _sources(stretch.sources),
    }


def gap_records(county: str, gap: TimelineGap, labels: Labels, lang: str) -> list[GapRecord]:
    """Return a gap as rows, one for each length."""
    return [
        {
            "county": county,
            "before": gap.before,
            "after": gap.after,
            "before_name": name_in(labels, gap.before, lang),
            "after_name": name_in(labels, gap.after, lang),
            "readings": _joined(each.readings),
            "why": _joined(why.to(lang) for why in each.why),
            "first": each.first,
            "last": each.last,
            "days": each.days,
            "at_most": each.at_most,
        }
        for each in gap.lengths
    ]


def event_record(county: str, event: TimelineEvent, lang: str) -> EventRecord:
    """Return an event as a row."""
    return {
        "county": county,
        "edtf": event.date.edtf,
        "earliest": event.date.earliest,
        "latest": event.date.latest,
        "type": event.type.value,
        "label": event.type.label.to(lang),
        "document": event.document or None,
        "about": event.about.to(lang),
        "wording": event.wording.to(lang),
        "words": event.date.words,
        "readings": _joined(event.readings),
        "provision": event.provision,
        "citations": _citations(event.citations),
        "sources": _sources(event.reported),
    }


def name_in(labels: Labels, thing: str | None, lang: str) -> str:
    """Return the name of an id; empty without an id."""
    if not thing:
        return ""
    return labels[thing].to(lang) if thing in labels else thing


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(texts)


def _citations(citations: Iterable[Citation]) -> str:
    return _joined(str(each) for each in citations)


def _sources(sources: Iterable[WebSource]) -> str:
    return _joined(each.url for each in sources)
