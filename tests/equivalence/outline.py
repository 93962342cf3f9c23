"""What there is to ask about: ids only, independent of any API. An adapter makes it; it is recorded too."""

from collections.abc import Mapping
from datetime import date, timedelta

import attrs

_DAY = timedelta(days=1)


@attrs.frozen(kw_only=True)
class CountyOutline:
    """One county.

    Attributes:
        id: its id.
        municipalities: codes, by name.
        documents: ids of all documents.
        read: ids of the documents that were read, in that order.
        agreements: ids of the agreements across editions.
        bodies: ids of the bodies.
        dates: every date of its record.
        readings: names of the readings, by the group in which they are chosen.
        events: ids of the facts on which its editions depend.
        occasions: ids of the occasions, by document.
    """

    id: str
    municipalities: Mapping[str, str]
    documents: tuple[str, ...]
    read: tuple[str, ...]
    agreements: tuple[str, ...]
    bodies: tuple[str, ...]
    dates: tuple[date, ...]
    readings: Mapping[str, tuple[str, ...]]
    events: tuple[str, ...]
    occasions: Mapping[str, tuple[str, ...]]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all readings, each once."""
        return tuple(dict.fromkeys(name for names in self.readings.values() for name in names))


@attrs.frozen(kw_only=True)
class Outline:
    """All counties and the vocabulary.

    Attributes:
        counties: by id.
        topics: ids of the topics.
        themes: their themes.
        facts: types of the facts, by id.
        dates: the dates of the vocabulary (duties by statute).
        laws: citations of law in the documents, each with its subject.
    """

    counties: Mapping[str, CountyOutline]
    topics: tuple[str, ...]
    themes: tuple[str, ...]
    facts: Mapping[str, str]
    dates: tuple[date, ...]
    laws: tuple[tuple[str, str], ...]

    def days(self, county: CountyOutline, *, vocabulary: bool = True) -> tuple[date, ...]:
        """The boundary days of a county: each date with the day before and the day after."""
        held = (*county.dates, *(self.dates if vocabulary else ()))
        return tuple(sorted({day for each in held for day in (each - _DAY, each, each + _DAY)}))

    def all_days(self) -> tuple[date, ...]:
        """The boundary days of every county together."""
        return tuple(sorted({day for each in self.counties.values() for day in self.days(each, vocabulary=False)}))
