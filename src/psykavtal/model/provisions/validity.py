"""Kinds for parties, adoption and validity."""

from collections.abc import Hashable, Iterator, Mapping
from typing import ClassVar

import attrs

from psykavtal.errors import Message
from psykavtal.model.conditions import Criterion
from psykavtal.model.dates import UncertainDate
from psykavtal.model.documents import Document, State
from psykavtal.model.provisions.base import NameOf, Provision, listed, named
from psykavtal.model.provisions.field_fault import FieldFault
from psykavtal.model.provisions.kind_register import kind
from psykavtal.model.validators import no_less_than, some_text
from psykavtal.model.vocabulary import FactType
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
        on_condition: the event on which it depends, if the document is adopted on condition.
    """

    PLURAL = Wording(sv="Beslut om antagande", en="Adoptions")
    TOPIC = "agreement.adoption"
    REFERENCES = (*Provision.REFERENCES, "by")
    CONDITIONS = (*Provision.CONDITIONS, "on_condition")
    LABELS: ClassVar = {
        "by": Wording(sv="av", en="by"),
        "date": Wording(sv="dag", en="date"),
        "on_condition": Wording(sv="på villkor", en="on condition"),
        "state": Wording(sv="läge", en="state"),
    }

    by: tuple[str, ...] = ()
    date: UncertainDate | None = None
    state: State = State.ADOPTED
    on_condition: Criterion | None = None

    def short(self, topic: str, name_of: NameOf) -> Wording | None:
        """Return the day with the bodies."""
        del topic
        day = "" if self.date is None else self.date.edtf
        if not self.by:
            return Wording(sv=day, en=day) if day else None
        by = listed(named(each, name_of) for each in self.by)
        return Wording(sv=f"{day} {by.sv}".strip(), en=f"{day} {by.to('en')}".strip())

    def check(self, documents: Mapping[str, Document]) -> Iterator[FieldFault]:
        """Yield the faults of a missing source and of a condition without effect."""
        del documents
        if self.on_condition is not None and self.state is not State.ADOPTED_ON_CONDITION:
            fault = Message(en="has no effect in this state.", sv="har ingen verkan i detta läge.")
            fix = Message(en='Give state = "{state}".', sv='Ange state = "{state}".', state=_CONDITIONAL)
            yield FieldFault(field="on_condition", fault=fault, fix=fix)
        if self.date is None and not self.by:
            fault = Message(en="names neither a body nor a date.", sv="anger varken organ eller datum.")
            fix = Message(en="Give `by`, `date`, or both.", sv="Ange `by`, `date` eller båda.")
            yield FieldFault(field="", fault=fault, fix=fix)


_CONDITIONAL = State.ADOPTED_ON_CONDITION.value


@attrs.frozen(kw_only=True)
class Prolongation:
    """The prolongation of a term in steps, unless notice of termination is given in time.

    Attributes:
        words: the words of the text.
        months: the length of a step.
        times: the number of steps; None if it is prolonged again and again.
        notice: id of the event that a party gives notice; empty if the text has none.
        notice_months: the number of months before the end of the running term by which notice must be given.
    """

    words: str = attrs.field(validator=some_text)
    months: int = attrs.field(validator=no_less_than(1))
    times: int | None = attrs.field(default=None, validator=no_less_than(1))
    notice: str = ""
    notice_months: int = attrs.field(default=0, validator=no_less_than(0))

    def in_language(self, lang: str) -> str:
        """Return the words of the text, and the length of a step in `lang`."""
        return f"«{self.words}», {self.months} {_MONTHS.to(lang)}"


_MONTHS = Wording(sv="månader", en="months")


@kind
@attrs.frozen(kw_only=True, repr=False)
class Validity(Provision):
    """The period in which the document applies.

    Attributes:
        start: the first day; None if the text gives none.
        end: the last day; None if it is open or the text gives none.
        ordinary_end: the last day without the extension that the text states.
        until_further_notice: true if the text states that it applies until further notice.
        prolongation: the prolongation of the term after its last day; None if the text states none.
        ends_when: the events that end it.
        as_of: the day up to which the source confirms an open end, if it is not the
            `checked_until` of the document.
    """

    PLURAL = Wording(sv="Uppgifter om giltighet", en="Statements on validity")
    CONDITIONS = (*Provision.CONDITIONS, "ends_when")
    FACTS: ClassVar = {"notice": FactType.EVENT}
    SINGLE_VALUES = frozenset({"validity.start", "validity.end"})
    LABELS: ClassVar = {
        "as_of": Wording(sv="känt till", en="known up to"),
        "end": Wording(sv="sista dag", en="last day"),
        "ends_when": Wording(sv="upphör vid", en="ends with"),
        "notice": Wording(sv="uppsägning", en="notice"),
        "prolongation": Wording(sv="förlängs", en="prolonged"),
        "ordinary_end": Wording(sv="ordinarie sista dag", en="ordinary last day"),
        "start": Wording(sv="första dag", en="first day"),
        "until_further_notice": Wording(sv="tills vidare", en="until further notice"),
    }

    start: UncertainDate | None = None
    end: UncertainDate | None = None
    ordinary_end: UncertainDate | None = None
    until_further_notice: bool = False
    prolongation: Prolongation | None = None
    ends_when: Criterion | None = None
    as_of: UncertainDate | None = None

    @property
    def notice(self) -> str:
        """The id of the event that a party gives notice; empty without one."""
        return "" if self.prolongation is None else self.prolongation.notice

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
                return self.end.edtf if self.end else None, self.until_further_notice, self.ends_when, self.prolongation
            case _:
                return None

    def check(self, documents: Mapping[str, Document]) -> Iterator[FieldFault]:
        """Yield the faults of an end before the start and of a time without notice."""
        del documents
        if self.prolongation is not None and self.prolongation.notice_months and not self.prolongation.notice:
            fault = Message(en="`notice_months` has no effect.", sv="`notice_months` har ingen verkan.")
            fix = Message(en="Give the event as `notice`.", sv="Ange händelsen som `notice`.")
            yield FieldFault(field="prolongation", fault=fault, fix=fix)
        if self.start is not None and self.end is not None and self.end.latest < self.start.earliest:
            fault = Message(en="lies before the start ({start}).", sv="ligger före början ({start}).", start=self.start)
            yield FieldFault(field="end", fault=fault, value=str(self.end))
