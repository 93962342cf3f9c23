"""Kinds for parties, adoption, validity and dating."""

from collections.abc import Hashable, Iterator, Mapping
from typing import ClassVar

import attrs

from psykavtal.errors import Message, suggestion
from psykavtal.model.conditions import Criterion
from psykavtal.model.dates import UncertainDate
from psykavtal.model.documents import Document, State
from psykavtal.model.provisions.base import NameOf, Provision, listed, named
from psykavtal.model.provisions.field_fault import FieldFault
from psykavtal.model.provisions.kind_register import kind
from psykavtal.model.wording import Wording


@kind
@attrs.frozen(kw_only=True, repr=False)
class Parties(Provision):
    """The parties to the agreement.

    Attributes:
        region: true if the region is a party.
        municipalities: the number of municipalities that are parties; None if the text gives none.
        named: true if the text names them.
    """

    PLURAL = Wording(sv="Uppgifter om parter", en="Statements on parties")
    TOPIC = "agreement.parties"
    LABELS: ClassVar = {
        "municipalities": Wording(sv="antal kommuner", en="number of municipalities"),
        "named": Wording(sv="kommunerna namnges", en="the municipalities are named"),
        "region": Wording(sv="regionen är part", en="the region is a party"),
    }

    region: bool
    municipalities: int | None = None
    named: bool = False

    def comparable(self, topic: str) -> Hashable | None:
        """Return the parties, if their number is known."""
        is_known = topic == "agreement.parties" and self.municipalities is not None
        return (self.region, self.municipalities) if is_known else None


@kind
@attrs.frozen(kw_only=True, repr=False)
class Adoption(Provision):
    """The adoption of the document.

    Attributes:
        by: ids of the bodies; empty if the text does not name them.
        date: the day.
        state: the state of the document after it.
    """

    PLURAL = Wording(sv="Beslut om antagande", en="Adoptions")
    TOPIC = "agreement.adoption"
    REFERENCES = (*Provision.REFERENCES, "by")
    LABELS: ClassVar = {
        "by": Wording(sv="av", en="by"),
        "date": Wording(sv="dag", en="date"),
        "state": Wording(sv="läge", en="state"),
    }

    by: tuple[str, ...] = ()
    date: UncertainDate | None = None
    state: State = State.ADOPTED

    def short(self, topic: str, name_of: NameOf) -> Wording | None:
        """Return the day with the bodies."""
        del topic
        day = "" if self.date is None else self.date.edtf
        if not self.by:
            return Wording(sv=day, en=day) if day else None
        by = listed(named(each, name_of) for each in self.by)
        return Wording(sv=f"{day} {by.sv}".strip(), en=f"{day} {by.to('en')}".strip())

    def check(self, documents: Mapping[str, Document]) -> Iterator[FieldFault]:
        """Yield a fault if both bodies and date are missing."""
        del documents
        if self.date is None and not self.by:
            fault = Message(en="names neither a body nor a date.", sv="anger varken organ eller datum.")
            fix = Message(en="Give `by`, `date`, or both.", sv="Ange `by`, `date` eller båda.")
            yield FieldFault(field="", fault=fault, fix=fix)


@kind
@attrs.frozen(kw_only=True, repr=False)
class Validity(Provision):
    """The period in which the document applies.

    Attributes:
        start: the first day; None if the text gives none.
        end: the last day; None if it is open or the text gives none.
        ordinary_end: the last day without the extension that the text states.
        until_further_notice: true if the text states that it applies until further notice.
        ends_when: the events that end it.
        as_of: the day up to which the source confirms an open end, if it is not the
            `checked_until` of the document.
    """

    PLURAL = Wording(sv="Uppgifter om giltighet", en="Statements on validity")
    CONDITIONS = (*Provision.CONDITIONS, "ends_when")
    SINGLE_VALUES = frozenset({"validity.start", "validity.end"})
    LABELS: ClassVar = {
        "as_of": Wording(sv="känt till", en="known up to"),
        "end": Wording(sv="sista dag", en="last day"),
        "ends_when": Wording(sv="upphör vid", en="ends with"),
        "ordinary_end": Wording(sv="ordinarie sista dag", en="ordinary last day"),
        "start": Wording(sv="första dag", en="first day"),
        "until_further_notice": Wording(sv="tills vidare", en="until further notice"),
    }

    start: UncertainDate | None = None
    end: UncertainDate | None = None
    ordinary_end: UncertainDate | None = None
    until_further_notice: bool = False
    ends_when: Criterion | None = None
    as_of: UncertainDate | None = None

    def short(self, topic: str, name_of: NameOf) -> Wording | None:
        """Return the day, "until further notice", or None."""
        del name_of
        match topic:
            case "validity.start" if self.start is not None:
                return Wording(sv=self.start.edtf, en=self.start.edtf)
            case "validity.end" if self.end is not None:
                return Wording(sv=self.end.edtf, en=self.end.edtf)
            case "validity.end" if self.until_further_notice:
                return self.LABELS["until_further_notice"]
            case _:
                return None

    def comparable(self, topic: str) -> Hashable | None:
        """Return the start, or the end with its conditions."""
        match topic:
            case "validity.start":
                return None if self.start is None else self.start.edtf
            case "validity.end":
                return self.end.edtf if self.end else None, self.until_further_notice, self.ends_when
            case _:
                return None

    def check(self, documents: Mapping[str, Document]) -> Iterator[FieldFault]:
        """Yield a fault if the end is before the start."""
        del documents
        if self.start is not None and self.end is not None and self.end.latest < self.start.earliest:
            fault = Message(en="lies before the start ({start}).", sv="ligger före början ({start}).", start=self.start)
            yield FieldFault(field="end", fault=fault, value=str(self.end))


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
            fix = suggestion(self.about, documents, what="documents")
            fault = Message(en="is not a document of the county.", sv="är inget av länets dokument.")
            yield FieldFault(field="about", value=repr(self.about), fault=fault, fix=fix)
