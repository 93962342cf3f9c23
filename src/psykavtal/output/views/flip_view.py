"""Flip cases as a report: each with its facts and both verdicts."""

from psykavtal.cases.flip_cases import FlipCase, FlipCases
from psykavtal.model.age_wording import limit_short
from psykavtal.model.ages import AgeLimit
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording
from psykavtal.output.labels import joined, same
from psykavtal.output.report import Line, LineKind, Mark, Report, ReportSection
from psykavtal.output.views.diff_labels import ARROW, with_commas

_HEADING = Wording(
    sv="Fakta som ger olika besked om målgruppen", en="Facts with different verdicts on the target group"
)
_NOT = Wording(sv="inte ", en="not ")
_AGE = Wording(sv="ålder ", en="age ")
_IN = {
    Truth.TRUE: Wording(sv="omfattas", en="covered"),
    Truth.FALSE: Wording(sv="omfattas inte", en="not covered"),
    Truth.UNKNOWN: Wording(sv="inte avgjort", en="undecided"),
}
_UNDECIDED = Mark(key="ambiguous", label=Wording(sv="avgörs bara av det ena", en="decided by one only"))
_DAY = Wording(sv="Frågat för {}. Det som inte nämns är okänt.", en="Asked for {}. Facts not named are unknown.")
_MORE = Wording(sv="{} till", en="{} more")
_NOTHING_GIVEN = Wording(sv="utan uppgifter", en="without facts")


def flip_report(cases: FlipCases) -> Report:
    """Return flip cases as a report."""
    title = joined(cases.before.name, ARROW, cases.after.name)
    return Report(title=title, sections=(flip_section(cases),))


def flip_section(cases: FlipCases, *, most: int | None = None) -> ReportSection:
    """Return flip cases as a section, those with the fewest facts first.

    Args:
        cases: the cases.
        most: the number of cases shown; None for all.
    """
    shown = cases[:most]
    day = cases.on.isoformat()
    asked = Wording(sv=_DAY.sv.format(day), en=_DAY.to("en").format(day))
    lines = [Line(joined(cases.sentence, same(" "), asked))]
    lines += [Line(_case(each), kind=LineKind.ITEM, mark=_UNDECIDED if each.is_undecided else None) for each in shown]
    rest = len(cases) - len(shown)
    if rest:
        more = Wording(sv=_MORE.sv.format(rest), en=_MORE.to("en").format(rest))
        lines.append(Line(more, kind=LineKind.REMARK))
    return ReportSection(heading=_HEADING, lines=tuple(lines))


def _case(case: FlipCase) -> Wording:
    """Return a case: the facts, and both verdicts."""
    parts = [each.label if each.value else joined(_NOT, each.label) for each in case.facts]
    if case.ages is not None:
        parts.append(joined(_AGE, limit_short(AgeLimit(words="", range=case.ages))))
    facts = with_commas(parts) if parts else _NOTHING_GIVEN
    return joined(facts, same(": "), _IN[case.before], ARROW, _IN[case.after])
