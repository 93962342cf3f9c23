"""The table of relations: a row for each edge between bodies, under each reading."""

from collections.abc import Iterator

import attrs

from psykavtal.agreements.tables.county_rows import CountyRows
from psykavtal.agreements.tables.filled_columns import FilledColumn, filled, key
from psykavtal.agreements.tables.kind_columns import kind_columns, kinds_of
from psykavtal.agreements.tables.over_readings import versions
from psykavtal.agreements.tables.provision_columns import place_columns, subject_columns
from psykavtal.agreements.tables.tabulation import Tabulation, by_county
from psykavtal.model.provisions import Provision, Relation
from psykavtal.model.wording import Wording

_SOURCE = Wording(sv="Från", en="From")
_READING = Wording(sv="Läsning", en="Reading")


@attrs.frozen(kw_only=True)
class Edge:
    """A relation from one body, under one reading.

    Attributes:
        provision: the provision as recorded.
        version: the provision under the reading.
        source: id of the body that it starts from; None if the text names none.
        reading: the name and the reason of the reading; None if there is one meaning.
    """

    provision: Provision
    version: Provision
    source: str | None
    reading: tuple[str, Wording] | None


def relation_table() -> Tabulation:
    """Return the definition of the table of relations."""
    return by_county(
        "relations",
        Wording(sv="Vägar mellan organ", en="Relations between bodies"),
        Wording(
            sv="En rad för varje organ som något går från och till; vid flera läsningar en rad för varje.",
            en="A row for each body that a relation starts from; with several readings, one for each.",
        ),
        (
            *(each.of(_provision) for each in subject_columns()),
            *_columns(),
            *(each.of(_version) for each in kind_columns("relations", without=("sources",))),
            *(each.of(_provision) for each in place_columns()),
        ),
        edges,
    )


def _provision(edge: Edge) -> Provision:
    return edge.provision


def _version(edge: Edge) -> Provision:
    return edge.version


def _columns() -> tuple[FilledColumn[Edge], ...]:
    return (
        filled(
            "source",
            _SOURCE,
            Wording(
                sv="Organet som det utgår från; tomt om frågan kommer in där, eller om texten inte nämner något.",
                en="The body that it starts from; empty if a matter enters there, or if the text names none.",
            ),
            lambda rows, edge: None if edge.source is None else rows.name(edge.source),
            brief=True,
        ),
        key("source_id", _SOURCE, lambda _, edge: edge.source),
        filled(
            "reading",
            _READING,
            Wording(
                sv="Skälet för läsningen, om det finns flera.", en="The reason for the reading, if there are several."
            ),
            lambda rows, edge: None if edge.reading is None else edge.reading[1].to(rows.lang),
        ),
        key("reading_id", _READING, lambda _, edge: None if edge.reading is None else edge.reading[0]),
    )


def edges(rows: CountyRows) -> Iterator[Edge]:
    """Yield the relations of a county, in text order."""
    kinds = kinds_of("relations")
    for each in rows.provisions:
        if not isinstance(each, kinds):
            continue
        readings = tuple((reading.name, reading.why) for reading in each.readings) or (None,)
        for reading, version in zip(readings, versions(each), strict=True):
            for source in (version.sources if isinstance(version, Relation) else ()) or (None,):
                yield Edge(provision=each, version=version, source=source, reading=reading)
