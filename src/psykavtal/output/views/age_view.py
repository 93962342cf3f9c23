"""Age coverage as a report: a section for each subject, then the findings."""

from collections.abc import Iterator

from psykavtal.agreements.overviews.age_coverage import AgeCoverage
from psykavtal.agreements.overviews.age_entries import AgeEntry
from psykavtal.agreements.overviews.age_findings import BIRTHDAYS, AgeFinding
from psykavtal.model.answers import STATUSES
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, labelled, same
from psykavtal.output.report import Line, LineKind, Mark, Report, ReportSection
from psykavtal.output.views.overview_parts import IF, title_of, verdict_lines

AGE_TITLE = Wording(sv="Åldrar för målgrupper och verksamheter", en="Ages of target groups and services")
FINDINGS = Wording(sv="Hål och överlapp vid 18 och 21 år", en="Holes and overlaps at 18 and 21")
NO_SUCCESSION = Wording(
    sv="Räknat på åldrarna; om en verksamhet tar över efter en annan sägs inte.",
    en="Computed from the ages; whether one service takes over from another is not stated.",
)
TRUTHS = {
    Truth.TRUE: Wording(sv="ja", en="yes"),
    Truth.FALSE: Wording(sv="nej", en="no"),
    Truth.UNKNOWN: Wording(sv="oklart", en="unclear"),
}
_AT = Wording(sv="vid", en="at")


def age_report(coverage: AgeCoverage) -> Report:
    """Return the age coverage as a report."""
    sections = [_subject(coverage, at) for at in range(len(coverage.subjects))]
    if coverage.findings:
        lines = [Line(_finding(each)) for each in coverage.findings]
        sections.append(ReportSection(heading=FINDINGS, lines=(*lines, Line(NO_SUCCESSION, kind=LineKind.REMARK))))
    return Report(title=title_of(AGE_TITLE, coverage), remarks=verdict_lines(coverage), sections=tuple(sections))


def _finding(finding: AgeFinding) -> Wording:
    return joined(same(f"{finding.subject}: "), finding.label)


def _subject(coverage: AgeCoverage, at: int) -> ReportSection:
    name = coverage.subjects[at]
    lines = [_entry(each) for each in coverage.entries if each.subject == name]
    for row in coverage.statuses:
        cell = row.cells[at]
        if not cell.provisions:
            lines.append(Line(row.topic.label, mark=Mark(key=cell.status, label=STATUSES[cell.status])))
    return ReportSection(heading=same(name), lines=tuple(lines))


def _entry(entry: AgeEntry) -> Line:
    words = same(f" ({', '.join(f'«{each}»' for each in entry.words)})") if entry.words else None
    text = joined(labelled(entry.name, entry.label), *([words] if words else []))
    if entry.condition is not None:
        text = joined(text, same(", "), IF, same(" "), entry.condition)
    if entry.has_figures:
        text = joined(text, same("; "), _at_ages(entry))
    return Line(text)


def _at_ages(entry: AgeEntry) -> Wording:
    """Return whether the ages around the birthdays are covered."""

    def parts(lang: str) -> Iterator[str]:
        for birthday in BIRTHDAYS:
            for age in (birthday - 1, birthday):
                yield f"{age} {TRUTHS[entry.covers(age)].to(lang)}"

    return Wording(sv=f"{_AT.sv} {', '.join(parts('sv'))}", en=f"{_AT.to('en')} {', '.join(parts('en'))}")
