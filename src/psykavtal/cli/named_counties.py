"""The installed counties that words of a command name."""

from collections.abc import Sequence

from psykavtal.agreements.counties import Counties
from psykavtal.errors import UnknownCountyError


def ids_of_counties(counties: Counties, words: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the counties that words name; none unless every word names one.

    All words together may be the name of one county, as Jämtland Härjedalen.
    """
    for names in (words, (" ".join(words),)):
        try:
            return tuple(dict.fromkeys(counties[each].id for each in names))
        except UnknownCountyError:
            continue
    return ()
