"""An audit as a report: counts by check and county, or every finding."""

from collections.abc import Iterator, Sequence

from psykavtal.agreements.audit.audit_result import AuditResult
from psykavtal.model.audit_findings import AuditFinding, CheckDescription
from psykavtal.model.citations import Citation
from psykavtal.model.severity import Severity
from psykavtal.model.wording import Wording
from psykavtal.output.labels import AS_OF, NEAREST, joined, labelled, same
from psykavtal.output.report import Line, LineKind, Mark, Report, ReportSection
from psykavtal.output.views.citation_text import citation_text

_TITLE = Wording(sv="Granskning", en="Audit")
_CHECK = Wording(sv="Kontroll", en="Check")
_UNDECIDED = Mark(key="undecided", label=Wording(sv="oavgjort", en="undecided"))
_ERRORS = Wording(sv="fel", en="errors")
_NONE = same("–")
_NOTHING = Wording(sv="inget funnet", en="nothing found")
_DETAIL = Wording(
    sv="Vad som fanns, och källorna: --detail. En kontroll för sig: --check.",
    en="The findings with their sources: --detail. One check alone: --check.",
)
_NO_VERDICT = Wording(
    sv="Granskningen visar vad texterna anger och utelämnar. Den bedömer inte om en överenskommelse är bra eller laglig.",
    en="The audit shows what the texts state and leave out. It does not assess if an agreement is good or lawful.",
)


def audit_report(result: AuditResult, *, detail: bool = False, in_code: bool = False) -> Report:
    """Return an audit as a report: a matrix of counts, or every finding.

    Args:
        result: the audit.
        detail: show every finding, with its sources, below its county and check.
        in_code: the reader writes Python, not commands.
    """
    title = labelled(_TITLE, joined(AS_OF, same(f" {result.on.isoformat()}")))
    if detail:
        sections = tuple(_county(result, each) for each in result.counties)
        return Report(title=title, sections=sections, closing=(_NO_VERDICT,))
    return Report(
        title=title,
        corner=_CHECK,
        columns=tuple(result.labels[each].sv for each in result.counties),
        is_matrix=True,
        sections=tuple(_row(result, each) for each in result.checks),
        closing=(_NO_VERDICT,) if in_code else (_NO_VERDICT, _DETAIL),
    )


def checks_report(checks: Sequence[CheckDescription]) -> Report:
    """Return the checks with their ids and explanations as a report."""
    sections = (
        ReportSection(heading=joined(same(f"{each.id}: "), each.label, *_plugin(each)), lines=(Line(each.explanation),))
        for each in checks
    )
    return Report(sections=tuple(sections))


def _plugin(check: CheckDescription) -> list[Wording]:
    return [same(f" ({check.plugin})")] if check.plugin else []


def _row(result: AuditResult, check: CheckDescription) -> ReportSection:
    """Return the counts of a check, a cell for each county."""
    cells = [
        ReportSection(
            heading=result.labels[each], lines=(Line(_count(result.of(county=each, check=check.id)) or _NONE),)
        )
        for each in result.counties
    ]
    return ReportSection(heading=check.label, sections=tuple(cells))


def _count(findings: Sequence[AuditFinding]) -> Wording | None:
    """Return the number of findings, of errors among them, and of undecided ones."""
    decided = [each for each in findings if each.is_decided]
    undecided = len(findings) - len(decided)
    errors = sum(each.severity is Severity.ERROR for each in decided)
    parts = [same(str(len(decided)))] if decided else []
    parts += [joined(_ERRORS, same(f" {errors}"))] if errors else []
    parts += [joined(_UNDECIDED.label, same(f" {undecided}"))] if undecided else []
    if not parts:
        return None
    return Wording(sv=" · ".join(each.sv for each in parts), en=" · ".join(each.to("en") for each in parts))


def _county(result: AuditResult, county: str) -> ReportSection:
    checks = [_check(result, county, each) for each in result.checks]
    return ReportSection(heading=result.labels[county], sections=tuple(checks))


def _check(result: AuditResult, county: str, check: CheckDescription) -> ReportSection:
    findings = result.of(county=county, check=check.id)
    count = _count(findings)
    heading = check.label if count is None else labelled(check.label, count)
    documents = dict.fromkeys(each.document for each in findings)
    lines = [
        line
        for document in documents
        for line in _of_document(result, document, [each for each in findings if each.document == document])
    ]
    return ReportSection(
        heading=heading, lines=(Line(check.explanation, kind=LineKind.REMARK), *(lines or [Line(_NOTHING)]))
    )


def _of_document(result: AuditResult, document: str, findings: Sequence[AuditFinding]) -> Iterator[Line]:
    """Yield the name of a document, and the findings on it."""
    if document:
        yield Line(result.labels[document], kind=LineKind.FACT)
    for each in findings:
        yield from _finding(result, each, level=1 if document else 0)


def _finding(result: AuditResult, finding: AuditFinding, *, level: int) -> Iterator[Line]:
    """Yield a finding with its questions and its sources."""
    severity = None if finding.severity is None else Mark(key=finding.severity.value, label=finding.severity.label)
    yield Line(finding.wording, level, LineKind.ITEM, severity if finding.is_decided else _UNDECIDED)
    yield from (Line(each, level + 1, LineKind.REMARK) for each in finding.missing)

    def cited(citation: Citation) -> Wording:
        return citation_text(citation, lambda thing, lang: result.labels[thing].to(lang), within=finding.document)

    texts = [cited(each) for each in finding.citations]
    texts += [labelled(NEAREST, cited(each)) for each in finding.near]
    texts += [same(each.url) for each in finding.reported]
    yield from (Line(each, level + 1, LineKind.CITATION) for each in texts)
