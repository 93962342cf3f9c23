"""The people of a frame by county as a report: a line for each county."""

from psykavtal.cohorts.people_coverage import PeopleCoverage, PeopleRow
from psykavtal.cohorts.reasons import LABELS
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, same
from psykavtal.output.report import Line, Report, ReportSection

PEOPLE_TITLE = Wording(sv="Vilka som omfattas", en="Who is covered")
OUTCOMES = {
    "covered": Wording(sv="omfattas", en="covered"),
    "not-covered": Wording(sv="omfattas inte", en="not covered"),
    "undecided": Wording(sv="oklart", en="undecided"),
}
ELSEWHERE = LABELS["no-county"]


def people_report(found: PeopleCoverage) -> Report:
    """Return the counts as a report."""
    verdicts = [
        joined(same(f"{each.subject}: "), each.in_force.sentence) for each in found.rows if each.in_force is not None
    ]
    lines = [Line(joined(same(f"{each.subject}: "), counts_text(each))) for each in found.rows]
    if found.elsewhere:
        lines.append(Line(joined(same(f"{found.elsewhere} "), ELSEWHERE)))
    return Report(title=people_title(found), remarks=tuple(verdicts), sections=(ReportSection(lines=tuple(lines)),))


def people_title(found: PeopleCoverage) -> Wording:
    """Return the title, with the day and the number of people."""
    day = "" if found.on is None else f" {found.on.isoformat()}"
    return Wording(
        sv=f"{PEOPLE_TITLE.sv}{day}: {found.total} personer", en=f"{PEOPLE_TITLE.to('en')}{day}: {found.total} people"
    )


def outcomes_of(row: PeopleRow) -> dict[str, int]:
    """Return the number of people of a county by outcome."""
    return {"covered": row.covered, "not-covered": row.not_covered, "undecided": row.undecided_count}


def counts_text(row: PeopleRow) -> Wording:
    """Return the numbers by outcome, with the reasons of those undecided."""

    def text(lang: str) -> str:
        counts = ", ".join(f"{count} {OUTCOMES[name].to(lang)}" for name, count in outcomes_of(row).items())
        reasons = ", ".join(f"{each.label.to(lang)} {each.count}" for each in row.undecided)
        return f"{counts} ({reasons})" if reasons else counts

    return Wording(sv=text("sv"), en=text("en"))
