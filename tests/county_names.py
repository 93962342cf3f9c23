"""The names of a county's things and documents, which both languages may contain."""

from psykavtal import County


def names_of(county: County) -> dict[str, tuple[str, ...]]:
    """The names of all things and documents of a county, by id."""
    record = county.holdings.record
    return {each.id: each.names for each in (*record.things, *record.documents)}
