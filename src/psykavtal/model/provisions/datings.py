"""The kind for the dates between which a document was written."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

import attrs

from psykavtal.errors import Message, suggestion
from psykavtal.model.dates import UncertainDate
from psykavtal.model.documents import Document
from psykavtal.model.provisions.base import Provision
from psykavtal.model.provisions.field_fault import FieldFault
from psykavtal.model.provisions.kind_register import kind
from psykavtal.model.wording import Wording


@kind
@attrs.frozen(kw_only=True, repr=False)
class Dating(Provision):
    """A statement that dates the writing of a document.

    A document can have several, each with its own source. Together they give its written period.

    Attributes:
        earliest: the document was not written before the first day of this date; None if not bounded.
        latest: the document was not written after the last day of this date; None if not bounded.
    """

    PLURAL = Wording(sv="Dateringar", en="Datings")
    TOPIC = "agreement.written"
    LABELS: ClassVar = {
        "earliest": Wording(sv="skriven tidigast", en="written at the earliest"),
        "latest": Wording(sv="skriven senast", en="written at the latest"),
    }

    earliest: UncertainDate | None = None
    latest: UncertainDate | None = None

    def check(self, documents: Mapping[str, Document]) -> Iterator[FieldFault]:
        """Yield the faults of the dates, and of the document that it dates."""
        first, last = self.earliest, self.latest
        if first is None and last is None and not self.readings:
            fault = Message(en="gives no date.", sv="anger inget datum.")
            fix = Message(en="Give `earliest`, `latest`, or both.", sv="Ange `earliest`, `latest` eller båda.")
            yield FieldFault(field="", fault=fault, fix=fix)
        if first is not None and last is not None and last.latest < first.earliest:
            fault = Message(en="lies before the earliest ({day}).", sv="ligger före det tidigaste ({day}).", day=first)
            fix = Message(
                en="Give a later date, or leave one of the two out.",
                sv="Ange ett senare datum, eller utelämna ett av dem.",
            )
            yield FieldFault(field="latest", value=str(last), fault=fault, fix=fix)
        for name, bound in (("earliest", first), ("latest", last)):
            if bound is not None and bound.is_preliminary:
                fault = Message(en="is preliminary, and bounds nothing.", sv="är preliminärt, och avgränsar ingenting.")
                fix = Message(
                    en="Give a date that is certain; it may be wide, as a year.",
                    sv="Ange ett datum som är säkert; det får vara vitt, som ett år.",
                )
                yield FieldFault(field=name, value=str(bound), fault=fault, fix=fix)
        if self.about not in documents:
            fix = suggestion(self.about, documents, kind="documents")
            fault = Message(en="is not a document of the county.", sv="är inget av länets dokument.")
            yield FieldFault(field="about", value=repr(self.about), fault=fault, fix=fix)
