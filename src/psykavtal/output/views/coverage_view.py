"""The coverage of source texts as a report: shares by text and section, and passages."""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from psykavtal.agreements.county import County
from psykavtal.model.records import OmissionReason
from psykavtal.model.wording import Wording
from psykavtal.output.labels import BEFORE_HEADINGS, labelled, same
from psykavtal.output.report import Line, LineKind, Mark, Report, ReportSection
from psykavtal.sources.coverage import Account, AccountedSegment, TextCoverage
from psykavtal.sources.segments import SegmentType

_ACCOUNTS = {
    Account.SET_APART: Wording(sv="räknas inte", en="not counted"),
    Account.CITED: Wording(sv="bestämmelse", en="provision"),
    Account.OMITTED: Wording(sv="utelämnat med skäl", en="left out with a reason"),
    Account.DUPLICATE: Wording(sv="samma som i en annan kopia", en="same as in another copy"),
    Account.OPEN: Wording(sv="saknas", en="missing"),
}
_REASONS = {
    OmissionReason.HEADING: Wording(sv="Rubrik.", en="A heading."),
    OmissionReason.REPEATED: Wording(sv="Upprepas.", en="Repeated elsewhere."),
    OmissionReason.LEAD_IN: Wording(sv="Inleder det som följer.", en="Leads in what follows."),
    OmissionReason.LAYOUT: Wording(sv="Hör till sidan.", en="Belongs to the page."),
    OmissionReason.ADDRESS: Wording(sv="En adress.", en="An address."),
    OmissionReason.PERSON: Wording(sv="Nämner en person.", en="Names a person."),
    OmissionReason.ILLEGIBLE: Wording(sv="Kan inte läsas.", en="Illegible."),
    OmissionReason.NO_CONTENT: Wording(sv="Säger inget om samverkan.", en="States nothing on cooperation."),
}
_TITLE = Wording(sv="Källtäckning", en="Coverage of the sources")
_MUNICIPALITIES = Wording(sv="Kommunernas namn.", en="The names of the municipalities.")
_NOTHING_MISSING = Wording(sv="Inget saknas.", en="Nothing is missing.")
_ONE_UNIT = Wording(sv="1 enhet", en="1 unit")
_UNITS = Wording(sv="{} enheter", en="{} units")


@attrs.frozen
class CountyCoverage:
    """The coverage of a county's texts.

    Attributes:
        county: the county.
        texts: the coverage of each text.
    """

    county: County
    texts: tuple[TextCoverage, ...]

    def name_of(self, text: TextCoverage) -> Wording:
        """Return the name of a document, with the file of its text."""
        document = self.county.holdings.document(text.document)
        return Wording(sv=f"{document.label('sv')} ({text.file})", en=f"{document.label('en')} ({text.file})")


def coverage_report(counties: Sequence[CountyCoverage], *, missing: bool = False, passages: bool = False) -> Report:
    """Return the coverage of texts as a report.

    Args:
        counties: the coverage of each county.
        missing: list the passages for which nothing accounts.
        passages: list every passage with the records that account for it.
    """
    texts = [each for county in counties for each in county.texts]
    complete = missing and not any(each.missing for each in texts)
    return Report(
        title=_TITLE,
        sections=tuple(
            _text(each, county.name_of(each), _records(county.county), missing=missing, passages=passages)
            for county in counties
            for each in county.texts
        ),
        closing=(_NOTHING_MISSING,) if complete else (),
    )


def _records(county: County) -> dict[str, Wording]:
    """Return the wording of each record that can account for a passage, by its id."""
    found = {each.id: each.wording for each in county.find().provisions}
    for content in county.holdings.contents:
        found |= {each.id: each.note or _REASONS[each.reason] for each in content.omissions}
        found |= {f"{each.document}.unread.{each.topic}": each.why for each in content.unread}
    return {**found, county.id: _MUNICIPALITIES}


def _text(
    coverage: TextCoverage, name: Wording, records: Mapping[str, Wording], *, missing: bool, passages: bool
) -> ReportSection:
    lines: list[Line] = []
    for each in coverage.sections():
        (heading,) = each.headings.values()
        title = same(heading.rstrip(":")) if heading else BEFORE_HEADINGS
        lines.append(Line(labelled(title, _shares(each))))
        shown = each.segments if passages else each.missing if missing else ()
        lines += [line for unit in shown for line in _passage(unit, records)]
    return ReportSection(heading=labelled(name, _shares(coverage)), lines=tuple(lines))


def _passage(unit: AccountedSegment, records: Mapping[str, Wording]) -> Iterator[Line]:
    """Yield a passage with its account and its records; nothing for a heading."""
    if unit.segment.kind is SegmentType.HEADING:
        return
    yield Line(same(unit.segment.text), 1, mark=Mark(key=unit.account.value, label=_ACCOUNTS[unit.account]))
    yield from (Line(each, 2, LineKind.ITEM) for each in dict.fromkeys(records[name] for name in unit.by))


def _shares(coverage: TextCoverage) -> Wording:
    """Return the shares of a text in words."""
    accounted, provisions = _percent(coverage.accounted), _percent(coverage.by_provisions)
    count = len(coverage.counted)
    units = _ONE_UNIT if count == 1 else _UNITS
    return Wording(
        sv=f"{accounted} redovisat, {provisions} genom bestämmelser ({units.sv.format(count)})",
        en=f"{accounted} accounted for, {provisions} by provisions ({units.to('en').format(count)})",
    )


def _percent(share: float) -> str:
    """Return a share in whole percent, rounded down: 100 % is all of it."""
    return f"{int(share * 100 + 1e-9)} %"
