"""The installed counties that words of a command name."""

from collections.abc import Sequence

from psykavtal.agreements.counties import Counties
from psykavtal.agreements.county import County
from psykavtal.errors import UnknownCountyError, UnknownMunicipalityError


def county_named(counties: Counties, name: str) -> County:
    """Return the county of an id, a code or a name, also of a municipality.

    Raises:
        UnknownCountyError: neither an installed county nor one of its municipalities has the name.
    """
    try:
        return counties[name]
    except UnknownCountyError as unknown:
        try:
            return counties.by_municipality(name)
        except UnknownMunicipalityError:
            raise unknown from None


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
