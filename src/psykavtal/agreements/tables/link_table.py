"""The tables of duties and of links to other documents."""

from psykavtal.agreements.tables.county_rows import CountyRows
from psykavtal.agreements.tables.filled_columns import FilledColumn, filled, key
from psykavtal.agreements.tables.kind_columns import kind_columns
from psykavtal.agreements.tables.provision_table import kind_table
from psykavtal.agreements.tables.tabulation import Tabulation
from psykavtal.model.documents import Document
from psykavtal.model.provisions import Provision
from psykavtal.model.table_columns import ColumnType
from psykavtal.model.wording import Wording

_TYPE = Wording(sv="Dokumentets slag", en="Type of document")


def duty_table() -> Tabulation:
    """Return the definition of the table of duties, each with its bearer."""
    return kind_table(
        "duties",
        Wording(sv="Ansvar", en="Duties"),
        Wording(
            sv="En rad för varje ansvar som en text lägger på en huvudman, också medan huvudmännen är oense.",
            en="A row for each duty that a text lays on a principal, also while the principals disagree.",
        ),
    )


def link_table() -> Tabulation:
    """Return the definition of the table of links to other documents."""
    return kind_table(
        "links",
        Wording(sv="Andra dokument", en="Other documents"),
        Wording(
            sv="En rad för varje annat dokument som en bestämmelse hänvisar till eller kopplar till sitt eget.",
            en="A row for each other document that a provision refers to or relates to its own.",
        ),
        _document_columns(),
    )


def _document_columns() -> tuple[FilledColumn[Provision], ...]:
    link_id = next(each.cell for each in kind_columns("links") if each.column.name == "link_id")

    def document(rows: CountyRows, provision: Provision) -> Document | None:
        found = link_id(rows, provision)
        return rows.data.record.document(found) if isinstance(found, str) else None

    def type_label(rows: CountyRows, provision: Provision) -> str | None:
        found = document(rows, provision)
        return None if found is None else found.type.label.to(rows.lang)

    def type_id(rows: CountyRows, provision: Provision) -> str | None:
        found = document(rows, provision)
        return None if found is None else found.type.value

    def is_available(rows: CountyRows, provision: Provision) -> bool | None:
        found = document(rows, provision)
        return None if found is None else found.is_available

    return (
        filled(
            "link_type",
            _TYPE,
            Wording(sv="Det andra dokumentets slag.", en="The type of the other document."),
            type_label,
        ),
        key("link_type_id", _TYPE, type_id),
        filled(
            "is_available",
            Wording(sv="Finns hos oss", en="Available"),
            Wording(
                sv="Om det andra dokumentets text finns tillgänglig.",
                en="Whether the text of the other document is available.",
            ),
            is_available,
            kind=ColumnType.BOOLEAN,
        ),
    )
