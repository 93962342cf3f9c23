"""The columns that many tables have: county, document, topic, and the verdict on the day."""

from psykavtal.agreements.tables.county_rows import CountyRows
from psykavtal.agreements.tables.filled_columns import FilledColumn, filled, key
from psykavtal.model.answers.in_force import InForce
from psykavtal.model.remarks import Remark
from psykavtal.model.table_columns import ColumnType
from psykavtal.model.wording import Wording

TEXTS, DATE, INTEGER = ColumnType.TEXTS, ColumnType.DATE, ColumnType.INTEGER

COUNTY = Wording(sv="Län", en="County")
DOCUMENT = Wording(sv="Dokument", en="Document")
TOPIC = Wording(sv="Fråga", en="Topic")
STATUS = Wording(sv="Status", en="Status")
REMARKS = Wording(sv="Anmärkningar", en="Remarks")
HEADING = Wording(sv="Rubrik", en="Heading")
PASSAGE = Wording(sv="Textställe", en="Passage")
_IN_FORCE = Wording(sv="Gäller dagen", en="In force on the day")


def county_columns() -> tuple[FilledColumn[object], ...]:
    """Return the columns of the county."""
    return (
        filled(
            "county",
            COUNTY,
            Wording(sv="Länets namn.", en="The name of the county."),
            lambda rows, _: rows.county.name,
            brief=True,
        ),
        key("county_id", COUNTY, lambda rows, _: rows.county.id),
        key(
            "county_code",
            Wording(sv="Länskod", en="County code"),
            lambda rows, _: rows.county.code,
            description=Wording(sv="SCB:s länskod, två siffror.", en="The SCB code of the county, two digits."),
        ),
    )


def document_columns() -> tuple[FilledColumn[str | None], ...]:
    """Return the columns of a document by its id, with the verdict on the day."""
    return (
        filled(
            "document",
            DOCUMENT,
            Wording(sv="Titeln på dokumentet som anger uppgiften.", en="The title of the document that states it."),
            lambda rows, document: None if document is None else rows.name(document),
            brief=True,
        ),
        key("document_id", DOCUMENT, lambda _, document: document),
    )


def day_columns() -> tuple[FilledColumn[str | None], ...]:
    """Return the columns of the day and of the verdict on a document."""
    return (
        filled(
            "on",
            Wording(sv="Dag", en="Day"),
            Wording(
                sv="Dagen som frågan om giltighet gäller; tom om ingen dag gavs.",
                en="The day of the verdict on what is in force; empty if no day was given.",
            ),
            lambda rows, _: rows.on,
            kind=DATE,
        ),
        filled(
            "in_force",
            _IN_FORCE,
            Wording(
                sv="Om dokumentet gäller den dagen; tom om ingen dag gavs.",
                en="Whether the document applies on the day; empty if no day was given.",
            ),
            lambda rows, document: _verdict_label(rows, rows.in_force(document)),
        ),
        key(
            "in_force_id",
            _IN_FORCE,
            lambda rows, document: _verdict_key(rows.in_force(document)),
            description=Wording(
                sv="in-force, presumed, unclear eller not-in-force.", en="in-force, presumed, unclear or not-in-force."
            ),
        ),
    )


def _verdict_label(rows: CountyRows, verdict: InForce | None) -> str | None:
    return None if verdict is None else verdict.label.to(rows.lang)


def _verdict_key(verdict: InForce | None) -> str | None:
    return None if verdict is None else verdict.key


def topic_columns() -> tuple[FilledColumn[str], ...]:
    """Return the columns of a topic by its id."""
    return (
        filled(
            "topic",
            TOPIC,
            Wording(sv="Frågan som uppgiften svarar på.", en="The topic that it answers."),
            lambda rows, topic: rows.name(topic) if topic else None,
            brief=True,
        ),
        key("topic_id", TOPIC, lambda _, topic: topic or None),
    )


def remark_text(rows: CountyRows, remark: Remark) -> str:
    """Return a remark with the label of its kind."""
    return f"{remark.type.label.to(rows.lang).capitalize()}: {remark.text.to(rows.lang)}"
