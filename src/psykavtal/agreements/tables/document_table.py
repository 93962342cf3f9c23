"""The table of documents, available or only known."""

from psykavtal.agreements.tables.common_columns import (
    DATE,
    REMARKS,
    TEXTS,
    county_columns,
    day_columns,
    document_columns,
    remark_text,
)
from psykavtal.agreements.tables.county_rows import CountyRows
from psykavtal.agreements.tables.filled_columns import FilledColumn, filled, key
from psykavtal.agreements.tables.tabulation import Tabulation, by_county
from psykavtal.model.documents import Document
from psykavtal.model.table_columns import ColumnType
from psykavtal.model.wording import Wording

_TYPE = Wording(sv="Slag", en="Type")
_STATE = Wording(sv="Läge", en="State")
_EDITION = Wording(sv="Upplaga av", en="Edition of")
_COVERS = Wording(sv="Omfattar", en="Covers")


def document_table() -> Tabulation:
    """Return the definition of the table of documents."""
    return by_county(
        "documents",
        Wording(sv="Dokument", en="Documents"),
        Wording(
            sv="En rad för varje dokument som är läst eller som någon text nämner.",
            en="A row for each document that was read or that a text mentions.",
        ),
        (
            *(each.of(_itself) for each in county_columns()),
            *(each.of(_id) for each in document_columns()),
            *_identity(),
            *_copy(),
            *(each.of(_id) for each in day_columns()),
            filled(
                "in_force_reason",
                Wording(sv="Skäl", en="Reason"),
                Wording(
                    sv="Varför dokumentet gäller eller inte den dagen.", en="The reason for the verdict on the day."
                ),
                _reason,
            ),
        ),
        lambda rows: rows.data.record.documents,
    )


def _itself(document: Document) -> object:
    return document


def _id(document: Document) -> str | None:
    return document.id


def _reason(rows: CountyRows, document: Document) -> str | None:
    found = rows.in_force(document.id)
    return None if found is None else found.sentence.to(rows.lang)


def _covers(rows: CountyRows, document: Document) -> tuple[str, ...]:
    found = ((code, rows.data.record.place.municipality(code)) for code in document.covers)
    return tuple(code if municipality is None else municipality.name for code, municipality in found)


def _identity() -> tuple[FilledColumn[Document], ...]:
    return (
        filled(
            "other_names",
            Wording(sv="Andra namn", en="Other names"),
            Wording(sv="Andra namn i texterna.", en="Other names in the texts."),
            lambda _, each: each.names[1:],
            kind=TEXTS,
        ),
        filled(
            "type",
            _TYPE,
            Wording(sv="Slag av dokument.", en="The type of document."),
            lambda rows, each: each.type.label.to(rows.lang),
            brief=True,
        ),
        key("type_id", _TYPE, lambda _, each: each.type.value),
        filled(
            "edition_of",
            _EDITION,
            Wording(sv="Överenskommelsen som det är en upplaga av.", en="The agreement that it is an edition of."),
            lambda rows, each: None if each.edition_of is None else rows.name(each.edition_of),
        ),
        key("edition_of_id", _EDITION, lambda _, each: each.edition_of),
        filled(
            "version",
            Wording(sv="Version", en="Version"),
            Wording(sv="Som dokumentet anger den.", en="As the document gives it."),
            lambda _, each: each.version or None,
        ),
        filled(
            "state",
            _STATE,
            Wording(sv="Utkast, förslag eller antaget, om det är känt.", en="Draft, proposal or adopted, if known."),
            lambda rows, each: None if each.state is None else each.state.label.to(rows.lang),
        ),
        key("state_id", _STATE, lambda _, each: None if each.state is None else each.state.value),
        filled(
            "issuer",
            Wording(sv="Utgivare", en="Issuer"),
            Wording(sv="Den som gav ut det.", en="Its issuer."),
            lambda _, each: each.issuer or None,
        ),
        filled(
            "registry_number",
            Wording(sv="Diarienummer", en="Registry number"),
            Wording(sv="Numret i ett diarium.", en="The number in a public register."),
            lambda _, each: each.registry_number or None,
        ),
        filled(
            "dated",
            Wording(sv="Daterat", en="Dated"),
            Wording(sv="Datumet som är tryckt på det (EDTF).", en="The date printed on it (EDTF)."),
            lambda _, each: None if each.dated is None else each.dated.edtf,
        ),
        filled(
            "covers",
            _COVERS,
            Wording(sv="Kommunerna, om det inte är hela länet.", en="The municipalities, if not the whole county."),
            _covers,
            kind=TEXTS,
        ),
        key("covers_id", _COVERS, lambda _, each: each.covers, kind=TEXTS),
    )


def _copy() -> tuple[FilledColumn[Document], ...]:
    return (
        filled(
            "is_available",
            Wording(sv="Finns hos oss", en="Available"),
            Wording(sv="Om texten finns tillgänglig och är läst.", en="Whether the text is available and was read."),
            lambda _, each: each.is_available,
            kind=ColumnType.BOOLEAN,
            brief=True,
        ),
        filled(
            "url",
            Wording(sv="Adress", en="Address"),
            Wording(sv="Dokumentets adress på nätet.", en="Its address on the web."),
            lambda _, each: each.url or None,
        ),
        filled(
            "retrieved",
            Wording(sv="Hämtat", en="Retrieved"),
            Wording(sv="Dagen då kopian hämtades.", en="The day on which the copy was fetched."),
            lambda _, each: each.retrieved,
            kind=DATE,
        ),
        filled(
            "read_on",
            Wording(sv="Läst", en="Read on"),
            Wording(sv="Dagen då det lästes i sin helhet.", en="The day on which it was read in full."),
            lambda _, each: each.read_on,
            kind=DATE,
        ),
        filled(
            "checked_until",
            Wording(sv="Kontrollerat till", en="Checked until"),
            Wording(
                sv="Dagen fram till vilken någon har sett efter om det ändras eller ersätts.",
                en="The day up to which somebody looked for a change or a replacement.",
            ),
            lambda _, each: each.checked_until,
            kind=DATE,
        ),
        filled(
            "remarks",
            REMARKS,
            Wording(sv="Anmärkningar om dokumentet eller kopian.", en="Remarks on the document or the copy."),
            lambda rows, each: tuple(remark_text(rows, one) for one in each.remarks),
            kind=TEXTS,
        ),
    )
