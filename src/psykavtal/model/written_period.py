"""The period in which a document was written, with the source of each end."""

from collections.abc import Sequence
from datetime import date

import attrs

from psykavtal.model.citations import Citation, WebSource
from psykavtal.model.dates import UncertainDate
from psykavtal.model.inference_rules import RULES
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True)
class PeriodBound:
    """One end of a written period.

    Attributes:
        date: the day, as far as it is known.
        provision: id of the provision that gives it; empty if it is the date that the document bears.
        follows_by: id of the rule by which it follows; None if it is stated.
        citations: the passages that it rests on.
        reported: the addresses that it rests on, if no available document states it.
    """

    date: UncertainDate
    provision: str = ""
    follows_by: str | None = None
    citations: tuple[Citation, ...] = ()
    reported: tuple[WebSource, ...] = ()

    @property
    def is_reported(self) -> bool:
        """Return whether it is only known from elsewhere."""
        return not self.citations and bool(self.reported)

    @property
    def source(self) -> Wording:
        """The source of the date, for people."""
        if self.is_reported:
            addresses = ", ".join(each.url for each in self.reported)
            return Wording(sv=f"enligt uppgift från {addresses}", en=f"reported: {addresses}")
        if not self.provision:
            return Wording(sv="dokumentets eget datum", en="the document's own date")
        if self.follows_by is None:
            return Wording(sv="står i texten", en="stated in the text")
        return Wording(sv="följer av texten", en="follows from the text")

    @property
    def reason(self) -> Wording:
        """The source with the rule and the words of the text, for people."""
        rule = None if self.is_reported else RULES.get(self.follows_by or "")
        text = self.source if rule is None else rule.wording
        quoted = "; ".join(f"«{each.start} … {each.end}»" if each.end else f"«{each.start}»" for each in self.citations)
        if not quoted:
            return text
        stop = "" if rule is not None else ":"
        return Wording(sv=f"{text.sv}{stop} {quoted}", en=f"{text.to('en')}{stop} {quoted}")


@attrs.frozen(kw_only=True)
class WrittenPeriod:
    """The days between which a document was written.

    Attributes:
        document: id of the document.
        earliest: the document was not written before this; None if nothing is known.
        latest: the document was not written after this; None if nothing is known.
        reports: reports about it that were not needed.
    """

    document: str
    earliest: PeriodBound | None = None
    latest: PeriodBound | None = None
    reports: "tuple[WrittenPeriod, ...]" = ()

    @property
    def first(self) -> date | None:
        """The earliest day; None if nothing is known."""
        return None if self.earliest is None else self.earliest.date.earliest

    @property
    def last(self) -> date | None:
        """The latest day; None if nothing is known."""
        return None if self.latest is None else self.latest.date.latest

    @property
    def rests_on_report(self) -> bool:
        """Return whether an end of it is only known from elsewhere."""
        return any(each.is_reported for each in (self.earliest, self.latest) if each is not None)

    @property
    def dates(self) -> Wording:
        """The dates, for people."""
        return _joined([text for text, _ in self._ends()])

    @property
    def wording(self) -> Wording:
        """The dates, each with its source, for people."""
        ends = self._ends()
        sources = dict.fromkeys(bound.source for _, bound in ends)
        if len(sources) == 1:
            return _with_source(self.dates, *sources)
        return _joined([_with_source(text, bound.source) for text, bound in ends])

    def _ends(self) -> list[tuple[Wording, PeriodBound]]:
        """Each end as text.

        Both as one if they are the same date from the same source.
        """
        first, last = self.earliest, self.latest
        if first is not None and last is not None and first.date.edtf == last.date.edtf and first.source == last.source:
            return [(Wording(sv=str(first.date), en=str(first.date)), first)]
        found: list[tuple[Wording, PeriodBound]] = []
        if first is not None:
            found.append((Wording(sv=f"tidigast {first.date}", en=f"{first.date} at the earliest"), first))
        if last is not None:
            found.append((Wording(sv=f"senast {last.date}", en=f"{last.date} at the latest"), last))
        return found

    def __str__(self) -> str:
        """The dates with their sources, in Swedish."""
        return self.wording.sv


def _joined(texts: Sequence[Wording]) -> Wording:
    sv, en = ", ".join(each.sv for each in texts), ", ".join(each.to("en") for each in texts)
    return Wording(sv=f"skriven {sv}", en=f"written {en}")


def _with_source(text: Wording, source: Wording) -> Wording:
    return Wording(sv=f"{text.sv} ({source.sv})", en=f"{text.to('en')} ({source.to('en')})")
