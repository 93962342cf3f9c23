"""Kinds for references: pending matters, other documents, law."""

from typing import ClassVar

import attrs

from psykavtal.model.dates import UncertainDate
from psykavtal.model.provisions.base import NameOf, Provision
from psykavtal.model.provisions.kind_register import kind
from psykavtal.model.table_columns import FieldColumn
from psykavtal.model.wording import Wording


@kind
@attrs.frozen(kw_only=True, repr=False)
class Pending(Provision):
    """A pending matter when the text was written: an inquiry, a reform, a plan.

    Attributes:
        name: as the text names it.
        due: its due date, by the text.
    """

    PLURAL = Wording(sv="Väntade förändringar", en="Pending changes")
    TOPIC = "outlook.pending"
    QUOTED = frozenset({"name"})
    LABELS: ClassVar = {
        "due": Wording(sv="klart", en="due"),
        "name": Wording(sv="namn", en="name"),
    }

    name: str
    due: UncertainDate | None = None


@kind
@attrs.frozen(kw_only=True, repr=False)
class Reference(Provision):
    """A document that the text refers to.

    Attributes:
        link: id of the document.
    """

    PLURAL = Wording(sv="Hänvisningar", en="References")
    TOPIC = "outlook.references"
    TABLE = "links"
    REFERENCES = (*Provision.REFERENCES, "link")
    LABELS: ClassVar = {
        "link": Wording(sv="dokument", en="document"),
    }

    link: str


@kind
@attrs.frozen(kw_only=True, repr=False)
class LegalReference(Provision):
    """A reference to law, kept as written.

    Attributes:
        as_written: the citation as written; nothing is corrected.
        subject: the subject that it is cited for, by the register of law; empty if it has none.
    """

    PLURAL = Wording(sv="Lagrum", en="References to law")
    TOPIC = "law.references"
    TABLE = "law"
    QUOTED = frozenset({"as_written"})
    LABELS: ClassVar = {
        "as_written": Wording(sv="som det står", en="as written"),
        "subject": Wording(sv="om", en="subject"),
    }
    COLUMNS: ClassVar = {
        "as_written": FieldColumn(
            Wording(
                sv="Hänvisningen som texten skriver den; inget är rättat.",
                en="The citation as the text writes it; nothing is corrected.",
            )
        ),
    }

    as_written: str
    subject: str = ""

    def lines(self, topic: str, name_of: NameOf) -> tuple[Wording, ...]:
        """Return the citation as written."""
        del topic, name_of
        return (Wording(sv=self.as_written, en=self.as_written),)

    def short(self, topic: str, name_of: NameOf) -> Wording | None:
        """Return the citation as written."""
        return self.lines(topic, name_of)[0]
