"""What version 0.1.0 records: the outline, provisions in full, source texts."""

import json
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import psykavtal
from psykavtal.cli.sources_command import citations_of
from psykavtal.model.conditions import facts_of
from psykavtal.model.provisions import LegalReference, Provision, Validity, reading_groups
from psykavtal.model.things import Body
from psykavtal.sources.coverage import cover_county
from psykavtal.sources.folder import SourceFolder

from .canonical import Json, dates_in
from .old_form import OldForm
from .outline import CountyOutline, Outline


class Records:
    """The records, with what is asked of them."""

    def __init__(self, sources: Path, counties: psykavtal.Counties | None = None) -> None:
        """Take these counties, else load all; `sources` is the folder of the source texts."""
        self._counties = psykavtal.load_counties(strict=True) if counties is None else counties
        self._sources = sources
        found = [each for county in self._counties.values() for each in county.find().provisions]
        unsaid: list[Any] = [
            each
            for county in self._counties.values()
            for content in county.holdings.contents
            for each in (*content.silences, *content.unread)
        ]
        read = [reading.value for each in found for reading in each.readings]
        texts = [getattr(each, name, None) for each in (*found, *read, *unsaid) for name in ("note", "why")]
        notes = {each.sv for each in texts if each is not None}
        self._form = OldForm({each.id: each for each in found}, frozenset(notes))

    @cached_property
    def outline(self) -> Outline:
        """Ids of all that can be asked about."""
        laws = (
            (each.as_written, each.subject)
            for county in self._counties.values()
            for each in county.find().provisions
            if isinstance(each, LegalReference)
        )
        topics = self._counties.topics
        return Outline(
            counties={name: self._county(county) for name, county in self._counties.items()},
            topics=tuple(topics),
            themes=tuple(dict.fromkeys(each.theme for each in topics.values())),
            facts={each.id: each.type.value for each in self._counties.facts.values()},
            dates=tuple(sorted({day for each in topics.values() for day in dates_in(each.duties)})),
            laws=tuple(dict.fromkeys(laws)),
        )

    def _county(self, county: psykavtal.County) -> CountyOutline:
        holdings = county.holdings
        standing = holdings.record.standing
        read = tuple(each.id for each in county.documents if holdings.content(each).provisions)
        readings: dict[str, tuple[str, ...]] = {}
        for each in county.find().provisions:
            for group, names in reading_groups(each).items():
                readings[group] = tuple(dict.fromkeys((*readings.get(group, ()), *(one.name for one in names))))
        dated = tuple(each.dated for each in county.documents)
        return CountyOutline(
            id=county.id,
            municipalities={each.code: each.name for each in county.place.municipalities},
            documents=tuple(each.id for each in county.documents),
            read=read,
            agreements=tuple(each.id for each in holdings.agreements()),
            bodies=tuple(each.id for each in holdings.record.things if isinstance(each, Body)),
            dates=tuple(sorted({*dates_in(standing), *dates_in(dated)})),
            readings=readings,
            events=tuple(dict.fromkeys(event for each in standing for event in _events(each))),
            occasions={each: county.document(each, on="2026-01-10").escalation.triggers for each in read},
        )

    def vocabulary(self) -> Json:
        """Topics and facts in full."""
        counties = self._counties
        found: dict[str, tuple[Any, ...]] = {
            "topics": tuple(counties.topics.values()),
            "facts": tuple(counties.facts.values()),
        }
        return {name: {each.id: self._form.records.write(each) for each in every} for name, every in found.items()}

    def outline_of(self, county: str) -> Json:
        """The outline of a county, from which questions are made."""
        return self._form.records.write(self.outline.counties[county])

    def record(self, county: str) -> Json:
        """A county's record in full, by id."""
        record = self._counties[county].holdings.record
        every: tuple[Any, ...] = (*record.things, *record.documents, *record.standing)
        return {
            "place": self._form.records.write(record.place),
            **{each.id: self._form.records.write(each) for each in every},
        }

    def content(self, county: str, document: str) -> Json:
        """All that was recorded of a document, by id; and in which order."""
        holdings = self._counties[county].holdings
        content = holdings.content(holdings.document(document))
        write = self._form.records.write
        return {
            "order": [each.id for each in content.provisions],
            "provisions": {each.id: write(each) for each in content.provisions},
            "silences": {f"{each.about} {each.topic}": write(each) for each in content.silences},
            "unread": {f"{each.about} {each.topic}": write(each) for each in content.unread},
            "omissions": {each.id: write(each) for each in content.omissions},
        }

    def coverage(self, county: str) -> Json:
        """What accounts for each unit of each text."""
        holdings = self._counties[county].holdings
        found = cover_county(holdings.record, holdings.contents, SourceFolder(self._sources))
        return {
            f"{text.document}/{text.text}": {
                "units": [
                    [each.segment.kind.value, each.segment.section, each.account.value, *each.by]
                    for each in text.segments
                ],
                "accounted": round(text.accounted, 6),
                "by_provisions": round(text.by_provisions, 6),
            }
            for text in found
        }

    def lock(self, county: str) -> Json:
        """The digests of passages, computed from the source texts."""
        return json.loads(SourceFolder(self._sources).lock(citations_of(self._counties[county])))

    def locked(self, county: str) -> Json:
        """The digests of passages that the plugin has."""
        return dict(sorted(citations_of(self._counties[county]).locked.items()))

    def check_sources(self, county: str) -> Json:
        """What is wrong with citations."""
        return self._form.answers.write(SourceFolder(self._sources).check(citations_of(self._counties[county])))


def _events(provision: Provision) -> Iterator[str]:
    """The facts on which the end of a validity depends, under each reading too."""
    for each in (provision, *(reading.value for reading in provision.readings)):
        if isinstance(each, Validity) and each.ends_when is not None:
            yield from facts_of(each.ends_when)
