"""Kinds for references: pending matters, other documents, law."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

import attrs

from psykavtal.errors import Message
from psykavtal.model.dates import UncertainDate
from psykavtal.model.documents import Document
from psykavtal.model.provisions.base import NameOf, Provision
from psykavtal.model.provisions.field_fault import FieldFault
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
class PlanTerm(Provision):
    """The term of a plan, a strategy or another document in the text.

    Attributes:
        plan: id of the document.
        start: its first day; None if the text gives none.
        end: its last day; None if the text gives none.
    """

    PLURAL = Wording(sv="Planers tid", en="Terms of plans")
    TOPIC = "plan.term"
    REFERENCES = (*Provision.REFERENCES, "plan")
    LABELS: ClassVar = {
        "end": Wording(sv="planens sista dag", en="last day of the plan"),
        "plan": Wording(sv="plan", en="plan"),
        "start": Wording(sv="planens första dag", en="first day of the plan"),
    }

    plan: str
    start: UncertainDate | None = None
    end: UncertainDate | None = None

    def short(self, topic: str, name_of: NameOf) -> Wording | None:
        """Return the first and the last day."""
        del topic, name_of
        term = f"{self.start or ''}–{self.end or ''}"
        return Wording(sv=term, en=term)

    def check(self, documents: Mapping[str, Document]) -> Iterator[FieldFault]:
        """Yield a fault if both days are missing, or the end is before the start."""
        del documents
        if self.start is None and self.end is None and not self.readings:
            fault = Message(en="gives no date.", sv="anger inget datum.")
            fix = Message(en="Give `start`, `end`, or both.", sv="Ange `start`, `end` eller båda.")
            yield FieldFault(field="", fault=fault, fix=fix)
        if self.start is not None and self.end is not None and self.end.latest < self.start.earliest:
            fault = Message(en="lies before the start ({start}).", sv="ligger före början ({start}).", start=self.start)
            yield FieldFault(field="end", fault=fault, value=str(self.end))


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
