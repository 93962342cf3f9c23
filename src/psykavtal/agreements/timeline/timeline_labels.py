"""The names of the documents and facts that a timeline contains."""

from collections.abc import Iterator, Mapping

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.timeline.timeline_result import Timeline
from psykavtal.model.wording import Wording


def timeline_labels(data: CountyData, timeline: Timeline) -> Mapping[str, Wording]:
    """Return the names of the ids in a timeline; of its county, too."""
    place = data.record.place
    found = {place.id: Wording(sv=place.name, en=place.name)}
    for each in sorted({name for name in _ids(timeline) if name}):
        found[each] = Wording(sv=data.name_of(each, "sv"), en=data.name_of(each, "en"))
    return found


def _ids(timeline: Timeline) -> Iterator[str | None]:
    yield from (timeline.agreement, *timeline.editions)
    for stretch in timeline.stretches:
        verdict = stretch.in_force
        yield from (*stretch.may_apply, verdict.before, verdict.after, *verdict.missing_facts)
        yield from (each.document for each in verdict.citations)
    for event in timeline.events:
        yield from (event.document, *(each.document for each in event.citations))
    for matter in timeline.matters:
        yield from (matter.document, matter.subject, *(each.document for each in matter.citations))
