"""The kind for relations between documents."""

import enum
from typing import ClassVar

import attrs

from psykavtal.model.provisions.base import Provision
from psykavtal.model.provisions.kind_register import kind
from psykavtal.model.table_columns import FieldColumn
from psykavtal.model.wording import Wording


class DocumentRelationType(enum.Enum):
    """The type of a relation between documents."""

    UNDER = "under"
    AMENDS = "amends"
    PROLONGS = "prolongs"
    REPLACES = "replaces"
    REVISES = "revises"
    ATTACHED_TO = "attached-to"
    PREVAILS_OVER = "prevails-over"
    PART_OF = "part-of"

    @property
    def label(self) -> Wording:
        """The label for people."""
        return _RELATIONS[self]


_RELATIONS = {
    DocumentRelationType.UNDER: Wording(sv="under", en="under"),
    DocumentRelationType.AMENDS: Wording(sv="ändrar", en="amends"),
    DocumentRelationType.PROLONGS: Wording(sv="förlänger", en="prolongs"),
    DocumentRelationType.REPLACES: Wording(sv="ersätter", en="replaces"),
    DocumentRelationType.REVISES: Wording(sv="reviderar", en="revises"),
    DocumentRelationType.ATTACHED_TO: Wording(sv="bilaga till", en="attached to"),
    DocumentRelationType.PREVAILS_OVER: Wording(sv="går före", en="prevails over"),
    DocumentRelationType.PART_OF: Wording(sv="del av", en="part of"),
}


@kind
@attrs.frozen(kw_only=True, repr=False)
class DocumentRelation(Provision):
    """The relation of the document to another one.

    Attributes:
        relation: the type.
        to: id of the other document.
    """

    PLURAL = Wording(sv="Förhållanden mellan dokument", en="Relations between documents")
    TABLE = "links"
    REFERENCES = (*Provision.REFERENCES, "to")
    LABELS: ClassVar = {
        "relation": Wording(sv="förhållande", en="relation"),
        "to": Wording(sv="till", en="to"),
    }
    COLUMNS: ClassVar = {
        "relation": FieldColumn(
            Wording(
                sv="Dokumentens förhållande, om texten anger det.",
                en="The relation of the documents, if the text gives it.",
            )
        ),
        "to": FieldColumn(
            Wording(sv="Dokumentet som texten hänvisar till.", en="The document that the text refers to."), name="link"
        ),
    }

    relation: DocumentRelationType
    to: str
