"""Citations of law as a report: the acts, their addresses and the findings."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from psykavtal.agreements.county import County
from psykavtal.agreements.law_references import LawReference
from psykavtal.law import Check, Resolution
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, labelled, same
from psykavtal.output.report import Line, LineKind, Report, ReportSection

_READ_THROUGH = Wording(sv=", läst till och med {}", en=", read through {}")
_VALID = Wording(sv="håller", en="valid")
_VALID_WHEN_WRITTEN = Wording(sv="höll när texten skrevs", en="was valid when the text was written")
_COMPARE = Wording(sv="Jämför", en="Compare")
_EARLIEST = Wording(sv="Tidigast", en="Earliest")
_LATEST = Wording(sv="Senast", en="Latest")
_NOT_USED = Wording(sv="Inte använt", en="Not used")


def resolution_report(resolution: Resolution) -> Report:
    """Return the result of a citation on its day as a report."""
    lines = tuple(_result(resolution, valid=resolution.resolves, level=0))
    return Report(sections=(ReportSection(heading=same(f"{resolution.as_written} ({resolution.on})"), lines=lines),))


def references_report(references: Sequence[tuple[County, Sequence[LawReference]]]) -> Report:
    """Return the references of counties, grouped by document, as a report."""
    return Report(sections=tuple(_county(county, found) for county, found in references))


def _county(county: County, references: Sequence[LawReference]) -> ReportSection:
    documents: list[ReportSection] = []
    for document, of_document in groupby(references, key=lambda each: each.provision.document):
        found = list(of_document)
        name_of = county.holdings.name_of
        heading = Wording(sv=name_of(document, "sv"), en=name_of(document, "en"))
        lines = [*_written(found[0]), *(line for each in found for line in _reference(each))]
        documents.append(ReportSection(heading=heading, lines=tuple(lines)))
    return ReportSection(heading=labelled(same(county.name), _count(references)), sections=tuple(documents))


def _reference(reference: LawReference) -> Iterator[Line]:
    yield Line(same(reference.provision.as_written), kind=LineKind.FACT)
    yield from _result(reference.resolution, valid=reference.holds is Truth.TRUE, level=1)


def _result(resolution: Resolution, *, valid: bool, level: int) -> Iterator[Line]:
    """Yield the acts of a citation with addresses, its findings, and a line if valid."""
    for law in resolution.laws:
        if law.act is not None:
            name = same(f"{law.act.title} ({law.act.number})")
            until = law.act.read_through
            yield Line(joined(name, _filled(_READ_THROUGH, until)) if until else name, level)
            yield from (Line(same(uri), level + 1) for uri in law.uris)
    yield from (Line(same(str(each)), level) for each in resolution.reports)
    for finding in resolution.findings:
        parts = [finding.severity.label, same(": "), finding.message]
        if finding.suggestion:
            parts += [same(" "), _COMPARE, same(f" {finding.suggestion}.")]
        yield Line(joined(*parts), level, LineKind.REMARK)
    if valid:
        fails_later = any(each.check is Check.FAILS_LATER for each in resolution.findings)
        yield Line(_VALID_WHEN_WRITTEN if fails_later else _VALID, level)


def _written(reference: LawReference) -> Iterator[Line]:
    """Yield the period when a document was written, and the provisions from which it follows."""
    written = reference.written
    if written is None:
        day = reference.resolution.on
        yield Line(
            Wording(
                sv=f"Odaterat: hänvisningarna är lästa för {day}, och inga fel är säkra.",
                en=f"Undated: the references are read for {day}, and no error is certain.",
            )
        )
        return
    yield Line(Wording(sv=_capital(written.wording.sv), en=_capital(written.wording.to("en"))))
    ends = ((_EARLIEST, written.earliest), (_LATEST, written.latest))
    reasons = [(label, bound) for label, bound in ends if bound is not None]
    alike = len({(bound.date, bound.reason) for _, bound in reasons}) < len(reasons)
    for label, bound in reasons[:1] if alike else reasons:
        if not bound.is_reported and bound.provision:
            yield Line(bound.reason if alike else joined(label, same(f" {bound.date}: "), bound.reason), 1)
    yield from (Line(labelled(_NOT_USED, each.wording), 1) for each in written.reports)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _filled(wording: Wording, value: object) -> Wording:
    return Wording(sv=wording.sv.format(value), en=wording.to("en").format(value))


def _count(references: Sequence[LawReference]) -> Wording:
    wrong = sum(each.holds is Truth.FALSE for each in references)
    open_ = sum(each.depends_on_day for each in references)
    certain = Wording(
        sv=f"{len(references)} hänvisningar, {wrong} med fel", en=f"{len(references)} references, {wrong} with errors"
    )
    depending = Wording(
        sv=f", {open_} som beror på när texten skrevs", en=f", {open_} that depend on when the text was written"
    )
    return joined(certain, depending) if open_ else certain
