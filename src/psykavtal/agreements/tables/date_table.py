"""The table of dates: those that provisions state, and those of documents."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from psykavtal.agreements.field_text import field_label
from psykavtal.agreements.tables.common_columns import DATE, county_columns, day_columns, document_columns
from psykavtal.agreements.tables.county_rows import CountyRows
from psykavtal.agreements.tables.filled_columns import FilledColumn, filled, key
from psykavtal.agreements.tables.over_readings import versions
from psykavtal.agreements.tables.provision_columns import provision_columns
from psykavtal.agreements.tables.tabulation import Tabulation, by_county
from psykavtal.model.dates import UncertainDate
from psykavtal.model.documents import Document
from psykavtal.model.provisions import Provision, kind_of
from psykavtal.model.table_columns import ColumnType
from psykavtal.model.wording import Wording

if TYPE_CHECKING:
    from datetime import date

_READING = Wording(sv="Läsning", en="Reading")
_FIELD = Wording(sv="Datumet för", en="Date of")
_SUBJECT = Wording(sv="Gäller", en="About")
_OF_DOCUMENTS = {
    "dated": Wording(sv="tryckt på dokumentet", en="printed on the document"),
    "retrieved": Wording(sv="kopian hämtad", en="copy retrieved"),
    "read_on": Wording(sv="läst i sin helhet", en="read in full"),
    "checked_until": Wording(sv="ändringar eftersökta till och med", en="changes looked for until"),
}


@attrs.frozen(kw_only=True)
class StatedDate:
    """A date of a provision under one reading, or of a document.

    Attributes:
        document: id of the document that states it, or has it.
        about: id of its subject.
        field: the field that has it.
        date: the date.
        provision: the provision that states it; None for a date of a document.
        readings: the names and reasons of the readings that give it; empty if all do.
    """

    document: str
    about: str
    field: str
    date: UncertainDate
    provision: Provision | None = None
    readings: tuple[tuple[str, Wording], ...] = ()


def date_table() -> Tabulation:
    """Return the definition of the table of dates."""
    shared = (county_columns(), document_columns(), day_columns())
    own = {each.column.name for columns in shared for each in columns}
    rest = (each.or_none() for each in provision_columns() if each.column.name not in own)
    return by_county(
        "dates",
        Wording(sv="Datum", en="Dates"),
        Wording(
            sv="En rad för varje datum som en bestämmelse anger eller som ett dokument har.",
            en="A row for each date that a provision states or that a document has.",
        ),
        (
            *(each.of(_itself) for each in county_columns()),
            *(each.of(_document) for each in document_columns()),
            *_columns(),
            *(each.of(_provision) for each in rest),
            *(each.of(_document) for each in day_columns()),
        ),
        stated_dates,
    )


def _itself(found: StatedDate) -> object:
    return found


def _document(found: StatedDate) -> str | None:
    return found.document


def _provision(found: StatedDate) -> Provision | None:
    return found.provision


def _columns() -> tuple[FilledColumn[StatedDate], ...]:
    return (
        filled(
            "about",
            _SUBJECT,
            Wording(
                sv="Dokumentet eller överenskommelsen som datumet gäller.",
                en="The document or agreement that the date is about.",
            ),
            lambda rows, found: rows.name(found.about),
        ),
        key("about_id", _SUBJECT, lambda _, found: found.about),
        filled(
            "field",
            _FIELD,
            Wording(sv="Det som datumet är dagen för.", en="The event of the date."),
            _field_label,
            brief=True,
        ),
        key("field_id", _FIELD, _field_id),
        filled(
            "date",
            Wording(sv="Datum", en="Date"),
            Wording(
                sv="Datumet så säkert som det är känt (EDTF): dag, månad, år, ett av flera, eller ? om det är preliminärt.",
                en="The date as known (EDTF): a day, a month, a year, one of several, or ? if it is preliminary.",
            ),
            lambda _, found: found.date.edtf,
            brief=True,
        ),
        filled(
            "earliest",
            Wording(sv="Tidigast", en="Earliest"),
            Wording(sv="Den första dag som det kan vara.", en="The first day that it can be."),
            lambda _, found: found.date.earliest,
            kind=DATE,
        ),
        filled(
            "latest",
            Wording(sv="Senast", en="Latest"),
            Wording(sv="Den sista dag som det kan vara.", en="The last day that it can be."),
            lambda _, found: found.date.latest,
            kind=DATE,
        ),
        filled(
            "is_preliminary",
            Wording(sv="Preliminärt", en="Preliminary"),
            Wording(sv="Ja om texten kallar datumet preliminärt.", en="True if the text calls the date preliminary."),
            lambda _, found: found.date.is_preliminary,
            kind=ColumnType.BOOLEAN,
        ),
        filled(
            "words",
            Wording(sv="Textens ord", en="Words of the text"),
            Wording(
                sv="Orden om datumet, om de inte bara är datumet.",
                en="The words on the date, if they are not just the date.",
            ),
            lambda _, found: found.date.words or None,
        ),
        filled(
            "reading",
            _READING,
            Wording(
                sv="Skälen för läsningarna som ger datumet; tom om alla ger det.",
                en="The reasons for the readings that give the date; empty if all do.",
            ),
            lambda rows, found: " / ".join(why.to(rows.lang) for _, why in found.readings) or None,
        ),
        key("reading_id", _READING, lambda _, found: tuple(name for name, _ in found.readings), kind=ColumnType.TEXTS),
    )


def _field_label(rows: CountyRows, found: StatedDate) -> str:
    if found.provision is None:
        return _OF_DOCUMENTS[found.field].to(rows.lang)
    return f"{found.provision.PLURAL.to(rows.lang)}: {field_label(found.field, type(found.provision)).to(rows.lang)}"


def _field_id(_: CountyRows, found: StatedDate) -> str:
    kind = "document" if found.provision is None else kind_of(type(found.provision))
    return f"{kind}.{found.field}"


def stated_dates(rows: CountyRows) -> Iterator[StatedDate]:
    """Yield the dates of the documents of a county, then those of its provisions."""
    for document in rows.data.record.documents:
        yield from _of_document(document)
    for provision in rows.provisions:
        yield from _of_provision(provision)


def _of_document(document: Document) -> Iterator[StatedDate]:
    for field in _OF_DOCUMENTS:
        value: UncertainDate | date | None = getattr(document, field)
        if value is not None:
            known = value if isinstance(value, UncertainDate) else UncertainDate(value.isoformat())
            yield StatedDate(document=document.id, about=document.id, field=field, date=known)


def _of_provision(provision: Provision) -> Iterator[StatedDate]:
    """Yield the dates of a provision, each once, with the readings that give it."""
    found: dict[tuple[str, UncertainDate], list[tuple[str, Wording]]] = {}
    every = versions(provision)
    for at, version in enumerate(every):
        for field, value in version.stated_dates():
            givers = found.setdefault((field, value), [])
            if provision.readings:
                givers.append((provision.readings[at].name, provision.readings[at].why))
    for (field, value), givers in found.items():
        yield StatedDate(
            document=provision.document,
            about=provision.about,
            field=field,
            date=value,
            provision=provision,
            readings=() if len(givers) == len(every) else tuple(givers),
        )
