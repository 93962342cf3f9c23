"""The names of the documents and facts that a timeline contains."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from psykavtal.agreements.county_data import CountyData
from psykavtal.model.wording import Wording

if TYPE_CHECKING:
    from psykavtal.agreements.timeline.timeline_result import Timeline


def timeline_labels(data: CountyData, timeline: "Timeline") -> Mapping[str, Wording]:
    """Return the names of the ids in a timeline; of its county, too."""
    place = data.record.place
    found = {place.id: Wording(sv=place.name, en=place.name)}
    for each in sorted({name for name in _ids(timeline) if name}):
        found[each] = name_in_record(data, each)
    return found


def name_in_record(data: CountyData, thing_id: str) -> Wording:
    """Return the name of a thing or document, or the label of a fact."""
    thing = data.record.thing(thing_id)
    if thing is not None:
        return Wording(sv=thing.name, en=thing.name)
    return Wording(sv=data.name_of(thing_id, "sv"), en=data.name_of(thing_id, "en"))


def _ids(timeline: "Timeline") -> Iterator[str | None]:
    yield from (timeline.agreement, *timeline.editions)
    for stretch in timeline.stretches:
        verdict = stretch.in_force
        yield from (*stretch.may_apply, verdict.before, verdict.after, *verdict.missing_facts)
        yield from (each.document for each in verdict.citations)
    for event in timeline.events:
        yield from (event.document, *(each.document for each in event.citations))
    for matter in timeline.matters:
        yield from (matter.document, matter.subject, *(each.document for each in matter.citations))
