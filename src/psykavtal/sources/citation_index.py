"""What of a county's record cites which passage."""

from collections.abc import Iterable, Iterator, Sequence

from psykavtal.model.citations import Citation
from psykavtal.model.records import Content, CountyRecord, Omission

Uses = dict[Citation, tuple[str, ...]]
"""For each citation the ids of what cites it, in the order of the record."""


def uses_by_record(record: CountyRecord, contents: Sequence[Content]) -> Uses:
    """What is recorded: provisions, the names of municipalities, and what stands there unreadable."""
    return _gather(_recorded(record, contents))


def uses_by_omission(omissions: Iterable[Omission]) -> Uses:
    """What is listed as left out."""
    return _gather((citation, each.id) for each in omissions for citation in each.at)


def all_uses(record: CountyRecord, contents: Sequence[Content]) -> Uses:
    """Whatever cites a passage, the silences that only name the nearest one included."""
    near = (
        (each.near, f"{each.document}.silence.{each.topic}")
        for content in contents
        for each in content.silences
        if each.near is not None
    )
    omissions = ((citation, each.id) for content in contents for each in content.omissions for citation in each.at)
    return _gather((*_recorded(record, contents), *near, *omissions))


def _recorded(record: CountyRecord, contents: Sequence[Content]) -> Iterator[tuple[Citation, str]]:
    for municipality in record.place.municipalities:
        yield from ((citation, record.place.id) for citation in municipality.named_by)
    for provision in (*record.standing, *(each for content in contents for each in content.provisions)):
        for each in (provision, *(reading.value for reading in provision.readings)):
            yield from ((citation, provision.id) for citation in each.citations)
    for content in contents:
        yield from ((each.at, f"{each.document}.unread.{each.topic}") for each in content.unread)


def _gather(pairs: Iterable[tuple[Citation, str]]) -> Uses:
    gathered: dict[Citation, dict[str, None]] = {}
    for citation, user in pairs:
        gathered.setdefault(citation, {})[user] = None
    return {citation: tuple(users) for citation, users in gathered.items()}
